import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cohortMap, stepTo, type Cell, type CohortMeasure} from '../../src/charts/cohort-map.js';

const cell = (cohort: string, age: number, part: Partial<Cell> = {}): Cell => ({
  active_observed: part.active ?? (age === 0 ? 40 : 10),
  cohort,
  age,
  customers: 40,
  observed: 40,
  active: age === 0 ? 40 : 10,
  orders: 12,
  revenue: 3000,
  cumulative_value: 75,
  mature: true,
  ...part,
});

const cells = [
  cell('2025-01', 0),
  cell('2025-01', 1, {active: 20}),
  cell('2025-01', 2, {active: 5, mature: false, observed: 0, cumulative_value: null}),
  cell('2025-02', 0, {customers: 8, observed: 8, active: 8}),
  cell('2025-02', 1, {customers: 8, observed: 8, active: 8}),
  cell('2025-03', 0, {mature: false, observed: 0}),
];

test('shares begin after the period in which everybody is active', () => {
  const {ages, rows} = cohortMap(cells, 'share');
  assert.deepEqual(ages, [1, 2]);
  assert.deepEqual(
    rows.map(({cohort, fields}) => [cohort, fields.map(({value}) => value)]),
    [
      ['2025-01', [0.5, 0.125]],
      ['2025-02', [1]],
      ['2025-03', []],
    ],
  );
});

test('a share of a handful of people sets no scale, and neither does a period that is not over', () => {
  const {rows} = cohortMap(cells, 'share');
  assert.equal(rows[0]?.fields[0]?.step, 5);
  assert.equal(rows[1]?.fields[0]?.few, true);
  assert.equal(rows[0]?.fields[0]?.few, false);
});

test('a share is of those who lived through the period, a sum is of all and not settled', () => {
  const part = {customers: 50, observed: 25, active: 12, active_observed: 5, mature: false};
  const of = (measure: CohortMeasure) =>
    cohortMap([cell('Tea', 1, part)], measure).rows[0]?.fields[0];
  assert.deepEqual([of('share')?.value, of('share')?.settled], [0.2, true]);
  assert.deepEqual([of('customers')?.value, of('customers')?.settled], [12, false]);
  const one = {...part, observed: 1, active_observed: 1};
  assert.equal(cohortMap([cell('Tea', 1, one)], 'share').rows[0]?.fields[0]?.few, true);
});

test('amounts begin with the first period, and what is not known has no value', () => {
  const {ages, rows} = cohortMap(cells, 'cumulative_value');
  assert.deepEqual(ages, [0, 1, 2]);
  assert.equal(rows[0]?.fields[2]?.value, null);
  assert.equal(rows[0]?.fields[2]?.step, 0);
  assert.equal(rows[1]?.fields[1]?.few, false);
});

test('the newest rows are kept, in their order', () => {
  const {rows} = cohortMap(cells, 'orders', 2);
  assert.deepEqual(
    rows.map(({cohort}) => cohort),
    ['2025-02', '2025-03'],
  );
});

test('no cohorts and one cohort are maps too', () => {
  assert.deepEqual(cohortMap([], 'share'), {ages: [], rows: []});
  const {ages, rows} = cohortMap([cell('2025-01', 0)], 'share');
  assert.deepEqual(ages, []);
  assert.equal(rows[0]?.customers, 40);
});

test('arrow keys stay on the fields there are', () => {
  const lengths = [3, 1, 0];
  assert.deepEqual(stepTo({row: 0, column: 3}, 'ArrowDown', lengths), {row: 1, column: 1});
  assert.deepEqual(stepTo({row: 1, column: 1}, 'ArrowDown', lengths), {row: 2, column: 0});
  assert.deepEqual(stepTo({row: 2, column: 0}, 'ArrowDown', lengths), {row: 2, column: 0});
  assert.deepEqual(stepTo({row: 0, column: 3}, 'ArrowRight', lengths), {row: 0, column: 3});
  assert.deepEqual(stepTo({row: 0, column: 0}, 'End', lengths), {row: 0, column: 3});
  assert.deepEqual(stepTo({row: 0, column: 2}, 'Home', lengths), {row: 0, column: 0});
  assert.deepEqual(stepTo({row: 0, column: 2}, 'x', lengths), {row: 0, column: 2});
});
