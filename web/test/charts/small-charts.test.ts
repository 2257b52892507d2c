import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ladder} from '../../src/charts/ladder.js';
import {rampStep} from '../../src/charts/ramp.js';
import {smallMultiples} from '../../src/charts/small-multiples.js';
import {timeline} from '../../src/charts/timeline.js';
import {sampleReport} from '../elements/sample-report.js';

test('nothing is the palest step, the most the strongest, and anything at all is seen', () => {
  assert.equal(rampStep(0, 100), 0);
  assert.equal(rampStep(100, 100), 5);
  assert.equal(rampStep(0.001, 100), 1);
  assert.equal(rampStep(-5, 100), 0);
  assert.equal(rampStep(5, 0), 0);
});

test('the ramp never falls', () => {
  const steps = Array.from({length: 101}, (_, amount) => rampStep(amount, 100));
  assert.ok(steps.every((step, index) => index === 0 || step >= (steps[index - 1] ?? 0)));
});

test('each picture of the groups has its own scale, and keeps their order', () => {
  const groups = [
    {id: 1, center: {orders: 2, revenue: 500}},
    {id: 2, center: {orders: 8, revenue: 0}},
  ];
  const [orders, revenue] = smallMultiples(groups, ['orders', 'revenue'], 100);
  assert.deepEqual(
    orders?.bars.map(({width}) => width),
    [25, 100],
  );
  assert.deepEqual(
    revenue?.bars.map(({id, width}) => [id, width]),
    [
      [1, 100],
      [2, 1],
    ],
  );
});

test('the ladder adds up: rows less rejects are lines, orders less the uncounted are those that count', () => {
  const rungs = ladder(sampleReport.intake);
  const amount = (step: string) => rungs.find((rung) => rung.step === step)?.amount ?? NaN;
  assert.equal(amount('rows_read') - amount('rows_rejected'), amount('lines'));
  assert.equal(amount('orders') - amount('orders_not_counted'), amount('orders_counted'));
  assert.ok(rungs.every(({share}) => share >= 0 && share <= 1));
});

test('orders stand on the line of time by their days', () => {
  const orders = [
    {date: '2024-01-01', amount: 100},
    {date: '2024-07-01', amount: 400},
    {date: '2025-01-01', amount: 0},
  ];
  const {ticks, years} = timeline(orders, '2024-01-01', '2025-12-31', {width: 730, height: 40});
  assert.deepEqual(
    ticks.map(({x}) => Math.round(x)),
    [0, 182, 366],
  );
  assert.equal(ticks[1]?.height, 40);
  assert.ok((ticks[2]?.height ?? 0) > 0);
  assert.deepEqual(
    years.map(({year}) => year),
    [2025],
  );
});

test('a customer of a single day still has a line', () => {
  const {ticks} = timeline([{date: '2024-01-01', amount: 5}], '2024-01-01', '2024-01-01', {
    width: 100,
    height: 10,
  });
  assert.ok(Number.isFinite(ticks[0]?.x));
});

test('the line goes on to where the next order is likely, and shows where knowledge ends', () => {
  const frame = {width: 100, height: 10};
  const next = {from: '2024-02-15', to: '2024-03-01'};
  const {known, ahead} = timeline([], '2024-01-01', '2024-02-10', frame, next);
  assert.ok(ahead);
  assert.ok(known > 50 && known < ahead.x);
  assert.ok(ahead.x + ahead.width < 100);
  assert.equal(ahead.open, false);
  assert.equal(timeline([], '2024-01-01', '2024-02-10', frame).known, 100);
});

test('a next order far ahead does not press the past into a corner', () => {
  const frame = {width: 100, height: 10};
  const far = {from: '2025-01-10', to: '2031-01-01'};
  const {known, ahead} = timeline([], '2024-01-01', '2024-12-31', frame, far);
  assert.ok(known >= 49);
  assert.equal(ahead?.open, true);
  assert.equal(Math.round((ahead?.x ?? 0) + (ahead?.width ?? 0)), 100);
  const never = timeline([], '2024-01-01', '2024-12-31', frame, {from: '2025-01-10', to: null});
  assert.equal(never.ahead?.open, true);
});

test('a next order that begins beyond the line stretches it', () => {
  const {ahead} = timeline(
    [],
    '2024-01-01',
    '2024-01-02',
    {width: 100, height: 10},
    {from: '2026-01-01', to: '2027-01-01'},
  );
  assert.ok(ahead && ahead.x < 100 && ahead.width > 0);
});
