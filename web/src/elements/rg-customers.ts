import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {CustomerColumn, CustomerRow, Report} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {named} from '../i18n/named.js';
import {segmentName} from '../i18n/segment-name.js';
import {kEverybody, kNoFilter, type CustomerFilter, type CustomerView} from '../state/app-state.js';
import {remarksBySign, type Remark} from '../state/remarks.js';
import type {RowSource} from '../state/row-source.js';
import {base} from '../styles/base.js';
import {chip} from '../styles/chip.js';
import {choices} from '../styles/choices.js';
import {customerColumns, tagColumn, type CustomerAspect} from './customer-columns.js';
import {deedName} from './deed-name.js';
import {habitName} from './habit-name.js';
import {icon} from './icons.js';
import {groupLabel} from './rg-groups.js';
import './rg-grid.js';
import type {RgGrid} from './rg-grid.js';
import './rg-remarks.js';
import type {RemarkSource} from './rg-remarks.js';

/** How long somebody types before the search begins, in ms. */
const kTyping = 180;

const kAspects: readonly CustomerAspect[] = ['past', 'future'];

/** What a half of the columns is sorted by at first. */
const kTelling: readonly CustomerColumn[] = ['revenue', 'lifetime_value', 'expected_orders_90d'];

/** Columns in which the smallest comes first when they are chosen. */
const kAscendingFirst: ReadonlySet<string> = new Set([
  'customer',
  'segment',
  'first_order',
  'days_since_last',
  'cluster',
  'next_order_from',
  'state',
]);

/**
 * The customer table with its search and filters.
 * @fires rg-view - Detail: what changes in the view of the table.
 * @fires rg-export - Detail: the view of the customers to take along.
 * @fires rg-open - Detail: the row to open.
 */
@customElement('rg-customers')
export class RgCustomers extends LitElement {
  static override styles = [
    base,
    chip,
    choices,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: center;
        margin-bottom: var(--space-3);
      }
      .search {
        position: relative;
        flex: 1 1 16rem;
        max-width: 24rem;
      }
      .search svg {
        position: absolute;
        left: 10px;
        top: 8px;
        color: var(--ink-faint);
      }
      .search input {
        width: 100%;
        padding-left: 36px;
      }
      form {
        display: flex;
        gap: var(--space-1);
        align-items: center;
        margin-left: auto;
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
      form input {
        width: 6.5rem;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        margin-bottom: var(--space-3);
        min-height: 34px;
        font-size: var(--text-s);
      }
      .count {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        margin-right: var(--space-2);
      }
      .order {
        display: none;
        gap: var(--space-2);
        align-items: center;
        font-size: var(--text-s);
        color: var(--ink-soft);
      }
      .nobody {
        padding: var(--space-6) 0;
        text-align: center;
        color: var(--ink-soft);
      }
      .nobody b {
        display: block;
        color: var(--ink);
      }
      @media (max-width: 760px) {
        .order {
          display: flex;
        }
        .search {
          flex-basis: 100%;
          max-width: none;
        }
        form {
          margin-left: 0;
        }
      }
      @media print {
        .bar {
          display: none;
        }
      }
    `,
  ];

  @query('rg-grid') private grid!: RgGrid<CustomerRow> | null;
  @state() private aspect: CustomerAspect = 'past';
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;
  /** Filter and order in force. */
  @property({attribute: false}) view: CustomerView = kEverybody;
  /** Notes and tags of customers. */
  @property({attribute: false}) remarks: readonly Remark[] = [];
  /** Under which customers they are found. */
  @property({attribute: false}) remarked: RemarkSource | null = null;
  /** The rows of that view. */
  @property({attribute: false}) source: RowSource<CustomerRow> | null = null;

  #typing: ReturnType<typeof setTimeout> | undefined;
  #watched: RowSource<CustomerRow> | null = null;
  readonly #changed = () => this.requestUpdate();

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('view')) this.#follow();
    if (!changed.has('source')) return;
    this.#watched?.removeEventListener('change', this.#changed);
    this.#watched = this.source;
    this.#watched?.addEventListener('change', this.#changed);
  }

  /** Whoever asks for an order by a column sees that column. */
  #follow() {
    const {report, aspect, view} = this;
    if (!report || report.chosen === null) return;
    const has = (of: CustomerAspect) =>
      customerColumns(report, of, this.locale).some(({key}) => key === view.sort);
    const other = kAspects.find((one) => one !== aspect);
    if (other && !has(aspect) && has(other)) this.aspect = other;
  }

  /** Makes a row (from 0 on) the one where the keyboard stands, if the rows are here. */
  showRow(row: number) {
    if (this.source?.row(row)) this.grid?.goTo(row);
  }

  #change(part: Partial<CustomerView>) {
    this.dispatchEvent(new CustomEvent('rg-view', {detail: part, bubbles: true, composed: true}));
  }

  #export() {
    const {view: detail} = this;
    this.dispatchEvent(new CustomEvent('rg-export', {detail, bubbles: true, composed: true}));
  }

  #typed(event: InputEvent) {
    const search = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#change({search}), kTyping);
  }

  #sort(key: string) {
    const sort = key as CustomerColumn;
    const descending = this.view.sort === sort ? !this.view.descending : !kAscendingFirst.has(sort);
    this.#change({sort, descending});
  }

  #go(event: SubmitEvent) {
    event.preventDefault();
    const row = Number(new FormData(event.target as HTMLFormElement).get('row'));
    if (!(row >= 1)) return;
    this.grid?.goTo(Math.floor(row) - 1);
    this.grid?.focus();
  }

  #chip(text: string, without: Partial<CustomerView>) {
    return html`<button
      class="chip"
      aria-label=${this.locale.words.customers.remove(text)}
      @click=${() => this.#change(without)}
    >
      ${text}${icon('close')}
    </button>`;
  }

  #chips() {
    const {words, format} = this.locale;
    const {segment, cluster, state, cell, began, habit, deed, card, tag, search} = this.view;
    const group = this.report?.clusters.groups.find(({id}) => id === cluster);
    const chips = [
      segment && this.#chip(segmentName(words.segments, segment), {segment: null}),
      group && this.#chip(groupLabel(group, this.locale), {cluster: null}),
      state && this.#chip(words.returns.rhythm.state[state], {state: null}),
      cell && this.#chip(words.customers.cell(cell.r, cell.f), {cell: null}),
      began &&
        this.#chip(words.customers.began(format.date(began.from), format.date(began.to)), {
          began: null,
        }),
      habit && this.#chip(habitName(habit.frequency, habit.since, this.locale), {habit: null}),
      deed && this.report && this.#chip(deedName(deed, this.report, this.locale), {deed: null}),
      card && this.#chip(words.week.name[card], {card: null}),
      tag && this.#chip(words.remarks.tagged(named(tag)), {tag: null}),
      search && this.#chip(named(search), {search: ''}),
    ].filter(Boolean);
    if (chips.length === 0) return nothing;
    return html`${chips}
      <button class="quiet" @click=${() => this.#change(kNoFilter)}>
        ${words.customers.clearFilters}
      </button>`;
  }

  #count() {
    const {words, format} = this.locale;
    const total = this.source?.total;
    if (total === null || total === undefined) return words.customers.loading;
    const filters = Object.keys(kNoFilter) as (keyof CustomerFilter)[];
    const filtered = filters.some((filter) => this.view[filter] !== kNoFilter[filter]);
    return words.customers[filtered ? 'filtered' : 'total'](format.count(total));
  }

  /** The table keeps its order where the column is still there. */
  #look(aspect: CustomerAspect) {
    this.aspect = aspect;
    if (!this.report) return;
    const keys = customerColumns(this.report, aspect, this.locale).map(({key}) => key);
    if (keys.includes(this.view.sort)) return;
    const sort = kTelling.find((key) => keys.includes(key)) ?? 'orders';
    this.#change({sort, descending: true});
  }

  /** What was, or what is to come: side by side there is no room for both. */
  #aspects() {
    const {aspects, aspect: names} = this.locale.words.customers;
    return html`<div class="choices" role="group" aria-label=${aspects}>
      ${kAspects.map(
        (aspect) =>
          html`<button
            data-aspect=${aspect}
            aria-pressed=${aspect === this.aspect}
            @click=${() => this.#look(aspect)}
          >
            ${names[aspect]}
          </button>`,
      )}
    </div>`;
  }

  #order(columns: readonly {key: CustomerColumn; label: string}[]) {
    const {customers} = this.locale.words;
    return html`<div class="order">
      <label for="order">${customers.sort}</label>
      <select
        id="order"
        @change=${(event: Event) => this.#sort((event.target as HTMLSelectElement).value)}
      >
        ${columns.map(({key, label}) => html`<option value=${key} ?selected=${key === this.view.sort}>${label}</option>`)}
      </select>
      <button @click=${() => this.#sort(this.view.sort)}>
        ${customers.direction[this.view.descending ? 'descending' : 'ascending']}
      </button>
    </div>`;
  }

  override render() {
    if (!this.report) return nothing;
    const {customers} = this.locale.words;
    const foretold = this.report.chosen !== null;
    const remarks = remarksBySign(this.remarks, this.report.intake.merges);
    const columns = customerColumns(
      this.report,
      foretold ? this.aspect : 'past',
      this.locale,
      remarks,
    );
    const tags = tagColumn(remarks, this.locale);
    return html`
      <div class="bar">
        <div class="search">
          ${icon('search')}
          <input
            type="search"
            aria-label=${customers.search}
            placeholder=${customers.searchHint}
            .value=${this.view.search}
            @input=${(event: InputEvent) => this.#typed(event)}
          />
        </div>
        ${foretold ? this.#aspects() : nothing} ${this.#order(columns)}
        <form @submit=${(event: SubmitEvent) => this.#go(event)}>
          <label for="row">${customers.goToRow}</label>
          <input
            id="row"
            name="row"
            type="number"
            min="1"
            max=${this.source?.total ?? 1}
            inputmode="numeric"
          />
          <button>${customers.go}</button>
        </form>
        <button class="export" ?disabled=${this.source?.total === 0} @click=${() => this.#export()}>
          ${icon('downloads')}${this.locale.words.audience.open}
        </button>
      </div>
      <div class="chips">
        <span class="count" role="status">${this.#count()}</span>${this.#chips()}
      </div>
      ${
        this.source?.total === 0
          ? html`<div class="nobody"><b>${customers.nobody}</b>${customers.nobodyHint}</div>`
          : html`<rg-grid
              .columns=${[...columns.slice(0, 2), ...tags, ...columns.slice(2)]}
              .source=${this.source}
              .label=${customers.title}
              .keys=${customers.keys}
              .loading=${customers.loading}
              .sort=${this.view.sort}
              .descending=${this.view.descending}
              @rg-sort=${(event: CustomEvent<string>) => this.#sort(event.detail)}
            ></rg-grid>`
      }
      <rg-remarks
        .locale=${this.locale}
        .remarks=${this.remarks}
        .source=${this.remarked}
      ></rg-remarks>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-customers': RgCustomers;
  }
}
