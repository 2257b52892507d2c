/** The map of customers: five fields wide (recency), five high (frequency), in ten rectangles that are the segments. */
import {rampStep} from './ramp.js';

/** A rectangle of fields; scores from 1 to 5, both ends included. */
export interface Region<Name extends string = string> {
  name: Name;
  r: readonly [number, number];
  f: readonly [number, number];
}

/** Disjoint, and together all 25 fields. */
export const kRegions = [
  {name: 'champions', r: [5, 5], f: [4, 5]},
  {name: 'loyal_customers', r: [3, 4], f: [4, 5]},
  {name: 'potential_loyalists', r: [4, 5], f: [2, 3]},
  {name: 'new_customers', r: [5, 5], f: [1, 1]},
  {name: 'promising', r: [4, 4], f: [1, 1]},
  {name: 'need_attention', r: [3, 3], f: [3, 3]},
  {name: 'about_to_sleep', r: [3, 3], f: [1, 2]},
  {name: 'cannot_lose', r: [1, 2], f: [5, 5]},
  {name: 'at_risk', r: [1, 2], f: [3, 4]},
  {name: 'hibernating', r: [1, 2], f: [1, 2]},
] as const satisfies readonly Region[];

export type RegionName = (typeof kRegions)[number]['name'];

export interface Cell {
  r: number;
  f: number;
  customers: number;
  revenue: number;
}

/** A field as it is drawn: rows from the top (most often) down, columns from long ago to lately; both 1-based. */
export interface Field extends Cell {
  row: number;
  column: number;
  step: number;
  region: RegionName;
  /** The upper left field of its region carries the name. */
  named: boolean;
  /** Sides that are the border of its region. */
  edges: {top: boolean; right: boolean; bottom: boolean; left: boolean};
}

export function regionOf(r: number, f: number): Region<RegionName> {
  const region = kRegions.find((one) => within(r, one.r) && within(f, one.f));
  if (!region) throw new RangeError(`no field ${r}, ${f}`);
  return region;
}

/** All 25 fields in reading order, whatever order and gaps `cells` has. */
export function fieldsOf(cells: readonly Cell[]): Field[] {
  const most = Math.max(0, ...cells.map((cell) => cell.revenue));
  const fields: Field[] = [];
  for (let f = 5; f >= 1; --f) {
    for (let r = 1; r <= 5; ++r) {
      const known = cells.find((cell) => cell.r === r && cell.f === f);
      const cell = known ?? {r, f, customers: 0, revenue: 0};
      const region = regionOf(r, f);
      fields.push({
        ...cell,
        row: 6 - f,
        column: r,
        step: rampStep(cell.revenue, most),
        region: region.name,
        named: r === region.r[0] && f === region.f[1],
        edges: {
          top: f === region.f[1],
          right: r === region.r[1],
          bottom: f === region.f[0],
          left: r === region.r[0],
        },
      });
    }
  }
  return fields;
}

/** Whether the report was cut by the same rectangles: every region holds as many people as its segment. */
export function regionsAgree(
  cells: readonly Cell[],
  segments: readonly {name: string; customers: number}[],
): boolean {
  const people = new Map<string, number>();
  for (const {r, f, customers} of cells) {
    const {name} = regionOf(r, f);
    people.set(name, (people.get(name) ?? 0) + customers);
  }
  return segments.every(({name, customers}) => (people.get(name) ?? 0) === customers);
}

/** Where an arrow key leads from a field; at the border it stays. */
export function neighbour(r: number, f: number, key: string): {r: number; f: number} {
  const clamp = (score: number) => Math.max(1, Math.min(5, score));
  switch (key) {
    case 'ArrowLeft':
      return {r: clamp(r - 1), f};
    case 'ArrowRight':
      return {r: clamp(r + 1), f};
    case 'ArrowUp':
      return {r, f: clamp(f + 1)};
    case 'ArrowDown':
      return {r, f: clamp(f - 1)};
    case 'Home':
      return {r: 1, f};
    case 'End':
      return {r: 5, f};
    default:
      return {r, f};
  }
}

function within(score: number, [low, high]: readonly [number, number]): boolean {
  return low <= score && score <= high;
}
