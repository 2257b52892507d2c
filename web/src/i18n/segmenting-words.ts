/** The words about how customers are divided into segments: schemes, cut points, rules of one's own. */
import type {SegmentScheme} from '../engine/protocol.js';
import type {Count} from './messages.js';

export type ScoreLetter = 'r' | 'f' | 'm';

export interface SegmentingWords {
  title: string;
  how: string;
  schemes: string;
  scheme: Record<SegmentScheme, string>;
  schemeHow: Record<SegmentScheme, string>;
  cutsTitle: string;
  /** Whether the cuts follow the shop, or stay where they were put. */
  cuts: Record<'fifths' | 'fixed', string>;
  toFifths: string;
  letter: Record<ScoreLetter, string>;
  score: (score: string) => string;
  /** Before a cut; `unit` stands behind it. */
  upTo: string;
  unit: Record<'r' | 'f', string>;
  /** In the place of a cut, for the score beyond the last. */
  beyond: string;
  cut: (letter: string, score: string) => string;
  notRising: (letter: string) => string;
  rulesTitle: string;
  rulesHow: string;
  ruleName: (place: string) => string;
  band: (letter: string, rule: string) => string;
  any: string;
  up: (rule: string) => string;
  down: (rule: string) => string;
  remove: (rule: string) => string;
  add: string;
  fresh: (place: string) => string;
  nameless: string;
  covered: (rule: string, above: string) => string;
  overlap: (rule: string, above: string) => string;
  gaps: (combinations: Count, example: string) => string;
  sound: string;
  countsTitle: string;
  columns: {segment: string; now: string; then: string};
  counting: string;
  apply: string;
  applying: string;
  reset: string;
  failed: (reason: string) => string;
}
