/** Two groups of customers side by side. */
import type {CustomerQuery} from './protocol.js';

/** Without a second group it is everybody else. */
export interface TwoGroups {
  first: Partial<CustomerQuery>;
  second: Partial<CustomerQuery> | null;
}

export type ComparedFigure =
  | 'came_back'
  | 'came_back_90d'
  | 'orders_per_customer'
  | 'average_order_value'
  | 'revenue_per_customer'
  | 'days_between_orders'
  | 'days_since_last'
  | 'lifetime_value';

/** `beyond_chance`: larger than chance would give in nineteen of twenty comparisons. */
export type DifferenceVerdict = 'too_little_data' | 'within_chance' | 'beyond_chance';

/** A figure of one group; `of`: the customers it rests on; `hits`: those of them who count, where it is a share. */
export interface GroupFigure {
  value: number | null;
  of: number;
  hits?: number;
}

/** The first less the second, with its 95 % interval; null where there is too little data. Money in minor units. */
export interface FigureComparison {
  figure: ComparedFigure;
  first: GroupFigure;
  second: GroupFigure;
  difference: number | null;
  low: number | null;
  high: number | null;
  verdict: DifferenceVerdict;
}

export type TraitKind = 'product' | 'category' | 'first_channel';

/** How many of each group; the interval is of this one alone, `p_adjusted` for all of its kind that were tried. */
export interface TraitComparison {
  kind: TraitKind;
  name: string;
  first: number;
  second: number;
  difference: number;
  low: number;
  high: number;
  p_adjusted: number;
  verdict: DifferenceVerdict;
}

/** `compared`: those who are in this group only. */
export interface ComparedGroup {
  customers: number;
  revenue: number | null;
  compared: number;
}

export interface Comparison {
  first: ComparedGroup;
  second: ComparedGroup;
  both: number;
  figures: FigureComparison[];
  /** At most five of each kind, the surest first. */
  traits: TraitComparison[];
  tried: Record<TraitKind, number>;
}
