import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  clampTop,
  isScaled,
  kLongestRange,
  lastTop,
  rangeHeight,
  rowsInView,
  scrollFor,
  topAt,
  topToShow,
} from '../../src/charts/scroll-range.js';

const short = {rows: 200, rowHeight: 40, view: 400};
const million = {rows: 1_000_000, rowHeight: 40, view: 400};

test('a short table scrolls pixel by pixel', () => {
  assert.equal(rangeHeight(short), 8000);
  assert.ok(!isScaled(short));
  assert.equal(topAt(400, short), 10);
  assert.equal(scrollFor(10, short), 400);
});

test('a million rows fit into what every browser can scroll', () => {
  assert.ok(isScaled(million));
  assert.equal(rangeHeight(million), kLongestRange);
  assert.equal(topAt(kLongestRange - 400, million), 999_990);
});

test('the end of the bar is the end of the table, and its beginning the beginning', () => {
  for (const range of [short, million]) {
    assert.equal(topAt(0, range), 0);
    assert.equal(topAt(rangeHeight(range) - range.view, range), lastTop(range));
    const {to} = rowsInView(lastTop(range), range);
    assert.equal(to, range.rows);
  }
});

test('bar and rows agree wherever the table stands', () => {
  for (const top of [0, 1, 12_345.5, 500_000, 999_990]) {
    assert.ok(Math.abs(topAt(scrollFor(top, million), million) - top) < 1e-6, String(top));
  }
});

test('the rows drawn cover the view, and no more than a few', () => {
  const {from, to} = rowsInView(70.5, short);
  assert.ok(from <= 70.5 && to >= 80.5);
  assert.ok(to - from <= 13);
});

test('a row is brought into view by the shortest way', () => {
  assert.equal(topToShow(5, 10, short), 5);
  assert.equal(topToShow(12, 10, short), 10);
  assert.equal(topToShow(25, 10, short), 16);
  assert.equal(topToShow(199, 0, short), 190);
});

test('an empty or short table has nowhere to scroll', () => {
  const few = {rows: 3, rowHeight: 40, view: 400};
  assert.equal(lastTop(few), 0);
  assert.equal(scrollFor(5, few), 0);
  assert.equal(clampTop(5, few), 0);
  assert.deepEqual(rowsInView(0, {...few, rows: 0}), {from: 0, to: 0});
});
