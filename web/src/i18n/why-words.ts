/** The words of an explanation: what a rule wants, what is there, and what is missing until when. */
import type {RuleStanding} from '../engine/protocol.js';
import type {Count} from './messages.js';

export interface WhyWords {
  title: string;
  standing: Record<RuleStanding, string>;
  /** Above the parts of a condition. */
  joint: Record<'and' | 'or' | 'not', string>;
  /** For a reader who does not see the marks. */
  truth: Record<'yes' | 'no' | 'unknown', string>;
  orders: (more: Count) => string;
  orderDays: (more: Count) => string;
  days: (more: Count) => string;
  /** What comes by itself. */
  wait: (day: string) => string;
  /** "revenue: needs 500.00, has 487.70, missing 12.30" */
  step: (fact: string, needed: string, has: string, missing: string) => string;
  /** Where nobody counts the fact itself. */
  missing: (missing: string) => string;
  /** Steps that only do together, and ways of which one does. */
  together: (one: string, other: string) => string;
  either: (one: string, other: string) => string;
  noWay: string;
  fixed: string;
  nearest: string;
  movesToo: (facts: string) => string;
  raise: (way: string, amount: string) => string;
  tier: (tier: string) => string;
  highest: (tier: string) => string;
  /** `until`: empty where it counts for good. */
  toNext: (missing: string, tier: string, until: string) => string;
  toKeep: (missing: string, tier: string, by: string) => string;
  kept: (tier: string, by: string) => string;
  grace: (tier: string, by: string) => string;
  points: (points: Count) => string;
  payNow: (money: string) => string;
  nextStep: (missing: Count, money: string) => string;
  pending: (points: Count) => string;
  expiring: (points: Count, day: string) => string;
  /** Opens the parts of a rule. */
  parts: string;
  /** Who misses little. */
  nearTitle: string;
  nearHow: (customers: Count) => string;
  nobodyNear: string;
  /** The last one is of a bar: what there is of what is needed. */
  nearColumns: readonly [customer: string, next: string, missing: string, has: string];
  more: (reward: string) => string;
  /** Behind an amount. */
  untilDay: (day: string) => string;
  nearSave: string;
}
