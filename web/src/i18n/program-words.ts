/** The words of the sentences that a reward program is edited in. Where a sentence has `{name}`, a field stands. */
import type {CompareBy} from '../engine/protocol.js';
import type {Count} from './messages.js';

export type SpanUnit = 'D' | 'W' | 'M' | 'Y';

export interface ProgramWords {
  how: string;
  asJson: string;
  /** In the place of sentences, while the JSON is none. */
  noSentences: string;
  rewardsTitle: string;
  rewardsHow: string;
  pointsTitle: string;
  pointsHow: string;
  tiersTitle: string;
  tiersHow: string;
  name: string;
  unit: string;
  units: Record<'money' | 'points', string>;
  mode: string;
  modes: Record<'first' | 'sum' | 'highest', string>;
  rule: (place: string) => string;
  /** What a field is, and whose: "amount, rule 2". */
  of: (what: string, whose: string) => string;
  when: string;
  and: string;
  always: string;
  fact: string;
  comparison: string;
  value: string;
  low: string;
  high: string;
  to: string;
  operator: Record<'>=' | '<=' | '>' | '<' | '==' | '!=' | 'between', string>;
  /** Of days. */
  dayOperator: Record<'>=' | '<=' | '>' | '<' | '==' | '!=' | 'between', string>;
  among: Record<'in' | 'not_in' | '==' | '!=', string>;
  holds: Record<'some' | 'none' | 'all', string>;
  days: string;
  choose: string;
  addValue: string;
  dropValue: (value: string) => string;
  byHand: string;
  addCondition: string;
  dropCondition: string;
  give: string;
  gives: Record<'fixed' | 'share' | 'times', string>;
  number: string;
  per: string;
  shareOf: string;
  /** The fact `amount`, of an order. */
  paid: string;
  most: string;
  fixed: Record<'money' | 'points' | 'times', string>;
  share: Record<'money' | 'points', string>;
  /** The same in a table, without fields. */
  shareSaid: Record<'money' | 'points', (give: string, per: string, fact: string) => string>;
  atMost: (said: string, most: string) => string;
  on: string;
  ons: Record<'order' | 'birthday' | 'anniversary' | 'event', string>;
  event: string;
  more: string;
  limit: string;
  limitTimes: string;
  limitPoints: string;
  period: string;
  periods: Record<'ever' | 'day' | 'week' | 'month' | 'quarter' | 'year', string>;
  dates: string;
  from: string;
  until: string;
  group: string;
  groupHow: string;
  up: (rule: string) => string;
  down: (rule: string) => string;
  remove: (rule: string) => string;
  addRule: string;
  addPoints: string;
  dropPoints: string;
  addEarn: string;
  addTiers: string;
  dropTiers: string;
  addTier: string;
  pending: string;
  pendings: Record<'none' | 'span', string>;
  expiry: string;
  expiries: Record<'none' | 'span', string>;
  spanUnit: Record<SpanUnit, string>;
  /** `edge`: to the end of what; empty: to the day and hour. */
  spanEdge: Record<'' | SpanUnit, string>;
  spanText: string;
  redeem: string;
  redeems: string;
  step: string;
  worth: string;
  orderShare: string;
  least: string;
  budget: string;
  margin: string;
  by: string;
  bys: Record<'spend' | 'orders' | 'points', string>;
  window: string;
  windows: Record<'rolling' | 'calendar_year' | 'lifetime', string>;
  length: string;
  term: string;
  grace: string;
  tierName: string;
  tierFrom: Record<'spend' | 'orders' | 'points', string>;
  benefits: string;
  onStep: (customers: Count) => string;
  counting: string;
  ruleGives: (customers: Count, sum: string) => string;
  earnGives: (customers: Count, times: Count, sum: string) => string;
  multiplies: (customers: Count, times: Count) => string;
  inAll: (customers: Count, sum: string) => string;
  inAllPoints: (customers: Count, points: string, cost: string) => string;
  /** `average`: of those, empty where there is nobody. */
  gain: (customers: Count, sum: string, average: string) => string;
  lose: (customers: Count, sum: string, average: string) => string;
  same: (customers: Count) => string;
  nothingChanges: string;
  compared: Record<CompareBy, string>;
  differentUnits: string;
  columns: Record<'segment' | 'gain' | 'lose' | 'sum' | 'customer' | 'before' | 'after', string>;
  who: string;
  whoGain: string;
  whoLose: string;
  refused: (what: string) => string;
  discard: string;
  open: (customer: string) => string;
}

/** What the engine says of a field, and how a shop says it. */
export type Refusals = readonly (readonly [RegExp, string])[];

/** The engine's word for what is wrong in those of a language; as it came where there are none. */
export function sayRefusal(what: string, refusals: Refusals): string {
  const known = refusals.find(([pattern]) => pattern.test(what));
  return known ? what.replace(...known) : what;
}
