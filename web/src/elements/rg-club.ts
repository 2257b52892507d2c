import {LitElement, css, html, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {pointsLines} from '../charts/points-lines.js';
import type {PointsMonth, PointsOutcome} from '../engine/protocol.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {chart} from '../styles/chart.js';
import {clubViews} from './club-views.js';
import {periodName} from './period-name.js';
import './rg-figures.js';
import {pinButton} from './rg-pin.js';
import {ruleName} from './rule-name.js';
import {Twin, switchStyles} from './twin-switch.js';
import {Width} from './width.js';

const kFrame = {height: 220, top: 14, left: 52, bottom: 26, tickWidth: 84};
/** Room at the right for the names of the lines; below them where there is less than twice as much for the lines. */
const kNames = 140;

/** What the points of a program would have come to in the shop's past: rules, balances month by month, tiers, what it costs. */
@customElement('rg-club')
export class RgClub extends LitElement {
  static override styles = [
    base,
    chart,
    switchStyles,
    css`
      h4 {
        font-size: var(--text-s);
        color: var(--ink-soft);
        margin: var(--space-5) 0 var(--space-2);
      }
      rg-figures {
        --figure-size: var(--text-xl);
        margin-bottom: var(--space-5);
      }
      .all {
        stroke-dasharray: 5 4;
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        margin-top: var(--space-2);
        font-size: var(--text-xs);
        color: var(--ink-soft);
      }
      .key span {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      .key svg {
        width: 22px;
      }
      .after {
        margin-top: var(--space-4);
        font-size: var(--text-s);
        color: var(--ink-soft);
        max-width: 76ch;
      }
      .warning {
        color: var(--warn);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** What is told. */
  @property({attribute: false}) points: PointsOutcome | null = null;
  /** The program, for the names of its rules. */
  @property({attribute: false}) document: unknown = null;

  readonly #twin = new Twin(this);
  readonly #width = new Width(this);

  #picture({spending}: PointsOutcome) {
    const {words, format} = this.locale;
    const {club} = words;
    const {months} = spending[0];
    const width = this.#width.inside;
    const beside = width > kNames * 3;
    const end = beside ? width - kNames : width;
    const {lines, ticks, grid, base} = pointsLines(
      spending.map((way) => way.months.map(({closing}) => closing)),
      {...kFrame, width: end},
    );
    const line = (index: number) => (index === 0 ? 'curve' : 'curve all');
    return html`<svg
        class="chart"
        viewBox="0 0 ${width} ${kFrame.height}"
        role="img"
        aria-label=${club.picture}
      >
        <title>${club.picture}</title>
        ${grid.map(
          ({y, value}) => svg`<line class="thin" x1=${kFrame.left} x2=${end} y1=${y} y2=${y} />
            <text class="end" x=${kFrame.left - 8} y=${y + 4}>${format.number(value)}</text>`,
        )}
        ${ticks.map(({x, month}) => {
          const name = months[month]?.month;
          const fits = name !== undefined && x + kFrame.tickWidth <= width;
          return fits
            ? svg`<text x=${x} y=${base + 18}>${periodName(name, this.locale)}</text>`
            : nothing;
        })}
        ${lines.map(
          ({path, end: point, label}, index) =>
            svg`<path class=${line(index)} d=${path} />
            ${beside ? svg`<text class="strong" x=${point.x + 8} y=${label + 4}>${club.spending[spending[index as 0 | 1].spending]}</text>` : nothing}`,
        )}
      </svg>
      ${
        beside
          ? nothing
          : html`<p class="key" aria-hidden="true">
              ${spending.map(
                (way, index) =>
                  html`<span
                    >${svg`<svg class="chart" viewBox="0 0 22 10"><path class=${line(index)} d="M0,5H22" /></svg>`}${club.spending[way.spending]}</span
                  >`,
              )}
            </p>`
      }`;
  }

  #row(never: PointsMonth, atOnce: PointsMonth | undefined) {
    const {format} = this.locale;
    const cells = [
      never.issued,
      never.expired,
      never.closing,
      atOnce?.redeemed ?? 0,
      atOnce?.expired ?? 0,
      atOnce?.closing ?? 0,
    ];
    return html`<tr>
      <th scope="row">${periodName(never.month, this.locale)}</th>
      ${cells.map((cell) => html`<td class="number">${format.number(cell)}</td>`)}
    </tr>`;
  }

  #table({spending: [never, atOnce]}: PointsOutcome) {
    const {club} = this.locale.words;
    const [redeemed, lapsed, left] = club.balance;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${club.picture}>
      <table>
        <thead>
          <tr>
            <td></td>
            <td></td>
            <th scope="colgroup" colspan="2" class="number">${club.spending.never}</th>
            <th scope="colgroup" colspan="3" class="number">${club.spending.at_once}</th>
          </tr>
          <tr>
            <th scope="col">${club.month}</th>
            <th scope="col" class="number">${club.issued}</th>
            ${[lapsed, left, redeemed, lapsed, left].map(
              (name) => html`<th scope="col" class="number">${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${never.months.map((month, index) => this.#row(month, atOnce.months[index]))}
        </tbody>
      </table>
    </div>`;
  }

  #rules({rules}: PointsOutcome) {
    const {words, format} = this.locale;
    const {columns, multiplies} = words.club;
    return html`<table class="rules">
      <thead>
        <tr>
          <th scope="col">${columns.rule}</th>
          <th scope="col" class="number">${columns.times}</th>
          <th scope="col" class="number">${columns.customers}</th>
          <th scope="col" class="number">${columns.points}</th>
        </tr>
      </thead>
      <tbody>
        ${rules.map(
          ({rule, kind, times, customers, points}) =>
            html`<tr>
              <th scope="row">${ruleName(rule, 'earn', this.document, this.locale)}</th>
              <td class="number">${format.number(times)}</td>
              <td class="number">${format.number(customers)}</td>
              <td class="number">${kind === 'times' ? multiplies : format.number(points)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #tiers({tiers}: PointsOutcome) {
    const {words, format} = this.locale;
    if (tiers.length === 0) return nothing;
    const [name, customers, reached] = words.club.tiers;
    return html`<h4>${words.club.tiersTitle}</h4>
      <table class="tiers">
        <thead>
          <tr>
            <th scope="col">${name}</th>
            <th scope="col" class="number">${customers}</th>
            <th scope="col" class="number">${reached}</th>
          </tr>
        </thead>
        <tbody>
          ${tiers.map(
            (tier) =>
              html`<tr>
                <th scope="row">${tier.tier}</th>
                <td class="number">${format.number(tier.customers)}</td>
                <td class="number">${format.number(tier.reached)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  #after({undecided, budget, break_even: {uplift, test_customers: needed}}: PointsOutcome) {
    const {words, format} = this.locale;
    const {club} = words;
    return html`
      ${budget?.exhausted ? html`<p class="after warning">${club.exhausted(format.date(budget.exhausted))}</p>` : nothing}
      ${undecided > 0 ? html`<p class="after">${club.undecided(format.count(undecided))}</p>` : nothing}
      <p class="after">
        ${uplift === null ? club.noMargin : club.uplift(format.percent(uplift), needed === null ? null : format.count(needed))}
        ${club.notUplift}
      </p>
    `;
  }

  override render() {
    const {points} = this;
    if (!points) return nothing;
    const {words, format} = this.locale;
    const {club} = words;
    return this.#twin.card(words.frame, {
      pin: pinButton('points', this.locale),
      title: club.title,
      how: club.earned(
        format.count(points.earned),
        format.count(points.rewarded),
        format.count(points.customers),
        format.date(points.from),
        format.date(points.as_of),
      ),
      before: html`<rg-figures
        .locale=${this.locale}
        .views=${clubViews(points, this.locale)}
      ></rg-figures>`,
      picture: () => this.#picture(points),
      table: () => this.#table(points),
      after: html`<h4>${club.rulesTitle}</h4>
        ${this.#rules(points)} ${this.#tiers(points)} ${this.#after(points)}`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-club': RgClub;
  }
}
