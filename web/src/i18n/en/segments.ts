/** The ten segments and the groups in English. */
import type {SegmentScheme} from '../../engine/protocol.js';
import type {GroupWords, SegmentWords} from '../messages.js';
import {plural} from './plural.js';

const kBy: Record<SegmentScheme, string> = {
  r_by_f_ten_segments: 'by how lately and how often they bought',
  published_a: 'by how lately, how often and for how much they bought',
  published_b: 'by how lately, how often and for how much they bought',
  shopify: 'by how lately and how often they bought',
  own: 'by rules of your own',
};

export const segments: SegmentWords = {
  title: 'Segments',
  lead: (customers, names, scheme) =>
    `${plural(customers, 'customer', 'customers')}, each in exactly one of ${plural(names, 'segment', 'segments')}, ${kBy[scheme]}.`,
  mapTitle: 'Where do your customers stand?',
  mapHow:
    'Further right bought more lately, further up buys more often. The number is people; the stronger the colour, the more revenue.',
  mixed: 'More than one segment',
  recent: 'lately',
  longAgo: 'long ago',
  often: 'often',
  seldom: 'seldom',
  ramp: 'revenue',
  cell: (r, f, customers, revenue, segment) =>
    `${segment}: recency ${r} of 5, frequency ${f} of 5, ${plural(customers, 'customer', 'customers')}, revenue ${revenue}`,
  cellKeys: 'Arrow keys walk the map, Enter shows the customers of a field.',
  tableTitle: 'What do I do with each of them?',
  tableHow: 'Bars show revenue, all on one scale. Choose a segment to see its people.',
  columns: {
    segment: 'Segment',
    customers: 'Customers',
    orders: 'Orders',
    revenue: 'Revenue',
    share: 'Share',
    now: 'What to do now',
  },
  name: {
    champions: 'Champions',
    loyal_customers: 'Loyal customers',
    potential_loyalists: 'Potential loyalists',
    new_customers: 'New customers',
    promising: 'Promising',
    need_attention: 'Need attention',
    about_to_sleep: 'About to sleep',
    cannot_lose: 'Can’t lose',
    at_risk: 'At risk',
    hibernating: 'Hibernating',
    lost: 'Lost',
    others: 'Others',
    loyal: 'Loyal',
    active: 'Active',
    new: 'New',
    needs_attention: 'Needs attention',
    previously_loyal: 'Previously loyal',
    almost_lost: 'Almost lost',
    dormant: 'Dormant',
    prospects: 'Prospects',
  },
  who: {
    champions: 'Here lately, and among the most frequent',
    loyal_customers: 'Frequent, with the last order a while back',
    potential_loyalists: 'Here lately, a few orders so far',
    new_customers: 'The fewest orders so far, very lately',
    promising: 'The fewest orders so far, not long ago',
    need_attention: 'In the middle of everything',
    about_to_sleep: 'Few orders, and fading',
    cannot_lose: 'The most frequent of all, long silent',
    at_risk: 'Came several times, long silent',
    hibernating: 'Few orders, long ago',
    loyal: 'Frequent, with the last order a while back',
    active: 'Here lately, a few orders so far',
    new: 'The fewest orders so far, very lately',
    needs_attention: 'A few orders, some time ago',
    previously_loyal: 'Among the most frequent once, long silent',
    almost_lost: 'Few orders, and nearly gone',
    dormant: 'Few orders, longest ago',
    prospects: 'Named in your files, no order yet',
  },
  advice: {
    champions:
      'Say thank you, show new things first, ask for a review. A discount would be wasted.',
    loyal_customers: 'Remind them of what is new. A reward for the next order keeps the habit.',
    potential_loyalists:
      'Suggest what goes with their last purchase, and tell them about your rewards.',
    new_customers: 'Write within two weeks: how was it, and what others bought next.',
    promising: 'Give one good reason for a second order; a small reward is enough.',
    need_attention: 'Make an offer with an end date, built on what they bought before.',
    about_to_sleep: 'Send one reminder now: it is easier than winning them back later.',
    cannot_lose: 'Call or write in person. Ask what went wrong before you offer anything.',
    at_risk: 'Make a clear offer to come back, with something they bought more than once.',
    hibernating: 'One cheap message at most. Spend the effort on the people above.',
  },
  people: (c) => plural(c, 'customer', 'customers'),
  show: 'Show',
  showThese: (c) => `Show ${c.n === 1 ? 'this customer' : `these ${c.text} customers`}`,
  broughtIn: (revenue, share) => `${revenue}, ${share} of revenue`,
  nobody: 'Nobody at present',
  cutRow: {
    r: 'Recency: days since the last order, at most',
    f: 'Frequency: orders, at most',
    m: 'Money: revenue, at most',
  },
};

export const groups: GroupWords = {
  title: 'Groups',
  lead: 'Segments follow a rule that is the same in every shop. Groups are found in your data: people who resemble each other most.',
  pictureTitle: 'How do the groups differ?',
  pictureHow:
    'The middle customer of each group, one scale per picture. Read across to see what makes a group.',
  word: {
    recent: 'recent',
    gone_quiet: 'gone quiet',
    frequent: 'frequent',
    rare: 'rare',
    high_spend: 'high spend',
    low_spend: 'low spend',
    average: 'average',
  },
  group: (id) => `Group ${id}`,
  columns: {
    group: 'Group',
    customers: 'Customers',
    revenue: 'Revenue',
    daysSinceLast: 'Days since last order',
    orders: 'Orders',
    spent: 'Spent each',
  },
  panel: {
    days_since_last: 'Days since the last order',
    orders: 'Orders',
    revenue: 'Spent so far',
  },
  separation: {
    clear: (s) => `The groups are clearly apart (silhouette ${s}; 1 would be perfect).`,
    fair: (s) =>
      `The groups are apart, with some overlap at the edges (silhouette ${s}; 1 would be perfect).`,
    weak: (s) =>
      `The groups shade into each other (silhouette ${s}; 1 would be perfect): take them as a sketch.`,
  },
  sampled: (c) => `Measured on a sample of ${plural(c, 'customer', 'customers')}.`,
  candidates: 'Other numbers of groups that were tried',
  candidate: (k) => plural(k, 'group', 'groups'),
  chosen: 'chosen',
  tooFew: 'There are too few customers to find groups in. Come back with a longer export.',
  allAlike: 'Your customers are too much alike to fall into groups. That is an answer, too.',
  show: (label) => `Show the customers of: ${label}`,
};
