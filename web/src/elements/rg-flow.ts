import {LitElement, css, html, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {plainBars} from '../charts/bars.js';
import {isOver} from '../charts/periods.js';
import type {Metrics} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {endNames, periodName} from './period-name.js';
import type {FlowName} from '../i18n/return-words.js';
import {base} from '../styles/base.js';
import {chart} from '../styles/chart.js';
import {hatch} from './hatch.js';
import {pinButton} from './rg-pin.js';
import {switchStyles, Twin, wordCard} from './twin-switch.js';
import {showBegan, showDeed} from './show.js';

type Period = Metrics['flow']['periods'][number];

const kNames: readonly FlowName[] = ['new', 'returning', 'reactivated', 'lapsed'];
const kFrame = {width: 300, height: 110, top: 16, bottom: 18};

/**
 * Who comes and who goes, period by period: one picture each, side by side.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-flow')
export class RgFlow extends LitElement {
  static override styles = [
    base,
    switchStyles,
    chart,
    css`
      .panels {
        --panel: 200px;
        gap: var(--space-4) var(--space-5);
      }
      h4 small {
        margin-left: var(--space-2);
        font-size: var(--text-xs);
        font-weight: 400;
        color: var(--ink-faint);
      }
      .lapsed .bar {
        fill: var(--bad);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) flow: Metrics['flow'] | null = null;
  /** The day the figures are for. */
  @property() asOf = '';

  readonly #twin = new Twin(this);

  #panel(name: FlowName, periods: readonly Period[]) {
    const {words, format} = this.locale;
    const {flow} = words.returns;
    const amounts = periods.map((period) => period[name]);
    const {bars, base: zero} = plainBars(amounts, kFrame);
    const most = Math.max(0, ...amounts);
    const ends = endNames(periods, this.locale);
    return html`<div class=${name} data-flow=${name}>
      <h4>${flow.of[name]}<small>${flow.hint[name]}</small></h4>
      <svg
        class="chart"
        viewBox="0 0 ${kFrame.width} ${kFrame.height}"
        role="img"
        aria-label=${[flow.of[name], ...periods.slice(-3).map((period) => this.#tip(name, period))].join(words.frame.dot)}
      >
        <title>${flow.of[name]}</title>
        ${hatch}
        ${bars.map((bar, index) => {
          const period = periods[index];
          if (!period) return nothing;
          const whole = isOver(period.period, this.asOf);
          return svg`<g class=${period[name] > 0 ? 'opens' : nothing} @click=${() => this.#show(name, period, index)}>
            <title>${this.#tip(name, period)}</title>
            <rect x=${bar.x} y="0" width=${bar.width} height=${zero} fill="transparent" />
            <rect class=${whole ? 'bar' : 'unknown'} x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} rx="1" />
            ${
              amounts[index] === most && amounts.indexOf(most) === index && most > 0
                ? svg`<text class="middle strong" x=${Math.max(12, Math.min(kFrame.width - 12, bar.center))} y=${bar.y - 4}>${format.number(most)}</text>`
                : nothing
            }
          </g>`;
        })}
        <line class="axis" x1="0" x2=${kFrame.width} y1=${zero} y2=${zero} />
        <text x="0" y=${zero + 14}>${ends[0]}</text>
        <text class="end" x=${kFrame.width} y=${zero + 14}>${ends[1]}</text>
      </svg>
    </div>`;
  }

  /** `place` is that of the period among all. */
  #show(name: FlowName, {period, [name]: amount}: Period, place: number) {
    if (amount === 0) return;
    if (name === 'new') showBegan(this, period);
    else showDeed(this, {did: 'moved', move: name, place, period});
  }

  #amount(name: FlowName, period: Period, place: number) {
    const {words, format} = this.locale;
    const amount = period[name];
    if (amount === 0) return format.number(0);
    const tip = [words.returns.flow.of[name], this.#tip(name, period)].join(words.frame.dot);
    return html`<button class="link" title=${tip} @click=${() => this.#show(name, period, place)}>
      ${format.number(amount)}
    </button>`;
  }

  #tip(name: FlowName, period: Period): string {
    const {words, format} = this.locale;
    const over = isOver(period.period, this.asOf) ? [] : [words.returns.flow.open];
    const parts = [periodName(period.period, this.locale), format.number(period[name]), ...over];
    return parts.join(words.frame.dot);
  }

  #began(period: string) {
    const name = periodName(period, this.locale);
    const {show} = this.locale.words.returns.cohorts;
    return html`<button class="link" title=${show(name)} @click=${() => showBegan(this, period)}>
      ${name}
    </button>`;
  }

  #table(periods: readonly Period[]) {
    const {words, format} = this.locale;
    const {flow} = words.returns;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${flow.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${flow.period}</th>
            ${kNames.map((name) => html`<th scope="col" class="number">${flow.of[name]}</th>`)}
            <th scope="col" class="number">${flow.current}</th>
          </tr>
        </thead>
        <tbody>
          ${[...periods.entries()].reverse().map(
            ([place, period]) =>
              html`<tr>
                <th scope="row">
                  ${this.#began(period.period)}
                  ${isOver(period.period, this.asOf) ? nothing : html`<span class="pill plain">${flow.open}</span>`}
                </th>
                ${kNames.map((name) => html`<td class="number">${this.#amount(name, period, place)}</td>`)}
                <td class="number">${format.number(period.current)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  override render() {
    if (!this.flow) return nothing;
    const {words, format} = this.locale;
    const {flow} = words.returns;
    const {periods} = this.flow;
    const last = periods.at(-1);
    if (!last) {
      return wordCard(flow.title, flow.unknown);
    }
    return this.#twin.card(words.frame, {
      pin: pinButton('flow', this.locale),
      title: flow.title,
      how: flow.how,
      picture: () =>
        html`<div class="panels">${kNames.map((name) => this.#panel(name, periods))}</div>`,
      table: () => this.#table(periods),
      after: html`<p class="verdict">
        ${flow.last(periodName(last.period, this.locale), format.count(last.current))}
      </p>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-flow': RgFlow;
  }
}
