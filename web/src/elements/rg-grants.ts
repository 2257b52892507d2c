import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Because, Grant, Rewards} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {sayBecause} from '../i18n/because-text.js';
import {base} from '../styles/base.js';
import {ruleName} from './rule-name.js';

/** What each rule said to one customer, and why. */
@customElement('rg-grants')
export class RgGrants extends LitElement {
  static override styles = [
    base,
    css`
      li {
        padding: 6px 0;
        font-size: var(--text-s);
      }
      li > b {
        font-weight: 600;
        margin-right: var(--space-2);
      }
      .why {
        color: var(--ink-soft);
        font-size: var(--text-xs);
        margin-top: 2px;
      }
      .why span {
        display: block;
      }
      .why .no::before,
      .why .yes::before {
        display: inline-block;
        width: 1.2em;
        font-weight: 650;
      }
      .why .yes::before {
        content: '\\2713';
        color: var(--good);
      }
      .why .no::before {
        content: '\\2717';
        color: var(--ink-faint);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** Answers of the rules, in their order. */
  @property({attribute: false}) grants: readonly Grant[] = [];
  /** Whether the customer gets nothing on purpose, whatever the rules say. */
  @property({type: Boolean, attribute: 'held-out'}) heldOut = false;
  /** The program, for the names of its rules. */
  @property({attribute: false}) document: unknown = null;
  /** What amounts are. */
  @property() unit: Rewards['unit'] = 'money';

  #answer({granted, amount}: Grant) {
    const {words, format} = this.locale;
    const {dialog, rewards} = words;
    if (granted === null) return html`<span class="pill warn">${dialog.unknown}</span>`;
    if (!granted) return html`<span class="pill plain">${dialog.notGranted}</span>`;
    const text =
      this.unit === 'money' ? format.money(amount) : rewards.points(format.count(amount));
    return html`<span class="pill">${dialog.granted(text)}</span>`;
  }

  #because(because: Because) {
    return html`<span class=${because.holds ? 'yes' : 'no'}
      >${sayBecause(because, this.locale)}</span
    >`;
  }

  override render() {
    if (this.grants.length === 0)
      return html`<p class="soft">${this.locale.words.dialog.noRules}</p>`;
    return html`${this.heldOut ? html`<p class="soft">${this.locale.words.rewards.heldOutWhy}</p>` : nothing}
      <ul>
        ${this.grants.map(
          (grant) =>
            html`<li>
              <b>${ruleName(grant.rule, 'rules', this.document, this.locale)}</b
              >${this.#answer(grant)}
              ${grant.because.length > 0 ? html`<p class="why">${grant.because.map((because) => this.#because(because))}</p>` : nothing}
            </li>`,
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-grants': RgGrants;
  }
}
