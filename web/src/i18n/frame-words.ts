/** The words around every screen: its name, what was decided, how it looks, and the keys. */
import type {Count} from './messages.js';

/** What is shown of a shop, one at a time. */
export type Screen = 'week' | 'customers' | 'returns' | 'plans' | 'report' | 'health' | 'files';

/** What a screen is divided into, where it is. */
export type Part =
  'segments' | 'groups' | 'table' | 'past' | 'forecast' | 'products' | 'rewards' | 'downloads';

export type Theme = 'system' | 'light' | 'dark';
export type TextSize = 'normal' | 'large' | 'largest';

/** What a key does, beside going to a screen. */
export type KeyDeed =
  'next' | 'undo' | 'redo' | 'save' | 'keys' | 'close' | 'arrows' | 'ends' | 'open';

export interface FrameWords {
  skip: string;
  /** Names the place of the link above. */
  shortcuts: string;
  screens: string;
  screen: Record<Screen, string>;
  /** As above, short enough for a bottom bar of 360 px. */
  screenShort: Record<Screen, string>;
  part: Record<Part, string>;
  asOf: (date: string) => string;
  newFiles: string;
  print: string;
  save: string;
  unsaved: string;
  more: string;
  language: string;
  theme: string;
  themes: Record<Theme, string>;
  textSize: string;
  textSizes: Record<TextSize, string>;
  keys: string;
  keysHow: string;
  goTo: (screen: string) => string;
  /** Between two keys that are pressed one after the other. */
  then: string;
  /** Between two keys of which either will do. */
  or: string;
  key: Record<KeyDeed, string>;
  sample: string;
  moreFiles: (first: string, others: Count) => string;
  close: string;
  asTable: string;
  asPicture: string;
  showAll: (c: Count) => string;
  showLess: string;
  noProducts: string;
  none: string;
  /** Shown between two halves of one line. */
  dot: string;
}

/** Each step of what was decided, as the list of them says it. */
export interface StepWords {
  title: string;
  how: string;
  /** Before the first of them. */
  beginning: string;
  /** Where one stands. */
  here: string;
  /** A step that was taken back. */
  undone: string;
  apart: (sign: string) => string;
  together: (sign: string) => string;
  mended: (line: string) => string;
  kept: (line: string) => string;
  leftOut: (line: string) => string;
  forgotten: (c: Count) => string;
  rate: (currency: string, rate: string) => string;
  noRate: (currency: string) => string;
  segments: (scheme: string) => string;
  cohortPeriod: (periods: string) => string;
  cohortBy: (by: string) => string;
  cohortMeasure: (measure: string) => string;
  /** A card of the week, by its name. */
  aside: Record<'done' | 'later' | 'hidden' | 'back', (card: string) => string>;
  remark: (customer: string) => string;
  audience: (program: string) => string;
  pinned: (name: string) => string;
  unpinned: (name: string) => string;
  /** The pieces of the report in another order. */
  moved: string;
  /** Its title or text. */
  written: string;
  program: string;
  defaultProgram: string;
  handedOut: (offer: string) => string;
  notHandedOut: (offer: string) => string;
  match: string;
  other: string;
}
