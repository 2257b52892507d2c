/**
 * Everything that crosses the boundary to the C++ engine: the verbs, what goes in and what comes out. Field names are the
 * engine's own (snake_case); money is whole minor units beside `currency` and `minor_digits`; dates are `YYYY-MM-DD`.
 */

/** What a column of the export means to the engine. */
export type Role =
  | 'order' // order number
  | 'date' // day, or day and time, of the order or event
  | 'time' // time of day, where it stands in a column of its own
  | 'zone' // the zone of date and time, where it stands in a column of its own
  | 'customer' // whatever tells one customer from another
  | 'email' // an e-mail address beside `customer`
  | 'phone' // a telephone number beside `customer`
  | 'postcode' // with the name, the last means to tell customers apart
  | 'customer_name' // a name to show, where `customer` is not one
  | 'product'
  | 'category'
  | 'quantity'
  | 'unit_price'
  | 'amount' // paid for the line
  | 'discount' // taken off the line (quantity x unit price - discount = amount)
  | 'order_total' // paid for the whole order; stands on its first line or on each of its lines
  | 'order_subtotal' // goods of the whole order, before shipping
  | 'order_discount' // taken off the whole order
  | 'refunded' // given back, of the whole order
  | 'status'
  | 'cancelled_at' // not blank: the order was cancelled
  | 'currency'
  | 'line' // number of the line, where exports give lines a number of their own
  | 'items' // all products of the order in one cell
  | 'reference' // in the row of a refund: number of the order that was given back
  // Of the other kinds of tables:
  | 'last_name' // where `customer_name` is only the first one
  | 'birthday'
  | 'joined' // since when someone is a customer
  | 'consent' // whether someone may be written to
  | 'tags'
  | 'sku'
  | 'cost' // of one piece, to the shop
  | 'event' // what happened
  | 'score' // the answer to a survey, the stars of a review
  | 'reward' // what was given
  | 'group' // test or control
  | 'response'; // whether the reward had an answer

/** What the rows of a file are. */
export type TableKind =
  | 'orders' // orders, or lines of orders that say whose and when
  | 'items' // lines of orders whose day and customer stand in another file
  | 'customers'
  | 'products'
  | 'events' // something a customer did: a visit, a review, an answer
  | 'rewards'; // something a customer was given

/** What a platform's export cannot give. */
export type ProfileNote =
  | 'no_customers'
  | 'names_only'
  | 'masked_phones'
  | 'no_products'
  | 'relayed_addresses'
  | 'needs_orders';

/** Column of each role: a header name, or a 1-based position. */
export type ColumnMap = Partial<Record<Role, string | number>>;

export interface Guess {
  role: Role;
  /** 1-based position. */
  column: number;
  /** Header text; empty in a file without header. */
  header: string;
  /** `profile`: the platform says so; `name`: by its header; `content`: by what stands in it; `chosen`: the user said so. */
  reason: 'profile' | 'name' | 'content' | 'chosen';
}

export interface Dialect {
  /** One character (`,` `;` tab `|`), two (`, `), or a blank for runs of blanks. */
  delimiter: string;
  quote: string;
  /** What stands before a quote inside quotes: the quote itself, a backslash, or nothing. */
  escape: string;
  /** 1-based line of the header's first row; 0 where there is none. */
  header_line: number;
  /** `\n`, `\r\n`, `\r`. */
  line_end: string;
}

/** What the first 256 KiB of a file tell. */
export interface Preview {
  name: string;
  kind: TableKind;
  /** A platform's export (docs/columns.md), say `shopify_orders`, or `generic`. */
  profile: string;
  notes: ProfileNote[];
  dialect: Dialect;
  header: string[];
  guesses: Guess[];
  /** At most five records, as read. */
  sample: string[][];
}

/** How the order of day and month was decided for a file, with the first row that proves it and the first that leaves it open. */
export interface DateReading {
  /** `not_asked`: no date leaves it open; `ascending`: rows run more evenly through time so; `stated`: by the platform; `assumed`: by nothing. */
  basis: 'not_asked' | 'proven' | 'ascending' | 'stated' | 'assumed';
  order: 'undecided' | 'day_first' | 'month_first';
  /** Rows that prove the order taken, and rows that alone would leave it open. */
  proven: number;
  undecided: number;
  proof: {row: number; column: string; text: string} | null;
  asked: {row: number; column: string; text: string} | null;
}

export interface FileIntake {
  name: string;
  kind: TableKind;
  profile: string;
  notes: ProfileNote[];
  encoding: string;
  dialect: Dialect;
  columns: Guess[];
  rows_read: number;
  rows_kept: number;
  rows_rejected: number;
  /** What stands in the file beside its rows, in records: `other` are repeated by the rejected rows. */
  structural: {blank: number; header: number; totals: number; other: number};
  first_day: string | null;
  last_day: string | null;
  dates: DateReading;
  /** Characters that could not be read in `encoding`, each now U+FFFD. Put in by the host. */
  replaced_characters: number;
}

/** What the head of a file would give, were it read so. Money in minor units. */
export interface Trial {
  rows_read: number;
  rows_kept: number;
  rows_rejected: number;
  orders: number;
  orders_counted: number;
  customers: number;
  revenue: number | null;
  minor_digits: number;
  currency: string | null;
  dates: DateReading;
  /** Words of the status column, the most frequent first, at most 50. */
  statuses: {word: string; rows: number; meaning: StatusMeaning}[];
  /** IANA names of zones that the rows give: `begin` wants their tables. */
  zones: string[];
}

export type StatusMeaning = 'unknown' | 'counted' | 'cancelled' | 'refunded' | 'unpaid';

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

/** A row that was left out, whole. */
export interface RejectedRow {
  /** Its place among all of them. */
  reject: number;
  file: string;
  /** 1-based line of the file, and the bytes before it in its UTF-8 text. */
  row: number;
  offset: number;
  reason: IssueKind;
  column: string;
  /** What the user made of it. */
  mending: 'none' | 'fixed' | 'kept';
  text: string;
}

/** `fixed`: read `text` in its place; `kept`: read it without what is wrong with it, where a row can do without. */
export type Mend =
  {reject: number; mending: 'fixed'; text: string} | {reject: number; mending: 'kept'};

/** Kinds of trouble with rows. `effect` says what was done: rejected, dropped, kept, assumed. */
export type IssueKind =
  | 'too_few_cells'
  | 'too_many_cells'
  | 'unclosed_quote'
  | 'stray_quote'
  | 'invalid_date'
  | 'impossible_date'
  | 'invalid_time'
  | 'invalid_amount'
  | 'invalid_quantity'
  | 'missing_date'
  | 'missing_amount'
  | 'missing_name'
  | 'missing_order'
  | 'damaged_number'
  | 'masked_customer'
  | 'not_an_order'
  | 'other_table'
  | 'other_currency'
  | 'unknown_status'
  | 'date_order_assumed'
  | 'date_order_conflict'
  | 'duplicate_line'
  | 'same_line_twice'
  | 'older_export'
  | 'near_copy'
  | 'no_customer'
  | 'orphan_item'
  | 'unknown_customer'
  | 'test_order'
  | 'free_order'
  | 'future_order'
  | 'paired_refund'
  | 'merged_customer'
  | 'unusual_amount';

export interface Issue {
  kind: IssueKind;
  count: number;
  effect: 'rejected' | 'dropped' | 'kept' | 'assumed';
  /** At most ten, the first ones met. `row` is the 1-based line of the file, `column` a header or position. */
  examples: {file: string; row: number; column: string; text: string}[];
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

/** A figure with what it is made of. `value` is null beside a `reason` where it cannot be stood behind. */
export interface Figure {
  value: number | null;
  /** How it is made, as a formula in the words of docs/report.md. */
  definition: string;
  reason?: 'too_little_data' | 'no_amount_column' | 'no_customer_column';
}

/** A share, with its counts and a 95 % Wilson interval. */
export interface Rate extends Figure {
  numerator: number;
  denominator: number;
  low: number | null;
  high: number | null;
}

export interface Metrics {
  as_of: string;
  customers: Figure;
  repeat_customers: Figure;
  /** Customers with at least two order days over customers. */
  repurchase_rate: Rate;
  /** A second order day within `days` of the first, among customers observed at least that long: 30, 60, 90, 180, 365. */
  repurchase_within: (Rate & {days: number})[];
  orders_per_customer: Figure;
  /** Minor units. */
  average_order_value: Figure;
  /** Minor units. */
  revenue_per_customer: Figure;
  /** Median of all gaps between following order days of one customer. */
  median_days_between_orders: Figure & {gaps: number};
}

export type Segment =
  | 'champions'
  | 'loyal_customers'
  | 'potential_loyalists'
  | 'new_customers'
  | 'promising'
  | 'need_attention'
  | 'about_to_sleep'
  | 'cannot_lose'
  | 'at_risk'
  | 'hibernating';

export interface Rfm {
  scheme: string;
  /** Upper ends of the scores: days since last order (low is good), orders, revenue in minor units. */
  thresholds: {r: number[]; f: number[]; m: number[]};
  /** All ten, in the order of the type above, empty ones too. */
  segments: {name: Segment; customers: number; orders: number; revenue: number}[];
  /** 25 cells, r then f from 1 to 5. */
  grid: {r: number; f: number; customers: number; revenue: number}[];
}

/** The words a group is labelled with, the most telling first: `recent`, `gone_quiet`, `frequent`, `rare`, `high_spend`, `low_spend`, `average`. */
export type GroupWord =
  'recent' | 'gone_quiet' | 'frequent' | 'rare' | 'high_spend' | 'low_spend' | 'average';

export interface Group {
  /** 1-based, largest group first. */
  id: number;
  label: GroupWord[];
  size: number;
  revenue: number;
  /** Medians in natural units: days, orders, minor units. */
  center: {days_since_last: number; orders: number; revenue: number};
}

export interface Clusters {
  /** null beside a reason where there are too few customers or all are alike. */
  k: number | null;
  reason?: 'too_little_data' | 'all_alike';
  features: string[];
  inertia: number | null;
  silhouette: number | null;
  calinski_harabasz: number | null;
  davies_bouldin: number | null;
  /** What the other numbers of groups would have given. The silhouette is of a sample where there are more than 2,000 customers. */
  candidates: {k: number; inertia: number; silhouette: number}[];
  silhouette_sample: number;
  groups: Group[];
}

export interface Recommendations {
  status: 'ready' | 'too_little_data' | 'no_product_column';
  products: number;
  /** Pairs bought by at least `min_support` customers in common, the most alike first, at most 50. */
  pairs: {
    product: string;
    with: string;
    cosine: number;
    customers_both: number;
    customers_product: number;
  }[];
  min_support: number;
  popular: {product: string; customers: number}[];
}

export interface RuleOutcome {
  rule: string;
  customers: number;
  /** Minor units or points, as the program's `unit` says. */
  granted: number;
}

export interface Rewards {
  program: string;
  /** `money`: minor units of the shop's currency; `points`. */
  unit: 'money' | 'points';
  granted: number;
  customers_granted: number;
  customers_refused: number;
  /** Refused because a fact was missing: a missing fact never grants. */
  customers_unknown: number;
  rules: RuleOutcome[];
  /** The program as a document (docs/program.md), ready to be edited and given back. */
  document: unknown;
}

export interface Report {
  version: 1;
  intake: Intake;
  timings: {read_ms: number; analyze_ms: number; bytes: number; wasm_memory_bytes: number};
  metrics: Metrics;
  rfm: Rfm;
  clusters: Clusters;
  recommendations: Recommendations;
  rewards: Rewards;
}

export interface AnalyzeOptions {
  /** Default: the day of the last order. Orders after it are not seen. */
  as_of?: string;
  /** A reward program (docs/program.md). Default: the program of core/loyalty/program.h. */
  program?: unknown;
  cleaning?: CleaningOptions;
}

/** One customer as the table and `--customers` show it. Empty where it cannot be said. */
export interface CustomerRow {
  id: number;
  customer: string;
  name: string;
  first_order: string;
  last_order: string;
  orders: number;
  revenue: number;
  /** Repeat order days. */
  frequency: number;
  /** Days from the first order day to the last. */
  recency: number;
  /** Days from the first order day to `as_of`. */
  age: number;
  /** Mean paid on a repeat day, minor units; 0 if frequency is 0. */
  value: number;
  days_since_last: number;
  r: number;
  f: number;
  m: number;
  segment: Segment;
  /** Group id; 0 where there are no groups. */
  cluster: number;
  /** What the program grants: minor units or points. */
  reward: number;
}

export type CustomerColumn = Exclude<keyof CustomerRow, 'id'>;

export interface CustomerQuery {
  offset: number;
  limit: number;
  sort?: CustomerColumn;
  descending?: boolean;
  segment?: Segment;
  cluster?: number;
  /** Score cell of the R x F grid. */
  r?: number;
  f?: number;
  /** Part of the customer or name, in any case. */
  search?: string;
}

export interface CustomerPage {
  total: number;
  rows: CustomerRow[];
}

/** Why a rule granted or did not: one comparison, with what was wanted and what was there (null: missing). */
export interface Because {
  fact: string;
  operator: string;
  wanted: unknown;
  found: unknown;
  holds: boolean | null;
}

/** One rule's answer for one customer. */
export interface Grant {
  rule: string;
  granted: boolean | null;
  /** Minor units or points. */
  amount: number;
  because: Because[];
}

export interface CustomerDetail {
  row: CustomerRow;
  /** At most 200, newest first; `line` is the line in the file of the order's first row. */
  orders: {
    order: string;
    date: string;
    amount: number;
    status: string;
    products: string[];
    file: string;
    line: number;
  }[];
  recommendations: {
    product: string;
    score: number;
    reason: 'bought_with' | 'popular_in_segment' | 'popular_in_shop';
    because: string;
    customers: number;
  }[];
  grants: Grant[];
}

/** Local time of the shop's zone: from `utc` (seconds since 1970) on, local time is UTC + `offset` seconds. Ascending. */
export interface ZoneTable {
  name: string;
  transitions: {utc: number; offset: number}[];
}

/** How the cells of a file are to be understood. */
export interface FileOptions {
  /** Where times carry an offset they are moved to this zone; without it they stay as written. */
  zone?: ZoneTable;
  /** The tables of the zones that the file names (`Trial.zones`). */
  zones?: ZoneTable[];
  /** ISO 4217: the shop's, where the file names none or several. */
  currency?: string;
  /** Units of the shop's currency for one of another. */
  rates?: Record<string, number>;
  /** The user's meaning of status words, as they stand in the file. */
  statuses?: Record<string, Exclude<StatusMeaning, 'unknown'>>;
  /** The user's order of day and month; default: what the rows prove. */
  day_order?: 'day_first' | 'month_first';
}

export interface BeginOptions extends FileOptions {
  name: string;
  encoding: string;
}

export interface Progress {
  rows: number;
  rejected: number;
  bytes: number;
}

/** A piece of a CSV and where the next begins; `next` is null after the last. */
export interface CsvPiece {
  text: string;
  next: number | null;
}

export type CsvKind = 'customers' | 'lines' | 'rejects' | 'rewards';

/** What belongs to a file and is no row of its table. */
export type StructuralKind =
  'blank' | 'separator' | 'preamble' | 'header' | 'totals' | 'other_table';

/** A piece of a file with a fault in its quotes; `offset` counts bytes of the UTF-8 text. */
export interface FaultyCells {
  line: number;
  offset: number;
  reason: 'unclosed_quote' | 'stray_quote';
  text: string;
}

export interface CellsReport {
  dialect: Dialect & {encoding: string};
  /** Rows of one header joined by a blank; empty where there is none. */
  header: string[];
  records: string[][];
  structural: {line: number; kind: StructuralKind; text: string}[];
  /** Stray quotes in lines that still have the cells of their table; they are among the records. */
  repaired: FaultyCells[];
  /** In no record. */
  rejected: FaultyCells[];
}

export interface LogicReport {
  passed: number;
  failed: number;
  failures: {
    index: number;
    description: string;
    rule: unknown;
    data: unknown;
    wanted: unknown;
    found: unknown;
  }[];
}

/** Why the engine could not answer; the codes of core/base/errors.h, and what befalls a host. */
export type ErrorCode =
  | 'empty_file'
  | 'not_text'
  | 'no_rows'
  | 'no_columns'
  | 'no_date_column'
  | 'no_usable_column'
  | 'column_not_found'
  | 'no_orders'
  | 'invalid_json'
  | 'invalid_option'
  | 'invalid_program'
  | 'wrong_stage'
  | 'folder' // a folder was dropped
  | 'bad_archive' // a zip or workbook that is damaged, or packed in a way nobody unpacks
  | 'too_large' // a zip or workbook that would fill the memory
  | 'locked' // protected by a password
  | 'old_spreadsheet' // .xls
  | 'other_spreadsheet' // .ods, .numbers, .xlsb
  | 'unreadable' // the platform could not read the file
  | 'cancelled'
  | 'engine_died'; // out of memory, or our fault

export interface EngineErrorBody {
  code: ErrorCode;
  detail: string;
  file: string;
  line: number;
  column: number;
}

/**
 * The whole protocol. Bytes are the first argument where there are any. A new verb is one line here, one in bindings.cpp.
 * `open` drops everything read so far; `sniff` and `begin` belong to one file; `push` takes its bytes from the very start.
 */
export interface Verbs {
  open(): null;
  sniff(head: Uint8Array, options: {name: string; whole: boolean; columns?: ColumnMap}): Preview;
  /** What the head just sniffed would give. */
  trial(options: FileOptions): Trial;
  begin(options: BeginOptions): null;
  push(bytes: Uint8Array): Progress;
  /** `encoding`: as it proved to be, where the head that `begin` knew was plain ASCII; `replaced`: see FileIntake. */
  end(options: {encoding: string; replaced?: number}): FileIntake;
  /** Remembers, for the report, what the host could not give to the engine. */
  skip(what: Skipped): null;
  /** Drops the file between `begin` and `end`, so that the next can be read. */
  abandon(): null;
  analyze(options: AnalyzeOptions): Report;
  /** What each rule that found something does to the figures; a walk over all orders for each. */
  cleaning(): RuleEffect[];
  rejects(query: {from: number; limit: number}): {total: number; rows: RejectedRow[]};
  /** All corrections at once, in the place of those before; answers which rows are kept now. Needs a new `analyze`. */
  mend(options: {mends: Mend[]}): boolean[];
  customers(query: CustomerQuery): CustomerPage;
  customer(query: {id: number}): CustomerDetail;
  /** Customer columns by id: numbers as they stand in CustomerRow, dates as days since 1970, segments by their place. */
  column(query: {name: string}): Float64Array | Int32Array;
  csv(query: {kind: CsvKind; from: number}): CsvPiece;
  cells(file: Uint8Array): CellsReport;
  logic(suite: Uint8Array, options: {profile: 'compat' | 'strict'}): LogicReport;
}

export type Verb = keyof Verbs;
export type Answer<V extends Verb> = ReturnType<Verbs[V]>;

/** A request and its answer, as posted between client and worker. */
export type Request = {[V in Verb]: {id: number; verb: V; args: Parameters<Verbs[V]>}}[Verb];
export type Response = {id: number; ok: unknown} | {id: number; error: EngineErrorBody};
