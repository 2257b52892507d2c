/** The columns of the customer table: what was, and what is to come. */
import type {CustomerColumn, CustomerRow, Report, RhythmState} from '../engine/protocol.js';
import {html, nothing} from 'lit';
import type {CustomerColumnName} from '../i18n/customer-words.js';
import type {Locale} from '../i18n/locale.js';
import {segmentName, segmentTone} from '../i18n/segment-name.js';
import type {Remark} from '../state/remarks.js';
import {icon} from './icons.js';
import type {GridColumn} from './rg-grid.js';

export type CustomerAspect = 'past' | 'future';

type Column = GridColumn<CustomerRow> & {key: CustomerColumn};
type Extras = Pick<Column, 'from' | 'card'>;

/** What the owner wrote about customers, by their signs. */
export type Remarks = ReadonlyMap<string, Remark>;

export function customerColumns(
  report: Report,
  aspect: CustomerAspect,
  locale: Locale,
  remarks: Remarks = new Map(),
): readonly Column[] {
  return aspect === 'past'
    ? pastColumns(report, locale, remarks)
    : futureColumns(report, locale, remarks);
}

/** The tags that the owner gave: a column that the engine knows nothing of, and cannot sort by. */
export function tagColumn(remarks: Remarks, {words}: Locale): GridColumn<CustomerRow>[] {
  if ([...remarks.values()].every(({tags}) => tags.length === 0)) return [];
  return [
    {
      key: 'tags',
      label: words.remarks.column,
      kind: 'text',
      width: 'minmax(5rem, 0.9fr)',
      from: 760,
      fixed: true,
      cell: ({customer}) =>
        (remarks.get(customer)?.tags ?? []).map(
          (tag) => html`<span class="pill plain">${tag}</span> `,
        ),
    },
  ];
}

/** Makes columns of one locale. */
function columnsIn({words}: Locale) {
  const column =
    (kind: Column['kind']) =>
    (
      key: CustomerColumnName,
      width: string,
      cell: (row: CustomerRow) => unknown,
      extras: Extras = {},
    ): Column => ({key, label: words.customers.column[key], kind, width, cell, ...extras});
  return {text: column('text'), number: column('number')};
}

function pastColumns(report: Report, locale: Locale, remarks: Remarks): Column[] {
  const {words, format} = locale;
  const {text, number} = columnsIn(locale);
  const score = (key: 'r' | 'f' | 'm') => ({
    ...number(key, '1.6rem', (row) => row[key] || '', {from: 700}),
    title: words.segments.cutRow[key].split(/[:：]/)[0] ?? words.customers.column[key],
  });
  const amounts = report.intake.revenue !== null;
  return [
    text('customer', 'minmax(8rem, 2fr)', (row) => whoIs(row, remarks, locale), {card: 'name'}),
    text('segment', 'minmax(8.6rem, 1.2fr)', (row) => segmentPill(row.segment, locale), {
      card: 'mark',
    }),
    number('orders', 'minmax(3.5rem, 0.6fr)', (row) => format.number(row.orders), {card: 'count'}),
    ...(amounts
      ? [
          number('revenue', 'minmax(5.2rem, 0.9fr)', (row) => format.money(row.revenue), {
            card: 'amount',
          }),
        ]
      : []),
    number('first_order', 'minmax(5.8rem, 0.9fr)', (row) => format.dateShort(row.first_order), {
      from: 1080,
    }),
    number('last_order', 'minmax(5.8rem, 0.9fr)', (row) => format.dateShort(row.last_order), {
      card: 'note',
    }),
    number(
      'days_since_last',
      'minmax(4.5rem, 0.7fr)',
      (row) => format.number(row.days_since_last),
      {from: 760},
    ),
    score('r'),
    score('f'),
    ...(amounts ? [score('m')] : []),
    number(
      'cluster',
      'minmax(3.4rem, 0.5fr)',
      (row) => (row.cluster > 0 ? format.number(row.cluster) : ''),
      {from: 820},
    ),
    number('reward', 'minmax(4.5rem, 0.7fr)', (row) => rewardText(row.reward, report, locale), {
      from: 820,
    }),
  ];
}

function futureColumns(report: Report, locale: Locale, remarks: Remarks): Column[] {
  const {format} = locale;
  const {text, number} = columnsIn(locale);
  return [
    text('customer', 'minmax(8rem, 1.6fr)', (row) => whoIs(row, remarks, locale), {card: 'name'}),
    text('state', 'minmax(5.6rem, 0.7fr)', (row) => statePill(row.state, locale), {card: 'mark'}),
    number('last_order', 'minmax(5.8rem, 0.8fr)', (row) => format.dateShort(row.last_order), {
      from: 820,
    }),
    number(
      'probability_alive',
      'minmax(4.4rem, 0.7fr)',
      ({future}) => future && format.percent(future.probability_alive, 0),
    ),
    number(
      'expected_orders_90d',
      'minmax(4.4rem, 0.7fr)',
      ({future}) => future && format.number(future.expected_orders_90d, 2),
      {card: 'count'},
    ),
    number('next_order_from', 'minmax(7.2rem, 1.2fr)', (row) => windowCell(row, locale), {
      card: 'note',
    }),
    ...(report.lifetime.total === null
      ? []
      : [
          number('lifetime_value', 'minmax(6.6rem, 1fr)', (row) => worthCell(row, locale), {
            card: 'amount',
          }),
        ]),
  ];
}

/** Names repeat; what tells one customer from another stands behind. */
function whoIs({name, customer}: CustomerRow, remarks: Remarks, {words}: Locale) {
  const {hasNote} = words.remarks;
  const mark = remarks.get(customer)?.note
    ? html` <span class="mark" role="img" aria-label=${hasNote} title=${hasNote}
        >${icon('note')}</span
      >`
    : nothing;
  if (!name || name === customer) return html`${customer}${mark}`;
  return html`${name}${mark}<small title=${customer}>${customer}</small>`;
}

/** Between which days the next order is as likely as not to come. */
function windowCell({future}: CustomerRow, {words, format}: Locale) {
  if (!future) return '';
  const {never, until} = words.forecast.one;
  const {next_order_from: from, next_order_to: to} = future;
  if (from === null) return html`<span class="faint">${never}</span>`;
  return html`${format.dateShort(from)}<small
      >${to === null ? never : until(format.dateShort(to))}</small
    >`;
}

/** Whether that nothing is bought is likelier than that something is. */
export function isMostlyNothing(probability: number): boolean {
  return probability > 0.5;
}

function worthCell({future}: CustomerRow, {words, format}: Locale) {
  if (!future || future.lifetime_value === null) return '';
  const {lifetime_low: low, lifetime_high: high, probability_nothing: nothing} = future;
  const range = isMostlyNothing(nothing)
    ? words.forecast.one.nothing(format.percent(nothing, 0))
    : low === null || high === null
      ? ''
      : words.figures.between(format.moneyShort(low), format.moneyShort(high));
  return html`${format.moneyRound(future.lifetime_value)}<small>${range}</small>`;
}

/** What is granted, as money or as points. */
export function rewardText(granted: number, report: Report, {words, format}: Locale): string {
  return report.rewards.unit === 'money'
    ? format.money(granted)
    : words.rewards.points(format.count(granted));
}

/** A segment's name; colour only where something is being lost. */
export function segmentPill(segment: string, {words}: Locale) {
  const isGood = ['champions', 'loyal_customers', 'loyal'].includes(segment);
  const tone = segmentTone(segment) || (isGood ? '' : 'plain');
  return html`<span class="pill ${tone}">${segmentName(words.segments, segment)}</span>`;
}

/** Where a customer stands; colour only from where the usual gap is over. */
export function statePill(state: RhythmState, {words}: Locale) {
  const tones: Partial<Record<RhythmState, string>> = {
    new: '',
    on_time: '',
    overdue: 'warn',
    lapsed: 'bad',
  };
  return html`<span class="pill ${tones[state] ?? 'plain'}"
    >${words.returns.rhythm.state[state]}</span
  >`;
}
