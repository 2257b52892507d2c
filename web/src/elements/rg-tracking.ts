import {LitElement, css, html, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {daysAfter} from '../charts/periods.js';
import {trackingChart} from '../charts/tracking-chart.js';
import type {Tracking} from '../engine/protocol.js';
import {biasText, wayName} from '../i18n/forecast-names.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {chart} from '../styles/chart.js';
import {hatch} from './hatch.js';
import {show} from './show.js';
import {pinButton} from './rg-pin.js';
import {Twin, switchStyles} from './twin-switch.js';
import {Width} from './width.js';

const kFrame = {height: 240, left: 40, top: 34, bottom: 22, labelWidth: 72};

/** Dispersion from which on weeks differ by more than chance. */
const kMoreThanChance = 1.2;

/**
 * What came week by week beside what the model expected, and the weeks to come.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-tracking')
export class RgTracking extends LitElement {
  static override styles = [
    base,
    switchStyles,
    chart,
    css`
      .came {
        fill: var(--ramp-2);
      }
      .hidden {
        fill: url(#hatch);
        opacity: 0.55;
      }
      .chart .to-come {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
        stroke-dasharray: 5 4;
      }
      .edge {
        stroke: var(--ink-faint);
      }
      .scroll {
        max-height: 26rem;
        overflow-y: auto;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 4px var(--space-4);
        margin-top: var(--space-2);
        font-size: var(--text-xs);
        color: var(--ink-soft);
      }
      .legend span {
        display: inline-flex;
        gap: 6px;
        align-items: center;
      }
      .legend svg {
        width: 22px;
        height: 10px;
      }
      @media print {
        .legend {
          print-color-adjust: exact;
        }
        .scroll {
          max-height: none;
        }
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) tracking: Tracking | null = null;

  readonly #twin = new Twin(this);
  readonly #width = new Width(this);

  #tips({weeks, ahead}: Tracking): string[] {
    const {words, format} = this.locale;
    const {tracking} = words.forecast;
    const expected = (amount: number) => `${tracking.expected} ${format.figure(amount)}`;
    return [
      ...weeks.map((week) => [
        tracking.week(format.date(week.from)),
        `${tracking.came} ${format.number(week.actual)}`,
        expected(week.expected),
        ...(week.judged ? [tracking.hidden] : []),
      ]),
      ...ahead.map((week) => [
        tracking.week(format.date(week.from)),
        expected(week.expected),
        this.#between(week),
      ]),
    ].map((parts) => parts.join(words.frame.dot));
  }

  /** Of those the model knew, who came again in a week; a week to come is nobody's yet. */
  #show({weeks, cut}: Tracking, week: Tracking['weeks'][number] | undefined) {
    const [first] = weeks;
    if (!first || !week || week.actual === 0) return;
    show(this, {
      began: {from: first.from, to: cut},
      deed: {did: 'again', from: week.from, to: daysAfter(week.from, 6)},
    });
  }

  #came(of: Tracking, week: Tracking['weeks'][number]) {
    const {words, format} = this.locale;
    if (week.actual === 0) return format.number(0);
    const {from, actual} = week;
    return html`<button
      class="link"
      title=${words.customers.deed.again(format.date(from), format.date(daysAfter(from, 6)))}
      @click=${() => this.#show(of, week)}
    >
      ${format.number(actual)}
    </button>`;
  }

  #between({low, high}: {low: number; high: number}): string {
    const {words, format} = this.locale;
    return words.figures.between(format.number(Math.round(low)), format.number(Math.round(high)));
  }

  #picture(of: Tracking) {
    const {words, format} = this.locale;
    const {tracking} = words.forecast;
    const frame = {...kFrame, width: this.#width.inside};
    const drawn = trackingChart(of.weeks, of.ahead, frame);
    const {judged, ahead, base: zero} = drawn;
    const {left, top, height, width} = frame;
    const tips = this.#tips(of);
    return html`<svg
        class="chart"
        viewBox="0 0 ${width} ${height}"
        role="img"
        aria-label=${this.#verdict(of).join(' ')}
      >
        <title>${tracking.title}</title>
        ${hatch}
        ${drawn.grid.map(
          ({y, amount}) =>
            svg`<line class="thin" x1=${left} x2=${width} y1=${y} y2=${y} />
              <text class="end" x=${left - 6} y=${y + 4}>${format.figure(amount)}</text>`,
        )}
        ${
          judged
            ? svg`<rect class="hidden" x=${judged.x} y=${top} width=${judged.width} height=${zero - top} />
              <line class="edge" x1=${judged.x} x2=${judged.x} y1=${top - 14} y2=${zero} />
              <text x=${judged.x + 5} y=${top - 6}>${tracking.hidden}</text>`
            : nothing
        }
        <path class="came" d=${drawn.actual} />
        <path class="curve" d=${drawn.expected} />
        ${
          ahead
            ? svg`<line class="edge" x1=${ahead.x} x2=${ahead.x} y1=${top - 30} y2=${zero} />
              <text x=${Math.min(ahead.x + 5, width - 40)} y=${top - 22}>${tracking.ahead}</text>
              <path class="wash" d=${ahead.band} />
              <path class="to-come" d=${ahead.line} />`
            : nothing
        }
        <line class="axis" x1=${left} x2=${width} y1=${zero} y2=${zero} />
        ${drawn.months.map(
          ({x, year, month}) =>
            svg`<line class="axis" x1=${x} x2=${x} y1=${zero} y2=${zero + 4} />
              <text x=${x + 3} y=${zero + 15}>${format.month(year, month)}</text>`,
        )}
        ${drawn.weeks.map(
          ({x, width: wide}, index) =>
            svg`<rect class=${(of.weeks[index]?.actual ?? 0) > 0 ? 'opens' : nothing} x=${x} y=${top} width=${wide} height=${zero - top} fill="transparent" @click=${() => this.#show(of, of.weeks[index])}>
              <title>${tips[index]}</title>
            </rect>`,
        )}
      </svg>
      <p class="legend" aria-hidden="true">
        <span
          >${svg`<svg viewBox="0 0 22 10"><rect class="came" width="22" height="10" rx="2" /></svg>`}${tracking.came}</span
        >
        <span
          >${svg`<svg class="chart" viewBox="0 0 22 10"><path class="curve" d="M0,5H22" /></svg>`}${tracking.expected}</span
        >
        ${
          ahead
            ? html`<span
                >${svg`<svg class="chart" viewBox="0 0 22 10"><rect class="wash" width="22" height="10" /><path class="to-come" d="M0,5H22" /></svg>`}${tracking.ahead}</span
              >`
            : nothing
        }
      </p>`;
  }

  #table(of: Tracking) {
    const {weeks, ahead, coverage} = of;
    const {words, format} = this.locale;
    const {tracking} = words.forecast;
    const {columns} = tracking;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${tracking.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.week}</th>
            <th scope="col" class="number">${columns.came}</th>
            <th scope="col" class="number">${columns.expected}</th>
            <th scope="col" class="number">${columns.interval(format.percent(coverage, 0))}</th>
          </tr>
        </thead>
        <tbody>
          ${[...ahead].reverse().map(
            (week) =>
              html`<tr class="ahead">
                <th scope="row">${format.date(week.from)}</th>
                <td class="number"><span class="pill plain">${tracking.open}</span></td>
                <td class="number expected">${format.number(week.expected, 1)}</td>
                <td class="number">${this.#between(week)}</td>
              </tr>`,
          )}
          ${[...weeks].reverse().map(
            (week) =>
              html`<tr class="past">
                <th scope="row">${format.date(week.from)}</th>
                <td class="number came">${this.#came(of, week)}</td>
                <td class="number expected">${format.number(week.expected, 1)}</td>
                <td class="number">
                  ${week.judged ? html`<span class="pill plain">${tracking.hidden}</span>` : nothing}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #verdict({weeks, ahead, dispersion, coverage, chosen}: Tracking): string[] {
    const {words, format} = this.locale;
    const {tracking} = words.forecast;
    const hidden = weeks.filter(({judged}) => judged);
    const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
    const expected = sum(hidden.map((week) => week.expected));
    const actual = sum(hidden.map((week) => week.actual));
    const [next] = ahead;
    return [
      ...(chosen ? [] : [tracking.loser]),
      ...(actual > 0
        ? [
            tracking.judged(
              format.count(hidden.length),
              format.number(Math.round(expected)),
              format.number(actual),
              biasText({bias: expected / actual - 1}, this.locale),
            ),
          ]
        : []),
      dispersion === null
        ? tracking.few
        : tracking.scatter[dispersion < kMoreThanChance ? 'chance' : 'more'](
            format.number(Math.sqrt(dispersion), 1),
          ),
      ...(next
        ? [
            tracking.sum(
              format.count(ahead.length),
              format.number(Math.round(sum(ahead.map((week) => week.expected)))),
              format.number(Math.round(next.low)),
              format.number(Math.round(next.high)),
              format.percent(coverage, 0),
            ),
            tracking.everybody,
          ]
        : []),
    ];
  }

  override render() {
    const {tracking: of} = this;
    if (!of || of.weeks.length === 0) return nothing;
    const {words, format} = this.locale;
    const {title, how} = words.forecast.tracking;
    return this.#twin.card(words.frame, {
      pin: pinButton('tracking', this.locale),
      title,
      how: how(wayName(of.model, this.locale), format.date(of.cut)),
      picture: () => this.#picture(of),
      table: () => this.#table(of),
      after: html`<div class="verdict">
        ${this.#verdict(of).map((sentence) => html`<p>${sentence}</p>`)}
      </div>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-tracking': RgTracking;
  }
}
