import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  choiceFor,
  cleaningOptions,
  kNoChoice,
  kNoSettings,
  readOptions,
  readsOtherwise,
  withMatch,
  withMend,
} from '../../src/state/settings.js';

const header = ['when', 'who'];

test('a choice is found again by its header, and by no other', () => {
  const settings = withMatch(kNoSettings, header, {columns: {date: 1}, statuses: {}});
  assert.deepEqual(choiceFor(settings, ['when', 'who']), {columns: {date: 1}, statuses: {}});
  assert.equal(choiceFor(settings, ['when']), null);
  assert.equal(choiceFor(settings, ['who', 'when']), null);
});

test('a choice that chooses nothing is forgotten', () => {
  const settings = withMatch(kNoSettings, header, {...kNoChoice, encoding: 'gbk'});
  assert.equal(settings.matches.length, 1);
  assert.deepEqual(withMatch(settings, header, kNoChoice).matches, []);
});

test('the engine is told only what was chosen', () => {
  assert.deepEqual(readOptions(kNoChoice), {});
  assert.deepEqual(readOptions({columns: {}, statuses: {a: 'unpaid'}, day_order: 'day_first'}), {
    statuses: {a: 'unpaid'},
    day_order: 'day_first',
  });
  assert.deepEqual(cleaningOptions({...kNoSettings, rules: {pair_refunds: false}}, '2026-11-22'), {
    pair_refunds: false,
    today: '2026-11-22',
  });
});

test('a correction takes the place of the one before, and null takes it back', () => {
  const kept = withMend(kNoSettings, 4, {reject: 4, mending: 'kept'});
  const fixed = withMend(kept, 4, {reject: 4, mending: 'fixed', text: 'a,b'});
  assert.deepEqual(fixed.mends, [{reject: 4, mending: 'fixed', text: 'a,b'}]);
  assert.deepEqual(withMend(fixed, 4, null).mends, []);
});

test('rules need no second reading, columns and rates do', () => {
  assert.ok(!readsOtherwise(kNoSettings, {...kNoSettings, rules: {drop_copies: false}}));
  assert.ok(readsOtherwise(kNoSettings, {...kNoSettings, rates: {into: 'EUR', of: {USD: 1}}}));
});
