import assert from 'node:assert/strict';
import {test} from 'node:test';
import {differenceBar} from '../../src/charts/difference-bar.js';

test('zero is in the middle, and the end that is farther off is at the edge', () => {
  const bar = differenceBar({difference: 10, low: -20, high: 40}, 120);
  assert.deepEqual(bar, {zero: 60, point: 75, from: 30, to: 120});
  assert.equal(differenceBar({difference: -1, low: -2, high: 0}, 120).from, 0);
});

test('groups that are exactly alike stand on zero', () => {
  const bar = differenceBar({difference: 0, low: 0, high: 0}, 120);
  assert.deepEqual(bar, {zero: 60, point: 60, from: 60, to: 60});
});
