/** Why the program gives a customer something or not, what is missing until when, and who misses little. */
import type {Because, Rewards} from './protocol.js';

/** `orders`: so many more; `order_days`: on so many more days; `spend`: one order of so many minor units; `wait`: days without an order. */
export type Effort = 'orders' | 'order_days' | 'spend' | 'wait';

/** What a fact is measured in; of money all figures are minor units. */
export type FactUnit = 'count' | 'money' | 'days' | 'date' | 'score' | 'word';

/** What is missing of an effort, and what its fact is and would be; `on`: the day to wait for. */
export interface WhyStep {
  effort: Effort;
  missing: number;
  fact: string;
  unit: FactUnit;
  has: number | string | null;
  needed: number | string | null;
  on: string | null;
}

/** Efforts that together turn an answer: with one unit less of any they would not. */
export interface Way {
  steps: WhyStep[];
  /** Facts that the rule asks for and that the same efforts move, nobody knows how far. */
  moves_too: string[];
}

/** A condition as the rule has it. A `comparison` has no conditions inside. */
export interface Explained {
  joint: 'comparison' | 'and' | 'or' | 'not';
  truth: boolean | null;
  because: (Because & {unit: FactUnit; means: 'buying' | 'waiting' | 'none'})[];
  parts: Explained[];
  /** The least of one effort that turns it; null where it holds or none does. */
  way: Way | null;
  /** Of an `or` that does not hold: the part that takes least. */
  nearest: number | null;
}

/** `outbid`: it holds, and another rule gives more; `not_asked`: an earlier rule counted. */
export type RuleStanding = 'granted' | 'refused' | 'unknown' | 'outbid' | 'not_asked';

export interface RuleWhy {
  rule: string;
  standing: RuleStanding;
  amount: number;
  when: Explained;
  /** Where it does not hold: for each effort that alone would do the least of it, else of two together. */
  ways: Way[];
}

export interface TierOutlook {
  tier: string;
  basis: 'spend' | 'orders' | 'points';
  /** What counts: minor units, orders or points. */
  amount: number;
  /** null in the highest tier. */
  next: string | null;
  to_next: number | null;
  /** The last day on which all of `amount` counts; null where it counts for good. */
  until: string | null;
  in_grace: boolean;
  /** What must come in for the tier to be kept, up to and with `keep_by`; null where no review is known ahead. */
  to_keep: number | null;
  keep_by: string | null;
}

/** Points of somebody who never spent any. */
export interface PointsOutlook {
  active: number;
  pending: number;
  /** Points at which the next step can be spent; null where points cannot be. */
  next_step: number | null;
  /** Minor units that so many points pay, and that those of today do. */
  pays: number;
  pays_now: number;
  /** Those that end next, and the last day on which they can be used. */
  expiring: number;
  expires_on: string | null;
}

export interface CustomerWhy {
  id: number;
  customer: string;
  name: string;
  as_of: string;
  program: string;
  unit: Rewards['unit'];
  reward: number;
  /** Given nothing by the rules, whatever they say. */
  held_out: boolean;
  rules: RuleWhy[];
  /** For each effort the least that raises the reward, and to how much. */
  raises: {way: Way; amount: number}[];
  tier: TierOutlook | null;
  points: PointsOutlook | null;
}

/** A customer who misses a higher reward, or the next tier, by at most one usual order. */
export interface NearRow {
  id: number;
  customer: string;
  name: string;
  missed: 'reward' | 'tier';
  tier: string | null;
  /** That the reward would rise by. */
  gain: number;
  effort: Effort;
  missing: number;
  has: number | null;
  needed: number | null;
  until: string | null;
  /** How many usual orders of this customer it takes. */
  orders: number;
}

/** The nearest first. */
export interface NearlyThere {
  total: number;
  unit: Rewards['unit'];
  rows: NearRow[];
}

/** A budget for rewards, in minor units, and what each customer could be given. */
export interface GivingQuery {
  budget: number;
  /** At most 5. `effect`: assumed by the owner, the share of those who would be lost that it keeps, above 0 and up to 1. */
  offers: {amount: number; effect: number}[];
  /** Of revenue; default: that of the program in force. */
  margin?: number;
  /** Nobody who was given a reward within so many days; default: 30. */
  pause_days?: number;
}

/** Customers, what they are given, and the margin expected by the assumed effects less the rewards. */
export interface GivingChoice {
  customers: number;
  cost: number;
  value: number;
}

/** Whom a budget goes to. With a `reason` there is no answer, and all is empty. */
export interface Giving {
  reason?: 'no_forecast' | 'no_amounts' | 'no_margin';
  budget: number;
  margin: number;
  candidates: number;
  /** By the first reason that holds. */
  left_out: Partial<
    Record<'consent_refused' | 'held_out' | 'rewarded' | 'no_forecast' | 'gone', number>
  >;
  chosen: GivingChoice;
  /** Most value for the cost, one after the other. */
  greedy: GivingChoice;
  /** `stopped_early`: something may be worth more, by at most `gap` minor units. */
  proof: 'optimal' | 'stopped_early';
  gap: number;
  /** What one more minor unit of budget would bring. */
  shadow_price: number;
  /** The share of the assumed effects at which the rewards bring just what they cost; null where nobody is given any. */
  break_even: number | null;
  /** Budgets and what they bring at most: concave. */
  curve: [budget: number, value: number][];
  /** Most value first. */
  rows: {
    id: number;
    customer: string;
    name: string;
    amount: number;
    probability_lost: number;
    /** The margin of twelve months times the probability of being lost, minor units. */
    at_stake: number;
    value: number;
  }[];
}
