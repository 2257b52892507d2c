import {LitElement, html, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {plainBars} from '../charts/bars.js';
import type {Behaviour, RhythmState, Seasons} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import type {SeasonName} from '../i18n/return-words.js';
import {base} from '../styles/base.js';
import {chart} from '../styles/chart.js';
import {cssVars} from './css-vars.js';
import {seasonKind} from './period-name.js';
import {pinButton} from './rg-pin.js';
import {rhythmStyles} from './rg-rhythm.styles.js';
import {switchStyles, Twin} from './twin-switch.js';
import {show, showDeed} from './show.js';

const kSeasons: readonly SeasonName[] = ['weekday', 'month', 'hour'];
const kStates: readonly RhythmState[] = ['new', 'on_time', 'due', 'overdue', 'lapsed', 'unknown'];
const kFrame = {width: 300, height: 96, top: 6, bottom: 18};

/** Fewer gaps have no quartiles worth telling. */
const kFewGaps = 10;

/** Below this differences are more than chance. */
const kSure = 0.05;

/**
 * How long customers wait between orders, where each of them stands, and when orders come.
 * @fires rg-show - Detail: the filter of the customers to show.
 */
@customElement('rg-rhythm')
export class RgRhythm extends LitElement {
  static override styles = [base, switchStyles, chart, rhythmStyles];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) behaviour: Behaviour | null = null;

  readonly #twin = new Twin(this);

  #gaps({gaps, regularity}: Behaviour) {
    const {words, format} = this.locale;
    const {rhythm} = words.returns;
    const [low, middle, high] = (gaps.quartiles ?? []).map(Math.round);
    const few = gaps.count < kFewGaps;
    if (few || low === undefined || middle === undefined || high === undefined) {
      return html`<p class="say">${rhythm.noGaps}</p>`;
    }
    const {k, low: least, high: most, customers} = regularity.likelihood;
    // Judged as it is written: an interval that ends at 1.00 is said to hold 1.
    const above = least !== null && hundredths(least) > 100;
    const below = most !== null && hundredths(most) < 100;
    const beat = above ? 'beat' : below ? 'bursts' : 'chance';
    return html`<p class="say">
        ${rhythm.gaps(format.number(low), format.number(middle), format.days(high), format.count(gaps.count), format.count(gaps.customers))}
      </p>
      ${
        k === null || least === null || most === null
          ? nothing
          : html`<p class="say">
              ${rhythm.beat[beat](format.figure(k), format.figure(least), format.figure(most), format.count(customers))}
            </p>`
      }`;
  }

  #states({rhythm: {states}}: Behaviour) {
    const {words, format} = this.locale;
    const {rhythm} = words.returns;
    const most = Math.max(1, ...Object.values(states));
    return html`<h4>${rhythm.statesTitle}</h4>
      <div class="states">
        ${kStates
          .filter((name) => name !== 'unknown' || states.unknown > 0)
          .map(
            (name) =>
              html`<button
                class=${name}
                data-state=${name}
                title=${words.segments.showThese(format.count(states[name]))}
                @click=${() => show(this, {state: name})}
              >
                <span>${rhythm.state[name]}</span><b>${format.number(states[name])}</b>
                <span class="rest">
                  <i
                    aria-hidden="true"
                    ${cssVars({'--share': states[name] > 0 ? `max(2px, ${(100 * states[name]) / most}%)` : '0px'})}
                  ></i>
                  ${rhythm.stateHow[name]}
                </span>
              </button>`,
          )}
      </div>`;
  }

  /** The name of a weekday, hour or month. */
  #kind(season: SeasonName, of: number, long: boolean): string {
    const {format} = this.locale;
    if (long) return seasonKind(season, of, this.locale);
    if (season === 'weekday') return format.weekday(of, 'short');
    return season === 'month' ? format.monthName(of, 'narrow') : String(of);
  }

  #orders(season: SeasonName, {of, orders}: Seasons['seasons'][number]) {
    const {words, format} = this.locale;
    if (orders === 0) return format.number(0);
    return html`<button
      class="link"
      title=${words.customers.deed.season(this.#kind(season, of, true))}
      @click=${() => showDeed(this, {did: 'season', season, of})}
    >
      ${format.number(orders)}
    </button>`;
  }

  #verdict(season: SeasonName, {seasons, evenness}: Seasons): string {
    const {words, format} = this.locale;
    const {rhythm} = words.returns;
    const [busiest] = [...seasons].sort((a, b) => rate(b) - rate(a));
    if (!busiest || busiest.orders === 0) return season === 'hour' ? rhythm.noTimes : rhythm.tooFew;
    if (!evenness) return rhythm.tooFew;
    const p = format.chance(evenness.p);
    return evenness.p < kSure
      ? rhythm.uneven(this.#kind(season, busiest.of, true), p)
      : rhythm.even(p);
  }

  #panel(name: SeasonName, season: Seasons) {
    const {words, format} = this.locale;
    const {rhythm} = words.returns;
    const {seasons} = season;
    const verdict = this.#verdict(name, season);
    if (!seasons.some(({orders}) => orders > 0)) {
      return html`<div>
        <h4>${rhythm.season[name]}</h4>
        <p>${verdict}</p>
      </div>`;
    }
    const {bars, base: zero} = plainBars(seasons.map(rate), kFrame);
    return html`<div data-season=${name}>
      <h4>${rhythm.season[name]}</h4>
      <svg
        class="chart"
        viewBox="0 0 ${kFrame.width} ${kFrame.height}"
        role="img"
        aria-label=${[rhythm.season[name], verdict].join(words.frame.dot)}
      >
        <title>${rhythm.season[name]}</title>
        ${bars.map((bar, index) => {
          const one = seasons[index];
          if (!one) return nothing;
          const kind = this.#kind(name, one.of, true);
          const tip = [kind, rhythm.perDay(format.figure(rate(one)))].join(words.frame.dot);
          const told = name !== 'hour' || one.of % 6 === 0;
          return svg`<g class=${one.orders > 0 ? 'opens' : nothing} @click=${() => one.orders > 0 && showDeed(this, {did: 'season', season: name, of: one.of})}>
            <title>${tip}</title>
            <rect x=${bar.x} y="0" width=${bar.width} height=${zero} fill="transparent" />
            <rect class="bar" x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} rx="1" />
            ${told ? svg`<text class="middle" x=${bar.center} y=${zero + 13}>${this.#kind(name, one.of, false)}</text>` : nothing}
          </g>`;
        })}
        <line class="axis" x1="0" x2=${kFrame.width} y1=${zero} y2=${zero} />
      </svg>
      <p>${verdict}</p>
    </div>`;
  }

  #table(name: SeasonName, {seasons}: Seasons) {
    const {words, format} = this.locale;
    const {rhythm} = words.returns;
    if (seasons.length === 0) return nothing;
    return html`<table data-season=${name}>
      <caption>
        ${rhythm.season[name]}
      </caption>
      <thead>
        <tr>
          <th scope="col">${rhythm.columns.kind}</th>
          <th scope="col" class="number">${rhythm.columns.orders}</th>
          <th scope="col" class="number">${rhythm.columns.perDay}</th>
          <th scope="col" class="number">${rhythm.columns.share}</th>
        </tr>
      </thead>
      <tbody>
        ${seasons.map(
          (one) =>
            html`<tr>
              <th scope="row">${this.#kind(name, one.of, true)}</th>
              <td class="number">${this.#orders(name, one)}</td>
              <td class="number">${format.figure(rate(one))}</td>
              <td class="number">${format.percent(one.share)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  override render() {
    const {behaviour} = this;
    if (!behaviour) return nothing;
    const {frame, returns} = this.locale.words;
    const {seasonality} = behaviour;
    return this.#twin.card(frame, {
      pin: pinButton('rhythm', this.locale),
      title: returns.rhythm.title,
      how: returns.rhythm.how,
      before: [this.#gaps(behaviour), this.#states(behaviour)],
      picture: () =>
        html`<div class="panels">
          ${kSeasons.map((name) => this.#panel(name, seasonality[name]))}
        </div>`,
      table: () =>
        html`<div class="tables">
          ${kSeasons.map((name) => this.#table(name, seasonality[name]))}
        </div>`,
    });
  }
}

const hundredths = (value: number) => Math.round(100 * value);

/** Orders a day: months and weekdays do not come equally often. */
function rate({orders, days}: Seasons['seasons'][number]): number {
  return days > 0 ? orders / days : 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-rhythm': RgRhythm;
  }
}
