/** What is to come, in English. */
import type {ForecastWords} from '../forecast-words.js';
import {plural} from './plural.js';

export const forecast: ForecastWords = {
  lead: 'What your present customers will probably do next, foretold in the way that did best on your own past, and how far that can be trusted.',
  expected: {
    name: 'Orders to expect in 90 days',
    what: 'Order days that your present customers will probably bring in the next 90 days. New customers come on top.',
    now: 'Stock up and staff by it. Far fewer than this means that something has changed.',
    under: (customers) => `from ${plural(customers, 'customer', 'customers')}`,
    counted: (customers, way, until) =>
      `What is expected of each of ${plural(customers, 'customer', 'customers')}, added up. Foretold as “${way}”, from all orders up to ${until}.`,
  },
  accuracy: {
    name: 'How close on your own past',
    what: 'The last third of your shop’s time was hidden, foretold from what came before it, and compared with what really happened.',
    now: 'Read every forecast on this page with this error in mind.',
    under: (predicted, actual) => `${predicted} foretold, ${actual} came`,
    counted: (predicted, actual, from, to) =>
      `${plural(predicted, 'order day', 'order days')} foretold from ${from} to ${to}; ${plural(actual, 'came', 'came')}.`,
  },
  worth: {
    name: 'Worth in the next 12 months',
    what: 'What your present customers will probably pay in the next twelve months. Later money counts for less.',
    now: 'It is the most that keeping all of them can be worth. New customers come on top.',
    under: (customers) => `from ${plural(customers, 'customer', 'customers')}`,
    counted: (customers, discount) =>
      `What is expected of each of ${plural(customers, 'customer', 'customers')}, added up; each month later counts ${discount} less.`,
    spend: (mean, customers) =>
      `An order day brings ${mean} on average, by what ${plural(customers, 'customer', 'customers')} paid on coming back.`,
  },
  bias: {
    few: (share) => `${share} too few`,
    many: (share) => `${share} too many`,
    even: () => 'on the spot',
  },
  noAmounts: 'The files hold no amounts.',
  noSpend: 'Too few customers paid something on coming back.',
  models: {
    title: 'Which way of foretelling fits your shop?',
    how: (cut, from, to) =>
      `Everything after ${cut} was hidden. Each way foretold, customer by customer, the order days from ${from} to ${to}; then we looked.`,
    way: {
      last_period: {
        name: 'As last time',
        says: 'everybody buys as often as in the time just before',
      },
      mean_rate: {name: 'All alike', says: 'everybody buys at the mean pace of all'},
      nbd: {name: 'Own pace', says: 'everybody keeps a pace of their own, and nobody leaves'},
      bg_nbd: {
        name: 'Own pace, some leave',
        says: 'after each order but the first, some leave for good',
      },
      mbg_nbd: {
        name: 'Own pace, some leave at once',
        says: 'after each order, the first included, some leave for good',
      },
      bg_cnbd_k: {
        name: 'Steady pace, some leave',
        says: 'gaps may be steadier than chance; after each order but the first, some leave',
      },
      mbg_cnbd_k: {
        name: 'Steady pace, some leave at once',
        says: 'gaps may be steadier than chance; after each order, the first included, some leave',
      },
      pareto_nbd: {
        name: 'Own pace, leaving any day',
        says: 'everybody has a pace of their own, and may leave at any moment',
      },
    },
    guess: 'a guess',
    chosen: 'chosen',
    columns: {
      way: 'Way of foretelling',
      predicted: 'Foretold',
      actual: 'Came',
      bias: 'Off by',
      error: 'Error',
      mean: 'Mean miss',
    },
    lower:
      'Error: by how many order days the number of one customer was wrong, large misses weighing more (root mean square). Mean miss: the same, all misses weighing alike. Lower is better. Of models whose errors are within 2% of the least, the one with the smallest mean miss is chosen, and of those that are as good the simplest.',
    won: (way, error, guess, guessError) =>
      `“${way}” is chosen: its error is ${error} order days a customer. The better guess, “${guess}”, has ${guessError}.`,
    noneTitle: 'Why there is no forecast',
    none: {
      too_short: (needed, found) =>
        `A forecast is judged by hiding a third of your shop’s time. Both parts must last at least ${needed} days; the shorter one has ${found}. Come back with a longer export.`,
      too_few_customers: (needed, found, cut) =>
        `It takes ${needed} customers who began by ${cut} to learn how yours buy; there are ${found}. An export over a longer time has more.`,
      too_few_repeats: (needed, found, cut) =>
        `It takes ${needed} returns by ${cut} to learn how customers come back; there are ${found}. An export over a longer time has more.`,
      too_few_later: (needed, found, cut) =>
        `It takes ${needed} order days after ${cut} to judge a forecast; there are ${found}. Come back when more orders are in.`,
      no_fit: () =>
        'None of the models fits your orders. That usually takes more customers who came back several times.',
      far_off: (needed, found, cut) =>
        `After ${cut} the best model expected ${found} order days, and ${needed} came: over half off. Something has changed that no model can know, such as a closed shop or a new way to sell, so no forecast is shown.`,
      guess_wins: (needed, found) =>
        `A plain guess came as close (error ${needed}) as the best model (${found}), or closer. A forecast for single customers would be worth less than a guess, so none is shown. With a few months more of orders, try again.`,
    },
    parameters: 'The numbers behind the models',
    parametersHow:
      'For those who want to check: what was fitted by likelihood, each with its standard error. Times are in days.',
    parameterColumns: {
      way: 'Model',
      parameter: 'Parameter',
      value: 'Value',
      error: 'Standard error',
    },
    about: {
      pace: 'pace of buying',
      leaving: 'chance to leave',
      regularity: 'steadiness of gaps',
      spend: 'spend',
    },
    fittedTo: (customers, until) =>
      `${plural(customers, 'customer', 'customers')}, orders up to ${until}`,
    fittedSpend: (customers) => `${plural(customers, 'customer', 'customers')} who came back`,
    status: {
      not_identifiable: 'the forecast holds, single numbers mean little',
      stopped_early: 'to be taken with care: the search broke off',
      too_little_data: 'too few customers to fit',
      no_repeat_orders: 'nobody came back',
      no_time_observed: 'everybody came on the last day',
      no_customers: 'no customers',
      no_spend: 'nobody paid anything on coming back',
    },
    spend: {name: 'Spend', says: 'everybody spends around a mean of their own'},
    notKnown: 'not known',
  },
  tracking: {
    title: 'Does the forecast keep up with your shop?',
    how: (way, cut) =>
      `Days on which customers ordered again, week by week. “${way}” knows only what happened up to ${cut}, and of each customer only when the first order came.`,
    came: 'came',
    expected: 'expected',
    hidden: 'hidden from it',
    ahead: 'to come',
    week: (day) => `week of ${day}`,
    columns: {
      week: 'Week of',
      came: 'Came',
      expected: 'Expected',
      interval: (chance) => `${chance} likely`,
    },
    open: 'to come',
    judged: (weeks, expected, came, bias) =>
      `In the ${plural(weeks, 'week', 'weeks')} hidden from it, it expected ${expected} order days; ${came} came (${bias}).`,
    scatter: {
      chance: () => 'Single weeks miss it no further than chance makes them.',
      more: (times) => `Single weeks miss it ${times} times as far as chance alone would.`,
    },
    sum: (weeks, expected, low, high, chance) =>
      `In the next ${plural(weeks, 'week', 'weeks')} ${expected} order days are expected; in the first of them ${low} to ${high}, ${chance} likely.`,
    everybody:
      'Weeks to come count all present customers, those before only customers who began before the cut.',
    loser:
      'It lost to a plain guess, so that nothing is foretold by it; it is drawn for you to see where it goes wrong.',
    few: 'Too few weeks have judged it to say how sure a week ahead is.',
  },
  habits: {
    title: 'What does a habit promise?',
    how: {
      probability_alive: (age) =>
        `How likely a customer is to order ever again: by how often they came back, and how long ago the last order was; for customers of ${age}. The numbers are your customers.`,
      expected_orders_90d: (age) =>
        `Order days to expect in 90 days: by how often a customer came back, and how long ago the last order was; for customers of ${age}. The numbers are your customers.`,
    },
    measures: 'Colour',
    measure: {probability_alive: 'Still a customer', expected_orders_90d: 'Orders in 90 days'},
    frequency: 'Came back',
    since: 'Days since the last order',
    often: (times) => `${times}×`,
    oftenOpen: (times) => `${times}× or more`,
    days: (from, to) => `${from} to ${to} days ago`,
    people: (customers) => plural(customers, 'customer', 'customers'),
    facts: {
      probability_alive: (share) => `${share} still a customer`,
      expected_orders_90d: (orders) => `${orders} orders in 90 days`,
    },
    none: 'not possible at this age',
    keyNone: 'not possible at this age, so the model says nothing',
    keys: 'Arrow keys walk the cells, Enter shows the customers.',
    columns: {frequency: 'Came back', since: 'Last order', people: 'Customers'},
  },
  one: {
    title: 'What comes next?',
    why: {
      on_time: (ago, usual, _times, day) =>
        `The last order was ${ago} ago; this customer’s usual gap is ${usual}, which is over on ${day}.`,
      due: (ago, usual, times) =>
        `The last order was ${ago} ago, ${times} times the usual gap of ${usual}. The next may come any day.`,
      overdue: (ago, usual, times) =>
        `The last order was ${ago} ago, ${times} times the usual gap of ${usual}: only one gap in ten is that long.`,
      lapsed: (ago, usual, times) =>
        `The last order was ${ago} ago, ${times} times the usual gap of ${usual}: only one gap in twenty is that long.`,
    },
    whyNew: (ago, usual, day) =>
      `The first order was ${ago} ago. Half of those who come back do so within ${usual}, here by ${day}.`,
    whyUnknown: 'Too few customers have come back to say what gap is usual.',
    onceOnly: 'With one order day only, the usual gap is that of all customers who came back.',
    window: (from, to) =>
      `The next order is as likely as not to come between ${from} and ${to}: one chance in four that it comes sooner, one in four that it comes later or never.`,
    windowOpen: (from) =>
      `One chance in four that the next order comes by ${from}; more than one in four that it never comes.`,
    windowNone: 'Less than one chance in four that another order ever comes.',
    until: (to) => `to ${to}`,
    never: 'may never come',
    noForecast:
      'There is no forecast for single customers of this shop; “What is to come” says why.',
    band: 'when the next order is likely',
    today: 'as of',
    alive: {
      name: 'Still a customer',
      what: 'How likely it is that this person has not left for good.',
      now: 'Below one half, write as to somebody who has to be won back.',
      under: (orders) => `after ${plural(orders, 'order day', 'order days')}`,
    },
    expected: {
      name: 'Orders in 90 days',
      what: 'Order days to expect of this customer in the next 90 days: a mean over what may happen, so fractions are meant.',
      now: 'A tenth means: one of ten customers like this one orders within 90 days.',
      under: 'a mean over what may happen',
    },
    worth: {
      name: 'Worth in 12 months',
      what: 'What this customer will probably pay in the next twelve months, and between which amounts it is likely to lie.',
      now: 'Do not spend more than this on keeping the customer.',
      under: (low, high, chance) => `${low} to ${high}, ${chance} likely`,
      mean: 'on average',
      whatMean:
        'What customers like this one will pay in the next twelve months, on average. Most of them pay nothing more, a few pay a good deal: no single amount is likely.',
      underMean: (nothing, amount) => `most likely nothing (${nothing}), else about ${amount}`,
      countedMean: (some, amount) =>
        `The average of both: ${some} of such customers order again and then bring about ${amount}, all others nothing.`,
    },
    nothing: (chance) => `${chance} nothing`,
    rests: (orders, days, way) =>
      `From ${plural(orders, 'order day', 'order days')} in ${days}, and from how all your customers buy (“${way}”).`,
    discounted: (discount) => `Each month later counts ${discount} less.`,
  },
};
