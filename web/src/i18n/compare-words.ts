/** The words of two groups of customers side by side. */
import type {ComparedFigure, DifferenceVerdict, TraitKind} from '../engine/protocol-comparison.js';
import type {Count} from './messages.js';

export interface CompareWords {
  title: string;
  how: string;
  first: string;
  second: string;
  others: string;
  segments: string;
  tags: string;
  compare: string;
  /** The groups are the same. */
  same: string;
  failed: string;
  customers: string;
  share: string;
  shareWhat: string;
  both: (c: Count) => string;
  columns: {figure: string; name: string; difference: string};
  figure: Record<ComparedFigure, {name: string; what: string}>;
  rests: (first: string, second: string) => string;
  points: (text: string) => string;
  days: (text: string) => string;
  /** Of the first group beside the second. */
  more: (difference: string, low: string, high: string) => string;
  verdict: Record<DifferenceVerdict, string>;
  traits: Record<TraitKind, string>;
  traitsHow: (tried: Count) => string;
  byChance: string;
}
