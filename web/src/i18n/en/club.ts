/** What a points club would have come to, in English. */
import type {ClubWords} from '../club-words.js';
import {plural} from './plural.js';

export const club: ClubWords = {
  title: 'Points, had the club been open all along',
  figures: {
    earned: 'Points given',
    by: (customers) => `to ${plural(customers, 'customer', 'customers')}`,
    cost: 'Would have cost at most',
    paid: 'Redeemed if all spend',
    outstanding: 'Still owed then',
  },
  picture: 'Points that customers hold at the end of each month',
  rulesTitle: 'What each rule gave',
  tiersTitle: 'Tiers',
  month: 'Month',
  issued: 'Given',
  begin: 'Begin with',
  beginNone: 'a program that is ready …',
  templates: {
    points: 'A point for each unit spent',
    cash_back: 'Three per cent back',
    bookstore: 'Readers’ club with tiers',
    cafe: 'The tenth cup',
    relationship: 'Relationship value, for advisers',
    vip: 'VIP club in three tiers',
  },
  columns: {rule: 'Rule', times: 'Times', customers: 'Customers', points: 'Points'},
  multiplies: 'multiplies',
  spending: {never: 'If nobody spends', at_once: 'If all spend at once'},
  balance: ['Redeemed', 'Lapsed', 'Left', 'Paid', 'Left is worth'],
  tiers: ['Tier', 'Customers now', 'Times reached'],
  earned: (points, rewarded, of, from, to) =>
    `${plural(points, 'point', 'points')} for ${rewarded.text} of ${plural(of, 'customer', 'customers')}, from ${from} to ${to}.`,
  undecided: (occasions) =>
    `Of ${plural(occasions, 'occasion', 'occasions')} a rule could not be decided: a fact is missing. What is missing never earns.`,
  exhausted: (day) => `The budget would have run out on ${day}.`,
  odd: {
    never_true: (rule) => `“${rule}” can never apply: its conditions contradict one another.`,
    always_true: (rule) => `“${rule}” applies to everybody: its conditions leave nobody out.`,
    never_reached: (rule) =>
      `“${rule}” never has its turn: whoever meets it meets an earlier rule, and the first one counts.`,
    earned_twice: (rule, other) =>
      `“${other}” and “${rule}” both pay those of a tier. If one is to replace the other, give them one group.`,
  },
  cost: (money) => `It would have cost at most ${money}.`,
  costShare: (money, share) => `It would have cost at most ${money}, ${share} of revenue.`,
  noMargin: 'With a "margin" in the program, this would say how much more customers must buy.',
  uplift: (share, customers) =>
    `To pay for itself, it must bring ${share} more revenue.` +
    (customers === null
      ? ''
      : ` A test would need ${plural(customers, 'customer', 'customers')} in each of two groups to show that.`),
  notUplift: 'Whether customers would have bought more for it, the past does not tell.',
};
