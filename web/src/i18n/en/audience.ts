/** Lists for other programs, in English. */
import type {AudienceWords} from '../audience-words.js';
import {plural} from './plural.js';

export const audience: AudienceWords = {
  open: 'Export',
  title: 'Take these customers along',
  listed: (customers) => `${plural(customers, 'customer', 'customers')} on the list.`,
  target: 'For',
  targets: {
    mailchimp: {
      name: 'Mailchimp',
      text: 'Address, name, telephone and tag. Import it into an audience as it is.',
    },
    klaviyo: {
      name: 'Klaviyo',
      text: 'Address, name, telephone; segment, scores and the days of the next order as properties. Import it into a list.',
    },
    shopify: {
      name: 'Shopify',
      text: 'Customer tags: those they have and the new one. Import it under Customers and let it overwrite existing ones.',
    },
    plain: {name: 'Plain CSV', text: 'One row each: who, how to reach them, and their figures.'},
    excel: {
      name: 'CSV for Excel',
      text: 'The same, with the list separator and decimal sign of this computer, so that a double-click opens it right.',
    },
  },
  tag: 'Tag',
  tagSegment: 'the segment of each',
  tagOwn: 'one for all',
  tagHint: 'for example: November reminder',
  consent: 'Customers of whom the files say nothing have agreed to be written to',
  consentHint:
    'Whoever refused is left out in any case. Remembered in the project for this program.',
  counting: 'Counting',
  written: (rows) => `${plural(rows, 'row', 'rows')} will be written.`,
  nobody: 'Nobody would be in the file.',
  leftOutTitle: 'Left out',
  leftOut: {
    consent_refused: (c) => `${plural(c, 'does', 'do')} not want to be written to`,
    no_address: (c) => `${plural(c, 'has', 'have')} no e-mail address in the files`,
    relayed_address: (c) => `${plural(c, 'has', 'have')} only an address of a marketplace`,
    consent_unknown: (c) => `${plural(c, 'has', 'have')} not said that you may write`,
    tags_unknown: (c) =>
      `${plural(c, 'is', 'are')} in no customers table: their tags are not known`,
    same_address: (c) => `${plural(c, 'has', 'have')} the address of another row`,
  },
  unknownConsent: (c) =>
    `Of ${plural(c, 'row', 'rows')} the files do not say whether you may write.`,
  tagsHint:
    'Export the customers of your Shopify shop too and drop both files together: their tags are kept only where they are known.',
  save: 'Save the file',
  saving: 'Writing',
  saved: (file) => `${file} is saved.`,
};
