/** What crosses the boundary about all files together: rules of cleaning, and what was taken in. */
import type {ErrorCode} from './protocol-errors.js';
import type {FileIntake} from './protocol-files.js';
import type {Issue, IssueKind} from './protocol-issues.js';

/** A rule of cleaning (docs/cleaning.md). */
export type CleaningRule =
  | 'newest_export'
  | 'drop_copies'
  | 'drop_near_copies'
  | 'leave_out_test_orders'
  | 'leave_out_free_orders'
  | 'leave_out_future_orders'
  | 'pair_refunds'
  | 'merge_customers';

/** The difference that a rule makes while the others stay: the figures with it less those without it, whether it is on or not. */
export interface RuleEffect {
  rule: CleaningRule;
  on: boolean;
  /** Findings of `kind` that it deals with. */
  count: number;
  kind: IssueKind;
  /** Counted orders. */
  orders: number;
  customers: number;
  revenue: number;
}

/** Rules that are not named keep their default: all on but `drop_near_copies` and `leave_out_free_orders`. */
export type CleaningOptions = Partial<Record<CleaningRule, boolean>> & {
  /** The host's day: without it no order lies in the future. */
  today?: string;
  /** Signs of customers (`Merge.from`) that stay customers of their own. */
  apart?: string[];
};

/** Two signs of one person: the orders of `from` are those of `into`. */
export interface Merge {
  from: string;
  into: string;
  name: string;
  /** The kind of the sign that says so. */
  by: 'id' | 'email' | 'phone' | 'name_and_postcode';
  /** Kept apart by the user. */
  apart: boolean;
}

/** A member of an archive, or a sheet of a workbook, that could not be used beside others that could. */
export interface Skipped {
  /** `export.zip > notes.txt` */
  name: string;
  reason: ErrorCode;
}

export interface Intake {
  files: FileIntake[];
  /** Put in by the host: the engine never saw them. */
  skipped: Skipped[];
  /** Lines kept. */
  lines: number;
  /** Orders understood, in any state. */
  orders: number;
  /** Orders that count as purchases: not cancelled, unpaid, refunded whole, or a mere refund. */
  orders_counted: number;
  /** Distinct pairs of customer and day with a counted order. */
  order_days: number;
  /** Customers with a counted order. */
  customers: number;
  /** Counted orders without a customer: they count as sales, not as customers. */
  orders_without_customer: number;
  revenue_without_customer: number;
  first_order: string | null;
  last_order: string | null;
  /** Counted orders less what was refunded; null where the files hold no amount. */
  revenue: number | null;
  refunded: number;
  /** ISO 4217 code; null where neither the file nor the user says. */
  currency: string | null;
  minor_digits: number;
  /** Lines by status: counted, cancelled, refunded, refund, unpaid, duplicate. */
  status_lines: Record<string, number>;
  issues: Issue[];
  /** Which rules of cleaning held. */
  rules: Record<CleaningRule, boolean>;
  /** At most 1,000; `issues` has the count. */
  merges: Merge[];
  /** Rows in a currency that is neither the shop's nor has a rate: never added to anything. */
  other_currencies: {currency: string | null; rows: number}[];
  /** Rows of tables that are not orders. */
  tables: {customers: number; products: number; events: number; rewards: number};
}
