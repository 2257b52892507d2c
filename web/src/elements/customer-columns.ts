/** The columns of the customer table. */
import type {CustomerRow, Report, Segment} from '../engine/protocol.js';
import {html} from 'lit';
import type {Locale} from '../i18n/locale.js';
import type {GridColumn} from './rg-grid.js';

export function customerColumns(report: Report, locale: Locale): GridColumn<CustomerRow>[] {
  const {words, format} = locale;
  const {column} = words.customers;
  const text = (
    key: keyof typeof column,
    width: string,
    cell: (row: CustomerRow) => unknown,
    from = 0,
  ) => ({key, label: column[key], kind: 'text', width, cell, from}) as const;
  const number = (
    key: keyof typeof column,
    width: string,
    cell: (row: CustomerRow) => unknown,
    from = 0,
  ) => ({key, label: column[key], kind: 'number', width, cell, from}) as const;
  const score = (key: 'r' | 'f' | 'm') => ({
    ...number(key, '1.6rem', (row) => row[key] || '', 700),
    title: words.segments.cutRow[key].split(/[:：]/)[0] ?? column[key],
  });
  const amounts = report.intake.revenue !== null;
  return [
    text('customer', 'minmax(8rem, 2fr)', (row) => whoIs(row)),
    text('segment', 'minmax(8.6rem, 1.2fr)', (row) => segmentPill(row.segment, locale)),
    number('orders', 'minmax(3.5rem, 0.6fr)', (row) => format.number(row.orders)),
    ...(amounts
      ? [number('revenue', 'minmax(5.2rem, 0.9fr)', (row) => format.money(row.revenue))]
      : []),
    number(
      'first_order',
      'minmax(5.8rem, 0.9fr)',
      (row) => format.dateShort(row.first_order),
      1080,
    ),
    number('last_order', 'minmax(5.8rem, 0.9fr)', (row) => format.dateShort(row.last_order)),
    number(
      'days_since_last',
      'minmax(4.5rem, 0.7fr)',
      (row) => format.number(row.days_since_last),
      760,
    ),
    score('r'),
    score('f'),
    ...(amounts ? [score('m')] : []),
    number(
      'cluster',
      'minmax(3.4rem, 0.5fr)',
      (row) => (row.cluster > 0 ? format.number(row.cluster) : ''),
      820,
    ),
    number('reward', 'minmax(4.5rem, 0.7fr)', (row) => rewardText(row.reward, report, locale), 820),
  ];
}

/** Names repeat; what tells one customer from another stands behind. */
function whoIs({name, customer}: CustomerRow) {
  if (!name || name === customer) return customer;
  return html`${name}<small title=${customer}>${customer}</small>`;
}

/** What is granted, as money or as points. */
export function rewardText(granted: number, report: Report, {words, format}: Locale): string {
  return report.rewards.unit === 'money'
    ? format.money(granted)
    : words.rewards.points(format.count(granted));
}

/** A segment's name; colour only where something is being lost. */
export function segmentPill(segment: Segment, {words}: Locale) {
  const tones: Partial<Record<Segment, string>> = {
    champions: '',
    loyal_customers: '',
    cannot_lose: 'bad',
    at_risk: 'warn',
    about_to_sleep: 'warn',
  };
  return html`<span class="pill ${tones[segment] ?? 'plain'}"
    >${words.segments.name[segment]}</span
  >`;
}
