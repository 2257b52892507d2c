import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Intake} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {Rates} from '../state/settings.js';
import {base} from '../styles/base.js';

/**
 * What amounts in other currencies are worth; without a rate they are never added up.
 * @fires rg-rate - Detail: the currency, and units of the shop's own for one of it; null takes a rate back.
 */
@customElement('rg-rates')
export class RgRates extends LitElement {
  static override styles = [
    base,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        border-top: 1px solid var(--line);
        padding: var(--space-3) 0;
        font-size: var(--text-s);
      }
      form:first-of-type {
        border-top: 0;
      }
      label {
        font-weight: 600;
        min-width: 8rem;
      }
      input {
        width: 8rem;
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What was read. */
  @property({attribute: false}) intake: Intake | null = null;
  /** The rates in force. */
  @property({attribute: false}) rates: Rates | null = null;

  #tell(currency: string, rate: number | null) {
    this.dispatchEvent(
      new CustomEvent('rg-rate', {detail: {currency, rate}, bubbles: true, composed: true}),
    );
  }

  #sent(event: SubmitEvent, currency: string) {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('rate') as HTMLInputElement;
    const rate = Number(field.value.trim().replace(',', '.'));
    if (rate > 0) this.#tell(currency, rate);
  }

  #rate(currency: string, into: string, rows: number, rate: number | null) {
    const {words, format} = this.locale;
    const {cleaning} = words;
    return html`<form
      data-currency=${currency}
      @submit=${(event: SubmitEvent) => this.#sent(event, currency)}
    >
      <label for=${currency}>${cleaning.rate(currency, into)}</label>
      <input
        id=${currency}
        name="rate"
        inputmode="decimal"
        autocomplete="off"
        required
        pattern="[0-9]+([.,][0-9]+)?"
        .value=${rate === null ? '' : String(rate)}
      />
      <button>${cleaning.rateUse}</button>
      ${
        rate === null
          ? html`<span class="soft">${cleaning.rateRows(format.count(rows))}</span>`
          : html`<button type="button" class="quiet off" @click=${() => this.#tell(currency, null)}>
              ${cleaning.rateOff}
            </button>`
      }
    </form>`;
  }

  override render() {
    const {intake, rates} = this;
    const into = rates?.into ?? intake?.currency ?? null;
    if (!intake || into === null) return nothing;
    const {words, format} = this.locale;
    const {cleaning} = words;
    const unknown = intake.other_currencies.find(({currency}) => currency === null);
    return html`
      <p class="how">${cleaning.ratesHow(into)}</p>
      ${intake.other_currencies.map(({currency, rows}) =>
        currency === null ? nothing : this.#rate(currency, into, rows, null),
      )}
      ${Object.entries(rates?.of ?? {}).map(([currency, rate]) =>
        this.#rate(currency, into, 0, rate),
      )}
      ${unknown ? html`<p class="soft small">${cleaning.rateUnknown(format.count(unknown.rows))}</p>` : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-rates': RgRates;
  }
}
