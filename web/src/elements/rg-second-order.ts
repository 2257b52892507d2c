import {LitElement, html, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {returnCurve, type Mark} from '../charts/return-curve.js';
import type {Survival} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {chart} from '../styles/chart.js';
import {pinButton} from './rg-pin.js';
import {showDeed} from './show.js';
import {switchStyles, Twin, wordCard} from './twin-switch.js';
import {Width} from './width.js';

const kFrame = {height: 300, top: 58, left: 40, bottom: 62, labelWidth: 52, halfWidth: 92};

/** Below this a difference is more than chance. */
const kSure = 0.05;

/** Of fewer second orders in a half the chi-squared distribution is not yet that of the test. */
const kFewEvents = 5;

/** Days that the table tells, of those the curve has. */
const kTold = [7, 14, 30, 60, 90, 180, 365, 730, 1095];

/**
 * How many have ordered a second time by each day after the first.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-second-order')
export class RgSecondOrder extends LitElement {
  static override styles = [base, switchStyles, chart];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) survival: Survival | null = null;

  readonly #twin = new Twin(this);

  readonly #width = new Width(this);

  #mark({x, y, label, value, day}: Mark, name: string, kind: string, labelsAt: number) {
    const {format} = this.locale;
    return svg`<g class="${kind} opens" @click=${() => this.#show(day)}>
      <title>${this.locale.words.customers.deed.second(format.days(day))}</title>
      <path class="thin" fill="none" d="M${label},${labelsAt + 20}V${labelsAt + 24}L${x},${y - 5}" />
      <circle class="dot" cx=${x} cy=${y} r="4" />
      <text class="middle" x=${label} y=${labelsAt}>${name}</text>
      <text class="middle strong" x=${label} y=${labelsAt + 15}>${format.percent(value)}</text>
    </g>`;
  }

  /** Those who had come back by the end of a day; nobody does on the day of the first order. */
  #show(within: number) {
    if (within > 0) showDeed(this, {did: 'second', within});
  }

  #day(day: number) {
    const {words, format} = this.locale;
    return html`<button
      class="link"
      title=${words.customers.deed.second(format.days(day))}
      @click=${() => this.#show(day)}
    >
      ${format.number(day)}
    </button>`;
  }

  #picture(survival: Survival) {
    const {words, format} = this.locale;
    const {curve} = words.returns;
    const frame = {...kFrame, width: this.#width.inside};
    const drawn = returnCurve(survival, survival.median, frame);
    const {left, height, top} = frame;
    const {base: zero, median} = drawn;
    return html`<svg
      class="chart"
      viewBox="0 0 ${frame.width} ${height}"
      role="img"
      aria-label=${this.#description(drawn.marks, survival)}
    >
      <title>${curve.title}</title>
      ${drawn.grid.map(
        ({y, share}) =>
          svg`<line class="thin" x1=${left} x2=${frame.width} y1=${y} y2=${y} />
            <text class="end" x=${left - 6} y=${y + 4}>${format.percent(share, 0)}</text>`,
      )}
      <path class="wash" d=${drawn.band} />
      <path class="curve" d=${drawn.line} />
      ${median ? svg`<path class="dashed" d="M${left},${median.y}H${median.x}V${zero}" />` : nothing}
      ${drawn.marks.map((mark) => this.#mark(mark, curve.mark(format.count(mark.day)), 'mark', top - 46))}
      ${median ? this.#mark(median, curve.half(format.count(median.day)), 'half', top - 46) : nothing}
      <line class="axis" x1=${left} x2=${frame.width} y1=${zero} y2=${zero} />
      ${drawn.ticks.map(
        ({x, day, atRisk}) =>
          svg`<text class="middle" x=${x} y=${zero + 16}>${format.number(day)}</text>
            <text class="middle" x=${x} y=${zero + 54}>${format.number(atRisk)}</text>`,
      )}
      <text x=${left} y=${zero + 36}>${curve.watched}</text>
    </svg>`;
  }

  #description(marks: readonly Mark[], survival: Survival): string {
    const {words, format} = this.locale;
    const {description} = words.returns.curve;
    const parts = marks.map(({day, value}) => description(format.percent(value), format.days(day)));
    return [...parts, this.#half(survival)].join(words.frame.dot);
  }

  #half({median, days, share}: Survival): string {
    const {words, format} = this.locale;
    const {curve} = words.returns;
    if (median !== null) return curve.halfYes(format.count(median));
    return curve.halfNo(format.percent(1 - (share.at(-1) ?? 1)), format.days(days.at(-1) ?? 0));
  }

  #later({halves}: Survival): string {
    if (halves?.p === null || halves?.p === undefined) return '';
    if (halves.groups.some(({events}) => events < kFewEvents)) return '';
    const {words, format} = this.locale;
    const {later} = words.returns.curve;
    const say = later[laterIs(halves)];
    return say(format.date(halves.later_from), format.chance(halves.p));
  }

  #table({days, share, low, high, at_risk: watched}: Survival) {
    const {words, format} = this.locale;
    const {columns, title} = words.returns.curve;
    const told = days.flatMap((day, index) =>
      kTold.includes(day) || index === days.length - 1 ? [index] : [],
    );
    const came = (shares: readonly number[], index: number) =>
      format.percent(1 - (shares[index] ?? 1));
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${title}>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.day}</th>
            <th scope="col" class="number">${columns.share}</th>
            <th scope="col" class="number">${columns.interval}</th>
            <th scope="col" class="number">${columns.watched}</th>
          </tr>
        </thead>
        <tbody>
          ${told.map(
            (index) =>
              html`<tr>
                <th scope="row">${this.#day(days[index] ?? 0)}</th>
                <td class="number">${came(share, index)}</td>
                <td class="number">
                  ${words.figures.between(came(high, index), came(low, index))}
                </td>
                <td class="number">${format.number(watched[index] ?? 0)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  override render() {
    const {survival} = this;
    if (!survival) return nothing;
    const {frame, returns} = this.locale.words;
    const {title, how, nobody} = returns.curve;
    if (survival.events === 0) return wordCard(title, nobody);
    return this.#twin.card(frame, {
      pin: pinButton('second_order', this.locale),
      title,
      how,
      picture: () => this.#picture(survival),
      table: () => this.#table(survival),
      after: html`<p class="verdict">${this.#half(survival)} ${this.#later(survival)}</p>`,
    });
  }
}

/** What became of the later half, as far as the medians of both tell a direction. */
function laterIs({
  p,
  groups,
}: NonNullable<Survival['halves']>): 'sooner' | 'slower' | 'differ' | 'alike' {
  if ((p ?? 1) >= kSure) return 'alike';
  const [earlier, later] = groups.map(({median}) => median ?? Infinity);
  if (earlier === undefined || later === undefined || earlier === later) return 'differ';
  return later < earlier ? 'sooner' : 'slower';
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-second-order': RgSecondOrder;
  }
}
