/** Notes and tags, in English. */
import type {RemarkWords} from '../remark-words.js';
import {plural} from './plural.js';

export const remarks: RemarkWords = {
  title: 'What do you know yourself?',
  note: 'Note',
  noteHint: 'Wishes, promises, what was said on the telephone',
  tags: 'Tags',
  addTag: 'Add a tag',
  tagHint: 'for example: regular table',
  removeTag: (tag) => `Remove the tag ${tag}`,
  hasNote: 'has a note',
  column: 'Tags',
  kept: 'Kept in the project file, when you save it.',
  all: (customers) => `Notes and tags of ${plural(customers, 'customer', 'customers')}`,
  allHow: 'All that the project keeps, whether the customer is in these files or not.',
  gone: 'not in these files',
  open: (who) => `Open ${who}`,
  forget: 'Forget',
  forgetOf: (who) => `Forget what is noted about ${who}`,
  tagged: (tag) => `Tag: ${tag}`,
  mergesTitle: 'What belongs to this person?',
  mergesHow: 'These signs were taken for one person. Whoever it is not, keep apart.',
  print: 'Print this card',
};
