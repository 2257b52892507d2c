/** The words about what is to come: which way to foretell did best, what it expects, and what is expected of one customer. */
import type {ChoiceStatus, FitStatus, RhythmState} from '../engine/protocol.js';
import type {FigureText} from './figure-words.js';
import type {Count} from './messages.js';

/** Ways to foretell: guesses that need no model, and models. */
export type ForecastWay =
  | 'last_period'
  | 'mean_rate'
  | 'nbd'
  | 'bg_nbd'
  | 'mbg_nbd'
  | 'bg_cnbd_k'
  | 'mbg_cnbd_k'
  | 'pareto_nbd';

/** What a parameter of a model is about. */
export type ParameterGroup = 'pace' | 'leaving' | 'regularity' | 'spend';

export interface ForecastWords {
  lead: string;
  expected: FigureText & {
    under: (customers: Count) => string;
    counted: (customers: Count, way: string, until: string) => string;
  };
  accuracy: FigureText & {
    under: (predicted: string, actual: string) => string;
    counted: (predicted: Count, actual: Count, from: string, to: string) => string;
  };
  worth: FigureText & {
    under: (customers: Count) => string;
    counted: (customers: Count, discount: string) => string;
    spend: (mean: string, customers: Count) => string;
  };
  /** Predicted against what came; `share` is never negative. */
  bias: Record<'few' | 'many' | 'even', (share: string) => string>;
  noAmounts: string;
  noSpend: string;
  models: ModelWords;
  tracking: TrackingWords;
  habits: HabitWords;
  one: OneFutureWords;
}

export interface ModelWords {
  title: string;
  how: (cut: string, from: string, to: string) => string;
  way: Record<ForecastWay, {name: string; says: string}>;
  guess: string;
  chosen: string;
  columns: Record<'way' | 'predicted' | 'actual' | 'bias' | 'error' | 'mean', string>;
  lower: string;
  won: (way: string, error: string, guess: string, guessError: string) => string;
  /** Why no forecast is shown, and what it would take. */
  none: Record<
    Exclude<ChoiceStatus, 'ready'>,
    (needed: string, found: string, cut: string) => string
  >;
  noneTitle: string;
  parameters: string;
  parametersHow: string;
  parameterColumns: {way: string; parameter: string; value: string; error: string};
  about: Record<ParameterGroup, string>;
  fittedTo: (customers: Count, until: string) => string;
  fittedSpend: (customers: Count) => string;
  status: Partial<Record<FitStatus, string>>;
  spend: {name: string; says: string};
  notKnown: string;
}

/** What came beside what was expected, week by week. */
export interface TrackingWords {
  title: string;
  how: (way: string, cut: string) => string;
  came: string;
  expected: string;
  hidden: string;
  ahead: string;
  week: (day: string) => string;
  columns: {week: string; came: string; expected: string; interval: (chance: string) => string};
  open: string;
  /** Over the weeks that were hidden. */
  judged: (weeks: Count, expected: string, came: string, bias: string) => string;
  scatter: Record<'chance' | 'more', (times: string) => string>;
  /** Order days in all weeks to come, and in the first of them. */
  sum: (weeks: Count, expected: string, low: string, high: string, chance: string) => string;
  everybody: string;
  loser: string;
  few: string;
}

export type HabitMeasure = 'probability_alive' | 'expected_orders_90d';

/** What is expected of customers by how often they came back and how long ago the last order was. */
export interface HabitWords {
  title: string;
  how: Record<HabitMeasure, (age: string) => string>;
  measures: string;
  measure: Record<HabitMeasure, string>;
  frequency: string;
  since: string;
  often: (times: string) => string;
  oftenOpen: (times: string) => string;
  days: (from: string, to: string) => string;
  people: (customers: Count) => string;
  facts: Record<HabitMeasure, (value: string) => string>;
  none: string;
  keyNone: string;
  keys: string;
  columns: {frequency: string; since: string; people: string};
}

/** What is expected of one customer. */
export interface OneFutureWords {
  title: string;
  /** Why a customer is in a state: days since the last order, the usual gap, how many times it that is, and when it ends. */
  why: Record<
    Exclude<RhythmState, 'unknown' | 'new'>,
    (ago: string, usual: string, times: string, day: string) => string
  >;
  /** After one order, the usual gap is that of all who came back. */
  whyNew: (ago: string, usual: string, day: string) => string;
  whyUnknown: string;
  onceOnly: string;
  window: (from: string, to: string) => string;
  windowOpen: (from: string) => string;
  windowNone: string;
  /** Below the day from which on. */
  until: (to: string) => string;
  never: string;
  noForecast: string;
  band: string;
  today: string;
  alive: FigureText & {under: (orders: Count) => string};
  expected: FigureText & {under: string};
  worth: FigureText & {
    under: (low: string, high: string, chance: string) => string;
    /** Of a customer of whom nothing is likelier than anything. */
    mean: string;
    whatMean: string;
    underMean: (nothing: string, amount: string) => string;
    countedMean: (some: string, amount: string) => string;
  };
  /** The same, in a cell of the table. */
  nothing: (chance: string) => string;
  rests: (orders: Count, days: string, way: string) => string;
  discounted: (discount: string) => string;
}
