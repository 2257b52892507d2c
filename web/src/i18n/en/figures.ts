/** The headline figures in English. */
import type {FigureWords} from '../figure-words.js';
import {plural} from './plural.js';

export const figures: FigureWords = {
  lead: (lines, orders, customers, from, to) =>
    `${plural(lines, 'line', 'lines')}, ${plural(orders, 'order that counts', 'orders that count')}, ${plural(customers, 'customer', 'customers')}, from ${from} to ${to}.`,
  answer: (back, all) => `${back.text} of your ${plural(all, 'customer', 'customers')} came back.`,
  figure: {
    customers: {
      name: 'Customers',
      what: 'Everybody who placed at least one order that counts, each person once.',
      now: 'Look at the lower half of the map under “Customers”: people who bought once are the nearest growth you have.',
    },
    repurchase_rate: {
      name: 'Came back at all',
      what: 'The share of your customers who ordered on a second day or more.',
      now: 'Judge changes against the interval: a move inside it may be chance. The 90-day figure reacts sooner to what you do.',
    },
    repurchase_within_90: {
      name: 'Came back within 90 days',
      what: 'Of the customers whose first order is at least 90 days old, the share that ordered again within 90 days.',
      now: 'A note a few weeks after the first order is where this moves. Change one thing and compare next quarter.',
    },
    orders_per_customer: {
      name: 'Orders per customer',
      what: 'How many orders a customer has placed so far, on average.',
      now: 'A mean hides two crowds, one-timers and regulars. The segments show how large each is.',
    },
    average_order_value: {
      name: 'Average order',
      what: 'What one counted order brings, after discounts and refunds.',
      now: 'What is bought together, under “Plans and tests”, is the honest way to raise it.',
    },
    median_days_between_orders: {
      name: 'Days between orders',
      what: 'Half of all returns happen sooner than this many days after the order before, half later.',
      now: 'Write when about this much time has passed: earlier is noise, much later they have gone elsewhere.',
    },
    revenue: {
      name: 'Revenue',
      what: 'What all counted orders brought, less what was given back.',
      now: 'Compare it with your shop’s own total for the same days. If they differ, Data health says which lines do not count.',
    },
  },
  what: 'What is this?',
  counted: 'How was it counted?',
  now: 'What do I do now?',
  people: 'Show the customers',
  open: (name) => `${name}: explain this figure`,
  ofThem: (numerator, denominator) => `${numerator.text} of ${denominator.text}`,
  between: (low, high) => `${low} to ${high}`,
  interval: (low, high) =>
    `With as many customers as these, the true share lies between ${low} and ${high} in 19 cases of 20.`,
  counts: {
    customers: (customers, guests) =>
      guests.n === 0
        ? `${plural(customers, 'person has', 'people have')} an order that counts. Every such order names its customer.`
        : `${plural(customers, 'person has', 'people have')} an order that counts. ${plural(guests, 'order has', 'orders have')} no customer: counted as sales, not as people.`,
    repurchase_rate: (numerator, denominator) =>
      `${numerator.text} of ${plural(denominator, 'customer', 'customers')} ordered on two different days or more.`,
    repurchase_within_90: (numerator, denominator) =>
      `${numerator.text} of the ${plural(denominator, 'customer', 'customers')} we could watch for 90 days. Newer ones are left out, not counted as lost.`,
    orders_per_customer: (orders, guests, customers) =>
      `${plural(orders, 'counted order', 'counted orders')}${guests.n === 0 ? '' : `, less ${guests.text} without a customer`}, shared among ${plural(customers, 'customer', 'customers')}.`,
    average_order_value: (orders, revenue) =>
      `${revenue} over ${plural(orders, 'counted order', 'counted orders')}.`,
    median_days_between_orders: (gaps) =>
      `The middle one of ${plural(gaps, 'gap', 'gaps')} between an order day and the next of the same customer.`,
    revenue: (orders, refunded, guests) =>
      `${plural(orders, 'counted order', 'counted orders')}; ${refunded} given back is already taken off; ${guests} came from orders without a customer.`,
  },
  under: {
    customers: (repeat) => `${repeat.text} with a second order`,
    orders_per_customer: (orders) => `${plural(orders, 'order counts', 'orders count')}`,
    average_order_value: (orders) => `over ${plural(orders, 'order', 'orders')}`,
    median_days_between_orders: (gaps) => `the middle of ${plural(gaps, 'gap', 'gaps')}`,
    revenue: (perCustomer) => `${perCustomer} per customer`,
  },
  reason: {
    too_little_data: 'Too little data to stand behind a number.',
    no_amount_column: 'The files hold no amounts.',
    no_customer_column: 'The files do not say who bought.',
  },
  returnsTitle: 'How soon do they come back?',
  returnsHow:
    'Share with a second order within so many days of the first, among customers watched that long. The pale band holds the true share 19 times in 20.',
  returnsColumns: {
    within: 'Within',
    share: 'Came back',
    counts: 'Counted',
    interval: 'True share, 19 times in 20',
  },
  within: (days) => plural(days, 'day', 'days'),
  young: 'too early',
  todoTitle: 'Where to begin',
  todo: {
    cannot_lose: (c, revenue) => ({
      title: `${plural(c, 'of your best customers has', 'of your best customers have')} gone quiet`,
      text: `They used to order most often of all${revenue && ` and brought ${revenue} so far`}. Write to them by hand, this week.`,
    }),
    at_risk: (c, revenue) => ({
      title: `${plural(c, 'good customer is', 'good customers are')} slipping away`,
      text: `They came several times, not lately. ${revenue && `${revenue} came from them; `}${revenue ? 'a' : 'A'} reminder costs little.`,
    }),
    new_customers: (c, revenue) => ({
      title: `${plural(c, 'person has', 'people have')} just bought for the first time`,
      text: `The second order decides. ${revenue && `They brought ${revenue}; `}${revenue ? 's' : 'S'}uggest what goes with it before they forget you.`,
    }),
    champions: (c, revenue, share) => ({
      title: `${plural(c, 'champion brings', 'champions bring')} ${share} of your revenue`,
      text: `${revenue} from people who buy often and were here lately. Thank them; no discount needed.`,
    }),
  },
  todoNone: 'Nothing stands out. The map under “Customers” shows everybody.',
  noCustomers:
    'Nothing can be said about who comes back: no order names its customer. Export the orders with the customer’s e-mail, name or number, and drop that file.',
};
