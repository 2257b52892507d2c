import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Merge} from '../../src/engine/protocol.js';
import {
  kLongestNote,
  remarkOf,
  remarksBySign,
  signsNow,
  signsWithTag,
  tagsInUse,
  tidyTag,
  withRemark,
} from '../../src/state/remarks.js';

const ada = {customer: 'ada@example.org', note: 'Likes oolong', tags: ['tea', 'vip']};
const phone = {customer: '+493012345', note: 'Call after ten', tags: ['vip', 'calls']};
const merge = (from: string, into: string, apart = false): Merge => ({
  from,
  into,
  name: '',
  by: 'phone',
  apart,
});

test('what is said anew takes the place of what was said of the person under any sign', () => {
  const said = withRemark([phone, ada], {...ada, note: ' New ', others: [phone.customer]});
  assert.deepEqual(said, [{...ada, note: 'New'}]);
});

test('a remark that says nothing is forgotten', () => {
  assert.deepEqual(
    withRemark([ada], {customer: ada.customer, others: [], note: ' ', tags: []}),
    [],
  );
});

test('a note is cut where it is too long, and a tag is kept once, without commas', () => {
  const long = 'x'.repeat(kLongestNote + 5);
  const [kept] = withRemark([], {...ada, others: [], note: long, tags: ['a, b', 'a b', ' ', 'c']});
  assert.equal(kept?.note.length, kLongestNote);
  assert.deepEqual(kept?.tags, ['a b', 'c']);
  assert.equal(tidyTag('  老客，vip '), '老客 vip');
});

test('two signs that are one person now have one remark that tells both', () => {
  const all = [ada, phone];
  assert.deepEqual(remarkOf(all, [ada.customer, phone.customer]), {
    customer: ada.customer,
    note: 'Likes oolong\nCall after ten',
    tags: ['tea', 'vip', 'calls'],
  });
  const merges = [merge(phone.customer, ada.customer)];
  assert.deepEqual([...remarksBySign(all, merges).keys()], [ada.customer]);
});

test('signs are followed through several merges, but not through those kept apart', () => {
  const chain = [merge('a', 'b'), merge('b', ada.customer), merge('x', 'y', true)];
  const all = ['a', 'x'].map((customer) => ({...ada, customer}));
  assert.deepEqual([...signsNow(all, chain).values()], [ada.customer, 'x']);
  // Signs that lead to each other end the walk.
  assert.equal(signsNow([{...ada, customer: 'p'}], [merge('p', 'q'), merge('q', 'p')]).size, 1);
});

test('tags in use come once and in order, and tell who has them', () => {
  assert.deepEqual(tagsInUse([ada, phone]), ['calls', 'tea', 'vip']);
  assert.deepEqual(signsWithTag([ada, phone], 'vip'), [ada.customer, phone.customer]);
  assert.deepEqual(signsWithTag([ada, phone], 'nobody'), []);
});
