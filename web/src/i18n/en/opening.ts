/** Before there is a report: the promise, the lamp, the reading. */
import type {PrivacyWords, ReadingWords, StartWords} from '../messages.js';
import {plural} from './plural.js';

export const privacy: PrivacyWords = {
  lamp: 'Nothing leaves this computer',
  lampHint: (refused) =>
    refused.n === 0 ? 'See why, and test it' : `${plural(refused, 'attempt', 'attempts')} refused`,
  title: 'Why nothing can leave',
  rule: 'The page carries a rule for your browser: only the program inside this one file may run, and it may neither fetch nor send anything. What stands in your files stays text: nothing of it can become part of the program. The browser enforces the rule, so you need not take our word for it.',
  wifi: 'Try it yourself: switch the network off and go on working. Nothing changes.',
  test: 'Test it',
  testing: 'Trying to reach the outside…',
  refusedAt: (time) => `At ${time} the page tried to reach the outside, and the browser refused.`,
  notRefused:
    'The browser did not refuse. This page runs inside another site that sets its own rules; for the strict rule open regulars.html from your own disk.',
  refused: 'Attempts refused',
  allowed: 'Connections made',
  since: (time) => `since ${time}`,
  stored:
    'Only the language, the colours and the size of the text you choose are remembered. Orders never are: close the tab and they are gone.',
};

export const start: StartWords = {
  promise: 'Who comes back, who is slipping away, and what to offer.',
  explain:
    'Give it the orders your shop already exports. The answer is here in seconds, and it stays here.',
  drop: 'Drop your order export here',
  dropNow: 'Let go to read it',
  dropHint: 'CSV, Excel or zip, one file or several at once; or a saved project',
  choose: 'Choose files',
  sample: 'Try with a sample shop',
  sampleHint: 'An invented bookshop: 30 months, about 1,500 customers',
  answers: [
    {
      title: 'Who comes back?',
      text: 'The share that orders again, how soon, and how sure that number is.',
    },
    {
      title: 'Who is slipping?',
      text: 'Ten kinds of customers, from champions to those long gone, each with what to do now.',
    },
    {
      title: 'What to offer?',
      text: 'What is bought together, and what a reward would have cost, rule by rule.',
    },
  ],
  project: (name) => `The project “${name}” is open: the next files are read as it says.`,
  sources: 'Where is my order export?',
  source: [
    {name: 'Shopify', steps: 'Orders, then Export, then “All orders” as a plain CSV file.'},
    {
      name: 'WooCommerce',
      steps: 'Analytics, then Orders, then Download. Long files come by e-mail.',
    },
    {
      name: 'Any other shop or till',
      steps:
        'A table saved as CSV with one line per order or item: a date, and who bought or how much. Other columns may stay.',
    },
  ],
};

export const reading: ReadingWords = {
  title: (file) => `Reading ${file}`,
  progress: 'Progress of reading',
  rows: (c) => plural(c, 'row', 'rows'),
  rejected: (c) => `${c.text} set aside`,
  bytes: (done, whole) => `${done} of ${whole}`,
  fileOf: (index, files) => `file ${index.text} of ${files.text}`,
  secondsLeft: (c) => `about ${plural(c, 'second', 'seconds')} left`,
  minutesLeft: (c) => `about ${plural(c, 'minute', 'minutes')} left`,
  starting: 'Opening the engine…',
  analyzing: 'Working out who comes back…',
  cancel: 'Cancel',
  cancelled: 'Stopped. Nothing was kept, and the page is ready for the next file.',
  done: (customers) => `Done: ${plural(customers, 'customer', 'customers')}.`,
};
