/** What a points club would have come to, in English. */
import type {ClubWords} from '../club-words.js';
import {plural} from './plural.js';

export const club: ClubWords = {
  title: 'Points, had the club been open all along',
  figures: {
    points_earned: {
      name: 'Points given',
      what: 'What customers would have earned by the rules of the program, had it been in force from the first order on, after its budget.',
      now: 'If one rule gives nearly all of it, the others are decoration: the table of rules below says which.',
    },
    points_cost: {
      name: 'Would have cost at most',
      what: 'What the points given are worth when every one of them is redeemed.',
      now: 'Hold it against what the club must bring in: the sentence at the end says how much more revenue pays for it.',
    },
    points_paid: {
      name: 'Redeemed if all spend',
      what: 'What you would have paid out by now, had everybody redeemed as soon as they could.',
      now: 'The truth lies between this and nothing: plan for this much, and hope for less.',
    },
    points_outstanding: {
      name: 'Still owed then',
      what: 'What the points left are worth after everybody has redeemed as soon as they could: too few for a step yet, or still pending.',
      now: 'It is owed to customers, so set it aside. An expiry keeps it from growing for ever.',
    },
  },
  by: (customers) => `to ${plural(customers, 'customer', 'customers')}`,
  counted: {
    cost: (points, cost, revenue) =>
      `${plural(points, 'point', 'points')} at what the program pays for them: ${cost}, of ${revenue} of revenue in the same time.`,
    paid: (points, customers, paid) =>
      `${plural(points, 'point', 'points')} redeemed by ${plural(customers, 'customer', 'customers')}: ${paid}.`,
    outstanding: (points, worth) =>
      `${plural(points, 'point is', 'points are')} left, worth ${worth}.`,
  },
  ruleNames: {
    spent: 'For each unit spent',
    regulars: 'More for regulars',
    friends: 'More for friends of the house',
    back_soon: 'Back soon',
    birthday: 'Birthday',
    review: 'A review',
    we_miss_you: 'We miss you',
    visit: 'A visit',
    quiet_hours: 'Quiet hours count double',
    birthday_dish: 'A dish on the birthday',
    three_per_cent: 'Three per cent back',
    relationship: 'What the client brought',
    years_together: 'Years together',
    introduction: 'An introduction',
    silver: 'Silver',
    gold: 'Gold',
    platinum: 'Platinum',
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
