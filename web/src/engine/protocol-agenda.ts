/** What to do this week, as it crosses the boundary. docs/report.md defines every key. */

export type CardKind = 'due_not_come' | 'slipped_champions' | 'cohort_below_elder';

interface CardBase {
  /** Its customers: `engine.customers({card: kind})` lists them. */
  customers: number;
  /** Minor units; null without amounts. */
  money: number | null;
}

/** The usual gap ended within a week, and the next order has not come yet. */
export interface DueCard extends CardBase {
  kind: 'due_not_come';
  money_of: 'next_orders';
  /** Customers of the card seen on one day only. */
  one_time: number;
  /** Together with those whose gap ended before that week. */
  due_in_all: number;
}

/** Champions on the day `then` who are overdue, or champions no more. */
export interface ChampionsCard extends CardBase {
  kind: 'slipped_champions';
  money_of: 'last_365_days';
  then: string;
  /** Median of the days since the last order over the usual gap; null where no pace is known. */
  times_usual: number | null;
}

/** The youngest cohort that can be judged came back less than the one before it, by more than chance. */
export interface CohortCard extends CardBase {
  kind: 'cohort_below_elder';
  money_of: 'missing_second_orders';
  cohort: string;
  elder: string;
  /** First order days of the cohort. */
  from: string;
  to: string;
  window_days: number;
  observed: number;
  repeat: number;
  elder_observed: number;
  elder_repeat: number;
  /** Of the two shares, with its 95 % interval. */
  difference: number;
  low: number;
  high: number;
  /** Repeat customers that the share of the elder would have made, less those there are. */
  missing: number;
}

export type Card = DueCard | ChampionsCard | CohortCard;

export interface ThisWeek {
  as_of: string;
  cards: Card[];
  unjudged: {kind: CardKind; reason: 'too_little_data' | 'no_customer_column'}[];
}
