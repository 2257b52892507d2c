import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {DateReading, StatusMeaning, Trial} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {Sheet} from '../state/looking.js';
import type {Choice} from '../state/settings.js';
import {base} from '../styles/base.js';

const kMeanings = ['counted', 'cancelled', 'refunded', 'unpaid'] as const;
const kDayOrders = ['day_first', 'month_first'] as const;

/**
 * What could be read in more than one way: letters, dates, words for the state of an order.
 * @fires rg-choose - Detail: the choice as it is to be.
 */
@customElement('rg-match-doubts')
export class RgMatchDoubts extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      .sentence {
        margin-top: var(--space-2);
        font-size: var(--text-s);
        margin-bottom: var(--space-2);
        overflow-wrap: anywhere;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        font-size: var(--text-s);
      }
      fieldset label {
        display: inline-flex;
        gap: 6px;
        align-items: center;
        min-height: 28px;
      }
      input[type='radio'] {
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      .words {
        max-height: 22rem;
        overflow: auto;
      }
      .words li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(8rem, auto);
        gap: var(--space-3);
        align-items: center;
        padding: var(--space-1) 2px;
        font-size: var(--text-s);
      }
      .words label {
        overflow-wrap: anywhere;
      }
      code {
        display: block;
        font: 0.8125rem/1.5 var(--font-mono);
        background: var(--sunk);
        border-radius: var(--radius-s);
        padding: 6px 10px;
        overflow-wrap: anywhere;
      }
      .others li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-2);
        align-items: center;
        margin-top: var(--space-2);
      }
      @media (max-width: 560px) {
        .others li {
          grid-template-columns: minmax(0, 1fr);
          justify-items: start;
        }
        .others code {
          width: 100%;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The table. */
  @property({attribute: false}) sheet: Sheet | null = null;

  #choose(part: Partial<Choice>) {
    const detail: Choice = {...this.sheet!.choice, ...part};
    this.dispatchEvent(new CustomEvent('rg-choose', {detail, bubbles: true, composed: true}));
  }

  #daySentence({basis, order, proof, asked}: DateReading, chosen: Choice['day_order']): string {
    const {words, format} = this.locale;
    const {match} = words;
    const open = asked?.text ?? '';
    const taken = chosen ?? (order === 'undecided' ? 'day_first' : order);
    const day = format.dayMonth(open, taken);
    if (chosen) return match.dateChosen(open, day);
    if (basis === 'proven' && proof)
      return match.dateProven(open, day, format.number(proof.row), proof.text);
    if (basis === 'ascending') return match.dateAscending(open, day);
    return basis === 'stated' ? match.dateStated(open, day) : match.dateAssumed(open, day);
  }

  #dates({dates}: Trial, {choice}: Sheet) {
    const {match} = this.locale.words;
    if (!dates.asked || (dates.basis === 'not_asked' && !choice.day_order)) return nothing;
    const taken = choice.day_order ?? dates.order;
    const settled = dates.basis === 'proven' && !choice.day_order;
    return html`<section class="card dates">
      <h2>${match.dateTitle}</h2>
      <p class="sentence">${this.#daySentence(dates, choice.day_order)}</p>
      ${
        settled
          ? nothing
          : html`<fieldset>
              <legend class="unseen">${match.dateTitle}</legend>
              ${kDayOrders.map(
                (order) =>
                  html`<label
                    ><input
                      type="radio"
                      name="day-order"
                      value=${order}
                      .checked=${order === taken}
                      @change=${() => this.#choose({day_order: order})}
                    />${match.dateOrder[order]}</label
                  >`,
              )}
            </fieldset>`
      }
    </section>`;
  }

  #mean(word: string, meaning: StatusMeaning) {
    if (meaning === 'unknown') return;
    this.#choose({statuses: {...this.sheet!.choice.statuses, [word]: meaning}});
  }

  #status({word, rows, meaning}: Trial['statuses'][number], index: number, {choice}: Sheet) {
    const {words, format} = this.locale;
    const {match} = words;
    const taken = choice.statuses[word] ?? meaning;
    const offered = taken === 'unknown' ? (['unknown', ...kMeanings] as const) : kMeanings;
    return html`<li>
      <label for="status-${index}">${match.statusWord(named(word), format.count(rows))}</label>
      <select
        id="status-${index}"
        @change=${(event: Event) =>
          this.#mean(word, (event.target as HTMLSelectElement).value as StatusMeaning)}
      >
        ${offered.map(
          (one) =>
            html`<option value=${one} .selected=${one === taken}>${match.meaning[one]}</option>`,
        )}
      </select>
    </li>`;
  }

  #statuses({statuses}: Trial, sheet: Sheet) {
    const {match} = this.locale.words;
    if (statuses.length === 0) return nothing;
    return html`<section class="card statuses">
      <h2>${match.statusTitle}</h2>
      <p class="how">${match.statusHow}</p>
      <ul class="words">
        ${statuses.map((one, index) => this.#status(one, index, sheet))}
      </ul>
    </section>`;
  }

  #encoding({encoding, encodingSample: sample, encodings}: Sheet) {
    const {match} = this.locale.words;
    if (sample === '') return nothing;
    return html`<section class="card encoding">
      <h2>${match.encodingTitle}</h2>
      <p class="how">${match.encodingHow(encoding.toUpperCase())}</p>
      <code>${sample}</code>
      ${
        encodings.length > 0
          ? html`<ul class="others">
              ${encodings.map(
                (other) =>
                  html`<li>
                    <code>${other.sample}</code>
                    <button @click=${() => this.#choose({encoding: other.encoding})}>
                      ${match.encodingUse(other.encoding.toUpperCase())}
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </section>`;
  }

  override render() {
    const {sheet} = this;
    if (!sheet) return nothing;
    const {trial} = sheet;
    return html`
      ${trial ? html`${this.#dates(trial, sheet)}${this.#statuses(trial, sheet)}` : nothing}
      ${this.#encoding(sheet)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-match-doubts': RgMatchDoubts;
  }
}
