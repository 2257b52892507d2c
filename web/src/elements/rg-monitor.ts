import {LitElement, css, html, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {classMap} from 'lit/directives/class-map.js';
import {controlChart, type Dot} from '../charts/control-chart.js';
import type {Monitor, MonitorChart} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {endNames, periodName} from './period-name.js';
import type {MonitorName} from '../i18n/return-words.js';
import {base} from '../styles/base.js';
import {chart} from '../styles/chart.js';
import {hatch} from './hatch.js';
import {pinButton} from './rg-pin.js';
import {switchStyles, Twin} from './twin-switch.js';
import {showBegan, showOrdered} from './show.js';

type Point = MonitorChart['points'][number];

const kNames: readonly MonitorName[] = [
  'repurchase_rate',
  'new_customers',
  'orders',
  'revenue',
  'average_order_value',
];
const kFrame = {width: 300, height: 150, top: 8, left: 44, bottom: 18};

/** Alarms told by name; those before them are in the picture. */
const kTold = 3;

/**
 * What is ordinary from period to period, and which periods were not.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-monitor')
export class RgMonitor extends LitElement {
  static override styles = [
    base,
    switchStyles,
    chart,
    css`
      .panels {
        --panel: 250px;
        gap: var(--space-5);
      }
      h4 {
        margin-bottom: var(--space-1);
      }
      .panels p {
        margin-top: var(--space-1);
        font-size: var(--text-xs);
        color: var(--ink-soft);
      }
      .panels p.alarm {
        color: var(--bad);
      }
      .chart .curve {
        stroke-width: 1.5;
      }
      .chart .dot {
        fill: var(--accent);
        stroke: none;
      }
      .chart .dot.young {
        fill: var(--sheet);
        stroke: var(--ink-faint);
        stroke-width: 1.5;
      }
      .chart .dot.alarm {
        fill: var(--bad);
        stroke: var(--sheet);
        stroke-width: 1.5;
      }
      .limits {
        display: block;
        font-size: var(--text-xs);
        color: var(--ink-faint);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) monitor: Monitor | null = null;

  readonly #twin = new Twin(this);

  #value(name: MonitorName, value: number | null): string {
    const {words, format} = this.locale;
    if (value === null) return words.frame.none;
    if (name === 'repurchase_rate') return format.percent(value);
    if (name === 'revenue' || name === 'average_order_value') return format.moneyShort(value);
    return format.figure(value);
  }

  #limits(name: MonitorName, {low, high}: Point): string {
    const {figures} = this.locale.words;
    if (low === null || high === null) return '';
    return figures.between(this.#value(name, low), this.#value(name, high));
  }

  #tip(name: MonitorName, point: Point): string {
    const {words} = this.locale;
    const {monitor} = words.returns;
    const limits = this.#limits(name, point);
    const parts = [
      periodName(point.period, this.locale),
      this.#value(name, point.value),
      limits && monitor.ordinary(limits),
      point.mature ? monitor.alarm[point.alarm] : monitor.open,
    ];
    return parts.filter(Boolean).join(words.frame.dot);
  }

  /** The newest alarms by name. */
  #verdict({points, reason}: MonitorChart): {text: string; alarm: boolean} {
    const {words, format} = this.locale;
    const {monitor} = words.returns;
    if (reason) return {text: monitor.reason[reason], alarm: false};
    const outside = points.flatMap(({period, alarm}) =>
      alarm === 'none' ? [] : [monitor.outside[alarm](periodName(period, this.locale))],
    );
    if (outside.length === 0) return {text: monitor.calm, alarm: false};
    const told = format.list(outside.slice(-kTold).reverse());
    return {text: monitor.alarms(format.count(outside.length), told), alarm: true};
  }

  /** Who began in a period, or who ordered in it. */
  #show(name: MonitorName, {period}: Point) {
    if (name === 'new_customers' || name === 'repurchase_rate') showBegan(this, period);
    else showOrdered(this, period);
  }

  #dot(
    dot: Dot,
    name: MonitorName,
    point: Point,
    reach: {y: number; height: number; width: number},
  ) {
    return svg`<g class="opens" @click=${() => this.#show(name, point)}>
      <title>${this.#tip(name, point)}</title>
      <rect x=${dot.x - reach.width / 2} y=${reach.y} width=${reach.width} height=${reach.height} fill="transparent" />
      <circle
        class=${classMap({dot: true, young: !dot.mature, alarm: dot.alarm !== 'none'})}
        cx=${dot.x} cy=${dot.y} r=${dot.alarm === 'none' ? 2.5 : 5}
      />
    </g>`;
  }

  #panel(name: MonitorName, of: MonitorChart) {
    const {words} = this.locale;
    const {monitor} = words.returns;
    const {text, alarm} = this.#verdict(of);
    const points = notBelowZero(of.points);
    const drawn = controlChart(points, kFrame);
    const {width, left, top} = kFrame;
    const reach = {
      y: top,
      height: drawn.base - top,
      width: (width - left) / Math.max(1, points.length),
    };
    const ends = endNames(points, this.locale);
    return html`<div data-chart=${name}>
      <h4>${monitor.of[name]}</h4>
      ${
        drawn.dots.length === 0
          ? nothing
          : html`<svg
              class="chart"
              viewBox="0 0 ${width} ${kFrame.height}"
              role="img"
              aria-label=${[monitor.of[name], text].join(words.frame.dot)}
            >
              <title>${monitor.of[name]}</title>
              ${hatch}
              ${drawn.hatched.map((one) => svg`<rect class="unknown" x=${one.x} y=${top} width=${one.width} height=${drawn.base - top} opacity="0.5" />`)}
              ${drawn.bands.map((band) => svg`<path class="wash" d=${band} />`)}
              ${drawn.centers.map((center) => svg`<path class="dashed" d=${center} />`)}
              <path class="curve" d=${drawn.line} />
              ${drawn.dots.map((dot) => {
                const point = points[dot.index];
                return point ? this.#dot(dot, name, point, reach) : nothing;
              })}
              <line class="axis" x1=${left} x2=${width} y1=${drawn.base} y2=${drawn.base} />
              <text class="end" x=${left - 5} y=${drawn.high.y + 4}>
                ${this.#value(name, drawn.high.value)}
              </text>
              ${
                drawn.low.y - drawn.high.y < 14
                  ? nothing
                  : svg`<text class="end" x=${left - 5} y=${drawn.low.y + 2}>${this.#value(name, drawn.low.value)}</text>`
              }
              <text x=${left} y=${drawn.base + 14}>${ends[0]}</text>
              <text class="end" x=${width} y=${drawn.base + 14}>${ends[1]}</text>
            </svg>`
      }
      <p class=${alarm ? 'alarm' : 'calm'}>${text}</p>
    </div>`;
  }

  #cell(name: MonitorName, point: Point | undefined) {
    const {words} = this.locale;
    const {monitor} = words.returns;
    if (!point) return html`<td></td>`;
    return html`<td class="number">
      ${
        point.value === null
          ? html`<span class="amount">${this.#value(name, null)}</span>`
          : html`<button
              class="link amount"
              title=${[monitor.of[name], this.#tip(name, point)].join(words.frame.dot)}
              @click=${() => this.#show(name, point)}
            >
              ${this.#value(name, point.value)}
            </button>`
      }
      ${point.alarm === 'none' ? nothing : html`<span class="pill bad">${monitor.alarm[point.alarm]}</span>`}
      ${point.mature ? nothing : html`<span class="pill plain">${monitor.open}</span>`}
      <span class="limits">${this.#limits(name, point)}</span>
    </td>`;
  }

  #table(charts: Monitor['charts']) {
    const {monitor, flow, cohorts} = this.locale.words.returns;
    const periods = [
      ...new Set(kNames.flatMap((name) => charts[name].points.map(({period}) => period))),
    ]
      .sort()
      .reverse();
    const at = (name: MonitorName, wanted: string) =>
      notBelowZero(charts[name].points).find(({period}) => period === wanted);
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${monitor.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${flow.period}</th>
            ${kNames.map((name) => html`<th scope="col" class="number">${monitor.of[name]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${periods.map((period) => {
            const name = periodName(period, this.locale);
            return html`<tr>
              <th scope="row">
                <button
                  class="link"
                  title=${cohorts.show(name)}
                  @click=${() => showBegan(this, period)}
                >
                  ${name}
                </button>
              </th>
              ${kNames.map((name) => this.#cell(name, at(name, period)))}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  override render() {
    if (!this.monitor) return nothing;
    const {words, format} = this.locale;
    const {monitor} = words.returns;
    const {charts, false_alarm_rate: chance, window_days: days} = this.monitor;
    const one = format.count(Math.round(1 / chance));
    return this.#twin.card(words.frame, {
      pin: pinButton('monitor', this.locale),
      title: monitor.title,
      how: monitor.how(one, format.days(days)),
      picture: () =>
        html`<div class="panels">${kNames.map((name) => this.#panel(name, charts[name]))}</div>`,
      table: () => this.#table(charts),
    });
  }
}

/** What was never below zero is not said to be ordinary there: normal limits know no floor. */
function notBelowZero(points: readonly Point[]): readonly Point[] {
  if (points.some(({value}) => value !== null && value < 0)) return points;
  return points.map((point) =>
    point.low === null ? point : {...point, low: Math.max(0, point.low)},
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-monitor': RgMonitor;
  }
}
