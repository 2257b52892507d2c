import assert from 'node:assert/strict';
import {test} from 'node:test';
import {placeLabels, thinOut} from '../../src/charts/labels.js';
import {returnCurve} from '../../src/charts/return-curve.js';

const frame = {
  width: 240,
  height: 200,
  top: 40,
  left: 40,
  bottom: 60,
  labelWidth: 40,
  halfWidth: 60,
};
const curve = {
  days: [0, 30, 90, 365, 400],
  share: [1, 0.8, 0.6, 0.5, 0.4],
  low: [1, 0.7, 0.5, 0.4, 0.3],
  high: [1, 0.9, 0.7, 0.6, 0.5],
  at_risk: [100, 80, 60, 40, 1],
};

test('labels keep apart, and within the line', () => {
  const labels = [10, 12, 15, 195].map((at) => ({at, width: 40}));
  const places = placeLabels(labels, 200, 4);
  places.forEach((place, index) => {
    assert.ok(place - 20 >= -1e-9 && place + 20 <= 200 + 1e-9, String(place));
    if (index > 0) assert.ok(place - (places[index - 1] ?? 0) >= 44 - 1e-9, places.join(' '));
  });
  assert.deepEqual(placeLabels([{at: 100, width: 40}], 200, 4), [100]);
  assert.deepEqual(placeLabels([], 200, 4), []);
});

test('labels keep the order of what they name, whatever order they are given in', () => {
  const [late, early] = placeLabels(
    [
      {at: 101, width: 30},
      {at: 100, width: 30},
    ],
    200,
    0,
  );
  assert.ok((late ?? 0) >= (early ?? 0) + 30);
});

test('where there is no room on an axis, the more important stays', () => {
  assert.deepEqual(thinOut([0, 100, 10, 90], 30), [true, true, false, false]);
});

test('the curve is the share that came back, and its band holds it', () => {
  const {marks, median, base} = returnCurve(curve, 365, frame);
  assert.deepEqual(
    marks.map(({day, value}) => [day, Math.round(100 * value)]),
    [
      [30, 20],
      [90, 40],
      [365, 50],
    ],
  );
  for (const {low, value, high, y} of marks) {
    assert.ok(low <= value && value <= high);
    assert.ok(y < base && y >= frame.top);
  }
  assert.equal(median?.value, 0.5);
});

test('a day between two steps has the share of the earlier', () => {
  const {median} = returnCurve(curve, 200, frame);
  assert.equal(Math.round(100 * (median?.value ?? 0)), 40);
});

test('only days that were watched are marked, and only days of the curve stand below the axis', () => {
  const {marks, ticks} = returnCurve(
    {
      days: [0, 7, 40],
      share: [1, 0.9, 0.8],
      low: [1, 0.8, 0.7],
      high: [1, 1, 0.9],
      at_risk: [9, 8, 2],
    },
    null,
    frame,
  );
  assert.deepEqual(
    marks.map(({day}) => day),
    [30],
  );
  assert.deepEqual(
    ticks.map(({day, atRisk}) => [day, atRisk]),
    [
      [0, 9],
      [40, 2],
    ],
  );
});

test('a shop of one day, or of nobody, has a curve without a number that is none', () => {
  for (const days of [[], [0]]) {
    const flat = days.map(() => 1);
    const drawn = returnCurve(
      {days, share: flat, low: flat, high: flat, at_risk: flat},
      null,
      frame,
    );
    assert.doesNotMatch(JSON.stringify([drawn.line, drawn.ticks, drawn.grid]), /null|NaN/);
    assert.deepEqual(drawn.marks, []);
    assert.equal(drawn.median, null);
  }
});
