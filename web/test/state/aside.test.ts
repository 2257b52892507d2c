import assert from 'node:assert/strict';
import {test} from 'node:test';
import {daysAfter, isInForce, lastDone, withAside, type Aside} from '../../src/state/aside.js';

const done: Aside = {
  kind: 'due_not_come',
  how: 'done',
  on: '2026-03-02',
  until: '2026-03-09',
  customers: 38,
};

test('a card stays aside until its day by the data, and no longer', () => {
  assert.equal(isInForce(done, '2026-03-02'), true);
  assert.equal(isInForce(done, '2026-03-08'), true);
  assert.equal(isInForce(done, '2026-03-09'), false);
});

test('of older data nothing was said, and what is hidden is hidden on any day', () => {
  assert.equal(isInForce(done, '2026-03-01'), false);
  const hidden: Aside = {...done, how: 'hidden', until: null};
  assert.equal(isInForce(hidden, '2020-01-01'), true);
  assert.equal(isInForce(hidden, '2030-01-01'), true);
});

test('a later card of its kind can tell when it was done before, and for how many', () => {
  assert.equal(lastDone([done], 'due_not_come', '2026-04-01')?.customers, 38);
  assert.equal(lastDone([done], 'due_not_come', '2026-03-02'), null);
  assert.equal(lastDone([done], 'slipped_champions', '2026-04-01'), null);
  assert.equal(lastDone([{...done, how: 'later'}], 'due_not_come', '2026-04-01'), null);
});

test('one thing is said of a kind, the last', () => {
  const later: Aside = {...done, how: 'later', until: '2026-04-01'};
  assert.deepEqual(withAside([done], later), [later]);
});

test('days are counted over months and leap years', () => {
  assert.equal(daysAfter('2028-02-28', 7), '2028-03-06');
  assert.equal(daysAfter('2026-12-25', 30), '2027-01-24');
});
