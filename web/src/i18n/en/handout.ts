/** Handing out, in English. */
import type {HandoutWords} from '../handout-words.js';
import {plural} from './plural.js';

export const handout: HandoutWords = {
  rewarded: (c) => `The program gives ${plural(c, 'customer', 'customers')} something.`,
  given: (c, amount) => `${plural(c, 'code', 'codes')} handed out, worth ${amount} in all.`,
  until: (day) => `They can be used until ${day}.`,
  heldOut: (c) => `${plural(c, 'is', 'are')} held out for measuring and get nothing`,
  tooSoon: (c) => `${plural(c, 'was', 'were')} given something too short a time ago`,
};
