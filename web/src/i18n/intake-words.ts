/** The words of getting data in: how each file was read, matching by hand, cleaning, rows left out. */
import type {
  CleaningRule,
  IssueKind,
  Merge,
  ProfileNote,
  StatusMeaning,
  TableKind,
} from '../engine/protocol.js';
import type {Count} from './messages.js';

/** What the screen of matching asks for. */
export type MatchField =
  | 'order'
  | 'date'
  | 'customer'
  | 'amount'
  | 'product'
  | 'quantity'
  | 'unit_price'
  | 'status'
  | 'currency'
  | 'email'
  | 'phone'
  | 'customer_name';

export interface FilesWords {
  title: string;
  /** One sentence about a file of orders; orders and customers where it is the only one. */
  orders: (kind: string, lines: Count, orders: Count, customers: Count, days: string) => string;
  lines: (kind: string, lines: Count, days: string) => string;
  table: Record<Exclude<TableKind, 'orders'>, (kind: string, rows: Count) => string>;
  /** What a table is that no platform has written. */
  plain: Record<TableKind, string>;
  days: (first: string, last: string) => string;
  note: Record<ProfileNote, string>;
  notRight: string;
  notRightOf: (file: string) => string;
  structural: (parts: string[]) => string;
  structuralPart: Record<'header' | 'totals' | 'other' | 'blank', (c: Count) => string>;
  replaced: (c: Count) => string;
  skippedTitle: (c: Count) => string;
  tables: (parts: string[]) => string;
  tablesPart: Record<'customers' | 'products' | 'events' | 'rewards', (c: Count) => string>;
}

export interface MatchWords {
  title: string;
  lead: string;
  leadGuessed: string;
  file: string;
  yours: string;
  yoursHow: string;
  samples: string;
  taken: (role: string) => string;
  unused: string;
  ours: string;
  oursHow: string;
  required: string;
  optional: string;
  more: string;
  field: Record<MatchField, {name: string; hint: string}>;
  /** In a select where nothing was found, and where the suggestion is taken up again. */
  absent: string;
  suggested: string;
  missing: string;
  enough: string;
  amountOf: string;
  amountIs: Record<'amount' | 'order_total', string>;
  effectTitle: string;
  effectWhole: (rows: Count) => string;
  effectHead: (rows: Count) => string;
  effect: Record<'orders' | 'customers' | 'revenue' | 'rejected', string>;
  trying: string;
  reasonsTitle: (rows: Count) => string;
  reasonsHow: string;
  /** The first row of a reason, before what stands there; `column` is empty where it is about the whole row. */
  reasonFirst: (line: string, column: string) => string;
  statusTitle: string;
  statusHow: string;
  statusWord: (word: string, rows: Count) => string;
  meaning: Record<StatusMeaning, string>;
  dateTitle: string;
  /** What a date that leaves it open was taken for, and the row that proves it. */
  dateProven: (open: string, day: string, row: string, proof: string) => string;
  dateAscending: (open: string, day: string) => string;
  dateStated: (open: string, day: string) => string;
  dateAssumed: (open: string, day: string) => string;
  dateChosen: (open: string, day: string) => string;
  dateOrder: Record<'day_first' | 'month_first', string>;
  encodingTitle: string;
  encodingHow: (encoding: string) => string;
  encodingUse: (encoding: string) => string;
  confirm: string;
  cancel: string;
}

export interface CleaningWords {
  title: string;
  how: string;
  none: string;
  rule: Record<CleaningRule, {on: string; off: string; why: string}>;
  found: (c: Count) => string;
  /** What the rule does to the figures: as they are with it. */
  effect: (parts: string[]) => string;
  effectOff: (parts: string[]) => string;
  fewer: Record<'orders' | 'customers', (c: Count) => string>;
  greater: Record<'orders' | 'customers', (c: Count) => string>;
  less: (money: string) => string;
  moreMoney: (money: string) => string;
  nothing: string;
  counting: string;
  working: string;
  now: (now: string, before: string) => string;
  headline: (orders: Count, customers: Count, revenue: string) => string;
  undo: string;
  redo: string;
  save: string;
  saveHow: string;
  failed: (reason: string) => string;
  mergesTitle: (c: Count) => string;
  mergesHow: string;
  mergesLimit: (c: Count) => string;
  mergeSearch: string;
  mergeBy: Record<Merge['by'], string>;
  mergeInto: string;
  apart: string;
  apartOf: (sign: string) => string;
  together: string;
  togetherOf: (sign: string) => string;
  noMerge: string;
  ratesTitle: string;
  ratesHow: (currency: string) => string;
  rate: (from: string, into: string) => string;
  rateRows: (c: Count) => string;
  rateUnknown: (c: Count) => string;
  rateUse: string;
  rateOff: string;
}

export interface RejectWords {
  title: (c: Count) => string;
  how: string;
  /** The list, in which corrected rows stay. */
  list: string;
  row: (file: string, line: string, offset: string) => string;
  reason: Record<IssueKind, string>;
  column: (name: string) => string;
  text: (line: string) => string;
  fix: string;
  keep: string;
  skip: string;
  enter: string;
  cancel: string;
  undo: string;
  mending: Record<'none' | 'fixed' | 'kept', string>;
  refused: string;
  /** Of corrections whose rows are not among the rejected any more. */
  lostTitle: (c: Count) => string;
  lostHow: string;
  lostForget: string;
  page: (from: string, to: string, total: string) => string;
  before: string;
  after: string;
  loading: string;
}
