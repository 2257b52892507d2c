import assert from 'node:assert/strict';
import {test} from 'node:test';
import {trackingChart} from '../../src/charts/tracking-chart.js';

const frame = {width: 440, height: 120, left: 40, top: 20, bottom: 20, labelWidth: 60};
const week = (from: string, actual: number, judged = false) => ({
  from,
  actual,
  expected: 5,
  judged,
});
const past = [week('2024-01-01', 4), week('2024-01-08', 10), week('2024-01-15', 2, true)];
const coming = [{from: '2024-01-22', expected: 6, low: 2, high: 11}];

test('weeks stand side by side, those to come behind those that were', () => {
  const {weeks, ahead, judged} = trackingChart(past, coming, frame);
  assert.deepEqual(
    weeks.map(({x, width}) => [x, width]),
    [
      [40, 100],
      [140, 100],
      [240, 100],
      [340, 100],
    ],
  );
  assert.deepEqual(judged, {x: 240, width: 100});
  assert.equal(ahead?.x, 340);
});

test('a gap between the last whole week and those to come stays a gap', () => {
  const {weeks, ahead} = trackingChart(past, [{...coming[0]!, from: '2024-01-25'}], frame);
  const last = weeks[2];
  assert.ok(last && ahead && ahead.x > last.x + last.width);
});

test('the scale begins at zero and holds the widest interval', () => {
  const {grid, base} = trackingChart(past, coming, frame);
  assert.deepEqual([grid[0]?.amount, grid[0]?.y], [0, base]);
  assert.ok((grid.at(-1)?.amount ?? 0) >= 11);
});

test('what came is an area of steps on the axis, what was expected a line through the middles', () => {
  const {actual, expected, base} = trackingChart(past, [], frame);
  assert.ok(actual.startsWith(`M40,${base}V`) && actual.endsWith(`V${base}Z`));
  assert.equal((actual.match(/H/g) ?? []).length, 3);
  assert.equal((expected.match(/L/g) ?? []).length, 2);
});

test('months that would touch each other are left out, Januaries last', () => {
  const year = Array.from({length: 60}, (_, index) =>
    week(new Date(Date.UTC(2023, 6, 3) + index * 7 * 86_400_000).toISOString().slice(0, 10), 1),
  );
  const {months} = trackingChart(year, [], frame);
  assert.ok(months.some(({year: of, month}) => of === 2024 && month === 1));
  months.forEach(({x}, index) => {
    const before = months[index - 1];
    assert.ok(!before || x - before.x >= frame.labelWidth);
  });
});

test('nothing to draw is no error', () => {
  const {actual, judged, ahead} = trackingChart([], [], frame);
  assert.deepEqual([actual, judged, ahead], ['', null, null]);
});
