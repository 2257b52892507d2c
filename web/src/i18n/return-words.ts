/** The words about how customers come back: cohorts, the way to a second order, rhythm, who comes and goes. */
import type {
  CohortBy,
  CohortPeriod,
  Monitor,
  Move,
  RhythmState,
  Season,
} from '../engine/protocol.js';
import type {Count} from './messages.js';

/** What a table of cohorts shows. */
export type CohortMeasure = 'share' | 'customers' | 'orders' | 'revenue' | 'cumulative_value';

/** A cohort beside the one before it. */
export interface CohortFacts {
  cohort: string;
  before: string;
  rate: string;
  rateBefore: string;
  days: string;
  p: string;
}

/** Any two cohorts side by side. */
export interface PairFacts {
  one: string;
  other: string;
  rate: string;
  rateOther: string;
  counts: string;
  countsOther: string;
  days: string;
  difference: string;
  low: string;
  high: string;
}

export interface ReturnWords {
  lead: string;
  week: (week: string, year: string) => string;
  quarter: (quarter: string, year: string) => string;
  cohorts: CohortWords;
  curve: CurveWords;
  rhythm: RhythmWords;
  concentration: ConcentrationWords;
  flow: FlowWords;
  monitor: MonitorWords;
}

export interface CohortWords {
  title: Record<CohortBy, string>;
  /** Who is put together. */
  whom: Record<CohortBy, string>;
  how: Record<CohortMeasure, (whom: string) => string>;
  groupBy: string;
  by: Record<CohortBy, string>;
  /** Why the files do not allow it. */
  missing: Record<Exclude<CohortBy, 'first_order'>, string>;
  period: string;
  periods: Record<CohortPeriod, string>;
  longer: (taken: string) => string;
  /** Cohorts that are no periods. */
  rest: Record<'first_product' | 'first_channel', string>;
  kind: Record<'discount' | 'full_price' | 'unknown', string>;
  measures: string;
  measure: Record<CohortMeasure, string>;
  began: Record<CohortBy, string>;
  people: string;
  since: Record<CohortPeriod, string>;
  /** How long after the period of the first order. */
  later: Record<CohortPeriod, (age: Count) => string>;
  mean: Record<Exclude<CohortMeasure, 'orders' | 'customers'>, string>;
  meanOf: (cohorts: Count, customers: Count) => string;
  active: (active: Count, customers: Count) => string;
  /** Not everybody has lived through the period. */
  partly: (observed: Count, customers: Count, active: Count) => string;
  orders: (orders: Count) => string;
  worth: (money: string) => string;
  immature: string;
  few: string;
  keyLess: string;
  keyMore: string;
  keyImmature: string;
  keyFew: string;
  keys: string;
  show: (cohort: string) => string;
  /** Of a cohort that is no period. */
  showGroup: (cohort: string) => string;
  verdict: Record<'higher' | 'lower' | 'no_difference', (facts: CohortFacts) => string>;
  young: (days: Count) => string;
  single: string;
  /** Of groups that are no periods: those that differ from all others, or none. */
  differ: (told: string) => string;
  differs: Record<'higher' | 'lower', (cohort: string, rate: string, p: string) => string>;
  alike: string;
  compare: string;
  against: string;
  pair: Record<'higher' | 'lower' | 'no_difference', (facts: PairFacts) => string>;
  pairYoung: (cohort: string, days: string) => string;
  pairHint: string;
  columns: {
    observed: (days: string) => string;
    repeat: string;
    rate: string;
    interval: string;
    versus: Record<'cohort_before' | 'all_others', string>;
  };
  points: (points: string) => string;
  verdictShort: Record<'higher' | 'lower' | 'no_difference' | 'too_little_data', string>;
}

export interface CurveWords {
  title: string;
  how: string;
  mark: (days: Count) => string;
  half: (days: Count) => string;
  description: (share: string, days: string) => string;
  halfYes: (days: Count) => string;
  halfNo: (share: string, days: string) => string;
  watched: string;
  columns: {day: string; share: string; interval: string; watched: string};
  /** The later half of customers beside the earlier one. */
  later: Record<'sooner' | 'slower' | 'differ' | 'alike', (since: string, p: string) => string>;
  nobody: string;
}

export type SeasonName = Season;
export type FlowName = Move;

export interface RhythmWords {
  title: string;
  how: string;
  gaps: (low: string, middle: string, high: string, gaps: Count, customers: Count) => string;
  noGaps: string;
  beat: Record<
    'beat' | 'chance' | 'bursts',
    (k: string, low: string, high: string, customers: Count) => string
  >;
  statesTitle: string;
  state: Record<RhythmState, string>;
  stateHow: Record<RhythmState, string>;
  season: Record<SeasonName, string>;
  hour: (hour: string) => string;
  perDay: (orders: string) => string;
  uneven: (busiest: string, p: string) => string;
  even: (p: string) => string;
  tooFew: string;
  noTimes: string;
  columns: {kind: string; orders: string; perDay: string; share: string};
}

export interface ConcentrationWords {
  title: string;
  how: string;
  top: (share: string) => string;
  gini: (gini: string) => string;
  people: string;
  money: string;
  equal: string;
  tenth: (share: string) => string;
  columns: {people: string; money: string};
  show: string;
}

export interface FlowWords {
  title: string;
  how: string;
  of: Record<FlowName, string>;
  hint: Record<FlowName, string>;
  period: string;
  current: string;
  last: (period: string, current: Count) => string;
  open: string;
  unknown: string;
}

export type MonitorName = keyof Monitor['charts'];

export interface MonitorWords {
  title: string;
  how: (one: Count, days: string) => string;
  of: Record<MonitorName, string>;
  ordinary: (limits: string) => string;
  alarm: Record<'none' | 'above' | 'below', string>;
  open: string;
  calm: string;
  outside: Record<'above' | 'below', (period: string) => string>;
  /** `told` names the newest. */
  alarms: (c: Count, told: string) => string;
  reason: Record<'too_little_data' | 'no_amount_column' | 'no_customer_column', string>;
}
