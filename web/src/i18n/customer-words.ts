/** The words of the customer table and of one customer. */
import type {Count} from './messages.js';

export type CustomerColumnName =
  | 'customer'
  | 'segment'
  | 'orders'
  | 'revenue'
  | 'first_order'
  | 'last_order'
  | 'days_since_last'
  | 'r'
  | 'f'
  | 'm'
  | 'cluster'
  | 'reward'
  | 'state'
  | 'probability_alive'
  | 'expected_orders_90d'
  | 'next_order_from'
  | 'lifetime_value';

export interface CustomerWords {
  title: string;
  lead: string;
  search: string;
  searchHint: string;
  goToRow: string;
  go: string;
  total: (c: Count) => string;
  filtered: (c: Count) => string;
  clearFilters: string;
  remove: (filter: string) => string;
  cell: (r: number, f: number) => string;
  began: (from: string, to: string) => string;
  /** What customers did who stand behind a mark of a picture. */
  deed: {
    cohort: (began: string, name: string) => string;
    ordered: (from: string, to: string) => string;
    again: (from: string, to: string) => string;
    second: (days: string) => string;
    ranked: (from: string, to: string) => string;
    season: (of: string) => string;
  };
  column: Record<CustomerColumnName, string>;
  /** Which half of the columns is shown. */
  aspects: string;
  aspect: Record<'past' | 'future', string>;
  keys: string;
  nobody: string;
  nobodyHint: string;
  loading: string;
  sort: string;
  direction: Record<'ascending' | 'descending', string>;
}

export interface CustomerDialogWords {
  /** What the page is called while one customer fills it. */
  title: string;
  /** To the screen the customer was opened from. */
  back: (screen: string) => string;
  /** Where in the table. */
  place: (at: string, total: string) => string;
  remind: string;
  remindHow: string;
  /** What a calendar shows; the name as the page does. */
  writeTo: (name: string) => string;
  clubTitle: string;
  clubHow: string;
  tier: string;
  pointsEarned: string;
  pointsLeft: string;
  pointsSpent: string;
  before: string;
  after: string;
  loading: string;
  since: (date: string) => string;
  orders: string;
  paid: string;
  lastOrder: string;
  scoresTitle: string;
  score: (letter: string, value: number) => string;
  reason: {
    r: (days: string) => string;
    f: (orders: Count) => string;
    m: (revenue: string) => string;
  };
  scale: Record<'r' | 'f' | 'm', Record<'low' | 'middle' | 'high', string>>;
  offersTitle: string;
  boughtWith: (because: string, customers: Count) => string;
  popular: (customers: Count) => string;
  noOffers: string;
  rewardsTitle: string;
  granted: (amount: string) => string;
  notGranted: string;
  unknown: string;
  historyTitle: (c: Count) => string;
  historyLimit: string;
  columns: {
    order: string;
    date: string;
    products: string;
    amount: string;
    status: string;
    line: string;
  };
  status: (word: string) => string;
  line: (line: string) => string;
  noRules: string;
}
