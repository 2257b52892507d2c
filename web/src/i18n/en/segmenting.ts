/** How customers are divided into segments, in English. */
import type {SegmentingWords} from '../segmenting-words.js';
import {plural} from './plural.js';

export const segmenting: SegmentingWords = {
  title: 'Are these the right lines for your shop?',
  how: 'Choose how segments are named and where scores change. The counts follow at once; nothing else changes until you apply it.',
  schemes: 'Segments',
  scheme: {
    r_by_f_ten_segments: 'Ten segments by recency and frequency',
    published_a: 'Ten segments with money, A',
    published_b: 'Ten segments with money, B',
    shopify: 'Shopify’s names',
    own: 'Rules of your own',
  },
  schemeHow: {
    r_by_f_ten_segments: 'The default. Everybody is in exactly one.',
    published_a: 'Rules of the R package rfm. They leave some customers to “others”.',
    published_b: 'Another set from the same package, stricter: more are “others”.',
    shopify: 'The eleven you know from its admin, on a grid of our own.',
    own: 'You name them and say which scores belong where.',
  },
  cutsTitle: 'Where do scores change?',
  cuts: {
    fifths: 'Each score is a fifth of your own customers, cut anew with every import.',
    fixed: 'These cuts stay where you put them, with every import.',
  },
  toFifths: 'Cut into fifths again',
  letter: {r: 'Recency: days since the last order', f: 'Frequency: orders', m: 'Money: revenue'},
  score: (score) => `Score ${score}`,
  upTo: 'up to',
  unit: {r: 'days', f: 'orders'},
  beyond: 'more',
  cut: (letter, score) => `${letter}, score ${score}, up to`,
  notRising: (letter) => `${letter}: each cut must be a number, and none below the one before it.`,
  rulesTitle: 'Your rules',
  rulesHow:
    'Read from above: the first rule that fits names the customer. 5 is the best score, in all three.',
  ruleName: (place) => `Name of rule ${place}`,
  band: (letter, rule) => `Scores of ${letter} for “${rule}”`,
  any: 'any',
  up: (rule) => `Move “${rule}” up`,
  down: (rule) => `Move “${rule}” down`,
  remove: (rule) => `Remove “${rule}”`,
  add: 'Add a rule',
  fresh: (place) => `Segment ${place}`,
  nameless: 'Every rule needs a name.',
  covered: (rule, above) => `“${rule}” never fits: ${above} above takes all of it.`,
  overlap: (rule, above) =>
    `“${rule}” overlaps ${above}: whoever fits both belongs to the upper one.`,
  gaps: (combinations, example) =>
    `${plural(combinations, 'combination', 'combinations')} of scores in 125 fit no rule, such as ${example}. Those customers are “others”.`,
  sound: 'No overlaps, no gaps: every customer fits exactly one rule.',
  countsTitle: 'Who would be where',
  columns: {segment: 'Segment', now: 'Now', then: 'Then'},
  counting: 'Counting…',
  apply: 'Apply',
  applying: 'Dividing anew…',
  reset: 'Back to the default',
  failed: (reason) => `This could not be done, and all is as it was. ${reason}`,
};
