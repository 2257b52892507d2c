/** Handing out, in English. */
import type {HandoutWords} from '../handout-words.js';
import {plural} from './plural.js';

export const handout: HandoutWords = {
  title: 'Hand out',
  how: 'Each customer to whom the rules give something gets a code of their own. Regulars writes the files and remembers in the project who got which code, so that none comes twice. Nothing is sent.',
  offer: 'Name of the offer',
  offerHint: 'for example: Spring thanks',
  life: 'Codes are good for',
  lives: {'14D': '14 days', '30D': '30 days', '90D': '90 days', unlimited: 'ever'},
  wouldGive: (c, amount) => `${plural(c, 'code', 'codes')}, worth ${amount} in all.`,
  holdOutHint:
    'Nobody is held out, so it will not be seen what the rewards bring. In the program, "hold_out": {"share": 0.1} leaves out one customer in ten.',
  save: 'Save the files',
  saves: (files) => `Saves ${files}. Save the project afterwards: it keeps the codes.`,
  pastTitle: 'Handed out before',
  pastHow: (days) =>
    `Who ordered in the ${days} days after it. The day itself does not count: an order of it may have come first.`,
  codes: (c) => plural(c, 'code', 'codes'),
  givenDid: (c, ordered, share) => `With a code: ${ordered} of ${c.text} ordered (${share}).`,
  heldOutDid: (c, ordered, share) => `Held out: ${ordered} of ${c.text} ordered (${share}).`,
  effect: (low, high) =>
    `Difference: between ${low} and ${high} percentage points, with 95 % confidence.`,
  more: 'It seems to have brought orders: chance alone does as much less than once in twenty times.',
  less: 'It seems to have cost orders: chance alone does as much less than once in twenty times.',
  open: 'Chance alone may explain it.',
  noEffect: {
    too_early: 'Too early: the files do not reach so far yet.',
    nobody_held_out: 'Nobody was held out: this is what happened, not what the codes brought.',
    too_little_data: 'Too few customers in one of the groups to say what the codes brought.',
  },
  unknown: (c) => `${plural(c, 'is', 'are')} not in these files.`,
  rewarded: (c) => `The program gives ${plural(c, 'customer', 'customers')} something.`,
  given: (c, amount) => `${plural(c, 'code', 'codes')} handed out, worth ${amount} in all.`,
  until: (day) => `They can be used until ${day}.`,
  heldOut: (c) => `${plural(c, 'is', 'are')} held out for measuring and get nothing`,
  tooSoon: (c) => `${plural(c, 'was', 'were')} given something too short a time ago`,
};
