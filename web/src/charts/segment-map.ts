/** The map of customers: five fields wide (recency), five high (frequency), and the segments they belong to. */
import {rampStep} from './ramp.js';
import {kOthers, segmentOfField, type Rule} from './segment-rules.js';

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
  /** Its segment; null where money decides among several. */
  region: string | null;
  /** The upper left field of its region carries the name. */
  named: boolean;
  /** Sides that are the border of its region. */
  edges: {top: boolean; right: boolean; bottom: boolean; left: boolean};
}

/** All 25 fields in reading order, whatever order and gaps `cells` has. */
export function fieldsOf(cells: readonly Cell[], rules: readonly Rule[]): Field[] {
  const most = Math.max(0, ...cells.map((cell) => cell.revenue));
  // Beyond the map there is no segment.
  const regionOf = (r: number, f: number) =>
    r < 1 || r > 5 || f < 1 || f > 5 ? undefined : segmentOfField(rules, r, f);
  const named = new Set<string>();
  const fields: Field[] = [];
  for (let f = 5; f >= 1; --f) {
    for (let r = 1; r <= 5; ++r) {
      const known = cells.find((cell) => cell.r === r && cell.f === f);
      const cell = known ?? {r, f, customers: 0, revenue: 0};
      const region = regionOf(r, f) ?? null;
      fields.push({
        ...cell,
        row: 6 - f,
        column: r,
        step: rampStep(cell.revenue, most),
        region,
        named: region !== null && !named.has(region),
        edges: {
          top: regionOf(r, f + 1) !== region,
          right: regionOf(r + 1, f) !== region,
          bottom: regionOf(r, f - 1) !== region,
          left: regionOf(r - 1, f) !== region,
        },
      });
      if (region !== null) named.add(region);
    }
  }
  return fields;
}

/** Whether the report was cut by these rules: every region holds as many people as its segment, as far as fields can tell. */
export function regionsAgree(
  cells: readonly Cell[],
  segments: readonly {name: string; customers: number}[],
  rules: readonly Rule[],
): boolean {
  const people = new Map<string, number>();
  for (const {r, f, customers} of cells) {
    const region = segmentOfField(rules, r, f);
    if (region === null) return true;
    people.set(region, (people.get(region) ?? 0) + customers);
  }
  // Who has not ordered yet has no scores, and no field.
  const hasField = (name: string) => name === kOthers || rules.some((rule) => rule.name === name);
  return segments.every(
    ({name, customers}) => !hasField(name) || (people.get(name) ?? 0) === customers,
  );
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
