import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {RowMend} from '../state/settings.js';
import {base} from '../styles/base.js';
import {rowText} from '../styles/row-text.js';

/** Rows listed; there is a count of all. */
const kMost = 20;

/**
 * Corrections whose rows are not there any more.
 * @fires rg-forget - They are of no use.
 */
@customElement('rg-lost-mends')
export class RgLostMends extends LitElement {
  static override styles = [
    base,
    rowText,
    css`
      li {
        border-top: 1px solid var(--line);
        padding: var(--space-2) 0;
        display: grid;
        gap: var(--space-1);
      }
      button {
        margin-top: var(--space-2);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The corrections. */
  @property({attribute: false}) lost: readonly RowMend[] = [];

  #forget() {
    this.dispatchEvent(new CustomEvent('rg-forget', {bubbles: true, composed: true}));
  }

  #lost({row}: RowMend) {
    const {words, format} = this.locale;
    return html`<li>
      <p class="where">
        ${words.rejects.row(named(row.file), format.number(row.row), format.number(row.offset))}
      </p>
      <code>${row.text}</code>
    </li>`;
  }

  override render() {
    const {lost, locale} = this;
    if (lost.length === 0) return nothing;
    const {rejects} = locale.words;
    return html`<section class="card">
      <h2>${rejects.lostTitle(locale.format.count(lost.length))}</h2>
      <p class="how">${rejects.lostHow}</p>
      <ul>
        ${lost.slice(0, kMost).map((mend) => this.#lost(mend))}
      </ul>
      <button class="forget" @click=${() => this.#forget()}>${rejects.lostForget}</button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-lost-mends': RgLostMends;
  }
}
