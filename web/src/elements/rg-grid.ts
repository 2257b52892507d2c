import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {classMap} from 'lit/directives/class-map.js';
import {
  clampTop,
  isScaled,
  rangeHeight,
  rowsInView,
  scrollFor,
  topAt,
  topToShow,
  type ScrollRange,
} from '../charts/scroll-range.js';
import type {RowSource} from '../state/row-source.js';
import {base} from '../styles/base.js';
import {cssVars} from './css-vars.js';
import {gridStyles} from './rg-grid.styles.js';

export interface GridColumn<Row> {
  key: string;
  label: string;
  /** Spoken and shown on hover, where the label is only a letter. */
  title?: string;
  kind: 'text' | 'number';
  /** Track of the CSS grid. */
  width: string;
  /** Left out where there is not so much room, in px. */
  from?: number;
  /** Rows cannot be sorted by it. */
  fixed?: boolean;
  /** Its place on a card, where rows are cards; without one it is left out there. */
  card?: 'name' | 'mark' | 'amount' | 'count' | 'note';
  cell: (row: Row) => unknown;
}

/** Heights in px; cards are for narrow places. */
const kRow = 44;
const kCard = 104;
const kHead = 36;
/** Narrower than this, rows are cards. */
const kCardsBelow = 620;

/**
 * A table of any length that draws only the rows in view.
 * @fires rg-sort - Detail: the key of the column.
 * @fires rg-open - Detail: the row to open.
 */
@customElement('rg-grid')
export class RgGrid<Row> extends LitElement {
  static override styles = [base, gridStyles];

  @query('.scroller') private scroller!: HTMLElement;
  /** First row in view, with the part of it that is scrolled away. */
  @state() private top = 0;
  @state() private view = 400;
  @state() private width = 1000;
  /** The cell where the arrow keys stand. */
  @state() private active = {row: 0, column: 0};
  /** Columns from left to right. */
  @property({attribute: false}) columns: readonly GridColumn<Row>[] = [];
  /** Where rows come from. */
  @property({attribute: false}) source: RowSource<Row> | null = null;
  /** What the table is called. */
  @property() label = '';
  /** How the keys work. */
  @property() keys = '';
  /** Stands in for cells that are on their way. */
  @property() loading = '';
  /** Key of the column the rows are sorted by. */
  @property() sort = '';
  @property({type: Boolean}) descending = false;

  #watched: RowSource<Row> | null = null;
  /** The bar is to follow the rows: they were moved by something else than the bar. */
  #barDue = false;
  #wasHidden = false;
  /** Where we put the bar ourselves. */
  #barSet = -1;
  /** The row somebody opened before it was there; no row: -1. */
  #awaited = -1;
  readonly #sized = new ResizeObserver(() => this.#measure());
  readonly #changed = () => {
    this.requestUpdate();
    if (this.source?.row(this.#awaited)) this.#open(this.#awaited);
  };

  override connectedCallback() {
    super.connectedCallback();
    this.#sized.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#sized.disconnect();
    this.#watched?.removeEventListener('change', this.#changed);
    this.#watched = null;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('source') && this.#watched === this.source) return;
    this.#watched?.removeEventListener('change', this.#changed);
    this.#watched = this.source;
    this.#watched?.addEventListener('change', this.#changed);
    this.active = {...this.active, row: 0};
    this.#awaited = -1;
    this.#move(0);
  }

  protected override firstUpdated() {
    // Not passive: in a scaled range the wheel is ours.
    this.scroller.addEventListener('wheel', (event) => this.#wheeled(event), {passive: false});
    this.#measure();
  }

  protected override updated() {
    const {from, to} = rowsInView(this.top, this.#range);
    this.source?.want(from, Math.max(to, from + 1));
    if (this.#barDue) this.#setBar();
  }

  get #cards(): boolean {
    return this.width < kCardsBelow;
  }

  get #head(): number {
    return this.#cards ? 0 : kHead;
  }

  get #range(): ScrollRange {
    return {
      rows: this.source?.total ?? 0,
      rowHeight: this.#cards ? kCard : kRow,
      view: this.view - this.#head,
    };
  }

  get #shown(): readonly GridColumn<Row>[] {
    return this.#cards ? this.columns : this.columns.filter(({from = 0}) => this.width >= from);
  }

  #measure() {
    // On a screen that is not shown nothing has a size, and bars lose their place.
    if (this.clientWidth === 0) {
      this.#wasHidden = true;
      return;
    }
    if (this.#wasHidden) this.#move(this.top);
    this.#wasHidden = false;
    const height = this.scroller?.clientHeight || this.view;
    if (this.width === this.clientWidth && this.view === height) return;
    this.width = this.clientWidth;
    this.view = height;
    this.#move(clampTop(this.top, this.#range));
  }

  #move(top: number) {
    this.top = top;
    this.#barDue = true;
    this.requestUpdate();
  }

  #setBar() {
    this.#barDue = false;
    this.scroller.scrollTop = scrollFor(this.top, this.#range);
    this.#barSet = this.scroller.scrollTop;
  }

  #scrolled() {
    const {scrollTop} = this.scroller;
    // What we set ourselves says less than we know: in a scaled range a pixel is many rows.
    if (this.#barDue || scrollTop === this.#barSet) return;
    this.#barSet = -1;
    this.top = topAt(scrollTop, this.#range);
  }

  #wheeled(event: WheelEvent) {
    const range = this.#range;
    if (!isScaled(range) || event.ctrlKey || event.deltaY === 0) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 1 : 1 / range.rowHeight;
    const top = clampTop(this.top + event.deltaY * unit, range);
    // At the ends the page scrolls on.
    if (top === this.top) return;
    event.preventDefault();
    this.#move(top);
  }

  /** Brings a row (from 0 on) into view and makes it the active one. */
  goTo(row: number) {
    const last = this.#range.rows - 1;
    const target = Math.max(0, Math.min(last, row));
    this.active = {...this.active, row: target};
    this.#awaited = -1;
    this.#move(topToShow(target, this.top, this.#range));
  }

  override focus() {
    this.scroller.focus();
  }

  #pressed(event: KeyboardEvent) {
    if (event.target !== this.scroller) return;
    const {rows, rowHeight, view} = this.#range;
    const leap = Math.max(1, Math.floor(view / rowHeight) - 1);
    const {row, column} = this.active;
    const moves: Record<string, number> = {
      ArrowDown: row + 1,
      ArrowUp: row - 1,
      PageDown: row + leap,
      PageUp: row - leap,
      Home: 0,
      End: rows - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) this.goTo(move);
    else if (event.key === 'ArrowLeft') this.active = {row, column: Math.max(0, column - 1)};
    else if (event.key === 'ArrowRight')
      this.active = {row, column: Math.min(this.#shown.length - 1, column + 1)};
    else if (event.key === 'Enter' || event.key === ' ') this.#open(row);
    else return;
    event.preventDefault();
  }

  #clicked(event: MouseEvent) {
    const row = (event.target as Element).closest<HTMLElement>('.row')?.dataset.row;
    if (row !== undefined) this.#open(Number(row));
  }

  /** Opens a row: at once, or as soon as it arrives. */
  #open(index: number) {
    const row = this.source?.row(index);
    this.#awaited = row ? -1 : index;
    this.active = {...this.active, row: index};
    if (row)
      this.dispatchEvent(new CustomEvent('rg-open', {detail: row, bubbles: true, composed: true}));
  }

  #sortBy(key: string) {
    this.dispatchEvent(new CustomEvent('rg-sort', {detail: key, bubbles: true, composed: true}));
  }

  #sorted(key: string): 'ascending' | 'descending' | 'none' {
    if (key !== this.sort) return 'none';
    return this.descending ? 'descending' : 'ascending';
  }

  #header(column: GridColumn<Row>, index: number) {
    const {key, kind, label, title, fixed = false} = column;
    const sorted = this.#sorted(key);
    return html`<div
      role="columnheader"
      aria-colindex=${index + 1}
      aria-sort=${fixed ? nothing : sorted}
      class=${kind}
    >
      ${
        fixed
          ? html`<span class="fixed">${label}</span>`
          : html`<button title=${title ?? label} @click=${() => this.#sortBy(key)}>
              ${label}<span class=${sorted} aria-hidden="true"></span>
            </button>`
      }
    </div>`;
  }

  #row(index: number) {
    const row = this.source?.row(index);
    const active = index === this.active.row;
    return html`<div
      class=${classMap({row: true, active, pending: !row})}
      role="row"
      aria-rowindex=${index + 2}
      data-row=${index}
    >
      ${this.#shown.map(
        ({key, kind, label, cell, card}, column) =>
          html`<div
            id="cell-${index}-${column}"
            class=${classMap({[kind]: true, [key]: true, [`card-${card ?? 'none'}`]: true, here: active && column === this.active.column})}
            role="gridcell"
            aria-colindex=${column + 1}
            data-label=${label}
          >
            ${row ? cell(row) : column === 0 ? this.loading : nothing}
          </div>`,
      )}
    </div>`;
  }

  override render() {
    const range = this.#range;
    const {from, to} = rowsInView(this.top, range);
    const indices = Array.from({length: Math.max(0, to - from)}, (_, offset) => from + offset);
    const {row, column} = this.active;
    const vars = {
      '--range': `${rangeHeight(range) + this.#head}px`,
      '--view': `${this.view}px`,
      '--content':
        this.source?.total === null ? '' : `${range.rows * range.rowHeight + this.#head + 2}px`,
      '--shift': `${(from - this.top) * range.rowHeight}px`,
      '--row': `${range.rowHeight}px`,
      '--tracks': this.#shown.map(({width}) => width).join(' '),
    };
    return html`
      <div
        class=${classMap({scroller: true, cards: this.#cards})}
        role="grid"
        tabindex="0"
        aria-label=${this.label}
        aria-describedby="keys"
        aria-rowcount=${range.rows + 1}
        aria-colcount=${this.#shown.length}
        aria-activedescendant=${row >= from && row < to ? `cell-${row}-${column}` : nothing}
        @scroll=${() => this.#scrolled()}
        @keydown=${(event: KeyboardEvent) => this.#pressed(event)}
        @click=${(event: MouseEvent) => this.#clicked(event)}
        ${cssVars(vars)}
      >
        <div class="range" role="presentation">
          <div class="window" role="presentation">
            <div class="head" role="row" aria-rowindex="1">
              ${this.#shown.map((shown, index) => this.#header(shown, index))}
            </div>
            <div class="rows" role="rowgroup">${indices.map((index) => this.#row(index))}</div>
          </div>
        </div>
      </div>
      <p id="keys" class="keys">${this.keys}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-grid': RgGrid<unknown>;
  }
}
