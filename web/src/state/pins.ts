/** What is pinned to the report on paper: names of figures and pictures, never the figures themselves. */
import type {CohortMeasure} from '../i18n/return-words.js';

export const kPinnedFigures = [
  'customers',
  'repurchase_rate',
  'repurchase_within_90',
  'median_days_between_orders',
  'revenue',
  'average_order_value',
  'orders_per_customer',
  'expected_orders_90d',
  'lifetime_total',
  'holdout_bias',
  'points_earned',
  'points_cost',
  'points_paid',
  'points_outstanding',
] as const;

/** Of cohorts one for each measure; how they are cut is a setting of its own. */
export const kPinnedBlocks = [
  'cohorts.share',
  'cohorts.customers',
  'cohorts.orders',
  'cohorts.revenue',
  'cohorts.cumulative_value',
  'returns',
  'second_order',
  'concentration',
  'rhythm',
  'monitor',
  'flow',
  'segment_map',
  'segments',
  'tracking',
  'baskets',
  'rewards',
  'points',
  'ladder',
] as const;

export type FigurePin = (typeof kPinnedFigures)[number];
export type BlockPin = (typeof kPinnedBlocks)[number];
export type Pin = FigurePin | BlockPin;

export const kPins: readonly Pin[] = [...kPinnedFigures, ...kPinnedBlocks];

/** The report on paper: what stands on it, in this order, below a title and a text of the owner's own. */
export interface Paper {
  /** Empty: the one that every report has. */
  title: string;
  text: string;
  /** Each once. */
  pins: readonly Pin[];
}

export const kNoPaper: Paper = {title: '', text: '', pins: []};

/** In signs. */
export const kLongestTitle = 120;
export const kLongestText = 4000;

/** What most reports hold. */
export const kUsualPins: readonly Pin[] = [
  'customers',
  'repurchase_rate',
  'repurchase_within_90',
  'revenue',
  'average_order_value',
  'orders_per_customer',
  'cohorts.share',
  'segments',
  'second_order',
];

/** What somebody does with the report; `by` is -1 to come before, 1 to come behind the next. */
export type PaperStep =
  | {did: 'pinned' | 'unpinned'; pin: Pin}
  | {did: 'moved'; pin: Pin; by: 1 | -1}
  | {did: 'usual'}
  | {did: 'written'; title: string; text: string};

export function withPaperStep(paper: Paper, step: PaperStep): Paper {
  const {pins} = paper;
  switch (step.did) {
    case 'pinned':
      return pins.includes(step.pin) ? paper : {...paper, pins: [...pins, step.pin]};
    case 'unpinned':
      return {...paper, pins: pins.filter((pin) => pin !== step.pin)};
    case 'moved':
      return {...paper, pins: moved(pins, step.pin, step.by)};
    case 'usual':
      return {...paper, pins: [...new Set([...pins, ...kUsualPins])]};
    case 'written':
      return {
        ...paper,
        title: step.title.trim().slice(0, kLongestTitle),
        text: step.text.trim().slice(0, kLongestText),
      };
  }
}

function moved(pins: readonly Pin[], pin: Pin, by: number): readonly Pin[] {
  const from = pins.indexOf(pin);
  const to = from + by;
  if (from < 0 || to < 0 || to >= pins.length) return pins;
  const others = pins.filter((one) => one !== pin);
  return [...others.slice(0, to), pin, ...others.slice(to)];
}

/** The measure of pinned cohorts; null of anything else. */
export function measureOf(pin: Pin): CohortMeasure | null {
  return pin.startsWith('cohorts.') ? (pin.slice('cohorts.'.length) as CohortMeasure) : null;
}
