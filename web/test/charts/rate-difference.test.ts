import assert from 'node:assert/strict';
import {test} from 'node:test';
import {rateDifference} from '../../src/charts/rate-difference.js';

/** Wilson's interval at 95 %. */
function share(repeat: number, of: number) {
  const [z, rate] = [1.959963984540054, repeat / of];
  const middle = (rate + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half =
    (z / (1 + z ** 2 / of)) * Math.sqrt((rate * (1 - rate)) / of + z ** 2 / (4 * of * of));
  return {rate, low: middle - half, high: middle + half};
}

test('the interval is that of the paper', () => {
  // Source: Newcombe (1998), Statistics in Medicine 17, table II, case (a), method 10: 56/70 - 48/80.
  const {difference, low, high, verdict} = rateDifference(share(56, 70), share(48, 80));
  assert.ok(Math.abs(difference - 0.2) < 1e-12);
  assert.ok(Math.abs(low - 0.0524) < 5e-5, String(low));
  assert.ok(Math.abs(high - 0.3339) < 5e-5, String(high));
  assert.equal(verdict, 'higher');
});

test('the other way round all is the other way round', () => {
  const one = rateDifference(share(9, 10), share(3, 10));
  const other = rateDifference(share(3, 10), share(9, 10));
  assert.deepEqual(
    [other.difference, other.low, other.high],
    [-one.difference, -one.high, -one.low],
  );
  assert.deepEqual([one.verdict, other.verdict], ['higher', 'lower']);
});

test('where 0 lies inside, nothing is said to differ', () => {
  assert.equal(rateDifference(share(5, 56), share(0, 29)).verdict, 'no_difference');
  assert.equal(rateDifference(share(4, 8), share(4, 8)).difference, 0);
});
