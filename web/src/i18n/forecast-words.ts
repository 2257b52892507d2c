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
  one: OneFutureWords;
}

export interface ModelWords {
  title: string;
  how: (cut: string, from: string, to: string) => string;
  way: Record<ForecastWay, {name: string; says: string}>;
  guess: string;
  chosen: string;
  columns: {way: string; predicted: string; actual: string; bias: string; error: string};
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
  worth: FigureText & {under: (low: string, high: string, chance: string) => string};
  rests: (orders: Count, days: string, way: string) => string;
  discounted: (discount: string) => string;
}
