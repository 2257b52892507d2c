/** Hand-outs of rewards, as they cross the boundary. docs/report.md describes the files. */
import type {AudienceTarget, LeftOut} from './protocol-audience.js';

export interface HandoutQuery {
  target: AudienceTarget;
  unknown_consent?: 'leave_out' | 'given';
  decimal?: 'point' | 'comma';
  /** What customers and programs know it by. */
  offer: string;
  /** Default: the day of the analysis. */
  issued?: string;
  /** How long codes live, as docs/ledger.md writes durations. Default: `unlimited`. */
  life?: string;
  /** Of the codes: the shop's secret, and the counter at which they begin. */
  seed: number;
  first?: number;
  /** What was handed out or held back before: no code of it is made again. */
  earlier?: {customer: string; on: string; code?: string}[];
  /** Nobody is given anything again within so many days; 0: no such rule. */
  rest_days?: number;
}

export interface HandoutRow {
  /** The sign that outlasts an import: the e-mail address, or what the files know the customer by. */
  customer: string;
  /** null of whoever was held out. */
  code: string | null;
  /** Ids of the rules that counted, with a plus between. */
  rule: string;
  /** Minor units or points. */
  amount: number;
}

export interface Handout {
  program: string;
  version: number;
  unit: 'money' | 'points';
  /** Customers whom the rules give something; of these: */
  rewarded: number;
  given: number;
  held_out: number;
  too_soon: number;
  left_out: Partial<Record<LeftOut, number>>;
  /** Of the given: nobody says whether they agreed. */
  unknown_consent: number;
  /** Given in all: minor units or points. */
  amount: number;
  issued: string;
  /** On which a code is taken; null: for ever. */
  last_day: string | null;
  /** `first` of the next hand-out. */
  next: number;
  /** Those given something, then those held out. */
  rows: HandoutRow[];
}

/** The customers with their codes, or the codes alone. */
export type HandoutFile = 'list' | 'codes';

/** What `handout_outcome` is asked: customers of one hand-out, those held out without a code. */
export interface OutcomeQuery {
  on: string;
  /** How long after it. */
  days: number;
  customers: {customer: string; code?: string}[];
}

/** Why nothing is said of what a hand-out brought. */
export type NoEffect = 'too_early' | 'nobody_held_out' | 'too_little_data';

interface OrderedAgain {
  customers: number;
  ordered: number;
  /** Of the share that ordered; null where there is nobody. */
  low: number | null;
  high: number | null;
}

export interface HandoutOutcome {
  given: OrderedAgain;
  held_out: OrderedAgain;
  /** Customers of it who are not in these files. */
  unknown: number;
  reason: NoEffect | null;
  /** Of the share that ordered, given less held out; null with a reason. */
  difference: {difference: number; low: number; high: number; p: number} | null;
}
