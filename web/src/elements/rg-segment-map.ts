import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {classMap} from 'lit/directives/class-map.js';
import {fieldsOf, neighbour, type Cell, type Field} from '../charts/segment-map.js';
import type {Rule} from '../charts/segment-rules.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {segmentName} from '../i18n/segment-name.js';
import {base} from '../styles/base.js';
import {ramp} from '../styles/ramp.js';
import {show} from './show.js';

/**
 * The map of customers: right is lately, up is often; the number is people, the colour revenue.
 * @fires rg-look - Detail: the segment under pointer or focus; null when it left.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-segment-map')
export class RgSegmentMap extends LitElement {
  static override styles = [
    base,
    ramp,
    css`
      :host {
        container-type: inline-size;
      }
      .frame {
        display: grid;
        grid-template-columns: 1.4rem 1fr;
        grid-template-rows: 1fr 1.5rem;
        gap: 2px 4px;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        grid-auto-rows: minmax(66px, 1fr);
      }
      [role='row'] {
        display: contents;
      }
      .field {
        position: relative;
        display: flex;
        flex-direction: column;
        justify-content: space-between;
        padding: 6px 8px;
        cursor: pointer;
        min-width: 0;
        line-height: 1.15;
        margin: 0.5px;
        transition: opacity 120ms ease;
      }
      .field.top {
        margin-top: 3px;
        border-top-left-radius: 0;
      }
      .field.bottom {
        margin-bottom: 3px;
      }
      .field.left {
        margin-left: 3px;
      }
      .field.right {
        margin-right: 3px;
      }
      .top.left {
        border-top-left-radius: 7px;
      }
      .top.right {
        border-top-right-radius: 7px;
      }
      .bottom.left {
        border-bottom-left-radius: 7px;
      }
      .bottom.right {
        border-bottom-right-radius: 7px;
      }
      .field b {
        /* As large as a field has room for, whatever the text around it. */
        font-size: 1.1875rem;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        letter-spacing: -0.01em;
        margin-top: auto;
      }
      .field span {
        font-size: 0.6875rem;
        font-weight: 500;
        hyphens: manual;
        overflow-wrap: break-word;
      }
      .empty b {
        font-weight: 400;
        font-size: var(--text-s);
        color: var(--ink-faint);
      }
      .lit {
        outline: 2px solid var(--ink);
        outline-offset: -2px;
      }
      .field:focus-visible {
        outline: 3px solid var(--focus);
        outline-offset: 1px;
        z-index: 1;
      }
      .axis {
        font-size: var(--text-xs);
        color: var(--ink-faint);
        display: flex;
        justify-content: space-between;
        align-items: center;
      }
      .axis.y {
        writing-mode: vertical-rl;
        transform: rotate(180deg);
      }
      .axis.x {
        grid-column: 2;
        padding: 0 4px;
      }
      .axis:lang(zh).y {
        writing-mode: vertical-rl;
        transform: none;
        flex-direction: row-reverse;
      }
      .key {
        display: flex;
        align-items: center;
        gap: 6px;
        font-size: var(--text-xs);
        color: var(--ink-faint);
        margin-top: var(--space-3);
        padding-left: 1.8rem;
        flex-wrap: wrap;
      }
      .key i {
        width: 18px;
        height: 10px;
        border-radius: 2px;
        margin-right: -4px;
      }
      .key .hint {
        margin-left: auto;
      }
      @media print {
        .field,
        .key i {
          print-color-adjust: exact;
        }
        .key .hint {
          display: none;
        }
      }
      @container (max-width: 430px) {
        .field span {
          display: none;
        }
        .grid {
          grid-auto-rows: 52px;
        }
        .field {
          padding: 4px 6px;
        }
        .key .hint {
          display: none;
        }
      }
    `,
  ];

  /** Where the arrow keys stand. */
  @state() private at = {r: 5, f: 5};
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** The 25 fields. */
  @property({attribute: false}) cells: readonly Cell[] = [];
  /** How scores make segments. */
  @property({attribute: false}) rules: readonly Rule[] = [];
  /** The segment that is looked at elsewhere. */
  @property({attribute: false}) lit: string | null = null;
  /** Amounts are known, and colour means them. */
  @property({type: Boolean}) amounts = false;

  #look(region: string | null) {
    this.dispatchEvent(new CustomEvent('rg-look', {detail: region, bubbles: true, composed: true}));
  }

  #pressed(event: KeyboardEvent, field: Field) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      show(this, {cell: {r: field.r, f: field.f}});
      return;
    }
    const next = neighbour(field.r, field.f, event.key);
    if (next.r === field.r && next.f === field.f) return;
    event.preventDefault();
    this.at = next;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('.field[tabindex="0"]')?.focus();
    });
  }

  #field(field: Field) {
    const {words, format} = this.locale;
    const {segments} = words;
    const {edges, step, region, named, customers, revenue, r, f} = field;
    const name = region === null ? segments.mixed : segmentName(segments, region);
    const money = this.amounts ? format.money(revenue) : words.frame.none;
    const label = segments.cell(r, f, format.count(customers), money, name);
    return html`<div
      class=${classMap({field: true, [`s${step}`]: true, lit: region !== null && region === this.lit, empty: customers === 0, ...edges})}
      role="gridcell"
      tabindex=${r === this.at.r && f === this.at.f ? 0 : -1}
      title=${label}
      @click=${() => show(this, {cell: {r: field.r, f: field.f}})}
      @keydown=${(event: KeyboardEvent) => this.#pressed(event, field)}
      @focus=${() => this.#look(region)}
      @pointerenter=${() => this.#look(region)}
    >
      <p class="unseen">${label}</p>
      ${named ? html`<span aria-hidden="true">${name}</span>` : nothing}<b aria-hidden="true"
        >${format.number(customers)}</b
      >
    </div>`;
  }

  override render() {
    const {segments} = this.locale.words;
    const fields = fieldsOf(this.cells, this.rules);
    const rows = [1, 2, 3, 4, 5].map((row) => fields.filter((field) => field.row === row));
    return html`
      <div class="frame">
        <div class="axis y" aria-hidden="true">
          <span>${segments.seldom}</span><span>${segments.often}</span>
        </div>
        <div
          class="grid"
          role="grid"
          aria-label=${segments.mapTitle}
          @pointerleave=${() => this.#look(null)}
        >
          ${rows.map((row) => html`<div role="row">${row.map((field) => this.#field(field))}</div>`)}
        </div>
        <div class="axis x" aria-hidden="true">
          <span>${segments.longAgo}</span><span>${segments.recent}</span>
        </div>
      </div>
      <p class="key">
        ${
          this.amounts
            ? html`${segments.ramp}
              ${[0, 1, 2, 3, 4, 5].map((step) => html`<i class="s${step}" aria-hidden="true"></i>`)}`
            : nothing
        }
        <span class="hint">${segments.cellKeys}</span>
      </p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-segment-map': RgSegmentMap;
  }
}
