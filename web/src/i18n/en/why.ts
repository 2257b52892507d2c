/** Why a rule grants or does not, in English. */
import type {WhyWords} from '../why-words.js';
import {plural} from './plural.js';

export const why: WhyWords = {
  title: 'Why, and what is missing',
  standing: {
    granted: 'yes',
    refused: 'no',
    unknown: 'not known',
    outbid: 'holds, another rule gives more',
    not_asked: 'not asked: an earlier rule counts',
  },
  joint: {and: 'all of these', or: 'one of these', not: 'not this'},
  truth: {yes: 'met:', no: 'not met:', unknown: 'not known:'},
  orders: (more) => plural(more, 'order', 'orders'),
  orderDays: (more) => plural(more, 'day with an order', 'days with an order'),
  days: (more) => plural(more, 'day', 'days'),
  wait: (day) => `comes by itself on ${day}, if nothing is ordered until then`,
  step: (fact, needed, has, missing) => `${fact}: needs ${needed}, has ${has}, missing ${missing}`,
  missing: (missing) => `missing ${missing}`,
  together: (one, other) => `${one}, and ${other}`,
  either: (one, other) => `${one}; or ${other}`,
  noWay: 'Nothing that could be counted would change it.',
  fixed: 'no order changes this',
  nearest: 'nearest',
  movesToo: (facts) => `The same order also moves: ${facts}.`,
  raise: (way, amount) => `${way}, then ${amount}`,
  tier: (tier) => `Tier: ${tier}`,
  highest: (tier) => `${tier} is the highest tier.`,
  toNext: (missing, tier, until) =>
    until === ''
      ? `${missing} missing for ${tier}.`
      : `${missing} missing for ${tier} until ${until}.`,
  toKeep: (missing, tier, by) => `${missing} needed by ${by} to keep ${tier}.`,
  kept: (tier, by) => `${tier} is sure beyond ${by}.`,
  grace: (tier, by) => `${tier} ends on ${by} unless enough comes in.`,
  points: (points) => plural(points, 'point', 'points'),
  payNow: (money) => `They pay ${money} today.`,
  nextStep: (missing, money) => `${plural(missing, 'point', 'points')} more and they pay ${money}.`,
  pending: (points) => `${plural(points, 'point', 'points')} not usable yet.`,
  expiring: (points, day) => `${plural(points, 'point', 'points')} can be used until ${day}.`,
  parts: 'The rule, part by part',
  nearTitle: 'Nearly there',
  nearHow: (customers) =>
    `${plural(customers, 'customer is', 'customers are')} at most one usual order away from a higher reward or the next tier.`,
  nobodyNear: 'Nobody is within one usual order of a higher reward or the next tier.',
  nearColumns: ['Customer', 'Next', 'Missing', 'There is'],
  more: (reward) => `${reward} more`,
  untilDay: (day) => `, until ${day}`,
  nearSave: 'Save the list (CSV)',
};
