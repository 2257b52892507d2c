import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stepText} from '../../src/elements/step-text.js';
import type {HandoutRecord} from '../../src/engine/handouts.js';
import {localeOf} from '../../src/i18n/locale.js';
import {kNoSettings, withMend, type RowMend, type Settings} from '../../src/state/settings.js';
import {stepBetween, stepsOf} from '../../src/state/steps.js';

const row = {file: 'orders.csv', place: 0, row: 32, offset: 900, text: 'A90,2026-02-31,ada,8.00'};
const mend: RowMend = {row, mending: 'fixed', text: 'A90,2026-02-28,ada,8.00'};
const withSettings = (part: Partial<Settings>): Settings => ({...kNoSettings, ...part});

test('each step is told by what it changed, and what took it back by the same', () => {
  const off = withSettings({rules: {drop_copies: false}});
  const on = withSettings({rules: {drop_copies: true}});
  assert.deepEqual(stepBetween(kNoSettings, off), {did: 'rule', rule: 'drop_copies', on: false});
  assert.deepEqual(stepBetween(off, on), {did: 'rule', rule: 'drop_copies', on: true});
  assert.deepEqual(stepBetween(off, kNoSettings), {did: 'rule', rule: 'drop_copies', on: true});

  const apart = withSettings({apart: ['ada']});
  assert.deepEqual(stepBetween(kNoSettings, apart), {did: 'apart', sign: 'ada'});
  assert.deepEqual(stepBetween(apart, kNoSettings), {did: 'together', sign: 'ada'});

  const euros = withSettings({rates: {into: 'EUR', of: {USD: 0.9}}});
  const both = withSettings({rates: {into: 'EUR', of: {USD: 0.9, GBP: 1.2}}});
  assert.deepEqual(stepBetween(kNoSettings, euros), {did: 'rate', currency: 'USD', rate: 0.9});
  assert.deepEqual(stepBetween(euros, both), {did: 'rate', currency: 'GBP', rate: 1.2});
  assert.deepEqual(stepBetween(euros, kNoSettings), {did: 'rate', currency: 'USD', rate: null});

  const matched = withSettings({matches: [{header: ['a'], columns: {date: 1}, statuses: {}}]});
  assert.deepEqual(stepBetween(kNoSettings, matched), {did: 'match'});
});

test('a row that was mended, kept, left out again or forgotten is told by its text', () => {
  const mended = withMend(kNoSettings, undefined, mend);
  const kept = withMend(mended, mend, {row, mending: 'kept'});
  assert.deepEqual(stepBetween(kNoSettings, mended), {did: 'fixed', row});
  assert.deepEqual(stepBetween(mended, kept), {did: 'kept', row});
  assert.deepEqual(stepBetween(kept, kNoSettings), {did: 'left_out', row});
  const two = withMend(mended, undefined, {row: {...row, row: 33}, mending: 'kept'});
  assert.deepEqual(stepBetween(two, kNoSettings), {did: 'forgotten', mends: 2});
});

test('what is only shown otherwise is a step with a name as well', () => {
  const {cohorts} = kNoSettings;
  const by = withSettings({cohorts: {...cohorts, by: 'first_product'}});
  const weeks = withSettings({cohorts: {...cohorts, period: 'week'}});
  const money = withSettings({cohorts: {...cohorts, measure: 'revenue'}});
  assert.deepEqual(stepBetween(kNoSettings, by), {did: 'cohort_by', by: 'first_product'});
  assert.deepEqual(stepBetween(kNoSettings, weeks), {did: 'cohort_period', period: 'week'});
  assert.deepEqual(stepBetween(kNoSettings, money), {did: 'cohort_measure', measure: 'revenue'});
  const own = withSettings({rfm: {scheme: 'own', rules: [{name: 'Best', r: 5}]}});
  assert.deepEqual(stepBetween(kNoSettings, own), {did: 'segments', scheme: 'own'});
  assert.deepEqual(stepBetween(own, kNoSettings), {did: 'segments', scheme: 'r_by_f_ten_segments'});
  assert.deepEqual(stepBetween(own, {...own}), {did: 'other'});
});

test('what owners do is told as well: cards put aside, notes and tags, lists', () => {
  const card = {
    kind: 'due_not_come',
    on: '2026-10-31',
    until: '2026-11-07',
    customers: 24,
  } as const;
  const done = withSettings({aside: [{...card, how: 'done'}]});
  const later = withSettings({aside: [{...card, how: 'later'}]});
  const {kind} = card;
  assert.deepEqual(stepBetween(kNoSettings, done), {did: 'aside', kind, how: 'done'});
  assert.deepEqual(stepBetween(done, later), {did: 'aside', kind, how: 'later'});
  assert.deepEqual(stepBetween(later, kNoSettings), {did: 'aside', kind, how: 'back'});
  const note = withSettings({remarks: [{customer: 'ada', note: 'Calls at ten.', tags: []}]});
  assert.deepEqual(stepBetween(kNoSettings, note), {did: 'remark', customer: 'ada'});
  assert.deepEqual(stepBetween(note, kNoSettings), {did: 'remark', customer: 'ada'});
  const list = withSettings({audience: {target: 'klaviyo', tag: null, given: []}});
  assert.deepEqual(stepBetween(kNoSettings, list), {did: 'audience', target: 'klaviyo'});
  const handout: HandoutRecord = {
    ...{on: '2026-03-02', offer: 'Spring', program: '', version: 1, unit: 'money', last_day: null},
    ...{seed: 1, first: 0, next: 0, customers: []},
  };
  const given = withSettings({handouts: [handout]});
  assert.deepEqual(stepBetween(kNoSettings, given), {did: 'handed_out', offer: 'Spring'});
  assert.deepEqual(stepBetween(given, kNoSettings), {did: 'not_handed_out', offer: 'Spring'});
});

test('what is pinned, moved and written on the report is told', () => {
  const {paper} = kNoSettings;
  const one = withSettings({paper: {...paper, pins: ['revenue']}});
  const two = withSettings({paper: {...paper, pins: ['revenue', 'flow']}});
  const turned = withSettings({paper: {...paper, pins: ['flow', 'revenue']}});
  const titled = withSettings({paper: {...two.paper, title: 'Spring'}});
  assert.deepEqual(stepBetween(one, two), {did: 'pinned', pin: 'flow'});
  assert.deepEqual(stepBetween(two, one), {did: 'unpinned', pin: 'flow'});
  assert.deepEqual(stepBetween(two, turned), {did: 'moved'});
  assert.deepEqual(stepBetween(two, titled), {did: 'written'});
});

test('another reward program is a step, and so is the one of the beginning', () => {
  const own = withSettings({program: '{"rules": []}'});
  assert.deepEqual(stepBetween(kNoSettings, own), {did: 'program'});
  assert.deepEqual(stepBetween(own, kNoSettings), {did: 'default_program'});
});

test('all steps stand in the order they were taken, those taken back behind the place one is at', () => {
  const at = (sign: string) => withSettings({apart: [sign]});
  const [a, b, c, d] = [at('a'), at('b'), at('c'), at('d')];
  // The nearest is the last of each list.
  assert.deepEqual(stepsOf({past: [a], future: [d, c]}, b), {all: [a, b, c, d], here: 1});
});

test('every step has a sentence in both languages, and long rows are cut', () => {
  const long = {...row, text: 'x'.repeat(200)};
  for (const code of ['en', 'zh-CN'] as const) {
    const locale = localeOf(code);
    const sentences = [
      stepText({did: 'rule', rule: 'drop_copies', on: false}, locale),
      stepText({did: 'apart', sign: 'ada'}, locale),
      stepText({did: 'together', sign: 'ada'}, locale),
      stepText({did: 'fixed', row: long}, locale),
      stepText({did: 'kept', row: long}, locale),
      stepText({did: 'left_out', row: long}, locale),
      stepText({did: 'forgotten', mends: 3}, locale),
      stepText({did: 'rate', currency: 'USD', rate: 0.92}, locale),
      stepText({did: 'rate', currency: 'USD', rate: null}, locale),
      stepText({did: 'segments', scheme: 'shopify'}, locale),
      stepText({did: 'cohort_period', period: 'quarter'}, locale),
      stepText({did: 'cohort_by', by: 'first_channel'}, locale),
      stepText({did: 'cohort_measure', measure: 'share'}, locale),
      ...(['done', 'later', 'hidden', 'back'] as const).map((how) =>
        stepText({did: 'aside', kind: 'slipped_champions', how}, locale),
      ),
      stepText({did: 'remark', customer: 'ada'}, locale),
      stepText({did: 'audience', target: 'mailchimp'}, locale),
      stepText({did: 'pinned', pin: 'cohorts.share'}, locale),
      stepText({did: 'unpinned', pin: 'revenue'}, locale),
      stepText({did: 'moved'}, locale),
      stepText({did: 'written'}, locale),
      stepText({did: 'program'}, locale),
      stepText({did: 'default_program'}, locale),
      stepText({did: 'handed_out', offer: 'Spring'}, locale),
      stepText({did: 'not_handed_out', offer: 'Spring'}, locale),
      stepText({did: 'match'}, locale),
      stepText({did: 'other'}, locale),
    ];
    assert.equal(new Set(sentences).size, sentences.length);
    for (const sentence of sentences) {
      assert.ok(sentence.length > 2 && sentence.length < 80, sentence);
      assert.doesNotMatch(sentence, /undefined|null|\[object/);
    }
  }
});
