/** The words of the report that is printed or handed on: what is pinned to it, and what it does not tell. */
import type {Count} from './messages.js';

export interface PaperWords {
  lead: string;
  /** Names the button of a figure or picture. */
  pin: (name: string) => string;
  /** The same beside its sign, where there is little room. */
  toPin: string;
  cohorts: string;
  nothing: string;
  nothingHow: string;
  usual: string;
  ownTitle: string;
  ownTitleHint: string;
  ownText: string;
  ownTextHint: string;
  /** The title of a report that has none of its own. */
  title: string;
  print: string;
  printHow: string;
  save: string;
  saveHow: string;
  pieces: (c: Count) => string;
  before: (name: string) => string;
  behind: (name: string) => string;
  off: (name: string) => string;
  counted: string;
  /** In the place of a group of fewer than five people. */
  few: string;
  /** The same where there is hardly any room. */
  fewShort: string;
  /** In the place of what would tell such a group. */
  beside: string;
  /** What stands at the end of every report. */
  privacy: string;
  tooFew: string;
  notNow: string;
  /** Heads the first days of stretches of four weeks. */
  fourWeeks: string;
  newest: (c: Count) => string;
  made: string;
}
