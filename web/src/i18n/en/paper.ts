/** The report on paper in English. */
import type {PaperWords} from '../paper-words.js';
import {plural} from './plural.js';

export const paper: PaperWords = {
  lead: 'What you pin anywhere on the page comes together here, ready to be printed or handed on. It holds sums and counts only; next month it shows the new figures.',
  pin: (name) => `Pin to the report: ${name}`,
  toPin: 'Pin',
  cohorts: 'Cohorts',
  nothing: 'Nothing is pinned yet',
  nothingHow:
    'Press the pin beside a picture or table, or in an opened figure: it then stands here, in the order in which you pinned it. Or begin with what most reports hold: the headline figures, the cohorts, the segments and the way to a second order.',
  usual: 'Pin the usual ones',
  ownTitle: 'Title',
  ownTitleHint: 'Regular customers in spring',
  ownText: 'Your own words',
  ownTextHint: 'What happened, and what is planned next',
  title: 'Customers who come back',
  print: 'Print or save as PDF',
  printHow: 'For a PDF choose it in the place of a printer. A4, upright.',
  save: 'Save as HTML',
  saveHow: 'One file that opens by a double click, without a network and without a script.',
  pieces: (c) => `${plural(c, 'piece', 'pieces')} pinned`,
  before: (name) => `Move up: ${name}`,
  behind: (name) => `Move down: ${name}`,
  off: (name) => `Take off the report: ${name}`,
  counted: 'Counted:',
  few: 'fewer than 5',
  fewShort: '<5',
  beside: '×',
  privacy:
    'This report holds sums and counts and names nobody. A group of fewer than 5 people is told as “fewer than 5” (<5); where another number would give such a group away, it is left out too (×).',
  tooFew: 'Not told: it would be about fewer than 5 people.',
  notNow: 'The files on the screen do not tell it.',
  fourWeeks: 'Four weeks from',
  newest: (c) => `The newest ${c.text} are shown.`,
  made: 'Made with Regulars, on the shop’s own computer.',
};
