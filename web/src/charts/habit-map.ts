/** What a model says of customers by how often they came back (upwards) and how long ago (to the right). */
import {evenStep, rampStep} from './ramp.js';

export interface HabitCell {
  frequency: number;
  since_from: number;
  since_to: number;
  customers: number;
  /** null where nobody of the age that is told of can be. */
  probability_alive: number | null;
  expected_orders_90d: number | null;
}

export type HabitMeasure = 'probability_alive' | 'expected_orders_90d';

export interface HabitField extends HabitCell {
  value: number | null;
  /** Of the ramp. */
  step: number;
}

/** Rows from the most frequent down, each from the most lately to the longest ago. */
export function habitMap(cells: readonly HabitCell[], measure: HabitMeasure): HabitField[][] {
  const most = Math.max(0, ...cells.map((cell) => cell[measure] ?? 0));
  const rows = new Map<number, HabitField[]>();
  for (const cell of cells) {
    const value = cell[measure];
    const step =
      measure === 'probability_alive' ? evenStep(value ?? 0, 1) : rampStep(value ?? 0, most);
    const field = {...cell, value, step};
    const row = rows.get(cell.frequency);
    if (row) row.push(field);
    else rows.set(cell.frequency, [field]);
  }
  return [...rows.values()]
    .map((row) => row.sort((a, b) => a.since_from - b.since_from))
    .sort((a, b) => (b[0]?.frequency ?? 0) - (a[0]?.frequency ?? 0));
}
