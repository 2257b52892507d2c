/** Two groups of customers side by side, in English. */
import type {CompareWords} from '../compare-words.js';
import {plural} from './plural.js';

export const compare: CompareWords = {
  title: 'Compare two groups',
  how: 'Choose two segments or tags, or one and everybody else.',
  first: 'These',
  second: 'beside',
  others: 'Everybody else',
  segments: 'Segments',
  tags: 'Tags',
  compare: 'Compare',
  same: 'Choose two different groups.',
  failed: 'These two cannot be compared now.',
  customers: 'Customers',
  share: 'Share of revenue',
  shareWhat:
    'What they paid less what they were given back, of all customers’ and guests’ revenue.',
  both: (c) =>
    `${plural(c, 'customer is', 'customers are')} in both groups and left out of all that follows.`,
  columns: {figure: 'Figure', name: 'Name', difference: 'Difference, 95 % interval'},
  figure: {
    came_back: {
      name: 'Came back at all',
      what: 'Customers with a second order day. Interval of two shares: Newcombe.',
    },
    came_back_90d: {
      name: 'Came back within 90 days',
      what: 'Of customers whose first order is at least 90 days ago, those with a second order day within 90 days. Interval of two shares: Newcombe.',
    },
    orders_per_customer: {
      name: 'Orders per customer',
      what: 'Counted orders over customers: a mean. Interval: Welch.',
    },
    average_order_value: {
      name: 'Average order',
      what: 'Paid less given back, over counted orders. Interval: Welch, with customers as the units.',
    },
    revenue_per_customer: {
      name: 'Revenue per customer',
      what: 'Paid less given back, over customers: a mean. Interval: Welch.',
    },
    days_between_orders: {
      name: 'Days between orders',
      what: 'Days from the first order day to the last, over the returns between them: a mean, of those who came back. Interval: Welch.',
    },
    days_since_last: {
      name: 'Days since the last order',
      what: 'A mean over customers. Segments are often made by this very figure, so that they differ in it by definition. Interval: Welch.',
    },
    lifetime_value: {
      name: 'Expected in 12 months',
      what: 'What the forecast expects of each customer: a mean. The interval is of that mean, not of the forecast’s own error. Welch.',
    },
  },
  rests: (first, second) => `Rests on ${first} and ${second} customers.`,
  points: (text) => `${text} points`,
  days: (text) => `${text} days`,
  more: (difference, low, high) => `${difference} (${low} to ${high})`,
  verdict: {
    too_little_data: 'too little data',
    within_chance: 'within chance',
    beyond_chance: 'larger than chance would give',
  },
  traits: {
    product: 'Products they differ in',
    category: 'Categories they differ in',
    first_channel: 'Where the first order came from',
  },
  traitsHow: (tried) =>
    `The surest of ${tried.text} looked at. The verdict allows for how many there were; the interval does not.`,
  byChance:
    'One in twenty intervals misses by chance: of eight figures that do not differ, one seems to in about one comparison of three.',
};
