import {LitElement, html, nothing, svg} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {regionsAgree} from '../charts/segment-map.js';
import type {Report, Rfm, Segment} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import './rg-segment-map.js';
import {segmentsStyles} from './rg-segments.styles.js';

type Row = Rfm['segments'][number];

/**
 * The ten segments: the map, the one that is looked at, and what to do with each.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-segments')
export class RgSegments extends LitElement {
  static override styles = [base, segmentsStyles];

  @state() private looked: Segment | null = null;
  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) report: Report | null = null;

  #show(segment: Segment) {
    this.dispatchEvent(
      new CustomEvent('rg-show', {detail: {segment}, bubbles: true, composed: true}),
    );
  }

  #revenue(row: Row, report: Report): string {
    const {format, words} = this.locale;
    const total = report.intake.revenue;
    if (!total) return '';
    return words.segments.broughtIn(
      format.moneyRound(row.revenue),
      format.percent(row.revenue / total),
    );
  }

  /** The segment in the panel: the one looked at, else the one that brings most. */
  #focus({rfm}: Report): Row | undefined {
    const looked = rfm.segments.find(({name}) => name === this.looked);
    return looked ?? rfm.segments.reduce((best, row) => (row.revenue > best.revenue ? row : best));
  }

  #aside(report: Report) {
    const row = this.#focus(report);
    if (!row) return nothing;
    const {words, format} = this.locale;
    const {segments} = words;
    const many = format.count(row.customers);
    return html`<aside class=${toneOf(row.name)}>
      <h4>${segments.name[row.name]}</h4>
      <p class="small soft">${segments.who[row.name]}</p>
      <p class="many">${many.text}</p>
      <p class="small soft">${row.customers > 0 ? this.#revenue(row, report) : segments.nobody}</p>
      <p class="advice">${segments.advice[row.name]}</p>
      ${
        row.customers > 0
          ? html`<button class="primary" @click=${() => this.#show(row.name)}>
              ${segments.showThese(many)}
            </button>`
          : nothing
      }
    </aside>`;
  }

  #row(row: Row, report: Report, most: number) {
    const {words, format} = this.locale;
    const {segments} = words;
    const name = segments.name[row.name];
    const width = most > 0 ? (100 * Math.max(0, row.revenue)) / most : 0;
    return html`<tr
      class="${toneOf(row.name)} ${row.customers === 0 ? 'none' : ''}"
      data-segment=${row.name}
      @click=${() => this.#show(row.name)}
      @pointerenter=${() => (this.looked = row.name)}
    >
      <th scope="row"><b>${name}</b><span>${segments.who[row.name]}</span></th>
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
      <td class="now">${segments.advice[row.name]}</td>
      <td class="last">
        <button aria-label="${segments.show}: ${name}" ?disabled=${row.customers === 0}>
          ${segments.show}
        </button>
      </td>
    </tr>`;
  }

  #table(report: Report) {
    const {columns} = this.locale.words.segments;
    const most = Math.max(0, ...report.rfm.segments.map((row) => row.revenue));
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
        ${report.rfm.segments.map((row) => this.#row(row, report, most))}
      </tbody>
    </table>`;
  }

  #cuts({rfm, intake}: Report) {
    const {words, format} = this.locale;
    const {segments} = words;
    const rows = [
      {letter: 'r', values: rfm.thresholds.r.map((value) => format.figure(value))},
      {letter: 'f', values: rfm.thresholds.f.map((value) => format.figure(value))},
      {
        letter: 'm',
        values: intake.revenue === null ? [] : rfm.thresholds.m.map((value) => format.money(value)),
      },
    ] as const;
    return html`<details>
      <summary>${segments.cutsTitle}</summary>
      <p class="small soft">${segments.cuts}</p>
      <div class="scroll">
        <table>
          <tbody>
            ${rows.map(
              ({letter, values}) =>
                html`<tr>
                  <th scope="row">${segments.cutRow[letter]}</th>
                  ${values.map((value) => html`<td class="number">${value}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  override render() {
    const {report} = this;
    if (!report) return nothing;
    const {words} = this.locale;
    const {segments} = words;
    const agree = regionsAgree(report.rfm.grid, report.rfm.segments);
    return html`
      <div
        class="stack"
        @rg-look=${(event: CustomEvent<Segment | null>) => (this.looked = event.detail ?? this.looked)}
      >
        ${
          agree
            ? html`<section class="card">
                <h3>${segments.mapTitle}</h3>
                <p class="how">${segments.mapHow}</p>
                <div class="map">
                  <rg-segment-map
                    .locale=${this.locale}
                    .cells=${report.rfm.grid}
                    .lit=${this.looked}
                    ?amounts=${report.intake.revenue !== null}
                  ></rg-segment-map>
                  ${this.#aside(report)}
                </div>
              </section>`
            : nothing
        }
        <section class="card">
          <h3>${segments.tableTitle}</h3>
          <p class="how">${segments.tableHow}</p>
          ${this.#table(report)} ${this.#cuts(report)}
        </section>
      </div>
    `;
  }
}

/** Colour only where something is being lost. */
function toneOf(segment: Segment): 'bad' | 'warn' | '' {
  if (segment === 'cannot_lose') return 'bad';
  return segment === 'at_risk' || segment === 'about_to_sleep' ? 'warn' : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-segments': RgSegments;
  }
}
