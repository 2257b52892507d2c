/** What changed since the project was saved, in English. */
import type {SinceWords} from '../since-words.js';
import {plural} from './plural.js';

export const since: SinceWords = {
  title: (day) => `What has changed since you last saved (${day})?`,
  how: (from, to) =>
    `The figures of ${from}, as your project kept them, beside those of ${to}. Below each share stand the counts it is made of.`,
  figure: {
    customers: () => 'Customers',
    repurchase_rate: () => 'Came back at all',
    repurchase_within_90: () => 'Came back within 90 days',
    retention_rate: (days) => `Kept over ${days}`,
    churn_rate: (days) => `Lost over ${days}`,
    average_order_value: () => 'Average order',
    revenue: () => 'Revenue',
  },
  columns: {figure: 'Figure', then: 'Then', now: 'Now', change: 'Change'},
  perOrder: (revenue, orders) => `${revenue} in ${plural(orders, 'order', 'orders')}`,
  points: (points) => `${points} points`,
  turn: {better: 'better', worse: 'worse'},
  same: 'the same',
  statesTitle: 'Where customers stand in their rhythm',
  segmentsTitle: 'Segments',
  state: 'State',
  segment: 'Segment',
  otherRules:
    'Segments are not compared: customers were divided by other rules or cuts when the project was saved.',
  otherMoney: 'Amounts are not compared: the files were in another currency then.',
  note: '“Better” and “worse” only say which way a figure went. Most customers are in both columns, and rules of cleaning may have changed between, so no test can tell chance from change here; the control charts under Coming back can.',
};
