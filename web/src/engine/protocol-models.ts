/** Models of repeat buying as they cross the boundary: a table fitted by `fit`, and what the report says of a shop's own. */

/** The models that `fit` knows. */
export const kTableModels = [
  'nbd',
  'bg_nbd',
  'mbg_nbd',
  'pareto_nbd',
  'bg_cnbd_k',
  'mbg_cnbd_k',
  'gamma_gamma',
  'bg_bb',
] as const;
export type TableModel = (typeof kTableModels)[number];

export interface TableQuestion {
  model: TableModel;
  /** Of the times in the table, and of the report. Default: days. */
  unit?: 'days' | 'weeks';
  /** Days over which orders are expected, whatever the unit; for bg_bb periods. */
  predict?: number;
  /** Columns of what is known of customers, for bg_nbd, mbg_nbd and pareto_nbd. */
  covariates?: string[];
}

/** How a fit went. After the first three there are parameters. */
export type FitStatus =
  | 'converged'
  | 'not_identifiable' // the likelihood is flat in a parameter, or grows to the end of its range
  | 'stopped_early'
  | 'too_little_data' // fewer customers than parameters
  | 'no_customers'
  | 'no_repeat_orders'
  | 'no_time_observed'
  | 'no_spend';

/** What is expected of one row: orders within the days asked for, or the mean of an order. */
export type RowPrediction =
  | {expected: number; probability_alive: number; probability_order: number}
  | {expected_value: number};

/** docs/models.md defines every key. */
export interface TableFit {
  model: TableModel;
  /** Of the parameters; null where none is a time. */
  unit: 'days' | 'weeks' | 'periods' | null;
  status: FitStatus;
  parameters: Record<string, number>;
  /** null where the likelihood allows none. */
  standard_errors: Record<string, number | null>;
  log_likelihood: number | null;
  iterations: number;
  customers: number;
  distinct: number;
  predictions: RowPrediction[];
  expected_total?: number | null;
  left_out?: number;
  correlation?: number | null;
  /** Where covariates were asked for. */
  covariates?: Covariate[];
  log_likelihood_without?: number;
  p?: number;
}

/** The logarithm of a factor for each unit of a covariate. */
export interface CovariateEffect {
  effect: number;
  standard_error: number | null;
}

/** What a column of a table, or one text in it, does to the pace of orders and to leaving. */
export interface Covariate {
  column: string;
  /** Of a column of texts: those rows against the commonest text's; null for a column of numbers. */
  level: string | null;
  pace: CovariateEffect;
  leaving: CovariateEffect;
}

/** How a way to predict did on the orders after the cut; figures are orders of customers. */
export interface HoldoutFigures {
  /** First and last day that judged. */
  from: string;
  to: string;
  predicted: number;
  actual: number;
  /** Predicted over actual, less 1. */
  bias: number;
  /** Mean absolute and root mean square error of one customer's number of orders. */
  mae: number;
  rmse: number;
}

/** A model of the shop, or one of the guesses that need none (`last_period`, `mean_rate`: only name and holdout). */
export interface PurchaseModel {
  name: string;
  chosen: boolean;
  /** null where nothing was fitted. */
  holdout: HoldoutFigures | null;
  status?: FitStatus;
  unit?: 'days';
  /** Last day of the orders that the parameters are of: all of them for the chosen one, those before the cut for others. */
  fitted_to?: string;
  customers?: number;
  parameters?: Record<string, number>;
  standard_errors?: Record<string, number | null>;
  log_likelihood?: number | null;
}

/** Why no model is chosen; `ready` where one is. */
export type ChoiceStatus =
  | 'ready'
  | 'too_short' // days before or after the cut
  | 'too_few_customers'
  | 'too_few_repeats'
  | 'too_few_later' // orders after the cut
  | 'no_fit'
  | 'far_off' // the best model foretold over half too much or too little
  | 'guess_wins';

export interface ModelChoice {
  status: ChoiceStatus;
  /** Of what there is too little: what it takes, and what there is. */
  needed: number;
  found: number;
  from: string;
  cut: string;
  to: string;
}

/** A model beside the shop, by weeks of repeat order days of the customers acquired up to the cut. */
export interface Tracking {
  model: string;
  /** false: a guess won, and this is the best of the fitted models. */
  chosen: boolean;
  cut: string;
  /** Mean squared error of the judged weeks over what was expected; at least 1. */
  dispersion: number | null;
  reason?: 'too_little_data';
  /** Of the intervals of `ahead`. */
  coverage: number;
  /** `from` is the first day of a week; `judged`: the model has not seen it. */
  weeks: {from: string; actual: number; expected: number; judged: boolean}[];
  /** Order days of all customers there are, in the weeks after `as_of`; empty unless `chosen`. */
  ahead: {from: string; expected: number; low: number; high: number}[];
}

/** What the chosen model says of customers by their repeat order days and the days since the last. */
export interface FrequencyRecency {
  model: string;
  /** The customers' median: so old is the customer of whom a cell tells. */
  age_days: number;
  horizon_days: number;
  /** Of the rows: 0 to 12 at most. */
  frequencies: number[];
  /** The last row holds all larger frequencies too. */
  last_is_open: boolean;
  /** Days since the last order, of the columns, both ends included. */
  since_last_from: number[];
  since_last_to: number[];
  /** By row, then column; the figures of the model are null where such a customer cannot be. */
  cells: {
    frequency: number;
    since_from: number;
    since_to: number;
    customers: number;
    probability_alive: number | null;
    expected_orders_90d: number | null;
  }[];
}

export interface SpendModel {
  name: 'gamma_gamma';
  status: FitStatus;
  customers: number;
  left_out: number;
  correlation: number | null;
  parameters: Record<string, number>;
  standard_errors: Record<string, number | null>;
  /** Of one order day, in major units. */
  mean: number | null;
  log_likelihood: number | null;
}

/** What all customers will bring, as far as it can be stood behind. */
export interface LifetimeFigures {
  horizon_days: number;
  discount_per_month: number;
  coverage: number;
  customers_with_forecast: number;
  expected_orders_90d: number | null;
  /** Minor units. */
  total: number | null;
}

/** What one customer will bring; money in minor units, a mean of it may be a fraction. */
export interface Future {
  probability_alive: number;
  expected_orders_90d: number;
  /** Days between which the next order comes as likely as not; null where it may never. */
  next_order_from: string | null;
  next_order_to: string | null;
  lifetime_value: number | null;
  lifetime_low: number | null;
  lifetime_high: number | null;
  /** That nothing is bought over the horizon: the value is a mean of that and of what those who buy bring. */
  probability_nothing: number;
}
