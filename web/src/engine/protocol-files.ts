/** What crosses the boundary about one file: its columns, its dialect, how it is to be read and what became of it. */
import type {IssueKind} from './protocol-issues.js';

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
  | 'channel' // through what the order came
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

/** Column of each role: a header name, or a 1-based position; null or 0: it has none, whatever would be guessed. */
export type ColumnMap = Partial<Record<Role, string | number | null>>;

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
  /** One character (`,` `;` tab `|`) or two (`, `). */
  delimiter: string;
  /** Whether blanks side by side are one delimiter; false unless `delimiter` is a blank. */
  in_runs: boolean;
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
  proof: RowExample | null;
  asked: RowExample | null;
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

/** A row in the file at hand: its 1-based line, the column by header or position, and the cell or the row. */
export interface RowExample {
  row: number;
  column: string;
  text: string;
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
  /** Why rows would be rejected, the most frequent reason first. */
  reasons: {kind: IssueKind; count: number; first: RowExample}[];
  /** IANA names of zones that the rows give: `begin` wants their tables. */
  zones: string[];
}

export type StatusMeaning = 'unknown' | 'counted' | 'cancelled' | 'refunded' | 'unpaid';

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
