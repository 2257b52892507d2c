/**
 * Everything that crosses the boundary to the C++ engine: the verbs, what goes in and what comes out. Field names are the
 * engine's own (snake_case); money is whole minor units beside `currency` and `minor_digits`; dates are `YYYY-MM-DD`.
 */
import type {CardKind, ThisWeek} from './protocol-agenda.js';
import type {AudienceCount, AudienceQuery} from './protocol-audience.js';
import type {EngineErrorBody} from './protocol-errors.js';
import type {
  ColumnMap,
  Dialect,
  Preview,
  FileIntake,
  Trial,
  FileOptions,
  BeginOptions,
} from './protocol-files.js';
import type {RuleEffect, CleaningOptions, Merge, Skipped, Intake} from './protocol-intake.js';
import type {KnownRow, RejectedRow, Mend} from './protocol-issues.js';
import type {
  ChoiceStatus,
  FrequencyRecency,
  Future,
  LifetimeFigures,
  ModelChoice,
  PurchaseModel,
  SpendModel,
  TableFit,
  TableQuestion,
  Tracking,
} from './protocol-models.js';
import type {
  Handout,
  HandoutFile,
  HandoutOutcome,
  HandoutQuery,
  OutcomeQuery,
} from './protocol-handout.js';
import type {Comparison, TwoGroups} from './protocol-comparison.js';
import type {AwardRow, PointsOutcome, ProgramTrial, ProgramWarning} from './protocol-points.js';
import type {CustomerWhy, Giving, GivingQuery, NearlyThere} from './protocol-why.js';

export type * from './protocol-agenda.js';
export type * from './protocol-audience.js';
export type * from './protocol-errors.js';
export type * from './protocol-files.js';
export type * from './protocol-handout.js';
export type * from './protocol-intake.js';
export type * from './protocol-issues.js';
export * from './protocol-models.js';
export type * from './protocol-comparison.js';
export type * from './protocol-points.js';
export type * from './protocol-why.js';

/** A figure with what it is made of. `value` is null beside a `reason` where it cannot be stood behind. */
export interface Figure {
  value: number | null;
  /** How it is made, as a formula in the words of docs/report.md. */
  definition: string;
  reason?: 'too_little_data' | 'no_amount_column' | 'no_customer_column';
}

/** A share, with its counts and a 95 % Wilson interval. */
export interface Rate extends Figure {
  numerator: number;
  denominator: number;
  low: number | null;
  high: number | null;
}

export interface Metrics {
  as_of: string;
  customers: Figure;
  repeat_customers: Figure;
  /** Customers with at least two order days over customers. */
  repurchase_rate: Rate;
  /** A second order day within `days` of the first, among customers observed at least that long: 30, 60, 90, 180, 365. */
  repurchase_within: (Rate & {days: number})[];
  orders_per_customer: Figure;
  /** Minor units. */
  average_order_value: Figure;
  /** Minor units. */
  revenue_per_customer: Figure;
  /** Median of all gaps between following order days of one customer. */
  median_days_between_orders: Figure & {gaps: number};
  /** Of customers who had not lapsed `days` before `as_of`: those who have not either, and those who have since. */
  retention_rate: Rate & {days: number};
  churn_rate: Rate & {days: number};
  /** Days on which a customer visited and ordered; without visits among the events, customers who came back. */
  conversion: Rate & {of: 'visits' | 'first_orders'};
  /** Mean score, on the scale of most answers: up to 5, 10 or 100; 0 without answers. */
  satisfaction: Figure & {answers: number; scale: number; low: number | null; high: number | null};
  /** -100 to 100, of answers from 0 to 10. */
  net_promoter_score: Figure & {
    answers: number;
    promoters: number;
    detractors: number;
    low: number | null;
    high: number | null;
  };
  /** `curve`: share of customers, those who spent least first, and the share of revenue they bring; at most 101 points. */
  concentration: {gini: Figure; top_tenth: Figure; curve: [number, number][]};
  /** `current` is who has not lapsed at the end of a period: it grows by `new` and `reactivated` and shrinks by `lapsed`. */
  flow: {
    period: CohortPeriod;
    periods: {
      period: string;
      new: number;
      returning: number;
      reactivated: number;
      lapsed: number;
      current: number;
    }[];
  };
}

/** Where a customer stands: within half of the usual gaps (`new` after the first order), up to 90 %, up to 95 %, beyond. */
export type RhythmState = 'new' | 'on_time' | 'due' | 'overdue' | 'lapsed' | 'unknown';

/** By when half, 90 % and 95 % of the next gaps are over, in days after an order day. */
export interface PaceDays {
  usual_days: number | null;
  overdue_after_days: number | null;
  lapsed_after_days: number | null;
}

export interface GoodnessOfFit {
  chi_squared: number;
  degrees: number;
  p: number;
}

type NoBehaviour = 'too_little_data' | 'no_customer_column';

/** The shape of a gamma distribution of gaps: 1 is chance, more is a beat, less is bursts. */
export interface GapShape {
  k: number | null;
  low: number | null;
  high: number | null;
  customers: number;
  reason?: NoBehaviour;
}

export interface Seasons {
  /** Weekdays from 1 (Monday), hours from 0, months from 1; `days` of that kind there were since the first order. */
  seasons: {of: number; orders: number; share: number; days: number}[];
  evenness: GoodnessOfFit | null;
}

export interface CountFit {
  log_likelihood: number;
  aic: number;
  fit: GoodnessOfFit | null;
}

export interface Behaviour {
  /** Repeat order days in the first `window_days` of customers observed that long. */
  counts: {
    window_days: number | null;
    customers: number;
    mean: number | null;
    variance: number | null;
    poisson: (CountFit & {rate: number}) | null;
    /** null where the counts vary no more than chance makes them. */
    negative_binomial: (CountFit & {shape: number; mean: number}) | null;
    likelihood_ratio: number | null;
    p: number | null;
    chosen: 'poisson' | 'negative_binomial' | null;
    reason?: NoBehaviour;
  };
  /** Days between following order days of one customer. */
  gaps: {
    count: number;
    customers: number;
    mean: number | null;
    quartiles: number[] | null;
    reason?: NoBehaviour;
  };
  regularity: {wheat_morrison: GapShape; likelihood: GapShape};
  seasonality: {weekday: Seasons; hour: Seasons; month: Seasons};
  /** Values of orders that brought money, minor units. */
  spend: {
    orders: number;
    normal:
      | ({mean: number; standard_deviation: number} & {
          log_likelihood?: number;
          fit?: GoodnessOfFit | null;
        })
      | null;
    log_normal:
      | ({log_mean: number; log_standard_deviation: number; median: number} & {
          log_likelihood?: number;
          fit?: GoodnessOfFit | null;
        })
      | null;
    chosen: 'normal' | 'log_normal' | null;
    reason?: 'too_little_data' | 'no_amount_column';
  };
  /** Paces: of one-time buyers, the usual one, and how log gaps spread within and between customers. */
  rhythm: {
    states: Record<RhythmState, number>;
    one_time: PaceDays;
    usual_days: number | null;
    spread_within: number | null;
    spread_between: number | null;
    reason?: NoBehaviour;
  };
}

export type Segment =
  | 'champions'
  | 'loyal_customers'
  | 'potential_loyalists'
  | 'new_customers'
  | 'promising'
  | 'need_attention'
  | 'about_to_sleep'
  | 'cannot_lose'
  | 'at_risk'
  | 'hibernating';

/** By the rules of the R package rfm; scores that no rule names are `others`. */
export type PublishedSegment = Exclude<Segment, 'hibernating'> | 'lost' | 'others';

/** Shopify's names; `prospects` have not ordered yet. */
export type ShopifySegment =
  | 'champions'
  | 'loyal'
  | 'active'
  | 'new'
  | 'promising'
  | 'needs_attention'
  | 'previously_loyal'
  | 'at_risk'
  | 'almost_lost'
  | 'dormant'
  | 'prospects';

/** A name that the engine gives; those of `own` are its author's. */
export type KnownSegment = Segment | PublishedSegment | ShopifySegment;

/** The names of each scheme of segments; `own` goes by rules. */
export interface SegmentNames {
  r_by_f_ten_segments: Segment;
  published_a: PublishedSegment;
  published_b: PublishedSegment;
  shopify: ShopifySegment;
  own: string;
}
export type SegmentScheme = keyof SegmentNames;

/** Scores from one to another, both included, or one alone. */
export type ScoreBand = number | [number, number];

/** How customers are scored and named. */
export interface RfmOptions {
  /** Default: r_by_f_ten_segments. */
  scheme?: SegmentScheme;
  /** Of the scheme `own`: the first match wins, a band that is missing takes all, the rest are `others`. At most 100. */
  rules?: {name: string; r?: ScoreBand; f?: ScoreBand; m?: ScoreBand}[];
  /** Four cuts each, as in the report; default: quantiles of the shop. */
  thresholds?: RfmThresholds;
}

export interface SegmentSums<Name extends string = string> {
  name: Name;
  customers: number;
  orders: number;
  revenue: number;
}

/** A scheme and its segments: all of its names, in the order of its rules, empty ones too. */
export type Segmented = {
  [S in SegmentScheme]: {scheme: S; segments: SegmentSums<SegmentNames[S]>[]};
}[SegmentScheme];

/** Upper ends of the scores: days since last order (low is good), orders, revenue in minor units. */
export interface RfmThresholds {
  r: number[];
  f: number[];
  m: number[];
}

/** What a scheme and thresholds would give. */
export type SegmentTrial = Segmented & {thresholds: RfmThresholds};

export type Rfm = Segmented & {
  thresholds: RfmThresholds;
  /** 25 cells, r then f from 1 to 5. */
  grid: {r: number; f: number; customers: number; revenue: number}[];
};

/**
 * Time to the second order day, customers without one being watched until `as_of`. Parallel lists, one entry per shown day:
 * the `share` without a second order by its end, its 95 % band, and how many were `at_risk` when it began.
 */
export interface Survival {
  days: number[];
  share: number[];
  low: number[];
  high: number[];
  at_risk: number[];
  /** Second order days. */
  events: number;
  customers: number;
  /** The first day by which half had come back; null where that has not happened. */
  median: number | null;
  /** The earlier and the later half of customers by first order, and the log-rank test between them. */
  halves: {
    later_from: string;
    groups: {customers: number; events: number; median: number | null}[];
    chi_squared: number | null;
    p: number | null;
  } | null;
  reason?: 'too_little_data' | 'no_customer_column';
}

/** A share of customers and another one, as counts. */
export interface TwoShares {
  hits: number;
  of: number;
  other_hits: number;
  other_of: number;
}

/** The first share less the second, its 95 % interval, and the chance of such a difference where there is none. */
export interface ShareDifference {
  difference: number;
  low: number;
  high: number;
  p: number;
}

export type CohortPeriod = 'week' | 'month' | 'quarter';
export type CohortBy = 'first_order' | 'first_product' | 'first_discount' | 'first_channel';

/** Customers who began alike, followed by calendar periods; null names the rest of the products or channels. */
export interface Cohorts {
  /** Longer than asked for where there would be more than 120 cohorts. */
  period: CohortPeriod;
  by: CohortBy;
  /** What each cohort's `versus` compares it with. */
  versus: 'cohort_before' | 'all_others';
  /** Of the repeat rate: a second order day within so many days. */
  window_days: number;
  cohorts: {
    cohort: string | null;
    customers: number;
    /** Customers whose first order is at least `window_days` ago, and those of them who came back in time. */
    observed: number;
    repeat: number;
    rate: number | null;
    low: number | null;
    high: number | null;
    versus: (ShareDifference & {p_adjusted: number}) | null;
    verdict: 'higher' | 'lower' | 'no_difference' | 'too_little_data';
  }[];
  cells: {
    cohort: string | null;
    /** Periods since the one of the first order. */
    age: number;
    customers: number;
    /** Those who have lived through the whole period. */
    observed: number;
    active: number;
    /** Of the observed. */
    active_observed: number;
    orders: number;
    revenue: number;
    /** Minor units per observed customer up to this age. */
    cumulative_value: number | null;
    /** All have lived through the period. */
    mature: boolean;
  }[];
  /** Over all observed customers; by first order these are those of mature cells. */
  averages: {
    age: number;
    cohorts: number;
    customers: number;
    active: number;
    share: number;
    low: number;
    high: number;
    revenue: number;
    cumulative_value: number;
  }[];
}

/** A control chart; values are of a whole period. A period that is not judged has no limits. */
export interface MonitorChart {
  chart: 'u' | 'p' | 'means' | 'individuals';
  /** By how much the limits are wider than chance alone makes them. */
  factor: number | null;
  points: {
    period: string;
    value: number | null;
    /** What the value rests on: days, orders or customers. */
    size: number;
    mature: boolean;
    center: number | null;
    low: number | null;
    high: number | null;
    alarm: 'none' | 'above' | 'below';
  }[];
  reason?: 'too_little_data' | 'no_amount_column' | 'no_customer_column';
}

/** The shop by months (weeks at first); an alarm is one point beyond `sigmas` standard deviations. */
export interface Monitor {
  period: CohortPeriod;
  /** Of the repurchase rate. */
  window_days: number;
  sigmas: number;
  /** The chance of an alarm at one point where nothing has changed. */
  false_alarm_rate: number;
  charts: Record<
    'orders' | 'new_customers' | 'revenue' | 'average_order_value' | 'repurchase_rate',
    MonitorChart
  >;
}

/** The words a group is labelled with, the most telling first: `recent`, `gone_quiet`, `frequent`, `rare`, `high_spend`, `low_spend`, `average`. */
export type GroupWord =
  'recent' | 'gone_quiet' | 'frequent' | 'rare' | 'high_spend' | 'low_spend' | 'average';

export interface Group {
  /** 1-based, largest group first. */
  id: number;
  label: GroupWord[];
  size: number;
  revenue: number;
  /** Medians in natural units: days, orders, minor units. */
  center: {days_since_last: number; orders: number; revenue: number};
}

export interface Clusters {
  /** null beside a reason where there are too few customers or all are alike. */
  k: number | null;
  reason?: 'too_little_data' | 'all_alike';
  features: string[];
  inertia: number | null;
  silhouette: number | null;
  calinski_harabasz: number | null;
  davies_bouldin: number | null;
  /** What the other numbers of groups would have given. The silhouette is of a sample where there are more than 2,000 customers. */
  candidates: {k: number; inertia: number; silhouette: number}[];
  silhouette_sample: number;
  groups: Group[];
}

export interface Recommendations {
  status: 'ready' | 'too_little_data' | 'no_product_column';
  products: number;
  /** Pairs bought by at least `min_support` customers in common, the most alike first, at most 50. */
  pairs: {
    product: string;
    with: string;
    cosine: number;
    customers_both: number;
    customers_product: number;
  }[];
  min_support: number;
  popular: {product: string; customers: number}[];
}

export interface RuleOutcome {
  rule: string;
  customers: number;
  /** Minor units or points, as the program's `unit` says. */
  granted: number;
}

export interface Rewards {
  program: string;
  /** `money`: minor units of the shop's currency; `points`. */
  unit: 'money' | 'points';
  granted: number;
  customers_granted: number;
  customers_refused: number;
  /** Refused because a fact was missing: a missing fact never grants. */
  customers_unknown: number;
  /** Given nothing on purpose, so that it can be seen what rewards bring: they are in no sum. */
  customers_held_out: number;
  rules: RuleOutcome[];
  /** Its points over the shop's past; null where it has none. */
  points: PointsOutcome | null;
  warnings: ProgramWarning[];
  /** The program as a document (docs/program.md), ready to be edited and given back. */
  document: unknown;
}

export interface Report {
  version: 1;
  intake: Intake;
  timings: {
    read_ms: number;
    analyze_ms: number;
    bytes: number;
    column_bytes: number;
    wasm_memory_bytes: number;
  };
  metrics: Metrics;
  rfm: Rfm;
  survival: Survival;
  cohorts: Cohorts;
  behaviour: Behaviour;
  monitor: Monitor;
  this_week: ThisWeek;
  /** Guesses first, then the simpler models; empty where the time is too short to judge any. */
  purchase_models: PurchaseModel[];
  /** The model that predicts best; null where none can be stood behind, see `choice`. */
  chosen: string | null;
  choice: ModelChoice;
  /** null beside `tracking_reason`, the status of `choice`, where nothing was fitted. */
  tracking: Tracking | null;
  tracking_reason?: ChoiceStatus;
  /** The chosen model as a grid; null where none is chosen. */
  frequency_recency: FrequencyRecency | null;
  spend_model: SpendModel;
  lifetime: LifetimeFigures;
  clusters: Clusters;
  recommendations: Recommendations;
  rewards: Rewards;
}

export interface AnalyzeOptions {
  /** Default: the day of the last order. Orders after it are not seen. */
  as_of?: string;
  /** A reward program (docs/program.md). Default: the program of core/loyalty/program.h. */
  program?: unknown;
  cleaning?: CleaningOptions;
  /** Default: month. */
  cohort_period?: CohortPeriod;
  /** Default: first_order. */
  cohort_by?: CohortBy;
  rfm?: RfmOptions;
}

/** One customer as the table and `--customers` show it. Empty where it cannot be said. */
export interface CustomerRow {
  id: number;
  customer: string;
  name: string;
  first_order: string;
  last_order: string;
  orders: number;
  revenue: number;
  /** Repeat order days. */
  frequency: number;
  /** Days from the first order day to the last. */
  recency: number;
  /** Days from the first order day to `as_of`. */
  age: number;
  /** Mean paid on a repeat day, minor units; 0 if frequency is 0. */
  value: number;
  days_since_last: number;
  r: number;
  f: number;
  m: number;
  /** Of the scheme in force. */
  segment: string;
  /** Group id; 0 where there are no groups. */
  cluster: number;
  /** What the program grants: minor units or points. */
  reward: number;
  state: RhythmState;
  /** null where nothing can be said. */
  future: Future | null;
}

export type CustomerColumn = Exclude<keyof CustomerRow, 'id' | 'future'> | keyof Future;

export type Move = 'new' | 'returning' | 'reactivated' | 'lapsed';
export type Season = 'weekday' | 'month' | 'hour';

export interface CustomerQuery {
  offset: number;
  limit: number;
  sort?: CustomerColumn;
  descending?: boolean;
  segment?: string;
  state?: RhythmState;
  cluster?: number;
  /** Score cell of the R x F grid. */
  r?: number;
  f?: number;
  /** Day of the first order, both ends included. */
  first_from?: string;
  first_to?: string;
  /** Repeat order days, and days since the last order: both ends included. */
  frequency_from?: number;
  frequency_to?: number;
  days_since_last_from?: number;
  days_since_last_to?: number;
  /** The customers of a card of this week; nobody where there is no such card. */
  card?: CardKind;
  /** Of a cohort, by place in `cohorts.cohorts`; with an order so many periods after the first. */
  cohort?: number;
  cohort_age?: number;
  /** Days between which an order lies, and an order after the first one: both ends included. */
  ordered_from?: string;
  ordered_to?: string;
  again_from?: string;
  again_to?: string;
  /** Days from the first order day to the second, both ends included. */
  second_from?: number;
  second_to?: number;
  /** What was done in a period, by place in `metrics.flow.periods`. */
  move?: Move;
  move_period?: number;
  /** Places by revenue, both ends included: 1 brought most. */
  rank_from?: number;
  rank_to?: number;
  /** With an order on such a day (1 Monday to 7), in such a month (1 to 12), in such an hour (0 to 23). */
  weekday?: number;
  month?: number;
  hour?: number;
  /** Of one of these persons, by any sign of theirs (`CustomerRow.customer`, `Merge.from`). */
  signs?: string[];
  /** Part of the customer or name, in any case. */
  search?: string;
}

export interface CustomerPage {
  total: number;
  rows: CustomerRow[];
}

/** Why a rule granted or did not: one comparison, with what was wanted and what was there (null: missing). */
export interface Because {
  fact: string;
  operator: string;
  wanted: unknown;
  found: unknown;
  holds: boolean | null;
}

/** One rule's answer for one customer. */
export interface Grant {
  rule: string;
  granted: boolean | null;
  /** Minor units or points. */
  amount: number;
  because: Because[];
}

export interface CustomerDetail {
  row: CustomerRow;
  /** Shares of customers who ordered more recently, have more orders, brought more revenue. */
  standing: {more_recent: number; more_orders: number; more_revenue: number};
  /** The customer's own pace; null where the state is unknown. */
  rhythm: PaceDays & {
    state: RhythmState;
    due_on: string | null;
    overdue_from: string | null;
    lapsed_from: string | null;
  };
  /** At most 200, newest first; `line` is the line in the file of the order's first row. */
  orders: {
    order: string;
    date: string;
    amount: number;
    status: string;
    products: string[];
    file: string;
    line: number;
  }[];
  /** With other signs: what was taken for this person, and what is kept apart. */
  merges: Merge[];
  recommendations: {
    product: string;
    score: number;
    reason: 'bought_with' | 'popular_in_segment' | 'popular_in_shop';
    because: string;
    customers: number;
  }[];
  /** Given nothing on purpose: `grants` say what the rules would have given. */
  held_out: boolean;
  grants: Grant[];
}

export interface Progress {
  rows: number;
  rejected: number;
  bytes: number;
}

/** A piece of a CSV and where the next begins; `next` is null after the last. */
export interface CsvPiece {
  text: string;
  next: number | null;
}

export type CsvKind = 'customers' | 'lines' | 'rejects' | 'rewards' | 'ledger' | 'nearly';

/** What belongs to a file and is no row of its table. */
export type StructuralKind =
  'blank' | 'separator' | 'preamble' | 'header' | 'totals' | 'other_table';

/** A piece of a file with a fault in its quotes; `offset` counts bytes of the UTF-8 text. */
export interface FaultyCells {
  line: number;
  offset: number;
  reason: 'unclosed_quote' | 'stray_quote';
  text: string;
}

export interface CellsReport {
  dialect: Dialect & {encoding: string};
  /** Rows of one header joined by a blank; empty where there is none. */
  header: string[];
  records: string[][];
  structural: {line: number; kind: StructuralKind; text: string}[];
  /** Stray quotes in lines that still have the cells of their table; they are among the records. */
  repaired: FaultyCells[];
  /** In no record. */
  rejected: FaultyCells[];
}

/** How cases for the points ledger went; `docs/ledger.md` describes them. */
export interface LedgerReport {
  passed: number;
  failed: number;
  failures: {
    index: number;
    name: string;
    /** `field` is one of `expect`, or `invariant`: the promise that the ledger broke. */
    differences: {field: string; wanted: unknown; found: unknown}[];
  }[];
}

export interface LogicReport {
  passed: number;
  failed: number;
  failures: {
    index: number;
    description: string;
    rule: unknown;
    data: unknown;
    wanted: unknown;
    found: unknown;
  }[];
}
/**
 * The whole protocol. Bytes are the first argument where there are any. A new verb is one line here, one in bindings.cpp.
 * `open` drops everything read so far; `sniff` and `begin` belong to one file; `push` takes its bytes from the very start.
 */
export interface Verbs {
  open(): null;
  sniff(head: Uint8Array, options: {name: string; whole: boolean; columns?: ColumnMap}): Preview;
  /** What the head just sniffed would give. */
  trial(options: FileOptions): Trial;
  begin(options: BeginOptions): null;
  push(bytes: Uint8Array): Progress;
  /** `encoding`: as it proved to be, where the head that `begin` knew was plain ASCII; `replaced`: see FileIntake. */
  end(options: {encoding: string; replaced?: number}): FileIntake;
  /** Remembers, for the report, what the host could not give to the engine. */
  skip(what: Skipped): null;
  /** Drops the file between `begin` and `end`, so that the next can be read. */
  abandon(): null;
  analyze(options: AnalyzeOptions): Report;
  /** What other segments would give, while the analysis stays as it is. */
  segments(options: RfmOptions): SegmentTrial;
  /** What another program would come to, and who gains or loses by it, while the analysis stays; no program: the default one. */
  program(query: {program?: unknown; limit?: number}): ProgramTrial;
  /** By how much two shares differ; null where one of them is nobody's. */
  difference(of: TwoShares): ShareDifference | null;
  /** What differs between two groups of customers, and whether chance would do it. */
  compare(groups: TwoGroups): Comparison;
  /** What each rule that found something does to the figures; a walk over all orders for each. */
  cleaning(): RuleEffect[];
  rejects(query: {from: number; limit: number}): {total: number; rows: RejectedRow[]};
  /** The places of rejected rows that were known at another time; null where none has the text. */
  recognize(query: {rows: KnownRow[]}): (number | null)[];
  /** All corrections at once, in the place of those before; answers which rows are kept now. Needs a new `analyze`. */
  mend(options: {mends: Mend[]}): boolean[];
  customers(query: CustomerQuery): CustomerPage;
  customer(query: {id: number}): CustomerDetail;
  /** Customer columns by id: numbers as they stand in CustomerRow, dates as days since 1970, segments by their place. */
  column(query: {name: string}): Float64Array | Int32Array;
  /** What the program gives each customer, with the reasons. */
  awards(query: {from: number; limit: number}): {total: number; rows: AwardRow[]};
  /** Why the program gives a customer what it does, and the least that would change it. */
  why(query: {id: number}): CustomerWhy;
  /** Who misses a higher reward or the next tier by at most one usual order, the nearest first. */
  nearly(query: {limit: number}): NearlyThere;
  /** Whom a budget for rewards goes to, and so many of them. */
  allocate(query: GivingQuery & {limit?: number}): Giving;
  allocate_csv(query: GivingQuery & {from: number}): CsvPiece;
  csv(query: {kind: CsvKind; from: number}): CsvPiece;
  /** Whom a file for another program would hold, and why not the others. */
  audience(query: AudienceQuery): AudienceCount;
  audience_csv(query: AudienceQuery & {from: number}): CsvPiece;
  /** What the program gives, on its way to customers, and `limit` rows of it. */
  handout(query: HandoutQuery & {from?: number; limit?: number}): Handout;
  handout_csv(query: HandoutQuery & {file: HandoutFile; from: number}): CsvPiece;
  /** What customers did after a hand-out. */
  handout_outcome(query: OutcomeQuery): HandoutOutcome;
  cells(file: Uint8Array): CellsReport;
  ledger(cases: Uint8Array): LedgerReport;
  logic(suite: Uint8Array, options: {profile: 'compat' | 'strict'}): LogicReport;
  fit(table: Uint8Array, question: TableQuestion): TableFit;
}

export type Verb = keyof Verbs;
export type Answer<V extends Verb> = ReturnType<Verbs[V]>;

/** A request and its answer, as posted between client and worker. */
export type Request = {[V in Verb]: {id: number; verb: V; args: Parameters<Verbs[V]>}}[Verb];
export type Response = {id: number; ok: unknown} | {id: number; error: EngineErrorBody};
