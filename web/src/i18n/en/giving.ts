/** Whom a budget goes to, in English. */
import type {GivingWords} from '../giving-words.js';
import {plural} from './plural.js';

export const giving: GivingWords = {
  chosen: (customers, cost, budget) =>
    `${plural(customers, 'customer', 'customers')} for ${cost} of ${budget}.`,
  nobody: 'By what is assumed no reward brings more than it costs, so that nobody gets one.',
  brings: (value) => `Expected beyond what they cost: ${value} of margin in twelve months.`,
  assumed: 'How many a reward keeps is your assumption: no file tells. A held-out group would.',
  breakEven: (share) => `They still pay if only ${share} of the assumed effect comes true.`,
  optimal: 'No other choice within the budget is worth more.',
  stoppedEarly: (gap) => `The search stopped early: another choice may be worth up to ${gap} more.`,
  greedyLess: (less) => `Simply taking the most value for the money would bring ${less} less.`,
  shadowPrice: (value, unit) => `${unit} more of budget would bring about ${value}.`,
  leftOut: {
    consent_refused: (customers) =>
      `${plural(customers, 'customer', 'customers')} left out: they do not want to be written to.`,
    held_out: (customers) =>
      `${plural(customers, 'customer', 'customers')} left out: held out, to see what rewards bring.`,
    rewarded: (customers) =>
      `${plural(customers, 'customer', 'customers')} left out: rewarded a short time ago.`,
    no_forecast: (customers) =>
      `${plural(customers, 'customer', 'customers')} left out: nothing can be foretold of them.`,
    gone: (customers) =>
      `${plural(customers, 'customer', 'customers')} left out: as good as gone, so that nobody can say what they would bring.`,
  },
  reason: {
    no_forecast:
      'There is no forecast that can be stood behind: whom to spend money on cannot be said.',
    no_amounts: 'The files name no amounts: what is at stake cannot be said.',
    no_margin:
      'Say what is left of revenue when goods are paid: without a margin nothing can be weighed.',
  },
  columns: ['Customer', 'Reward', 'At stake', 'Expected gain'],
};
