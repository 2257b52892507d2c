/** The words about handing out what a program gives. */
import type {Count} from './messages.js';

export interface HandoutWords {
  rewarded: (customers: Count) => string;
  given: (codes: Count, amount: string) => string;
  until: (day: string) => string;
  heldOut: (customers: Count) => string;
  tooSoon: (customers: Count) => string;
}
