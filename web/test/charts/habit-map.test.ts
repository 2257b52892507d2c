import assert from 'node:assert/strict';
import {test} from 'node:test';
import {habitMap} from '../../src/charts/habit-map.js';

const cell = (frequency: number, since: number, alive: number | null, orders: number | null) => ({
  frequency,
  since_from: since,
  since_to: since + 29,
  customers: 3,
  probability_alive: alive,
  expected_orders_90d: orders,
});
const cells = [
  cell(0, 0, 1, 0.2),
  cell(0, 30, 0.5, 0.1),
  cell(1, 0, 0.9, 0.8),
  cell(1, 30, null, null),
];

test('the most frequent stand above, the most lately at the left', () => {
  const rows = habitMap(cells, 'probability_alive');
  assert.deepEqual(
    rows.map((row) => row.map(({frequency, since_from}) => [frequency, since_from])),
    [
      [
        [1, 0],
        [1, 30],
      ],
      [
        [0, 0],
        [0, 30],
      ],
    ],
  );
});

test('a probability has one scale in every shop, orders have that of the shop', () => {
  const alive = habitMap(cells, 'probability_alive').flat();
  assert.deepEqual(
    alive.map(({step}) => step),
    [5, 0, 5, 3],
  );
  const orders = habitMap(cells, 'expected_orders_90d').flat();
  assert.equal(Math.max(...orders.map(({step}) => step)), 5);
  assert.equal(orders[1]?.value, null);
});
