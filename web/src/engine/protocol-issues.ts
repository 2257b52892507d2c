/** What crosses the boundary about rows in trouble. */

/** What a row is known by when its file is read another time. */
export interface KnownRow {
  /** Name of its file, and the file's place among those read, from 0 on. */
  file: string;
  place: number;
  /** 1-based line of the file, and the bytes before it in its UTF-8 text. */
  row: number;
  offset: number;
  text: string;
}

/** A row that was left out, whole. */
export interface RejectedRow extends KnownRow {
  /** Its place among all of them. */
  reject: number;
  reason: IssueKind;
  column: string;
  /** What the user made of it. */
  mending: 'none' | 'fixed' | 'kept';
}

/** `fixed`: read `text` in its place; `kept`: read it without what is wrong with it, where a row can do without. */
export type Correction = {mending: 'fixed'; text: string} | {mending: 'kept'};

export type Mend = {reject: number} & Correction;

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
