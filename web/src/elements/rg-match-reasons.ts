import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Trial} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {base} from '../styles/base.js';

/** Why rows of a table would be set aside, were it read as chosen. */
@customElement('rg-match-reasons')
export class RgMatchReasons extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      li {
        border-top: 1px solid var(--line);
        padding: var(--space-2) 0;
        font-size: var(--text-s);
      }
      li:first-child {
        border-top: 0;
      }
      b {
        font-weight: 600;
      }
      .first {
        font-size: var(--text-xs);
        color: var(--ink-soft);
        margin-bottom: 4px;
      }
      code {
        display: block;
        width: fit-content;
        max-width: 100%;
        font: 0.75rem/1.5 var(--font-mono);
        background: var(--sunk);
        border-radius: var(--radius-s);
        padding: 4px 10px;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What the table would give. */
  @property({attribute: false}) trial: Trial | null = null;

  #reason({kind, count, first}: Trial['reasons'][number]) {
    const {words, format} = this.locale;
    const isPosition = /^\d+$/.test(first.column);
    const column = isPosition
      ? words.health.position(first.column)
      : first.column && words.rejects.column(named(first.column));
    return html`<li data-kind=${kind}>
      <b>${words.health.issue[kind](format.count(count))}</b>
      <p class="first">${words.match.reasonFirst(format.number(first.row), column)}</p>
      ${first.text ? html`<code>${first.text}</code>` : nothing}
    </li>`;
  }

  override render() {
    const {trial, locale} = this;
    if (!trial || trial.reasons.length === 0) return nothing;
    const {match} = locale.words;
    return html`<section class="card">
      <h2>${match.reasonsTitle(locale.format.count(trial.rows_rejected))}</h2>
      <p class="how">${match.reasonsHow}</p>
      <ul>
        ${trial.reasons.map((reason) => this.#reason(reason))}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-match-reasons': RgMatchReasons;
  }
}
