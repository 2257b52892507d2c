import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {Matching} from '../state/app-state.js';
import type {Sheet} from '../state/looking.js';
import {shownName} from '../state/settings.js';
import {base} from '../styles/base.js';
import './rg-match-doubts.js';
import './rg-match-fields.js';
import './rg-match-reasons.js';

/** Values shown of each column. */
const kSamples = 3;

/**
 * The screen where a person says which column is what, and sees what that gives.
 * @fires rg-choose - Detail: the choice for the table on the screen.
 * @fires rg-sheet - Detail: the place of another table.
 * @fires rg-confirm - All is to be read so.
 * @fires rg-leave - Nothing is to be changed.
 */
@customElement('rg-match')
export class RgMatch extends LitElement {
  static override styles = [
    base,
    css`
      .column {
        max-width: 1120px;
        margin: 0 auto;
        padding: clamp(16px, 4vh, 40px) clamp(16px, 4vw, 32px) 96px;
      }
      h1 {
        font-size: var(--text-xl);
        letter-spacing: -0.012em;
      }
      .table {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        margin-bottom: var(--space-4);
        font-size: var(--text-s);
      }
      .table select {
        max-width: 100%;
      }
      .table b {
        overflow-wrap: anywhere;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--space-5);
        align-items: start;
      }
      .side {
        display: grid;
        gap: var(--space-5);
        min-width: 0;
      }
      .columns li {
        padding: var(--space-2) 0;
        border-top: 1px solid var(--line);
        font-size: var(--text-s);
      }
      .columns li:first-child {
        border-top: 0;
      }
      .columns .name {
        display: flex;
        gap: 2px var(--space-3);
        justify-content: space-between;
        align-items: baseline;
        flex-wrap: wrap;
      }
      .columns b {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .columns p {
        color: var(--ink-soft);
        font-size: var(--text-xs);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--space-5);
      }
      dl > div {
        display: flex;
        gap: 6px;
        align-items: baseline;
        flex-direction: row-reverse;
        justify-content: flex-end;
      }
      dl:lang(zh) > div {
        flex-direction: row;
      }
      dt {
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
      dd {
        font-size: var(--text-l);
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      .busy dd {
        color: var(--ink-faint);
      }
      .error {
        color: var(--bad);
        font-size: var(--text-s);
      }
      .foot {
        position: sticky;
        bottom: 0;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        padding: var(--space-3) 0;
        margin-top: var(--space-4);
        background: var(--paper);
        border-top: 1px solid var(--line-strong);
        z-index: 1;
      }
      .effect {
        flex: 1 1 30rem;
        min-width: 0;
      }
      @media (max-width: 860px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
        .yours {
          order: 2;
        }
        .effect {
          flex-basis: 100%;
        }
        dl {
          gap: 0 var(--space-4);
        }
        dd {
          font-size: var(--text-m);
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is in question. */
  @property({attribute: false}) matching: Matching | null = null;

  #tell(name: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
  }

  #table({sheets, current}: Matching) {
    const {match} = this.locale.words;
    if (sheets.length < 2)
      return html`<p class="table">${match.file}<b>${named(sheets[0]?.name ?? '')}</b></p>`;
    return html`<p class="table">
      <label for="sheet">${match.file}</label>
      <select
        id="sheet"
        @change=${(event: Event) =>
          this.#tell('rg-sheet', Number((event.target as HTMLSelectElement).value))}
      >
        ${sheets.map(
          (sheet, index) =>
            html`<option value=${index} .selected=${index === current}>
              ${shownName({...sheet, name: named(sheet.name)})}
            </option>`,
        )}
      </select>
    </p>`;
  }

  #column(sheet: Sheet, name: string, index: number) {
    const {words} = this.locale;
    const chosen = Object.entries(sheet.choice.columns).find(
      ([, column]) => column === index + 1 || column === name,
    )?.[0];
    const role = chosen ?? sheet.guesses.find(({column}) => column === index + 1)?.role;
    const samples = sheet.sample
      .slice(0, kSamples)
      .map((record) => record[index] ?? '')
      .filter((text) => text !== '');
    return html`<li>
      <div class="name">
        <b title=${name}>${named(name) || words.health.position(String(index + 1))}</b>
        ${
          role
            ? html`<span class="pill">${words.match.taken(words.health.role(role))}</span>`
            : html`<span class="pill plain">${words.match.unused}</span>`
        }
      </div>
      <p title=${samples.join('\n')}>
        <span class="unseen">${words.match.samples}</span>${
          samples.length > 0
            ? samples.map((text) => named(text)).join(words.frame.dot)
            : words.frame.none
        }
      </p>
    </li>`;
  }

  #effect(sheet: Sheet, busy: boolean) {
    const {words, format} = this.locale;
    const {match} = words;
    const {trial, error} = sheet;
    const say = () => {
      if (error) return html`<p class="error">${words.trouble.error[error.code](error)}</p>`;
      if (!trial) return html`<p class="soft small">${match.trying}</p>`;
      const money = format.withMoney({
        currency: trial.currency,
        minorDigits: trial.minor_digits,
      });
      const figures = {
        orders: format.number(trial.orders_counted),
        customers: format.number(trial.customers),
        revenue: trial.revenue === null ? words.frame.none : money.moneyHeadline(trial.revenue),
        rejected: format.number(trial.rows_rejected),
      };
      return html`<dl>
          ${(['orders', 'customers', 'revenue', 'rejected'] as const).map(
            (figure) =>
              html`<div data-figure=${figure}>
                <dt>${match.effect[figure]}</dt>
                <dd>${figures[figure]}</dd>
              </div>`,
          )}
        </dl>
        <p class="small soft">
          ${match[sheet.whole ? 'effectWhole' : 'effectHead'](format.count(trial.rows_read))}
        </p>`;
    };
    return html`<section
      class="effect ${busy ? 'busy' : ''}"
      aria-label=${match.effectTitle}
      aria-live="polite"
      aria-busy=${busy ? 'true' : 'false'}
    >
      ${say()}
    </section>`;
  }

  override render() {
    const {matching, locale} = this;
    const sheet = matching?.sheets[matching.current];
    if (!matching || !sheet) return nothing;
    const {match} = locale.words;
    const usable = matching.sheets.some(({error}) => error === null) && !sheet.error;
    return html`<div class="column">
      <h1>${match.title}</h1>
      <p class="lead">${sheet.error ? match.lead : match.leadGuessed}</p>
      ${this.#table(matching)}
      <div class="two">
        <div class="side yours">
          <section class="card">
            <h2>${match.yours}</h2>
            <p class="how">${match.yoursHow}</p>
            <ul class="columns">
              ${sheet.header.map((name, index) => this.#column(sheet, name, index))}
            </ul>
          </section>
          <rg-match-doubts .locale=${locale} .sheet=${sheet}></rg-match-doubts>
          <rg-match-reasons .locale=${locale} .trial=${sheet.trial}></rg-match-reasons>
        </div>
        <div class="side">
          <section class="card ours">
            <h2>${match.ours}</h2>
            <p class="how">${match.oursHow}</p>
            <rg-match-fields .locale=${locale} .sheet=${sheet}></rg-match-fields>
          </section>
        </div>
      </div>
      <div class="foot">
        ${this.#effect(sheet, matching.busy)}
        <button
          class="primary confirm"
          ?disabled=${!usable}
          @click=${() => this.#tell('rg-confirm')}
        >
          ${match.confirm}
        </button>
        <button class="leave" @click=${() => this.#tell('rg-leave')}>${match.cancel}</button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-match': RgMatch;
  }
}
