import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Report} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {figureViews} from './figure-views.js';
import './rg-figure.js';

/** The headline figures, as one sheet divided by hairlines. */
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
      rg-figure:nth-child(n + 5) {
        grid-column: span 4;
      }
      @container (max-width: 760px) {
        .sheet {
          grid-template-columns: 1fr 1fr;
        }
        rg-figure,
        rg-figure:nth-child(n + 5) {
          grid-column: span 1;
        }
        rg-figure:nth-child(5) {
          grid-column: span 2;
        }
        .sheet {
          --figure-size: 1.5rem;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;

  override render() {
    if (!this.report) return nothing;
    return html`
      <div class="sheet">
        ${figureViews(this.report, this.locale).map(
          (view) =>
            html`<rg-figure id=${view.id} .locale=${this.locale} .view=${view}></rg-figure>`,
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
