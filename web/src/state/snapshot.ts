/** The figures of a shop when its project was saved, and how those of a newer import compare. */
import type {Rate, Report, RfmOptions, RhythmState, SegmentScheme} from '../engine/protocol.js';
import {countAt, numberAt, objectAt, textAt, wordAt} from './checked.js';

export const kRhythmStates: readonly RhythmState[] = [
  'new',
  'on_time',
  'due',
  'overdue',
  'lapsed',
  'unknown',
];
export const kSegmentSchemes: readonly SegmentScheme[] = [
  'r_by_f_ten_segments',
  'published_a',
  'published_b',
  'shopify',
  'own',
];
const kRates = ['repurchase_rate', 'repurchase_within_90', 'retention_rate', 'churn_rate'] as const;
type RateName = (typeof kRates)[number];

/** A share by its two counts, so that no rounding comes between. */
export interface Counts {
  numerator: number;
  denominator: number;
}

/** Sums and counts only: nothing in it is about one customer. */
export interface Snapshot {
  as_of: string;
  currency: string | null;
  minor_digits: number;
  customers: number;
  orders: number;
  /** Minor units; null where the files held no amounts. */
  revenue: number | null;
  /** Minor units; null as above. */
  average_order_value: number | null;
  /** null where it could not be stood behind. */
  rates: Record<RateName, Counts | null>;
  /** Retention and churn look back so far. */
  window_days: number;
  states: Record<RhythmState, number>;
  scheme: SegmentScheme;
  segments: {name: string; customers: number}[];
}

/** What a project told, and how it divided customers into segments then. */
export interface Saved {
  figures: Snapshot;
  rfm: RfmOptions | null;
}

export function snapshotOf({metrics, intake, behaviour, rfm}: Report): Snapshot {
  const ninety = metrics.repurchase_within.find(({days}) => days === 90);
  const counts = (rate: Rate | undefined): Counts | null =>
    rate && rate.value !== null ? {numerator: rate.numerator, denominator: rate.denominator} : null;
  return {
    as_of: metrics.as_of,
    currency: intake.currency,
    minor_digits: intake.minor_digits,
    customers: intake.customers,
    orders: intake.orders_counted,
    revenue: intake.revenue,
    average_order_value: metrics.average_order_value.value,
    rates: {
      repurchase_rate: counts(metrics.repurchase_rate),
      repurchase_within_90: counts(ninety),
      retention_rate: counts(metrics.retention_rate),
      churn_rate: counts(metrics.churn_rate),
    },
    window_days: metrics.retention_rate.days,
    states: {...behaviour.rhythm.states},
    scheme: rfm.scheme,
    segments: rfm.segments.map(({name, customers}) => ({name, customers})),
  };
}

/** Throws `invalid_option` with the path of what is wrong. */
export function snapshotAt(value: unknown, path: string): Snapshot {
  const root = objectAt(value, path);
  const day = textAt(root['as_of'], `${path}.as_of`);
  const rates = objectAt(root['rates'], `${path}.rates`);
  const states = objectAt(root['states'], `${path}.states`);
  const segments = objectAt(root['segments'], `${path}.segments`);
  const {currency, revenue, average_order_value: average} = root;
  return {
    as_of: /^\d{4}-\d\d-\d\d$/.test(day) ? day : textAt(null, `${path}.as_of`),
    currency: currency === null ? null : textAt(currency, `${path}.currency`),
    minor_digits: countAt(root['minor_digits'], `${path}.minor_digits`),
    customers: countAt(root['customers'], `${path}.customers`),
    orders: countAt(root['orders'], `${path}.orders`),
    revenue: revenue === null ? null : numberAt(revenue, `${path}.revenue`),
    average_order_value: average === null ? null : numberAt(average, `${path}.average_order_value`),
    rates: recordOf(kRates, (name) => ratesAt(rates[name] ?? null, `${path}.rates.${name}`)),
    window_days: countAt(root['window_days'], `${path}.window_days`),
    states: recordOf(kRhythmStates, (state) =>
      countAt(states[state] ?? 0, `${path}.states.${state}`),
    ),
    scheme: wordAt(root['scheme'], kSegmentSchemes, `${path}.scheme`),
    segments: Object.entries(segments).map(([name, customers]) => ({
      name,
      customers: countAt(customers, `${path}.segments.${name}`),
    })),
  };
}

/** As the project holds it. */
export function snapshotDocument({segments, ...rest}: Snapshot): object {
  return {
    ...rest,
    segments: Object.fromEntries(segments.map(({name, customers}) => [name, customers])),
  };
}

function ratesAt(value: unknown, path: string): Counts | null {
  if (value === null) return null;
  const counts = objectAt(value, path);
  const numerator = countAt(counts['numerator'], `${path}.numerator`);
  const denominator = countAt(counts['denominator'], `${path}.denominator`);
  if (denominator === 0 || numerator > denominator) countAt(null, path);
  return {numerator, denominator};
}

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  of: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
}

export type SinceName = 'customers' | RateName | 'average_order_value' | 'revenue';

/** Whether a change is for the better; null where neither direction is. */
export type Turn = 'better' | 'worse' | null;

/** A figure then and now, with the counts behind both; null where there was, or is, none. */
export interface SinceFigure {
  name: SinceName;
  kind: 'count' | 'share' | 'money';
  then: number;
  now: number;
  countsThen: Counts | null;
  countsNow: Counts | null;
  turn: Turn;
}

export interface SinceCount<Name extends string = string> {
  name: Name;
  then: number;
  now: number;
  turn: Turn;
}

export interface Since {
  from: string;
  to: string;
  windowDays: number;
  figures: SinceFigure[];
  states: SinceCount<RhythmState>[];
  /** null where customers were divided by other rules then. */
  segments: SinceCount[] | null;
  /** Amounts cannot be compared: the files were in other money. */
  otherMoney: boolean;
}

const kMoreIsBetter: Record<SinceName, boolean> = {
  customers: true,
  repurchase_rate: true,
  repurchase_within_90: true,
  retention_rate: true,
  churn_rate: false,
  average_order_value: true,
  revenue: true,
};

/** Who is new or due may still go either way; of the unknown nothing can be said. */
const kStateMoreIsBetter: Partial<Record<RhythmState, boolean>> = {
  on_time: true,
  overdue: false,
  lapsed: false,
};

const kSegmentMoreIsBetter: Readonly<Record<string, boolean>> = {
  champions: true,
  loyal_customers: true,
  loyal: true,
  cannot_lose: false,
  previously_loyal: false,
  at_risk: false,
  about_to_sleep: false,
  almost_lost: false,
  hibernating: false,
  dormant: false,
  lost: false,
};

function turnOf(then: number, now: number, moreIsBetter: boolean | undefined): Turn {
  if (then === now || moreIsBetter === undefined) return null;
  return now > then === moreIsBetter ? 'better' : 'worse';
}

/** What changed; null where the import is no newer. */
export function since(saved: Saved, report: Report, rfm: RfmOptions | null): Since | null {
  const {figures: then} = saved;
  const now = snapshotOf(report);
  const isDividedAlike = then.scheme === now.scheme && sameRfm(saved.rfm, rfm);
  if (now.as_of <= then.as_of) return null;
  const otherMoney = then.currency !== now.currency || then.minor_digits !== now.minor_digits;
  const figure = (
    name: SinceName,
    kind: SinceFigure['kind'],
    of: (snapshot: Snapshot) => number | null,
    counts: (snapshot: Snapshot) => Counts | null = () => null,
  ): SinceFigure[] => {
    const [before, after] = [of(then), of(now)];
    if (before === null || after === null) return [];
    const turn = turnOf(before, after, kMoreIsBetter[name]);
    return [
      {
        name,
        kind,
        then: before,
        now: after,
        countsThen: counts(then),
        countsNow: counts(now),
        turn,
      },
    ];
  };
  const share = (name: RateName) =>
    figure(
      name,
      'share',
      ({rates}) => shareOf(rates[name]),
      ({rates}) => rates[name],
    );
  const perOrder = ({revenue, orders}: Snapshot): Counts | null =>
    revenue === null || orders === 0 ? null : {numerator: revenue, denominator: orders};
  const isSameWindow = then.window_days === now.window_days;
  return {
    from: then.as_of,
    to: now.as_of,
    windowDays: now.window_days,
    figures: [
      ...figure('customers', 'count', ({customers}) => customers),
      ...share('repurchase_rate'),
      ...share('repurchase_within_90'),
      ...(isSameWindow ? [...share('retention_rate'), ...share('churn_rate')] : []),
      ...(otherMoney
        ? []
        : [
            ...figure('average_order_value', 'money', (one) => one.average_order_value, perOrder),
            ...figure('revenue', 'money', ({revenue}) => revenue),
          ]),
    ],
    states: kRhythmStates
      .map((name) => ({
        name,
        then: then.states[name],
        now: now.states[name],
        turn: turnOf(then.states[name], now.states[name], kStateMoreIsBetter[name]),
      }))
      .filter(({then, now}) => then > 0 || now > 0),
    segments: isDividedAlike ? segmentsSince(then, now) : null,
    otherMoney: otherMoney && then.revenue !== null && now.revenue !== null,
  };
}

function shareOf(counts: Counts | null): number | null {
  return counts && counts.numerator / counts.denominator;
}

function segmentsSince(then: Snapshot, now: Snapshot): SinceCount[] {
  const names = new Set([...now.segments, ...then.segments].map(({name}) => name));
  const people = ({segments}: Snapshot, wanted: string) =>
    segments.find(({name}) => name === wanted)?.customers ?? 0;
  return [...names].map((name) => {
    const [before, after] = [people(then, name), people(now, name)];
    const more = now.scheme === 'own' ? undefined : kSegmentMoreIsBetter[name];
    return {name, then: before, now: after, turn: turnOf(before, after, more)};
  });
}

function sameRfm(one: RfmOptions | null, other: RfmOptions | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
