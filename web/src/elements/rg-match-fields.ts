import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Guess, Role} from '../engine/protocol.js';
import type {MatchField} from '../i18n/intake-words.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {Sheet} from '../state/looking.js';
import {without, type Choice} from '../state/settings.js';
import {base} from '../styles/base.js';

const kRequired: readonly MatchField[] = ['order', 'date', 'customer', 'amount'];
const kOptional: readonly MatchField[] = [
  'product',
  'quantity',
  'unit_price',
  'status',
  'currency',
  'email',
  'phone',
  'customer_name',
];
const kMore: readonly Role[] = [
  'time',
  'zone',
  'category',
  'discount',
  'order_subtotal',
  'order_discount',
  'refunded',
  'cancelled_at',
  'postcode',
  'line',
  'items',
  'reference',
  'channel',
];
/** What a select may say beside a column. */
const kNone = '0';
const kSuggested = '';
/** Any of these will do in the place of the field. */
const kInstead: Partial<Record<MatchField, readonly Role[]>> = {
  amount: ['order_total', 'unit_price'],
  customer: ['email', 'phone', 'customer_name'],
};

const isPaid = (role: Role) => role === 'amount' || role === 'order_total';

/**
 * What is needed of a table, and which of its columns it is.
 * @fires rg-choose - Detail: the choice as it is to be.
 */
@customElement('rg-match-fields')
export class RgMatchFields extends LitElement {
  static override styles = [
    base,
    css`
      h3 {
        margin: var(--space-4) 0 var(--space-1);
        font-size: var(--text-xs);
        font-weight: 600;
        color: var(--ink-soft);
      }
      h3:first-of-type {
        margin-top: 0;
      }
      .field {
        display: grid;
        grid-template-columns: minmax(7.5rem, 2fr) minmax(0, 3fr);
        gap: 2px var(--space-3);
        align-items: center;
        padding: var(--space-2) 0;
        border-top: 1px solid var(--line);
      }
      h3 + .field {
        border-top: 0;
      }
      label b {
        display: block;
        font-weight: 600;
        font-size: var(--text-s);
      }
      label span,
      .why {
        font-size: var(--text-xs);
        color: var(--ink-soft);
      }
      .why {
        grid-column: 2;
      }
      .missing {
        color: var(--warn);
        font-weight: 600;
      }
      select {
        width: 100%;
        min-width: 0;
      }
      fieldset {
        grid-column: 2;
        border: 0;
        margin: 0;
        padding: 2px 0 0;
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
        font-size: var(--text-xs);
        color: var(--ink-soft);
      }
      legend {
        float: left;
        padding: 4px 0;
      }
      fieldset label {
        display: inline-flex;
        gap: 5px;
        align-items: center;
        padding: 4px 0;
        color: var(--ink);
      }
      input[type='radio'] {
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      details {
        margin-top: var(--space-4);
      }
      summary {
        cursor: pointer;
        width: fit-content;
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The table. */
  @property({attribute: false}) sheet: Sheet | null = null;

  #choose(columns: Choice['columns']) {
    const detail: Choice = {...this.sheet!.choice, columns};
    this.dispatchEvent(new CustomEvent('rg-choose', {detail, bubbles: true, composed: true}));
  }

  /** The field of the amount stands for both its roles. */
  #assign(role: Role, value: string) {
    const roles: Role[] = isPaid(role) ? ['amount', 'order_total'] : [role];
    const others = without(this.sheet!.choice.columns, ...roles);
    if (value === kSuggested) return this.#choose(others);
    if (value !== kNone) return this.#choose({...others, [role]: Number(value)});
    this.#choose({...others, ...Object.fromEntries(roles.map((one) => [one, null]))});
  }

  /** An amount is of the line or of the order: the same column under the other role. */
  #amountIs(role: 'amount' | 'order_total', column: number) {
    const others = without(this.sheet!.choice.columns, 'amount', 'order_total');
    this.#choose({...others, [role]: column});
  }

  #guess(role: Role): Guess | undefined {
    return this.sheet!.guesses.find((guess) => guess.role === role);
  }

  /** The column a role has: as chosen, else as the engine takes it; 0: none. */
  #columnOf(role: Role): number {
    const {choice, header} = this.sheet!;
    const chosen = choice.columns[role];
    if (chosen === null) return 0;
    if (typeof chosen === 'number') return chosen;
    if (typeof chosen === 'string') return header.indexOf(chosen) + 1;
    return this.#guess(role)?.column ?? 0;
  }

  #options(role: Role, column: number) {
    const {words} = this.locale;
    const {header, choice} = this.sheet!;
    const isChosen = choice.columns[role] !== undefined;
    return html`
      ${isChosen ? html`<option value=${kSuggested}>${words.match.suggested}</option>` : nothing}
      <option value=${kNone} .selected=${column === 0}>${words.match.absent}</option>
      ${header.map(
        (name, index) =>
          html`<option value=${index + 1} .selected=${column === index + 1}>
            ${named(name) || words.health.position(String(index + 1))}
          </option>`,
      )}
    `;
  }

  #why(role: Role, column: number, field: MatchField | null) {
    const {words} = this.locale;
    const chosen = this.sheet!.choice.columns[role] !== undefined;
    if (column > 0) {
      const reason = chosen ? 'chosen' : this.#guess(role)?.reason;
      return reason ? html`<p class="why">${words.health.reason[reason]}</p>` : nothing;
    }
    if (!field || !kRequired.includes(field))
      return chosen ? html`<p class="why">${words.health.reason.chosen}</p>` : nothing;
    const enough = (kInstead[field] ?? []).some((other) => this.#columnOf(other) > 0);
    return enough
      ? html`<p class="why">${words.match.enough}</p>`
      : html`<p class="why missing">${words.match.missing}</p>`;
  }

  #ofWhat(role: 'amount' | 'order_total', column: number) {
    const {match} = this.locale.words;
    if (column === 0) return nothing;
    return html`<fieldset>
      <legend>${match.amountOf}</legend>
      ${(['amount', 'order_total'] as const).map(
        (one) =>
          html`<label
            ><input
              type="radio"
              name="amount-is"
              value=${one}
              .checked=${one === role}
              @change=${() => this.#amountIs(one, column)}
            />${match.amountIs[one]}</label
          >`,
      )}
    </fieldset>`;
  }

  #field(field: MatchField) {
    const {name, hint} = this.locale.words.match.field[field];
    if (field !== 'amount') return this.#row(field, field, name, hint);
    const role = this.#columnOf('order_total') > 0 && this.#columnOf('amount') === 0;
    return this.#row(role ? 'order_total' : 'amount', field, name, hint);
  }

  #row(role: Role, field: MatchField | null, name: string, hint: string) {
    const column = this.#columnOf(role);
    return html`<div class="field" data-role=${field ?? role}>
      <label for=${role}><b>${name}</b>${hint ? html`<span>${hint}</span>` : nothing}</label>
      <select
        id=${role}
        @change=${(event: Event) => this.#assign(role, (event.target as HTMLSelectElement).value)}
      >
        ${this.#options(role, column)}
      </select>
      ${this.#why(role, column, field)} ${isPaid(role) ? this.#ofWhat(role, column) : nothing}
    </div>`;
  }

  override render() {
    const {sheet} = this;
    if (!sheet) return nothing;
    const {match, health} = this.locale.words;
    const used = kMore.some((role) => this.#columnOf(role) > 0);
    return html`
      <h3>${match.required}</h3>
      ${kRequired.map((field) => this.#field(field))}
      <h3>${match.optional}</h3>
      ${kOptional.map((field) => this.#field(field))}
      <details ?open=${used}>
        <summary>${match.more}</summary>
        ${kMore.map((role) => this.#row(role, null, health.role(role), ''))}
      </details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-match-fields': RgMatchFields;
  }
}
