/** The words about what to do this week: each card says who, how many, what is at stake, and how it was counted. */
import type {CardKind} from '../engine/protocol.js';
import type {Count} from './messages.js';

export interface CardText {
  title: string;
  /** `money` is empty where the files hold no amounts. */
  text: string;
}

/** A cohort beside its elder. */
export interface CohortCardFacts {
  cohort: string;
  elder: string;
  rate: string;
  elderRate: string;
  days: string;
}

export interface WeekWords {
  title: string;
  how: (date: string) => string;
  due_not_come: (customers: Count, oneTime: Count, inAll: Count, money: string) => CardText;
  /** `times` is empty where no pace is known. */
  slipped_champions: (customers: Count, then: string, times: string, money: string) => CardText;
  cohort_below_elder: (
    customers: Count,
    missing: Count,
    money: string,
    facts: CohortCardFacts,
  ) => CardText;
  /** How each was counted. */
  counted: Record<CardKind, string>;
  show: string;
  /** What can be done with a card. */
  more: string;
  done: string;
  later: (days: string) => string;
  hide: string;
  again: string;
  /** How many cards are out of sight. */
  aside: (cards: Count) => string;
  /** What became of one: the days of the data. */
  doneOn: (on: string, until: string) => string;
  laterUntil: (until: string) => string;
  hidden: string;
  /** All cards there are stand aside. */
  onlyAside: string;
  /** When a card of this kind was done before. */
  before: (on: string, customers: Count) => string;
  name: Record<CardKind, string>;
  calm: string;
  unjudged: (kinds: string) => string;
}
