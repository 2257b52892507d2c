/** The words about notes and tags of customers, and about what belongs to one person. */
import type {Count} from './messages.js';

export interface RemarkWords {
  title: string;
  note: string;
  noteHint: string;
  tags: string;
  addTag: string;
  tagHint: string;
  removeTag: (tag: string) => string;
  /** A customer with a note, in the table. */
  hasNote: string;
  /** The column of the table. */
  column: string;
  kept: string;
  /** The list of all. */
  all: (customers: Count) => string;
  allHow: string;
  gone: string;
  open: (who: string) => string;
  forget: string;
  forgetOf: (who: string) => string;
  tagged: (tag: string) => string;
  /** What belongs to one person. */
  mergesTitle: string;
  mergesHow: string;
  print: string;
}
