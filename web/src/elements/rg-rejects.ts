import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Correction, IssueKind, RejectedRow} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import type {MendInForce} from '../state/app-state.js';
import {base} from '../styles/base.js';
import {rowText} from '../styles/row-text.js';

/** Rows on one page. */
const kPage = 50;
/** A row can do without what these say is wrong with it. */
const kKeepable: readonly IssueKind[] = [
  'too_few_cells',
  'too_many_cells',
  'unclosed_quote',
  'stray_quote',
  'invalid_amount',
  'invalid_quantity',
  'missing_amount',
];

/** Answers rows that were left out. */
export type RejectSource = (
  from: number,
  limit: number,
) => Promise<{total: number; rows: RejectedRow[]}>;

/**
 * The rows that were left out, page by page, each with its reason and what can be done about it.
 * @fires rg-mend - Detail: the row, and its correction or null.
 * @fires rg-download - Detail: `rejects`.
 */
@customElement('rg-rejects')
export class RgRejects extends LitElement {
  static override styles = [
    base,
    rowText,
    css`
      :host {
        container-type: inline-size;
      }
      ul {
        max-height: 36rem;
        overflow: auto;
      }
      li {
        border-top: 1px solid var(--line);
        padding: var(--space-3) 4px;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--space-1) var(--space-4);
        align-items: center;
      }
      .what,
      .refused,
      textarea {
        grid-column: 1 / -1;
      }
      @container (max-width: 640px) {
        li {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--space-2);
        }
      }
      li:first-child {
        border-top: 0;
      }
      .what {
        font-size: var(--text-s);
      }
      .what b {
        font-weight: 600;
      }
      textarea {
        width: 100%;
        margin-bottom: var(--space-1);
        background: var(--sheet);
        resize: vertical;
      }
      .do {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
      }
      .do button {
        padding: 5px 10px;
        min-height: 28px;
      }
      .refused {
        font-size: var(--text-s);
        color: var(--bad);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        padding-top: var(--space-3);
        border-top: 1px solid var(--line);
        font-size: var(--text-s);
      }
      .save {
        margin-left: auto;
      }
      .mended code {
        color: var(--ink-faint);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @query('textarea') private field!: HTMLTextAreaElement | null;
  @state() private page = 0;
  @state() private found: {total: number; rows: RejectedRow[]} | null = null;
  /** The row whose text is being mended. */
  @state() private open: number | null = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** Where the rows come from; another one asks anew. */
  @property({attribute: false}) source: RejectSource | null = null;
  /** What was said of them. */
  @property({attribute: false}) mends: readonly MendInForce[] = [];
  /** Rows whose correction did not make them usable. */
  @property({attribute: false}) refused: readonly number[] = [];

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('source')) void this.#load();
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('open') && this.open !== null) this.field?.focus();
  }

  async #load(): Promise<void> {
    const {source, page} = this;
    if (!source) return;
    // The engine may have stopped: whoever stopped it shows something else by now.
    const found = await source(page * kPage, kPage).catch(() => null);
    if (source === this.source && page === this.page) this.found = found;
  }

  #turn(pages: number) {
    this.page += pages;
    this.open = null;
    void this.#load();
    this.renderRoot.querySelector('ul')?.scrollTo({top: 0});
  }

  #mend(row: RejectedRow, correction: Correction | null) {
    this.open = null;
    this.dispatchEvent(
      new CustomEvent('rg-mend', {detail: {row, correction}, bubbles: true, composed: true}),
    );
  }

  #fix(row: RejectedRow) {
    this.#mend(row, {mending: 'fixed', text: this.field?.value ?? ''});
  }

  #typed(event: KeyboardEvent, row: RejectedRow) {
    if (event.key === 'Escape') this.open = null;
    // A row may be of several lines: those are begun with the shift key.
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    this.#fix(row);
  }

  #download() {
    this.dispatchEvent(
      new CustomEvent('rg-download', {detail: 'rejects', bubbles: true, composed: true}),
    );
  }

  #text(row: RejectedRow, mend: Correction | undefined) {
    const {rejects} = this.locale.words;
    const {reject} = row;
    const text = mend?.mending === 'fixed' ? mend.text : row.text;
    if (this.open !== reject) return html`<code>${text}</code>`;
    const {format} = this.locale;
    return html`<textarea
        rows=${Math.min(6, Math.max(2, text.split('\n').length))}
        aria-label=${rejects.text(format.number(row.row))}
        .value=${text}
        @keydown=${(event: KeyboardEvent) => this.#typed(event, row)}
      ></textarea>
      <div class="do">
        <button class="primary take" @click=${() => this.#fix(row)}>${rejects.enter}</button>
        <button class="quiet" @click=${() => (this.open = null)}>${rejects.cancel}</button>
      </div>`;
  }

  #actions(row: RejectedRow, mend: Correction | undefined) {
    const {rejects} = this.locale.words;
    const {reject, reason, mending} = row;
    if (this.open === reject) return nothing;
    return html`<div class="do">
      <span class="pill ${mending === 'none' ? 'plain' : ''}">${rejects.mending[mending]}</span>
      <button class="fix" @click=${() => (this.open = reject)}>${rejects.fix}</button>
      ${
        kKeepable.includes(reason) && mend?.mending !== 'kept'
          ? html`<button class="keep" @click=${() => this.#mend(row, {mending: 'kept'})}>
              ${rejects.keep}
            </button>`
          : nothing
      }
      ${
        mend
          ? html`<button class="skip" @click=${() => this.#mend(row, null)}>
              ${rejects.skip}
            </button>`
          : nothing
      }
    </div>`;
  }

  #row(row: RejectedRow) {
    const {words, format} = this.locale;
    const {rejects} = words;
    const mend = this.mends.find(({reject}) => reject === row.reject)?.mend;
    const position = /^\d+$/.test(row.column);
    const column = position ? words.health.position(row.column) : rejects.column(named(row.column));
    return html`<li data-reject=${row.reject} class=${row.mending === 'none' ? '' : 'mended'}>
      <p class="what">
        <b>${rejects.reason[row.reason]}</b>${
          row.column ? html`${words.frame.dot}${column}` : nothing
        }
        <span class="where"
          >${words.frame.dot}${rejects.row(named(row.file), format.number(row.row), format.number(row.offset))}</span
        >
      </p>
      ${this.#text(row, mend)} ${this.#actions(row, mend)}
      ${
        this.refused.includes(row.reject)
          ? html`<p class="refused" role="status">${rejects.refused}</p>`
          : nothing
      }
    </li>`;
  }

  override render() {
    const {words, format} = this.locale;
    const {rejects, health} = words;
    const {found, page} = this;
    if (!found) return html`<p class="soft">${rejects.loading}</p>`;
    const {total, rows} = found;
    const from = page * kPage;
    const to = from + rows.length;
    const range = [from + 1, to, total].map((value) => format.number(value));
    return html`
      <ul tabindex="0" aria-label=${rejects.list}>
        ${repeat(
          rows,
          ({reject}) => reject,
          (row) => this.#row(row),
        )}
      </ul>
      <div class="foot">
        ${
          total > kPage
            ? html`<button class="before" ?disabled=${page === 0} @click=${() => this.#turn(-1)}>
                  ${rejects.before}
                </button>
                <button class="after" ?disabled=${to >= total} @click=${() => this.#turn(1)}>
                  ${rejects.after}
                </button>
                <span role="status">${rejects.page(...(range as [string, string, string]))}</span>`
            : nothing
        }
        <button class="save rejects" @click=${() => this.#download()}>${health.rejects}</button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-rejects': RgRejects;
  }
}
