/** What a points club would have come to in the shop's past. */
import type {ProgramWarning} from '../engine/protocol.js';
import type {FigureText} from './figure-words.js';
import type {Count} from './messages.js';

/** A program to begin with. */
export type Template = 'points' | 'cash_back' | 'bookstore' | 'cafe' | 'relationship' | 'vip';

export type ClubFigure = 'points_earned' | 'points_cost' | 'points_paid' | 'points_outstanding';

/** Rules of the programs to begin with. */
export type KnownRule =
  | 'spent'
  | 'regulars'
  | 'friends'
  | 'back_soon'
  | 'birthday'
  | 'review'
  | 'we_miss_you'
  | 'visit'
  | 'quiet_hours'
  | 'birthday_dish'
  | 'three_per_cent'
  | 'relationship'
  | 'years_together'
  | 'introduction'
  | 'silver'
  | 'gold'
  | 'platinum';

export interface ClubWords {
  title: string;
  figures: Record<ClubFigure, FigureText>;
  by: (customers: Count) => string;
  /** How the figures of money are counted. */
  counted: {
    cost: (points: Count, cost: string, revenue: string) => string;
    paid: (points: Count, customers: Count, paid: string) => string;
    outstanding: (points: Count, worth: string) => string;
  };
  ruleNames: Record<KnownRule, string>;
  /** Of the picture: points left by month. */
  picture: string;
  rulesTitle: string;
  tiersTitle: string;
  month: string;
  issued: string;
  /** Programs to begin with. */
  begin: string;
  beginNone: string;
  templates: Record<Template, string>;
  columns: Record<'rule' | 'times' | 'customers' | 'points', string>;
  /** In the place of points. */
  multiplies: string;
  spending: Record<'never' | 'at_once', string>;
  /** Heads of: redeemed, lapsed, left, paid, outstanding. */
  balance: [string, string, string, string, string];
  /** Heads of: tier, customers, how often it was reached. */
  tiers: [string, string, string];
  earned: (points: Count, rewarded: Count, of: Count, from: string, to: string) => string;
  undecided: (occasions: Count) => string;
  exhausted: (day: string) => string;
  /** What is odd about a rule; `other` is the one for everybody that pays beside it. */
  odd: Record<ProgramWarning['kind'], (rule: string, other: string) => string>;
  cost: (money: string) => string;
  costShare: (money: string, share: string) => string;
  noMargin: string;
  /** `customers`: that each of two groups needs; null where no test could show it. */
  uplift: (share: string, customers: Count | null) => string;
  notUplift: string;
}
