import {LitElement, html, nothing, svg} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {regionsAgree} from '../charts/segment-map.js';
import type {Rule} from '../charts/segment-rules.js';
import type {Report, RfmOptions, SegmentSums} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {segmentAdvice, segmentName, segmentTone} from '../i18n/segment-name.js';
import {kUntouched, type CleaningState} from '../state/app-state.js';
import {kNoHistory, type History} from '../state/settings.js';
import {base} from '../styles/base.js';
import {pinButton} from './rg-pin.js';
import './rg-segment-editor.js';
import type {SegmentSource} from './rg-segment-editor.js';
import './rg-segment-map.js';
import {segmentsStyles} from './rg-segments.styles.js';
import {rulesOf, whoIsIn} from './segment-text.js';
import {show} from './show.js';

/**
 * The segments: the map, the one that is looked at, what to do with each, and how they are made.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-segments')
export class RgSegments extends LitElement {
  static override styles = [base, segmentsStyles];

  @state() private looked: string | null = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;
  /** How customers are divided; null: as by default. */
  @property({attribute: false}) rfm: RfmOptions | null = null;
  /** Whether they are being divided anew, and why that failed. */
  @property({attribute: false}) cleaning: CleaningState = kUntouched;
  /** The steps that can be gone. */
  @property({attribute: false}) history: History = kNoHistory;
  /** Where the counts of other segments come from. */
  @property({attribute: false}) trial: SegmentSource | null = null;

  #rules: readonly Rule[] = [];

  protected override willUpdate() {
    // While customers are divided anew, the report is still that of the rules before.
    if (this.report && !this.cleaning.busy) this.#rules = rulesOf(this.report.rfm.scheme, this.rfm);
  }

  /** Whether the table of customers has any of them: who has not ordered yet is not in it. */
  #hasPeople({name, customers}: SegmentSums): boolean {
    return customers > 0 && name !== 'prospects';
  }

  #revenue(row: SegmentSums, report: Report): string {
    const {format, words} = this.locale;
    const total = report.intake.revenue;
    if (!total) return '';
    return words.segments.broughtIn(
      format.moneyRound(row.revenue),
      format.percent(row.revenue / total),
    );
  }

  /** The segment in the panel: the one looked at, else the one that brings most. */
  #focus({rfm}: Report): SegmentSums | undefined {
    const segments: readonly SegmentSums[] = rfm.segments;
    const looked = segments.find(({name}) => name === this.looked);
    return looked ?? segments.reduce((best, row) => (row.revenue > best.revenue ? row : best));
  }

  #aside(report: Report, rules: readonly Rule[]) {
    const row = this.#focus(report);
    if (!row) return nothing;
    const {words, format} = this.locale;
    const {segments} = words;
    const many = format.count(row.customers);
    const advice = segmentAdvice(segments, row.name);
    return html`<aside class=${segmentTone(row.name)}>
      <h4>${segmentName(segments, row.name)}</h4>
      <p class="small soft">${whoIsIn(row.name, report.rfm.scheme, rules, this.locale)}</p>
      <p class="many">${many.text}</p>
      <p class="small soft">${row.customers > 0 ? this.#revenue(row, report) : segments.nobody}</p>
      ${advice ? html`<p class="advice">${advice}</p>` : nothing}
      ${
        this.#hasPeople(row)
          ? html`<button class="primary these" @click=${() => show(this, {segment: row.name})}>
              ${segments.showThese(many)}
            </button>`
          : nothing
      }
    </aside>`;
  }

  #row(row: SegmentSums, report: Report, most: number, rules: readonly Rule[]) {
    const {words, format} = this.locale;
    const {segments} = words;
    const name = segmentName(segments, row.name);
    const width = most > 0 ? (100 * Math.max(0, row.revenue)) / most : 0;
    return html`<tr
      class="${segmentTone(row.name)} ${row.customers === 0 ? 'none' : ''}"
      data-segment=${row.name}
      @click=${() => this.#hasPeople(row) && show(this, {segment: row.name})}
      @pointerenter=${() => (this.looked = row.name)}
    >
      <th scope="row">
        <b>${name}</b><span>${whoIsIn(row.name, report.rfm.scheme, rules, this.locale)}</span>
      </th>
      <td class="number customers">${format.number(row.customers)}</td>
      <td class="number orders">${format.number(row.orders)}</td>
      <td class="number revenue">
        ${report.intake.revenue === null ? '' : format.moneyRound(row.revenue)}
      </td>
      <td class="barcell">
        ${svg`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width=${width} height="10" /></svg>`}
        <small
          >${report.intake.revenue ? format.percent(row.revenue / report.intake.revenue) : ''}</small
        >
      </td>
      <td class="now">${segmentAdvice(segments, row.name)}</td>
      <td class="last">
        <button aria-label="${segments.show}: ${name}" ?disabled=${!this.#hasPeople(row)}>
          ${segments.show}
        </button>
      </td>
    </tr>`;
  }

  #table(report: Report, rules: readonly Rule[]) {
    const {columns} = this.locale.words.segments;
    const rows: readonly SegmentSums[] = report.rfm.segments;
    const most = Math.max(0, ...rows.map((row) => row.revenue));
    return html`<table class="ten">
      <thead>
        <tr>
          <th scope="col">${columns.segment}</th>
          <th scope="col" class="number">${columns.customers}</th>
          <th scope="col" class="number">${columns.orders}</th>
          <th scope="col" class="number">${columns.revenue}</th>
          <th scope="col">${columns.share}</th>
          <th scope="col">${columns.now}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => this.#row(row, report, most, rules))}
      </tbody>
    </table>`;
  }

  override render() {
    const {report} = this;
    if (!report) return nothing;
    const {words} = this.locale;
    const {segments} = words;
    const {grid, segments: sums} = report.rfm;
    const rules = this.#rules;
    const agree = regionsAgree(grid, sums, rules);
    return html`
      <div
        class="stack"
        @rg-look=${(event: CustomEvent<string | null>) => (this.looked = event.detail ?? this.looked)}
      >
        ${
          agree
            ? html`<section class="card">
                <div class="head">
                  <h3>${segments.mapTitle}</h3>
                  ${pinButton('segment_map', this.locale)}
                </div>
                <p class="how">${segments.mapHow}</p>
                <div class="map">
                  <rg-segment-map
                    .locale=${this.locale}
                    .cells=${grid}
                    .rules=${rules}
                    .lit=${this.looked}
                    ?amounts=${report.intake.revenue !== null}
                  ></rg-segment-map>
                  ${this.#aside(report, rules)}
                </div>
              </section>`
            : nothing
        }
        <section class="card">
          <div class="head">
            <h3>${segments.tableTitle}</h3>
            ${pinButton('segments', this.locale)}
          </div>
          <p class="how">${segments.tableHow}</p>
          ${this.#table(report, rules)}
        </section>
        <rg-segment-editor
          .locale=${this.locale}
          .report=${report}
          .rfm=${this.rfm}
          .cleaning=${this.cleaning}
          .history=${this.history}
          .trial=${this.trial}
        ></rg-segment-editor>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-segments': RgSegments;
  }
}
