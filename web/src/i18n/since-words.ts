/** The words about what changed since the project was saved. */
import type {Count} from './messages.js';

export type SinceFigureName =
  | 'customers'
  | 'repurchase_rate'
  | 'repurchase_within_90'
  | 'retention_rate'
  | 'churn_rate'
  | 'average_order_value'
  | 'revenue';

export interface SinceWords {
  title: (day: string) => string;
  how: (from: string, to: string) => string;
  figure: Record<SinceFigureName, (days: string) => string>;
  columns: {figure: string; then: string; now: string; change: string};
  perOrder: (revenue: string, orders: Count) => string;
  points: (points: string) => string;
  turn: Record<'better' | 'worse', string>;
  same: string;
  statesTitle: string;
  segmentsTitle: string;
  state: string;
  segment: string;
  otherRules: string;
  otherMoney: string;
  note: string;
}
