import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  choiceFor,
  cleaningOptions,
  kNoChoice,
  kNoSettings,
  readOptions,
  readsOtherwise,
  withChoices,
  withMend,
  type Choice,
} from '../../src/state/settings.js';

const header = ['when', 'who'];

const table = (name = 'orders.csv', place = 0) => ({name, place, header});
const first: Choice = {columns: {date: 1}, statuses: {}};
const second: Choice = {columns: {date: 2}, statuses: {}};

test('a choice is found again by its header, and by no other', () => {
  const settings = withChoices(kNoSettings, [{...table(), choice: first}]);
  assert.deepEqual(settings.matches, [{header, ...first}]);
  assert.deepEqual(choiceFor(settings, table('orders-may.csv')), first);
  assert.equal(choiceFor(settings, {...table(), header: ['when']}), null);
  assert.equal(choiceFor(settings, {...table(), header: ['who', 'when']}), null);
});

test('a choice that chooses nothing is forgotten', () => {
  const chosen = {...table(), choice: {...kNoChoice, encoding: 'gbk'}};
  const settings = withChoices(kNoSettings, [chosen]);
  assert.equal(settings.matches.length, 1);
  assert.deepEqual(withChoices(settings, [{...table(), choice: kNoChoice}]).matches, []);
});

test('two files of one name keep their own choices, in any later shop as well', () => {
  const settings = withChoices(kNoSettings, [
    {...table(), choice: first},
    {...table('orders.csv', 1), choice: second},
  ]);
  assert.deepEqual(choiceFor(settings, table()), first);
  assert.deepEqual(choiceFor(settings, table('orders.csv', 1)), second);
  // Of a name that nobody knows yet, the first will do.
  assert.deepEqual(choiceFor(settings, table('orders-may.csv')), first);
});

test('where one of two tables was left as it is, the choice for the other is not its own', () => {
  const settings = withChoices(kNoSettings, [
    {...table('shop.csv'), choice: kNoChoice},
    {...table('fair.csv'), choice: second},
  ]);
  assert.deepEqual(choiceFor(settings, table('shop.csv')), kNoChoice);
  assert.deepEqual(choiceFor(settings, table('fair.csv')), second);
  // The other one's choice stays while it is away, and one choice for both is by header again.
  const alone = withChoices(settings, [{...table('shop.csv'), choice: first}]);
  assert.deepEqual(choiceFor(alone, table('fair.csv')), second);
  const alike = withChoices(alone, [{...table('shop.csv'), choice: second}]);
  assert.deepEqual(alike.matches, [{header, ...second}]);
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
  const row = {file: 'orders.csv', place: 0, row: 4, offset: 90, text: 'a;b'};
  const kept = withMend(kNoSettings, undefined, {row, mending: 'kept'});
  const fixed = withMend(kept, kept.mends[0], {row, mending: 'fixed', text: 'a,b'});
  assert.deepEqual(fixed.mends, [{row, mending: 'fixed', text: 'a,b'}]);
  assert.deepEqual(withMend(fixed, fixed.mends[0], null).mends, []);
});

test('rules need no second reading, columns and rates do', () => {
  assert.ok(!readsOtherwise(kNoSettings, {...kNoSettings, rules: {drop_copies: false}}));
  assert.ok(readsOtherwise(kNoSettings, {...kNoSettings, rates: {into: 'EUR', of: {USD: 1}}}));
});
