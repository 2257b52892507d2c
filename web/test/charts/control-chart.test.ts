import assert from 'node:assert/strict';
import {test} from 'node:test';
import {controlChart, type ControlPoint} from '../../src/charts/control-chart.js';

const frame = {width: 340, height: 120, top: 10, left: 40, bottom: 10};
const point = (value: number | null, part: Partial<ControlPoint> = {}): ControlPoint => ({
  value,
  mature: true,
  center: 10,
  low: 6,
  high: 14,
  alarm: 'none',
  ...part,
});
const young = {mature: false, center: null, low: null, high: null} as const;

test('a point outside its limits lies outside the band', () => {
  const {dots, high} = controlChart([point(10), point(20, {alarm: 'above'})], frame);
  assert.equal(dots[1]?.alarm, 'above');
  assert.equal(high.value, 20);
  assert.ok((dots[1]?.y ?? 0) < (dots[0]?.y ?? 0));
});

test('a period without a value breaks the line, one without limits the band', () => {
  const {line, bands, centers, dots} = controlChart(
    [point(9), point(null), point(11), point(12), point(4, young)],
    frame,
  );
  assert.deepEqual(line.match(/[ML]/g), ['M', 'M', 'L', 'L']);
  assert.equal(bands.length, 1);
  assert.equal(centers.length, 1);
  assert.deepEqual(
    dots.map(({index}) => index),
    [0, 2, 3, 4],
  );
});

test('only periods that are not judged are hatched, within the frame', () => {
  const {hatched} = controlChart([point(9, young), point(9), point(9, young)], frame);
  assert.equal(hatched.length, 2);
  for (const {x, width} of hatched) assert.ok(x >= 40 - 1e-9 && x + width <= 340 + 1e-9);
});

test('nothing, one period, and a figure that never moves have a scale', () => {
  for (const points of [[], [point(null, young)], [point(0, {low: 0, high: 0, center: 0})]]) {
    assert.doesNotMatch(JSON.stringify(controlChart(points, frame)), /null|NaN/);
  }
});

test('what cannot be negative has no scale below zero', () => {
  const {dots, base} = controlChart([point(0, {low: 0})], frame);
  assert.ok((dots[0]?.y ?? 0) <= base + 1e-9);
});
