/** What is bought together, rewards and their rules, in English. */
import type {BasketWords, RewardWords} from '../messages.js';
import type {Comparison, RuleWords} from '../rule-words.js';
import {plural} from './plural.js';

export const baskets: BasketWords = {
  title: 'What is bought together?',
  how: (support) =>
    `Pairs that the same people bought, the strongest bond first; only pairs with at least ${plural(support, 'common buyer', 'common buyers')}.`,
  columns: {product: 'Who bought', with: 'also bought', people: 'How many', strength: 'Bond'},
  people: (both, all) => `${both} of ${all}`,
  strength: (cosine) => `Bond ${cosine}; 1 would mean the very same buyers`,
  popularTitle: 'Bought by most people',
  noPairs: 'No two products share enough buyers yet.',
  tooLittle: 'Too few people bought more than one product to say what goes together.',
  buyers: (c) => plural(c, 'buyer', 'buyers'),
};

export const rewards: RewardWords = {
  title: 'Offers and rewards',
  lead: 'What to suggest, and what a reward program would have granted on these very orders.',
  programTitle: 'What would your rewards cost?',
  total: 'Granted in all',
  cost: (share) => `${share} of revenue`,
  customers: 'Customers rewarded',
  refused: 'Below the mark',
  unknown: 'Not decided',
  unknownHint: 'Something the rule asks for is not known of them. What is missing never grants.',
  heldOut: 'Held out for measuring',
  heldOutHint: 'Given nothing on purpose, so that you can see what the rewards bring.',
  heldOutWhy:
    'Held out for measuring: this customer gets nothing. The rules alone would say the following.',
  rulesHow: 'Each rule in words, and what it would have granted.',
  columns: {rule: 'Rule', says: 'If', gives: 'Gives', customers: 'Customers', granted: 'Granted'},
  edit: 'Edit the program',
  editHow:
    'The program is a small text in JSON. Apply it to see at once what it would have cost; nothing is sent to anybody.',
  field: 'Reward program as JSON',
  apply: 'Apply',
  applying: 'Counting again…',
  reset: 'Back to the default',
  undo: 'Undo',
  changed: 'Your own program',
  wrongJson: (where) => `This is not valid JSON: ${where}`,
  refusedProgram: (detail) =>
    `The program was refused: ${detail}. The last good one is still in force.`,
  points: (c) => plural(c, 'point', 'points'),
};

const signs: Record<Comparison, string> = {
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
  '==': 'exactly',
  '!=': 'not',
  in: 'one of',
};

export const rules: RuleWords = {
  fact: {
    orders: 'orders',
    order_days: 'days with an order',
    frequency: 'repeat order days',
    revenue: 'revenue',
    average_order_value: 'average order',
    days_since_last: 'days since the last order',
    days_since_first: 'days since the first order',
    age: 'days since the first order',
    value: 'mean paid on a repeat day',
    segment: 'segment',
    cluster: 'group',
    r: 'recency score',
    f: 'frequency score',
    m: 'money score',
    first_order: 'first order',
    last_order: 'last order',
    as_of: 'day of the analysis',
    products: 'products bought',
    categories: 'categories bought from',
    amount: 'amount',
    quantity: 'pieces',
    channel: 'channel',
    date: 'day',
    weekday: 'weekday',
    month: 'month',
    hour: 'hour',
    tier: 'tier',
    score: 'score',
  },
  and: (parts) => parts.join(', and '),
  or: (parts) => parts.join(', or '),
  not: (part) => `not: ${part}`,
  compare: (fact, operator, wanted) => `${fact}: ${signs[operator]} ${wanted}`,
  between: (low, fact, high, open) =>
    open ? `${fact}: more than ${low} and less than ${high}` : `${fact}: from ${low} to ${high}`,
  always: 'always',
  never: 'never',
  list: (parts) => parts.join(', '),
  because: (fact, found, comparison) => `${fact}: ${found} (wanted: ${comparison})`,
  missing: 'not known',
};
