import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {NearRow, NearlyThere, Report} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {effortText, rewardText} from '../i18n/why-text.js';
import {base} from '../styles/base.js';

/** Asks who misses little; null where that cannot be asked now. */
export type NearlySource = () => Promise<NearlyThere | null>;

/**
 * Who misses a reward or the next tier by little, the nearest first.
 * @fires rg-open - Detail: the customer.
 * @fires rg-download - Detail: `nearly`.
 */
@customElement('rg-nearly')
export class RgNearly extends LitElement {
  static override styles = [
    base,
    css`
      h3 {
        margin: 0 0 var(--space-2);
      }
      table {
        width: 100%;
      }
      th,
      td {
        vertical-align: middle;
      }
      td.has {
        width: 120px;
      }
      button.one {
        padding: 2px 0;
        min-height: 28px;
        color: var(--accent);
        text-align: start;
      }
      progress {
        width: 100%;
        height: 6px;
        accent-color: var(--accent);
      }
      @media (max-width: 600px) {
        .has {
          display: none;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The shop: a new one has new answers. */
  @property({attribute: false}) report: Report | null = null;
  /** Where the list comes from. */
  @property({attribute: false}) source: NearlySource | null = null;
  @state() private list: NearlyThere | null = null;

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('report') && !changed.has('source')) return;
    this.list = null;
    const {report} = this;
    void this.source?.().then((list) => {
      if (this.report === report) this.list = list;
    });
  }

  #open({id}: NearRow) {
    this.dispatchEvent(new CustomEvent('rg-open', {detail: {id}, bubbles: true, composed: true}));
  }

  #save() {
    this.dispatchEvent(
      new CustomEvent('rg-download', {detail: 'nearly', bubbles: true, composed: true}),
    );
  }

  #row(row: NearRow, {unit}: NearlyThere) {
    const {words} = this.locale;
    const {why} = words;
    const {has, needed} = row;
    const name = row.name || row.customer;
    const missing = effortText(row.effort, row.missing, this.locale);
    const until = row.until === null ? '' : why.untilDay(this.locale.format.date(row.until));
    return html`<tr>
      <th scope="row" dir="auto">
        <button
          class="quiet one"
          aria-label=${words.program.open(name)}
          @click=${() => this.#open(row)}
        >
          ${name}
        </button>
      </th>
      <td>
        ${row.tier === null ? why.more(rewardText(row.gain, unit, this.locale)) : html`<bdi>${row.tier}</bdi>`}
      </td>
      <td class="number">${missing}${until}</td>
      <td class="has">
        ${
          has === null || needed === null || needed <= 0
            ? nothing
            : html`<progress max=${needed} value=${has} aria-hidden="true"></progress>`
        }
      </td>
    </tr>`;
  }

  override render() {
    const {list, locale} = this;
    if (!list) return nothing;
    const {words, format} = locale;
    const {why} = words;
    if (list.total === 0) return html`<p class="soft">${why.nobodyNear}</p>`;
    return html`<h3>${why.nearTitle}</h3>
      <p class="how">${why.nearHow(format.count(list.total))}</p>
      <table>
        <thead>
          <tr>
            ${why.nearColumns.map((name, i) => html`<th scope="col" class=${i === 3 ? 'has' : i === 2 ? 'number' : ''}>${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${list.rows.map((row) => this.#row(row, list))}
        </tbody>
      </table>
      <p><button @click=${() => this.#save()}>${why.nearSave}</button></p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-nearly': RgNearly;
  }
}
