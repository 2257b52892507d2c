/** What a program gives customers, and what its points would have come to in the shop's past. */
import type {Grant, Rewards} from './protocol.js';

/** A customer and what the program gives: minor units or points by the rules that hold today, with the reasons. */
export interface AwardRow {
  customer: string;
  name: string;
  reward: number;
  grants: Grant[];
  /** Where the program holds out customers: whether this one would have been given something. */
  held_out?: boolean;
  /** Where the program has points: earned after the budget; those left were none redeemed; those redeemed were all redeemed at once. */
  earned?: number;
  balance?: number;
  redeemed?: number;
  /** null without tiers. */
  tier?: string | null;
}

/** How points came and went in a month: opening + issued - redeemed - expired - revoked = closing. */
export interface PointsMonth {
  /** `2026-03`. */
  month: string;
  opening: number;
  issued: number;
  redeemed: number;
  expired: number;
  revoked: number;
  closing: number;
  /** What the points redeemed paid, in minor units. */
  paid: number;
}

/** The points of all customers, had they spent them in one of the two ways between which the truth lies. */
export interface PointsSpending {
  spending: 'never' | 'at_once';
  /** issued = pending + active - debt + redeemed + expired + revoked. */
  balances: {
    issued: number;
    pending: number;
    active: number;
    debt: number;
    redeemed: number;
    expired: number;
    revoked: number;
  };
  /** What points paid so far, and what those left would pay, in minor units. */
  paid: number;
  outstanding: number;
  /** Who redeemed. */
  customers: number;
  months: PointsMonth[];
}

/** What one earning rule came to; `points` are its parts of what was earned, before the budget, 0 of a multiplier. */
export interface EarnOutcome {
  rule: string;
  on: 'order' | 'birthday' | 'anniversary' | 'event';
  kind: 'points' | 'times';
  times: number;
  customers: number;
  points: number;
}

/**
 * What is odd about a rule that can run. `never_true`: its condition contradicts itself, or what its facts can be. `always_true`:
 * everybody meets it. `never_reached`: whoever meets it meets an earlier one, and the first counts. `earned_twice`: a rule for
 * everybody, `other`, pays beside it.
 */
export interface ProgramWarning {
  kind: 'never_true' | 'always_true' | 'never_reached' | 'earned_twice';
  /** Of which list the rule is; both are told by their ids. */
  list: 'rules' | 'earn';
  rule: string;
  other: string | null;
}

export interface PointsOutcome {
  from: string;
  as_of: string;
  /** Orders, birthdays and events that earned points, and those of which a rule could not be decided. */
  occasions: number;
  undecided: number;
  /** Who had an occasion, and who earned. */
  customers: number;
  rewarded: number;
  /** Points, after the budget. */
  earned: number;
  /** Of the orders in the time, minor units. */
  revenue: number;
  rules: EarnOutcome[];
  spending: [never: PointsSpending, atOnce: PointsSpending];
  /** Lowest first; none without tiers. `reached`: how often somebody came into it. */
  tiers: {tier: string; from: number; customers: number; reached: number; benefits: string[]}[];
  segments: {segment: string; customers: number; rewarded: number; earned: number}[];
  /** `exhausted`: the first day on which it did not cover an earning. */
  budget: {points: number; left: number; exhausted: string | null} | null;
  /** Were all redeemed: the cost in minor units, its share of revenue, how much more would have to be bought, and the customers that each of two groups needs to show it. */
  break_even: {
    cost: number;
    revenue_share: number | null;
    uplift: number | null;
    test_customers: number | null;
    reason?: 'no_margin' | 'no_revenue';
  };
}

/** A customer for whom a tried program changes something: minor units or points, as the comparison says. */
export interface ChangedCustomer {
  id: number;
  customer: string;
  name: string;
  segment: string;
  before: number;
  after: number;
}

/** Those for whom the amount changes one way; the largest changes first, at most as many as were asked for. */
export interface ChangedCustomers {
  customers: number;
  /** Of after less before. */
  sum: number;
  /** null where there is nobody. */
  average: number | null;
  rows: ChangedCustomer[];
}

/** `awards`: of today, by the rules. `points`: earned over the past. `worth`: what these would pay. */
export type CompareBy = 'awards' | 'points' | 'worth';

/** Customer by customer, a tried program against the one in force. */
export interface ProgramComparison {
  by: CompareBy;
  unit: 'money' | 'points';
  gain: ChangedCustomers;
  lose: ChangedCustomers;
  same: number;
  segments: {segment: string; gain: number; lose: number; same: number; sum: number}[];
}

/** What another program would come to; a comparison of different units has a reason and nothing else. */
export interface ProgramTrial {
  rewards: Rewards;
  comparisons: (
    ProgramComparison | (Pick<ProgramComparison, 'by' | 'unit'> & {reason: 'different_units'})
  )[];
}
