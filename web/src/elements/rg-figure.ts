import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {CustomerView} from '../state/app-state.js';
import type {Pin} from '../state/pins.js';
import {base} from '../styles/base.js';
import {popover} from '../styles/popover.js';
import './rg-pin.js';
import {show} from './show.js';

/** A headline figure, ready to be read: every part is text already. */
export interface FigureView {
  name: string;
  /** null where it cannot be stood behind; then `reason` says why. */
  value: string | null;
  /** The unit, smaller, behind the value. */
  unit?: string;
  reason: string;
  /** The line below: its count or interval. */
  under: string;
  what: string;
  counted: readonly string[];
  now: string;
  /** Which customers it is about; none: nobody in particular. */
  people?: Partial<CustomerView>;
}

/**
 * One figure. Its name opens what it is, how it was counted, what to do with it, and its customers.
 * @fires rg-show - Detail: the filter and order of the customers to show.
 */
@customElement('rg-figure')
export class RgFigure extends LitElement {
  static override styles = [
    base,
    popover,
    css`
      :host {
        padding: var(--space-4) clamp(14px, 1.8vw, 22px);
        min-width: 0;
      }
      .name {
        font: 400 var(--text-s)/1.35 var(--font);
        color: var(--ink-soft);
        background: none;
        border: 0;
        border-radius: 0;
        padding: 0;
        min-height: 0;
        text-align: left;
        text-decoration: underline dotted var(--ink-faint);
        text-underline-offset: 4px;
        text-decoration-thickness: 1px;
        anchor-name: --anchor;
      }
      .name:hover {
        background: none;
        color: var(--accent);
        text-decoration-color: var(--accent);
      }
      .value {
        font-size: var(--figure-size, var(--text-hero));
        line-height: 1.15;
        letter-spacing: -0.022em;
        font-weight: 600;
        margin-top: 6px;
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      .value:lang(zh) {
        letter-spacing: 0;
      }
      .unit {
        font-size: 0.5em;
        font-weight: 500;
        letter-spacing: 0;
        color: var(--ink-soft);
        margin-left: 0.3em;
      }
      .under {
        font-size: var(--text-xs);
        color: var(--ink-faint);
        margin-top: 2px;
        font-variant-numeric: tabular-nums;
      }
      .none {
        color: var(--ink-soft);
        font-size: var(--text-s);
        margin-top: 10px;
        max-width: 24ch;
      }
      [popover] h2 {
        font-size: var(--text-l);
      }
      dt {
        font-weight: 600;
        margin-top: var(--space-4);
      }
      dd {
        color: var(--ink-soft);
      }
      dd p + p {
        margin-top: var(--space-1);
      }
    `,
  ];

  @query('[popover]') private panel!: HTMLElement;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What to show; nothing is drawn without it. */
  @property({attribute: false}) view: FigureView | null = null;
  /** What it is called among the pins of the report; null: it cannot be pinned. */
  @property({attribute: false}) pin: Pin | null = null;

  #value({value, unit, reason}: FigureView) {
    if (value === null) return html`<p class="none">${reason}</p>`;
    return html`<p class="value">
      ${value}${unit ? html`<span class="unit">${unit}</span>` : nothing}
    </p>`;
  }

  #show(people: Partial<CustomerView>) {
    this.panel.hidePopover();
    show(this, people);
  }

  override render() {
    if (!this.view) return nothing;
    const {figures, frame} = this.locale.words;
    const {name, under, what, counted, now, value, people} = this.view;
    return html`
      <button class="name" popovertarget="panel" aria-haspopup="dialog" title=${figures.open(name)}>
        ${name}
      </button>
      ${this.#value(this.view)} ${value === null ? nothing : html`<p class="under">${under}</p>`}
      <div id="panel" popover role="dialog" aria-label=${name}>
        <h2>${name}</h2>
        <dl>
          <dt>${figures.what}</dt>
          <dd>${what}</dd>
          <dt>${figures.counted}</dt>
          <dd>${counted.map((line) => html`<p>${line}</p>`)}</dd>
          <dt>${figures.now}</dt>
          <dd>${now}</dd>
        </dl>
        <div class="foot">
          ${
            people && value !== null
              ? html`<button class="people" @click=${() => this.#show(people)}>
                  ${figures.people}
                </button>`
              : nothing
          }
          <rg-pin labelled .locale=${this.locale} .pin=${this.pin}></rg-pin>
          <button @click=${() => this.panel.hidePopover()}>${frame.close}</button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-figure': RgFigure;
  }
}
