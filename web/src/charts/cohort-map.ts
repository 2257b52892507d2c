/** The map of cohorts: a row for those who began alike, a column for each period since. */
import {evenStep, rampStep} from './ramp.js';

export type CohortMeasure = 'share' | 'customers' | 'orders' | 'revenue' | 'cumulative_value';

export const kCohortMeasures: readonly CohortMeasure[] = [
  'share',
  'customers',
  'orders',
  'revenue',
  'cumulative_value',
];

/** Below so many customers a share is shown as the two counts it is made of. */
export const kFewCustomers = 20;

export interface Cell {
  cohort: string | null;
  age: number;
  customers: number;
  observed: number;
  active: number;
  /** Of the observed. */
  active_observed: number;
  orders: number;
  revenue: number;
  cumulative_value: number | null;
  mature: boolean;
}

export interface Field extends Cell {
  /** Of the measure; null where nothing can be said. */
  value: number | null;
  /** Of the ramp. */
  step: number;
  /** A share of fewer than `kFewCustomers`. */
  few: boolean;
  /** The value is of people who have lived through the period, and will not change. */
  settled: boolean;
}

export interface Row {
  cohort: string | null;
  customers: number;
  fields: Field[];
}

export interface CohortMap {
  /** Those with a column. Everybody is active at age 0, so that what counts them begins with 1. */
  ages: number[];
  rows: Row[];
}

/** The rows of the `newest` cohorts, the oldest first; `cells` by cohort, then age. */
export function cohortMap(
  cells: readonly Cell[],
  measure: CohortMeasure,
  newest = Infinity,
): CohortMap {
  const cohorts = new Map<string | null, Cell[]>();
  for (const cell of cells) {
    const row = cohorts.get(cell.cohort);
    if (row) row.push(cell);
    else cohorts.set(cell.cohort, [cell]);
  }
  const first = measure === 'share' || measure === 'customers' ? 1 : 0;
  const kept = [...cohorts].slice(Math.max(0, cohorts.size - newest));
  const shown = kept.map(([cohort, row]) => ({cohort, row: row.filter(({age}) => age >= first)}));
  const values = shown.flatMap(({row}) =>
    row
      .filter((cell) => isSettled(cell, measure) && !isFew(cell, measure))
      .map((cell) => valueOf(cell, measure) ?? 0),
  );
  const most = Math.max(0, ...values);
  const stepOf = measure === 'share' ? evenStep : rampStep;
  const rows = shown.map(({cohort, row}) => ({
    cohort,
    customers: cohorts.get(cohort)?.[0]?.customers ?? 0,
    fields: row.map((cell) => {
      const value = valueOf(cell, measure);
      const step = stepOf(value ?? 0, most);
      return {...cell, value, few: isFew(cell, measure), settled: isSettled(cell, measure), step};
    }),
  }));
  const columns = Math.max(0, ...rows.map(({fields}) => fields.length));
  return {ages: Array.from({length: columns}, (_, index) => index + first), rows};
}

/** Of a period that is not over for anybody, everybody: what has happened so far. */
export function watched({observed, customers, active, active_observed}: Cell) {
  return observed > 0 ? {customers: observed, active: active_observed} : {customers, active};
}

function isFew(cell: Cell, measure: CohortMeasure): boolean {
  return measure === 'share' && watched(cell).customers < kFewCustomers;
}

/** Means are of those who were observed; sums are of all, and grow until the last one was. */
function isSettled({observed, mature}: Cell, measure: CohortMeasure): boolean {
  return measure === 'share' || measure === 'cumulative_value' ? observed > 0 : mature;
}

function valueOf(cell: Cell, measure: CohortMeasure): number | null {
  if (measure === 'share') {
    const {active, customers} = watched(cell);
    return customers > 0 ? active / customers : null;
  }
  return measure === 'customers' ? cell.active : cell[measure];
}

export interface Place {
  row: number;
  /** 0 is the name of the row. */
  column: number;
}

/** Where a key leads; `lengths` has the number of fields of each row. At the border it stays. */
export function stepTo({row, column}: Place, key: string, lengths: readonly number[]): Place {
  const inside = (to: Place): Place => {
    const next = Math.max(0, Math.min(lengths.length - 1, to.row));
    return {row: next, column: Math.max(0, Math.min(lengths[next] ?? 0, to.column))};
  };
  switch (key) {
    case 'ArrowLeft':
      return inside({row, column: column - 1});
    case 'ArrowRight':
      return inside({row, column: column + 1});
    case 'ArrowUp':
      return inside({row: row - 1, column});
    case 'ArrowDown':
      return inside({row: row + 1, column});
    case 'Home':
      return {row, column: 0};
    case 'End':
      return inside({row, column: Infinity});
    default:
      return {row, column};
  }
}
