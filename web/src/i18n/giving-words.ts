/** The words of a budget for rewards: who gets one, what is assumed, and from where on it pays. */
import type {Giving} from '../engine/protocol.js';
import type {Count} from './messages.js';

export interface GivingWords {
  /** Customers and money of the budget, and what it is expected to bring. */
  chosen: (customers: Count, cost: string, budget: string) => string;
  nobody: string;
  brings: (value: string) => string;
  assumed: string;
  /** `share` of the assumed effect. */
  breakEven: (share: string) => string;
  optimal: string;
  stoppedEarly: (gap: string) => string;
  greedyLess: (less: string) => string;
  shadowPrice: (value: string, unit: string) => string;
  leftOut: Record<keyof Giving['left_out'], (customers: Count) => string>;
  reason: Record<NonNullable<Giving['reason']>, string>;
  columns: readonly [customer: string, reward: string, atStake: string, gain: string];
}
