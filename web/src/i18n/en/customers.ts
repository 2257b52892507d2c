/** The customer table and one customer in English. */
import type {CustomerDialogWords, CustomerWords} from '../customer-words.js';
import {plural} from './plural.js';

export const customers: CustomerWords = {
  title: 'Customers',
  lead: 'Everybody, with what is known of them. A row opens the whole story.',
  search: 'Find a customer',
  searchHint: 'Name or e-mail',
  goToRow: 'Go to row',
  go: 'Go',
  total: (c) => plural(c, 'customer', 'customers'),
  filtered: (c) => plural(c, 'customer matches', 'customers match'),
  clearFilters: 'Show everybody',
  remove: (filter) => `Remove the filter: ${filter}`,
  cell: (r, f) => `R ${r}, F ${f}`,
  began: (from, to) => `First order ${from} to ${to}`,
  column: {
    customer: 'Customer',
    segment: 'Segment',
    orders: 'Orders',
    revenue: 'Revenue',
    first_order: 'First order',
    last_order: 'Last order',
    days_since_last: 'Days since',
    r: 'R',
    f: 'F',
    m: 'M',
    cluster: 'Group',
    reward: 'Reward',
  },
  keys: 'Arrow keys move, Page Up and Page Down leap, Home and End go to the ends, Enter opens.',
  nobody: 'Nobody matches.',
  nobodyHint: 'Try a shorter word, or remove a filter.',
  loading: 'Loading…',
  sort: 'Sort by',
  direction: {ascending: 'smallest first', descending: 'largest first'},
};

export const dialog: CustomerDialogWords = {
  loading: 'Looking this customer up…',
  since: (date) => `Customer since ${date}`,
  orders: 'Orders',
  paid: 'Paid in all',
  lastOrder: 'Last order',
  scoresTitle: 'Where does this customer stand?',
  score: (letter, value) => `${letter} ${value} of 5`,
  reason: {
    r: (days) => `Last order ${days} ago`,
    f: (orders) => plural(orders, 'order', 'orders'),
    m: (revenue) => `${revenue} in all`,
  },
  scale: {
    r: {
      low: 'longer ago than with most of your customers',
      middle: 'about as with your middle customers',
      high: 'more lately than most of your customers',
    },
    f: {
      low: 'fewer than most of your customers',
      middle: 'about as many as your middle customers',
      high: 'more than most of your customers',
    },
    m: {
      low: 'less than most of your customers',
      middle: 'about as much as your middle customers',
      high: 'more than most of your customers',
    },
  },
  offersTitle: 'What to offer next?',
  boughtWith: (because, people) =>
    `Bought “${because}”; ${plural(people, 'customer who did', 'customers who did')} bought this as well`,
  popular: (people) =>
    `Liked in this segment: ${plural(people, 'customer', 'customers')} bought it`,
  noOffers: 'Too little is known about products to suggest one.',
  rewardsTitle: 'What has this customer earned?',
  granted: (amount) => `earns ${amount}`,
  notGranted: 'not earned',
  unknown: 'cannot be decided: something is not known',
  historyTitle: (c) => plural(c, 'order', 'orders'),
  historyLimit: 'The 200 newest are shown.',
  columns: {
    order: 'Order',
    date: 'Date',
    products: 'Products',
    amount: 'Amount',
    status: 'Counts',
    line: 'Line in the file',
  },
  status: (word) =>
    ({
      counted: 'yes',
      cancelled: 'cancelled',
      refunded: 'refunded',
      refund: 'a refund',
      unpaid: 'not paid',
      duplicate: 'a copy',
    })[word] ?? word,
  line: (line) => `line ${line}`,
  noRules: 'The program has no rules.',
};
