/** The words about handing out what a program gives. */
import type {NoEffect} from '../engine/protocol.js';
import type {Count} from './messages.js';

export interface HandoutWords {
  title: string;
  how: string;
  offer: string;
  offerHint: string;
  life: string;
  lives: Record<'14D' | '30D' | '90D' | 'unlimited', string>;
  wouldGive: (codes: Count, amount: string) => string;
  holdOutHint: string;
  save: string;
  /** Under the button: which files. */
  saves: (files: string) => string;
  pastTitle: string;
  pastHow: (days: number) => string;
  codes: (codes: Count) => string;
  /** How many of a group ordered. */
  givenDid: (customers: Count, ordered: string, share: string) => string;
  heldOutDid: (customers: Count, ordered: string, share: string) => string;
  /** The difference of the two shares lies between. */
  effect: (low: string, high: string) => string;
  more: string;
  less: string;
  open: string;
  noEffect: Record<NoEffect, string>;
  unknown: (customers: Count) => string;
  rewarded: (customers: Count) => string;
  given: (codes: Count, amount: string) => string;
  until: (day: string) => string;
  heldOut: (customers: Count) => string;
  tooSoon: (customers: Count) => string;
}
