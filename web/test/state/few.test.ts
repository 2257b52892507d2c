import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isFew, kFewest, tellsFew, toldOf} from '../../src/state/few.js';

test('nobody is no group, and five people are enough', () => {
  assert.deepEqual([0, 1, 4, 5].map(isFew), [false, true, true, false]);
  assert.ok(tellsFew(8, 10), 'two of ten stayed away');
  assert.ok(!tellsFew(10, 10));
  assert.ok(!tellsFew(0, 10));
});

test('where the sum is known, a group that would be told by difference goes too: the smallest one', () => {
  assert.deepEqual(toldOf([20, 3, 9, 40]), ['told', 'few', 'beside', 'told']);
  // Two of few are not enough where they are fewer than five together.
  assert.deepEqual(toldOf([20, 3, 1, 40]), ['beside', 'few', 'few', 'told']);
  assert.deepEqual(toldOf([20, 3, 2, 40]), ['told', 'few', 'few', 'told']);
  assert.deepEqual(toldOf([20, 0, 9]), ['told', 'told', 'told']);
  assert.deepEqual(toldOf([]), []);
});

test('what is withheld beside others is never one group, nor fewer than five people, while there is another one', () => {
  // Every table of four groups of up to seven people.
  for (let code = 0; code < 8 ** 4; ++code) {
    const groups = [code % 8, (code >> 3) % 8, (code >> 6) % 8, code >> 9];
    const told = toldOf(groups);
    const hidden = groups.filter((_, place) => told[place] !== 'told');
    const others = groups.filter((people, place) => told[place] === 'told' && people > 0);
    groups.forEach((people, place) => assert.equal(told[place] === 'few', isFew(people)));
    if (hidden.length === 0 || others.length === 0) continue;
    assert.ok(hidden.length > 1, groups.join(' '));
    assert.ok(hidden.reduce((sum, people) => sum + people, 0) >= kFewest, groups.join(' '));
  }
});
