import {LitElement, css, html, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {CustomerDetail, Future, Report} from '../engine/protocol.js';
import {wayName} from '../i18n/forecast-names.js';
import {localeOf, type Locale} from '../i18n/locale.js';
import {base} from '../styles/base.js';
import {isMostlyNothing, statePill} from './customer-columns.js';
import type {FigureView} from './rg-figure.js';
import './rg-figures.js';

/** What is to be expected of one customer, and why. */
@customElement('rg-future')
export class RgFuture extends LitElement {
  static override styles = [
    base,
    css`
      .state {
        display: flex;
        gap: var(--space-3);
        align-items: baseline;
      }
      p {
        max-width: 76ch;
        font-size: var(--text-s);
      }
      p + p {
        margin-top: var(--space-2);
      }
      .pill {
        flex: none;
      }
      rg-figures {
        --figure-size: 1.5rem;
        margin-top: var(--space-4);
      }
    `,
  ];

  /** The language in force. */
  @property({attribute: false}) locale: Locale = localeOf('en');
  /** Who is told of. */
  @property({attribute: false}) detail: CustomerDetail | null = null;
  /** The shop. */
  @property({attribute: false}) report: Report | null = null;

  /** Where the customer stands, and by which gap. */
  #why({row, rhythm}: CustomerDetail): string {
    const {words, format} = this.locale;
    const {one} = words.forecast;
    const {state, usual_days: usual, due_on: due} = rhythm;
    if (usual === null || state === 'unknown') return one.whyUnknown;
    const ago = format.days(row.days_since_last);
    const gap = format.days(usual);
    if (state === 'new') return one.whyNew(ago, gap, format.date(due ?? ''));
    const times = format.number(row.days_since_last / Math.max(1, usual), 1);
    return one.why[state](ago, gap, times, format.date(due ?? ''));
  }

  #window({next_order_from: from, next_order_to: to}: Future): string {
    const {words, format} = this.locale;
    const {one} = words.forecast;
    if (from === null) return one.windowNone;
    return to === null
      ? one.windowOpen(format.date(from))
      : one.window(format.date(from), format.date(to));
  }

  /** A mean of many who pay nothing and of few who pay is no amount to be expected: both are told. */
  #worth(
    {lifetime_value: worth, probability_nothing: nothing, ...future}: Future,
    coverage: number,
  ) {
    const {words, format} = this.locale;
    const {worth: said} = words.forecast.one;
    const {lifetime_low: low, lifetime_high: high} = future;
    if (worth === null || low === null || high === null) return null;
    if (!isMostlyNothing(nothing)) {
      const ends = [format.moneyRound(low), format.moneyRound(high)] as const;
      return {worth, text: said, under: said.under(...ends, format.percent(coverage, 0))};
    }
    const amount = format.moneyRound(worth / (1 - nothing));
    return {
      worth,
      text: {...said, what: said.whatMean},
      unit: said.mean,
      under: said.underMean(format.percent(nothing, 0), amount),
      counted: [said.countedMean(format.percent(1 - nothing), amount)],
    };
  }

  #views({row}: CustomerDetail, future: Future, report: Report): (FigureView & {id: string})[] {
    const {words, format} = this.locale;
    const {one} = words.forecast;
    const {lifetime} = report;
    const orderDays = format.count(row.frequency + 1);
    const rests = one.rests(
      orderDays,
      format.days(row.age),
      wayName(report.chosen ?? '', this.locale),
    );
    const view = (
      id: keyof Future,
      {name, what, now}: {name: string; what: string; now: string},
      value: string,
      under: string,
      counted: string[] = [],
    ) => ({id, name, what, now, value, under, reason: '', counted: [rests, ...counted]});
    const worth = this.#worth(future, lifetime.coverage);
    return [
      view(
        'probability_alive',
        one.alive,
        format.percent(future.probability_alive, 0),
        one.alive.under(orderDays),
      ),
      view(
        'expected_orders_90d',
        one.expected,
        format.number(future.expected_orders_90d, 2),
        one.expected.under,
      ),
      ...(worth === null
        ? []
        : [
            {
              ...view(
                'lifetime_value',
                worth.text,
                format.moneyHeadline(worth.worth),
                worth.under,
                [
                  ...(worth.counted ?? []),
                  one.discounted(format.percent(lifetime.discount_per_month, 0)),
                ],
              ),
              ...(worth.unit ? {unit: worth.unit} : {}),
            },
          ]),
    ];
  }

  override render() {
    const {detail, report, locale} = this;
    if (!detail || !report) return nothing;
    const {future, frequency, state} = detail.row;
    const {one} = locale.words.forecast;
    const borrowed = frequency === 0 && state !== 'new' && state !== 'unknown';
    return html`<p class="state">
        ${statePill(detail.rhythm.state, locale)}<span>${this.#why(detail)}</span>
      </p>
      ${borrowed ? html`<p class="soft">${one.onceOnly}</p>` : nothing}
      ${
        future
          ? html`<p class="window">${this.#window(future)}</p>
              <rg-figures
                .locale=${locale}
                .views=${this.#views(detail, future, report)}
              ></rg-figures>`
          : html`<p class="soft">${one.noForecast}</p>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rg-future': RgFuture;
  }
}
