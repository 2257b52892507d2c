import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isOver, periodDays} from '../../src/charts/periods.js';

test('a period has its first and last day, in leap years and over new year too', () => {
  assert.deepEqual(periodDays('2024-02'), {from: '2024-02-01', to: '2024-02-29'});
  assert.deepEqual(periodDays('2025-12'), {from: '2025-12-01', to: '2025-12-31'});
  assert.deepEqual(periodDays('2024-Q4'), {from: '2024-10-01', to: '2024-12-31'});
});

test('weeks are those of ISO 8601', () => {
  assert.deepEqual(periodDays('2024-W01'), {from: '2024-01-01', to: '2024-01-07'});
  assert.deepEqual(periodDays('2021-W01'), {from: '2021-01-04', to: '2021-01-10'});
  assert.deepEqual(periodDays('2020-W53'), {from: '2020-12-28', to: '2021-01-03'});
});

test('the name of a product is no period', () => {
  for (const name of ['Bread, Slowly', '2024', 'discount', '1984-']) {
    assert.equal(periodDays(name), null, name);
  }
});

test('a period is over on its last day, not before', () => {
  assert.equal(isOver('2024-02', '2024-02-28'), false);
  assert.equal(isOver('2024-02', '2024-02-29'), true);
});
