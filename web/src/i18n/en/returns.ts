/** How customers come back, in English. */
import type {ReturnWords} from '../return-words.js';
import {plural} from './plural.js';

export const returns: ReturnWords = {
  lead: 'Whether newer customers return as well as older ones did, how long they take, and in what rhythm your shop is visited.',
  week: (week, year) => `Week ${week}, ${year}`,
  quarter: (quarter, year) => `Q${quarter} ${year}`,
  cohorts: {
    title: {
      first_order: 'Do newer customers come back as well as older ones?',
      first_product: 'Does it matter what they bought first?',
      first_discount: 'Do customers who began with a discount come back?',
      first_channel: 'Does it matter through what they came?',
    },
    whom: {
      first_order: 'everybody who first bought in a period',
      first_product: 'everybody who began with a product',
      first_discount: 'everybody who began with, or without, a discount',
      first_channel: 'everybody whose first order came through a channel',
    },
    how: {
      share: (whom) => `Of ${whom}, the share that ordered again in each period after the first.`,
      customers: (whom) =>
        `Of ${whom}, how many customers ordered again in each period after the first.`,
      orders: (whom) =>
        `Orders of ${whom}, in the period of the first order and in each one after.`,
      revenue: (whom) =>
        `What ${whom} paid, in the period of the first order and in each one after.`,
      cumulative_value: (whom) =>
        `What one customer has been worth up to then, on average over ${whom}, refunds taken off.`,
    },
    groupBy: 'Put together by',
    by: {
      first_order: 'when they began',
      first_product: 'what they bought first',
      first_discount: 'whether they began with a discount',
      first_channel: 'the channel they came through',
    },
    missing: {
      first_product: 'no products in the files',
      first_discount: 'no discounts in the files',
      first_channel: 'no channels in the files',
    },
    period: 'Followed by',
    periods: {week: 'weeks', month: 'months', quarter: 'quarters'},
    longer: (taken) => `That would make more than 120 rows, so ${taken} are shown.`,
    rest: {
      first_product: 'All other products',
      first_channel: 'Other channels, or none stated',
    },
    kind: {discount: 'With a discount', full_price: 'At full price', unknown: 'Not known'},
    measures: 'Show',
    measure: {
      share: 'Came back',
      customers: 'Customers',
      orders: 'Orders',
      revenue: 'Revenue',
      cumulative_value: 'Worth so far',
    },
    began: {
      first_order: 'First order',
      first_product: 'First product',
      first_discount: 'First order',
      first_channel: 'First channel',
    },
    people: 'Customers',
    since: {
      week: 'Weeks after the first',
      month: 'Months after the first',
      quarter: 'Quarters after the first',
    },
    later: {
      week: (age) => (age.n === 0 ? 'in the first week' : `${plural(age, 'week', 'weeks')} later`),
      month: (age) =>
        age.n === 0 ? 'in the first month' : `${plural(age, 'month', 'months')} later`,
      quarter: (age) =>
        age.n === 0 ? 'in the first quarter' : `${plural(age, 'quarter', 'quarters')} later`,
    },
    mean: {share: 'Mean', revenue: 'Per customer', cumulative_value: 'Mean'},
    meanOf: (cohorts, customers) =>
      `of ${plural(customers, 'customer', 'customers')} in ${plural(cohorts, 'row', 'rows')} whose period is over`,
    active: (active, customers) =>
      `${active.text} of ${plural(customers, 'customer', 'customers')} ordered`,
    partly: (observed, all, active) =>
      `${observed.text} of ${plural(all, 'customer', 'customers')} watched that long; ${active.text} of all have ordered`,
    orders: (orders) => plural(orders, 'order', 'orders'),
    worth: (money) => `${money} per customer so far`,
    immature: 'not over yet, so in no mean',
    few: 'fewer than 20 customers: do not read much into it',
    keyLess: 'less',
    keyMore: 'more',
    keyImmature: 'not over yet: kept out of every mean',
    keyFew: 'fewer than 20 customers: counts in place of a share',
    keys: 'Arrow keys walk the cells, Enter shows the customers.',
    show: (cohort) => `Show the customers who began in ${cohort}`,
    showGroup: (cohort) => `Show the customers of “${cohort}”`,
    verdict: {
      higher: ({cohort, before, rate, rateBefore, days, p}) =>
        `Those who first bought in ${cohort} came back more often than those of ${before}: ${rate} within ${days}, against ${rateBefore}. That is more than chance would give (${p}).`,
      lower: ({cohort, before, rate, rateBefore, days, p}) =>
        `Those who first bought in ${cohort} came back less often than those of ${before}: ${rate} within ${days}, against ${rateBefore}. That is more than chance would give (${p}).`,
      no_difference: ({cohort, before, rate, rateBefore, days, p}) =>
        `Of those who first bought in ${cohort}, ${rate} came back within ${days}, of those in ${before} ${rateBefore}. Among as many rows as there are, chance alone makes such differences (${p}).`,
    },
    young: (days) =>
      `No two rows can be compared yet: that takes customers whose first order is ${plural(days, 'day', 'days')} ago.`,
    single: 'All customers began in the same period, so there is nothing to compare yet.',
    differ: (told) => `More than chance would give sets apart from all others: ${told}.`,
    differs: {
      higher: (cohort, rate, p) => `“${cohort}” (${rate} came back, more often; ${p})`,
      lower: (cohort, rate, p) => `“${cohort}” (${rate} came back, less often; ${p})`,
    },
    alike: 'No row differs from all others by more than chance would give.',
    compare: 'Compare',
    against: 'with',
    pair: {
      higher: (f) =>
        `“${f.one}” came back more often than “${f.other}”: ${f.rate} (${f.counts}) against ${f.rateOther} (${f.countsOther}) within ${f.days}. Looked at alone, the difference of ${f.difference} points is more than chance would give: truly between ${f.low} and ${f.high}, 19 times in 20.`,
      lower: (f) =>
        `“${f.one}” came back less often than “${f.other}”: ${f.rate} (${f.counts}) against ${f.rateOther} (${f.countsOther}) within ${f.days}. Looked at alone, the difference of ${f.difference} points is more than chance would give: truly between ${f.low} and ${f.high}, 19 times in 20.`,
      no_difference: (f) =>
        `“${f.one}”: ${f.rate} (${f.counts}) came back within ${f.days}; “${f.other}”: ${f.rateOther} (${f.countsOther}). The difference of ${f.difference} points may be chance: truly between ${f.low} and ${f.high}, 19 times in 20.`,
    },
    pairYoung: (cohort, days) =>
      `Nobody of “${cohort}” has been watched for ${days} yet, so nothing can be said.`,
    pairHint: 'Whoever compares twenty pairs finds one that differs by chance alone.',
    columns: {
      observed: (days) => `Watched for ${days}`,
      repeat: 'Came back',
      rate: 'Share',
      interval: 'True share, 19 times in 20',
      versus: {cohort_before: 'Against the row above', all_others: 'Against all others'},
    },
    points: (points) => `${points} points`,
    verdictShort: {
      higher: 'higher',
      lower: 'lower',
      no_difference: 'within chance',
      too_little_data: 'too little data',
    },
  },
  curve: {
    title: 'How long until a second order?',
    how: 'Share of customers with a second order by each day after the first. Everybody counts for as long as they could be watched; the pale band holds the true curve 19 times in 20.',
    mark: (days) => plural(days, 'day', 'days'),
    half: (days) => `half: ${plural(days, 'day', 'days')}`,
    description: (share, days) => `${share} within ${days}`,
    halfYes: (days) => `Half of all customers are back by day ${days.text}.`,
    halfNo: (share, days) =>
      `Fewer than half come back as far as can be seen: ${share} within ${days}.`,
    watched: 'Watched, not back yet',
    columns: {
      day: 'Days after the first order',
      share: 'Came back',
      interval: 'True share, 19 times in 20',
      watched: 'Watched, not back yet',
    },
    later: {
      sooner: (since, p) =>
        `Customers since ${since} come back sooner than those before, by more than chance would give (${p}).`,
      slower: (since, p) =>
        `Customers since ${since} take longer to come back than those before, by more than chance would give (${p}).`,
      differ: (since, p) =>
        `Customers since ${since} come back differently from those before, by more than chance would give (${p}).`,
      alike: (since, p) =>
        `Customers since ${since} come back as those before did; what differs is within chance (${p}).`,
    },
    nobody: 'Nobody has ordered a second time yet, so there is no curve to draw.',
  },
  rhythm: {
    title: 'In what rhythm do they buy?',
    how: 'Everybody has a pace: the usual days between two orders. It is measured customer by customer, and leans on the whole shop where little is known.',
    gaps: (low, middle, high, gaps, customers) =>
      `Half of all returns come ${low} to ${high} after the order before, the middle one after ${middle}. That is from ${plural(gaps, 'gap', 'gaps')} of ${plural(customers, 'customer', 'customers')}.`,
    noGaps: 'Too few customers have come back for a rhythm to show.',
    beat: {
      beat: (k, low, high, customers) =>
        `Customers keep a beat: regularity ${k} (${low} to ${high}), where 1 is pure chance and more is steadier; from ${plural(customers, 'customer', 'customers')} with two gaps or more. A reminder can be timed.`,
      chance: (k, low, high, customers) =>
        `When somebody comes next is close to chance: regularity ${k} (${low} to ${high}), where 1 is pure chance and more is steadier; from ${plural(customers, 'customer', 'customers')} with two gaps or more.`,
      bursts: (k, low, high, customers) =>
        `Orders come in bursts with long pauses between: regularity ${k} (${low} to ${high}), where 1 is pure chance and less is burstier; from ${plural(customers, 'customer', 'customers')} with two gaps or more.`,
    },
    statesTitle: 'Where do they stand today?',
    state: {
      new: 'New',
      on_time: 'On time',
      due: 'Due',
      overdue: 'Overdue',
      lapsed: 'Lapsed',
      unknown: 'Not known',
    },
    stateHow: {
      new: 'one order so far, and not long ago',
      on_time: 'still within their usual gap',
      due: 'past their usual gap: may come any day',
      overdue: 'only one gap in ten is this long',
      lapsed: 'only one gap in twenty is this long',
      unknown: 'too little is known of their pace',
    },
    season: {weekday: 'By weekday', hour: 'By hour', month: 'By month'},
    hour: (hour) => `${hour}:00`,
    perDay: (orders) => `${orders} orders a day`,
    uneven: (busiest, p) => `Busiest: ${busiest}. The differences are more than chance (${p}).`,
    even: (p) => `The differences are within chance (${p}).`,
    tooFew: 'Too few orders to tell differences from chance.',
    noTimes: 'The files do not say at what time orders came.',
    columns: {kind: 'When', orders: 'Orders', perDay: 'Orders a day', share: 'Share'},
  },
  concentration: {
    title: 'How much hangs on a few?',
    how: 'Customers in a row, those who spent least first, and the share of revenue they bring together.',
    top: (share) => `The tenth of customers who spent most brings ${share} of the revenue.`,
    gini: (gini) =>
      `Gini ${gini}: 0 would mean that everybody spent the same, 1 that one person paid for everything.`,
    people: 'Customers, those who spent least first',
    money: 'Revenue',
    equal: 'all alike',
    tenth: (share) => `top tenth: ${share}`,
    columns: {people: 'Customers who spent least', money: 'bring of the revenue'},
    show: 'Show who spent most',
  },
  flow: {
    title: 'Who comes, and who goes?',
    how: 'Customers in each period. Nobody gives notice to a shop: who stays away longer than 19 of 20 gaps of people like them counts as lapsed. Each picture has its own scale.',
    of: {new: 'New', returning: 'Came back', reactivated: 'Won back', lapsed: 'Lapsed'},
    hint: {
      new: 'first order',
      returning: 'ordered again, on time',
      reactivated: 'ordered after having lapsed',
      lapsed: 'stayed away too long',
    },
    period: 'Period',
    current: 'Current at its end',
    last: (period, current) =>
      `At the end of ${period} you had ${plural(current, 'current customer', 'current customers')}: people who have not lapsed.`,
    open: 'not over yet',
    unknown: 'Too few customers have come back to say when somebody has lapsed.',
  },
  monitor: {
    title: 'Is anything out of the ordinary?',
    how: (one, days) =>
      `The band is what your shop’s own ups and downs explain; a red dot lies outside. If nothing had changed, only one period in ${one.text} would. “Came back” means within ${days} of the first order, by the period of that order. Hatched periods are too young to judge.`,
    of: {
      repurchase_rate: 'Came back',
      new_customers: 'New customers',
      orders: 'Orders',
      revenue: 'Revenue',
      average_order_value: 'Average order',
    },
    ordinary: (limits) => `ordinary: ${limits}`,
    alarm: {none: 'ordinary', above: 'unusually high', below: 'unusually low'},
    open: 'too young to judge',
    calm: 'Nothing out of the ordinary.',
    outside: {
      above: (period) => `${period} (unusually high)`,
      below: (period) => `${period} (unusually low)`,
    },
    alarms: (c, told) =>
      `${plural(c, 'period', 'periods')} out of the ordinary, most lately ${told}.`,
    reason: {
      too_little_data: 'Too few periods to say what is ordinary: that takes eight.',
      no_amount_column: 'The files hold no amounts.',
      no_customer_column: 'The files do not say who bought.',
    },
  },
};
