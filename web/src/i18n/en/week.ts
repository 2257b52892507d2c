/** What to do this week, in English. */
import {plural} from './plural.js';
import type {WeekWords} from '../week-words.js';

export const week: WeekWords = {
  title: 'This week',
  how: (date) => `What is worth doing first, as of ${date}.`,
  due_not_come: (customers, oneTime, inAll, money) => ({
    title: `${plural(customers, 'customer', 'customers')} came due this week and ${customers.n === 1 ? 'has' : 'have'} not come yet`,
    text: [
      money && `Their next orders would bring about ${money}.`,
      'Their usual gap ended within the last seven days; a reminder costs little.',
      oneTime.n > 0 &&
        `${plural(oneTime, 'of them has', 'of them have')} ordered only once so far.`,
      inAll.n > customers.n && `With those due for longer it is ${inAll.text}.`,
    ]
      .filter(Boolean)
      .join(' '),
  }),
  slipped_champions: (customers, then, times, money) => ({
    title: `${plural(customers, 'champion has', 'champions have')} slipped`,
    text: [
      `On ${then} they were among your best.`,
      times && `Half of them were last here ${times} times their usual gap ago, or longer.`,
      money && `They brought ${money} in the last year.`,
      'Write to them by hand.',
    ]
      .filter(Boolean)
      .join(' '),
  }),
  cohort_below_elder: (customers, missing, money, {cohort, elder, rate, elderRate, days}) => ({
    title: `Those who began in ${cohort} come back less than those of ${elder}`,
    text: [
      `${rate} within ${days}, against ${elderRate}: more than chance would give.`,
      `That is ${missing.text} fewer than the elder share would make${money && `, about ${money} of second orders`}.`,
      `${plural(customers, 'of them has', 'of them have')} ordered only once and can still be asked.`,
    ].join(' '),
  }),
  counted: {
    due_not_come:
      'Whose usual gap ended one to seven days ago, and who are not overdue yet: the gap that only one in ten exceeds is not reached. The money: what one order of each customer brings, added up.',
    slipped_champions:
      'Champions by their orders up to a month ago who are overdue or lapsed today, or no champions any more. The money: what they paid in the 365 days before today, less what was given back.',
    cohort_below_elder:
      'Customers of one day only, of the youngest first-order period that has had its full time to come back. The 95% interval of the difference to the period before lies below nothing. The money: the missing customers times the mean second order.',
  },
  show: 'Show them',
  more: 'More',
  done: 'Mark as done',
  later: (days) => `Put off for ${days}`,
  hide: 'Hide this kind',
  again: 'Show again',
  aside: (cards) => `${plural(cards, 'card', 'cards')} put aside`,
  doneOn: (on, until) => `Done on ${on}; back with figures from ${until} on.`,
  laterUntil: (until) => `Put off; back with figures from ${until} on.`,
  hidden: 'Hidden.',
  onlyAside: 'Nothing else this week: what there was to do is put aside.',
  before: (on, customers) =>
    `Done before, on ${on}: it was ${plural(customers, 'customer', 'customers')} then.`,
  name: {
    due_not_come: 'Due, not come yet',
    slipped_champions: 'Champions who slipped',
    cohort_below_elder: 'Ordered once, of a weaker start',
  },
  calm: 'Nobody calls for you this week: no one is due, no champion has slipped, and newer customers come back as well as those before them.',
  unjudged: (kinds) => `Too little data to judge: ${kinds}.`,
};
