import {LitElement, css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kPins} from '../state/pins.js';
import {base} from '../styles/base.js';
import './rg-figure.js';
import type {FigureView} from './rg-figure.js';

/** A few figures, as one sheet divided by hairlines. */
@customElement('rg-figures')
export class RgFigures extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      .sheet {
        display: grid;
        grid-template-columns: repeat(12, 1fr);
        background: var(--line);
        gap: 1px;
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
      }
      rg-figure {
        background: var(--sheet);
        grid-column: span 3;
      }
      rg-figure:nth-child(n + 5),
      rg-figure:nth-last-child(3):first-child,
      rg-figure:nth-last-child(3):first-child ~ rg-figure {
        grid-column: span 4;
      }
      @container (max-width: 760px) {
        .sheet {
          grid-template-columns: 1fr 1fr;
        }
        .sheet rg-figure:nth-child(n):nth-child(n) {
          grid-column: span 1;
        }
        .sheet rg-figure:nth-child(5):nth-child(n),
        .sheet rg-figure:nth-child(3):last-child {
          grid-column: span 2;
        }
        .sheet {
          --figure-size: 1.5rem;
        }
      }
      @container (max-width: 340px) {
        .sheet {
          --figure-size: 1.25rem;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What to show, in this order. */
  @property({attribute: false}) views: readonly (FigureView & {id: string})[] = [];

  override render() {
    return html`
      <div class="sheet">
        ${this.views.map(
          (view) =>
            html`<rg-figure
              id=${view.id}
              .locale=${this.locale}
              .view=${view}
              .pin=${kPins.find((pin) => pin === view.id) ?? null}
            ></rg-figure>`,
        )}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-figures': RgFigures;
  }
}
