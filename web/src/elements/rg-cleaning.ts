import {effectSentence} from '../i18n/effect-sentence.js';
import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Intake, RuleEffect} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {kUntouched, type CleaningState, type Headline} from '../state/app-state.js';
import {base} from '../styles/base.js';
import {exampleStyles, issueExamples} from './issue-examples.js';

/**
 * The rules of cleaning: what each found, what it does to the figures, and a switch.
 * @fires rg-rule - Detail: the rule, and whether it is to hold.
 */
@customElement('rg-cleaning')
export class RgCleaning extends LitElement {
  static override styles = [
    base,
    exampleStyles,
    css`
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px var(--space-3);
        border-top: 1px solid var(--line);
        padding: var(--space-3) 0;
      }
      li:first-child {
        border-top: 0;
      }
      li:last-child {
        padding-bottom: 0;
      }
      b {
        font-weight: 600;
      }
      .what {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--space-3);
        align-items: baseline;
      }
      .why,
      .effect {
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
      .effect {
        color: var(--ink);
      }
      button {
        padding: 0;
        min-height: 0;
        width: 38px;
        height: 22px;
        border-radius: 11px;
        justify-content: flex-start;
        background: var(--sunk);
        border-color: var(--ink-faint);
        margin-top: 1px;
      }
      button::before {
        content: '';
        width: 14px;
        height: 14px;
        border-radius: 50%;
        background: var(--ink-faint);
        margin-left: 3px;
        transition: margin-left 120ms ease;
      }
      button[aria-checked='true'] {
        background: var(--accent);
        border-color: var(--accent);
      }
      button[aria-checked='true']::before {
        margin-left: 19px;
        background: var(--accent-ink);
      }
      button:focus-visible {
        border-radius: 11px;
      }
      @media print {
        button:not(.name, .link) {
          display: inline-flex;
        }
      }
      .news {
        font-size: var(--text-s);
        min-height: 1.5em;
        margin-top: var(--space-3);
        padding-top: var(--space-3);
        border-top: 1px solid var(--line);
        color: var(--ink-soft);
      }
      .error {
        color: var(--bad);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What was met, and which rules hold. */
  @property({attribute: false}) intake: Intake | null = null;
  /** What the rules do, and what the last step did. */
  @property({attribute: false}) cleaning: CleaningState = kUntouched;

  #switch(rule: RuleEffect['rule'], on: boolean) {
    this.dispatchEvent(
      new CustomEvent('rg-rule', {detail: {rule, on}, bubbles: true, composed: true}),
    );
  }

  #rule(effect: RuleEffect, {rules, issues}: Intake) {
    const {words, format} = this.locale;
    const {rule, count, kind} = effect;
    const on = rules[rule];
    const text = words.cleaning.rule[rule];
    const issue = issues.find((one) => one.kind === kind);
    return html`<li data-rule=${rule}>
      <button
        role="switch"
        aria-checked=${on ? 'true' : 'false'}
        aria-labelledby="name-${rule}"
        aria-describedby="effect-${rule}"
        @click=${() => this.#switch(rule, !on)}
      ></button>
      <div>
        <div class="what">
          <b id="name-${rule}">${on ? text.on : text.off}</b>
          <span class="pill plain">${words.cleaning.found(format.count(count))}</span>
        </div>
        <p class="effect" id="effect-${rule}">${effectSentence(effect, on, this.locale)}</p>
        <p class="why">${text.why}</p>
        ${issue ? issueExamples(issue, this.locale) : nothing}
      </div>
    </li>`;
  }

  #headline({orders, customers, revenue}: Headline): string {
    const {words, format} = this.locale;
    return words.cleaning.headline(
      format.count(orders),
      format.count(customers),
      revenue === null ? '' : format.money(revenue),
    );
  }

  #news({orders_counted: orders, customers, revenue}: Intake) {
    const {cleaning, trouble} = this.locale.words;
    const {busy, before, error} = this.cleaning;
    if (busy) return cleaning.working;
    if (error)
      return html`<span class="error">${cleaning.failed(trouble.error[error.code](error))}</span>`;
    if (!before) return '';
    return cleaning.now(this.#headline({orders, customers, revenue}), this.#headline(before));
  }

  override render() {
    const {intake} = this;
    if (!intake) return nothing;
    const {effects} = this.cleaning;
    const {words} = this.locale;
    const news = this.#news(intake);
    return html`
      ${
        effects === null
          ? html`<p class="soft small counting">${words.cleaning.counting}</p>`
          : effects.length === 0
            ? html`<p class="soft">${words.cleaning.none}</p>`
            : html`<ul>
                ${repeat(
                  effects,
                  ({rule}) => rule,
                  (effect) => this.#rule(effect, intake),
                )}
              </ul>`
      }
      <p class=${news ? 'news' : ''} role="status">${news}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-cleaning': RgCleaning;
  }
}
