/** The headline figures of a report, in the words of a language. */
import {daysAfter} from '../charts/periods.js';
import type {Figure, Rate, Report} from '../engine/protocol.js';
import type {FigureName} from '../i18n/figure-words.js';
import type {Locale} from '../i18n/locale.js';
import type {CustomerView} from '../state/app-state.js';
import type {FigureView} from './rg-figure.js';

/** In the order they are shown. */
export function figureViews(report: Report, locale: Locale): (FigureView & {id: FigureName})[] {
  const {metrics, intake} = report;
  const {words, format} = locale;
  const {figures} = words;
  const {counts, under} = figures;
  const count = (value: number) => format.count(value);
  const guests = count(intake.orders_without_customer);
  const orders = count(intake.orders_counted);
  const people = count(metrics.customers.value ?? intake.customers);
  const money = (minor: number | null) => (minor === null ? '' : format.money(minor));
  const plain = (
    id: FigureName,
    figure: Figure,
    value: string,
    below: string,
    counted: string,
  ) => ({
    ...common(id, figure, locale),
    value: figure.value === null ? null : value,
    under: below,
    counted: [counted],
  });
  const rate = (id: 'repurchase_rate' | 'repurchase_within_90', figure: Rate) =>
    rateView(id, figure, locale);
  const ninety = metrics.repurchase_within.find(({days}) => days === 90);
  const revenue: Figure = {
    value: intake.revenue,
    definition: '',
    ...(intake.revenue === null ? {reason: 'no_amount_column'} : {}),
  };
  const gaps = metrics.median_days_between_orders;
  const views = [
    plain(
      'customers',
      metrics.customers,
      format.numberHeadline(metrics.customers.value ?? 0),
      under.customers(count(metrics.repeat_customers.value ?? 0)),
      counts.customers(people, guests),
    ),
    rate('repurchase_rate', metrics.repurchase_rate),
    ...(ninety ? [rate('repurchase_within_90', ninety)] : []),
    {
      ...plain(
        'median_days_between_orders',
        gaps,
        format.figure(gaps.value ?? 0),
        under.median_days_between_orders(count(gaps.gaps)),
        counts.median_days_between_orders(count(gaps.gaps)),
      ),
    },
    plain(
      'revenue',
      revenue,
      format.moneyHeadline(intake.revenue ?? 0),
      under.revenue(money(metrics.revenue_per_customer.value)),
      `${money(intake.revenue)}${words.frame.dot}${counts.revenue(orders, money(intake.refunded), money(intake.revenue_without_customer))}`,
    ),
    plain(
      'average_order_value',
      metrics.average_order_value,
      format.moneyHeadline(metrics.average_order_value.value ?? 0),
      under.average_order_value(orders),
      counts.average_order_value(orders, money(intake.revenue)),
    ),
    plain(
      'orders_per_customer',
      metrics.orders_per_customer,
      format.number(metrics.orders_per_customer.value ?? 0, 2),
      under.orders_per_customer(orders),
      counts.orders_per_customer(orders, guests, people),
    ),
  ];
  return views.map((view) => ({...view, people: peopleOf(view.id, report)}));
}

/** Whom a figure counts, or in what order they make it. */
function peopleOf(id: FigureName, {metrics, intake}: Report): Partial<CustomerView> {
  const {as_of: to} = metrics;
  const from = intake.first_order ?? to;
  const again: Partial<CustomerView> = {deed: {did: 'again', from, to}};
  switch (id) {
    case 'repurchase_rate':
    case 'median_days_between_orders':
      return again;
    case 'repurchase_within_90':
      return cameWithin(90, from, to);
    case 'customers':
    case 'orders_per_customer':
      return {sort: 'orders', descending: true};
    default:
      return {sort: 'revenue', descending: true};
  }
}

/** Those watched for so many days who came back within them. */
export function cameWithin(days: number, from: string, to: string): Partial<CustomerView> {
  return {
    began: {from, to: daysAfter(to, -days)},
    deed: {did: 'second', within: days},
  };
}

function rateView(
  id: 'repurchase_rate' | 'repurchase_within_90',
  rate: Rate,
  locale: Locale,
): FigureView & {id: FigureName} {
  const {format, words} = locale;
  const {figures, frame} = words;
  const numerator = format.count(rate.numerator);
  const denominator = format.count(rate.denominator);
  const ends =
    rate.low === null || rate.high === null
      ? null
      : ([format.percent(rate.low), format.percent(rate.high)] as const);
  const between = ends ? figures.between(...ends) : '';
  return {
    ...common(id, rate, locale),
    value: rate.value === null ? null : format.percent(rate.value),
    under: [between, figures.ofThem(numerator, denominator)].filter(Boolean).join(frame.dot),
    counted: [
      figures.counts[id](numerator, denominator),
      ...(ends ? [figures.interval(...ends)] : []),
    ],
  };
}

function common(id: FigureName, figure: Figure, {words}: Locale) {
  const {figures} = words;
  const {name, what, now} = figures.figure[id];
  return {id, name, what, now, reason: figures.reason[figure.reason ?? 'too_little_data']};
}
