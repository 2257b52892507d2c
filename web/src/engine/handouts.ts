/** What was handed out, as the project keeps it: so that no code is made twice, and that it can be seen what came of it. */
import {EngineError} from './errors.js';
import type {Handout, HandoutQuery, HandoutRow} from './protocol.js';

/** One hand-out. docs/project.md tells each field. */
export interface HandoutRecord {
  on: string;
  offer: string;
  program: string;
  version: number;
  unit: 'money' | 'points';
  seed: number;
  first: number;
  next: number;
  last_day: string | null;
  customers: HandoutRow[];
}

/** A hand-out as it was made. */
export function recordOf(handout: Handout, query: HandoutQuery): HandoutRecord {
  const {issued, program, version, unit, next, last_day, rows} = handout;
  const {offer, seed, first = 0} = query;
  return {on: issued, offer, program, version, unit, seed, first, next, last_day, customers: rows};
}

/**
 * What the engine is told, so that the next hand-out goes on where the last one ended. The first one takes a new seed: a
 * secret of the shop's, 48 bits that nobody can guess.
 */
export function goingOn(
  records: readonly HandoutRecord[],
  newSeed: () => number,
): Pick<HandoutQuery, 'seed' | 'first' | 'earlier'> {
  const seed = records.at(-1)?.seed ?? newSeed();
  const own = records.filter((one) => one.seed === seed);
  return {
    seed,
    first: Math.max(0, ...own.map(({next}) => next)),
    earlier: records.flatMap(({on, customers}) =>
      customers.map(({customer, code}) => ({customer, on, ...(code === null ? {} : {code})})),
    ),
  };
}

/** The records of a document; throws `invalid_option` with the path of what is wrong. */
export function handoutsAt(value: unknown, path: string): HandoutRecord[] {
  if (!Array.isArray(value)) wrong(path);
  const codes = new Set<string>();
  return value.map((one, index) => handoutAt(one, `${path}.${index}`, codes));
}

function handoutAt(value: unknown, path: string, codes: Set<string>): HandoutRecord {
  const {on, offer, program, version, unit, seed, first, next, last_day, customers} = fields(
    value,
    path,
  );
  if (!isDay(on)) wrong(`${path}.on`);
  if (typeof offer !== 'string') wrong(`${path}.offer`);
  if (typeof program !== 'string') wrong(`${path}.program`);
  if (!isCount(version)) wrong(`${path}.version`);
  if (unit !== 'money' && unit !== 'points') wrong(`${path}.unit`);
  if (!isCount(seed)) wrong(`${path}.seed`);
  if (!isCount(first)) wrong(`${path}.first`);
  if (!isCount(next) || next < first) wrong(`${path}.next`);
  if (last_day !== null && !isDay(last_day)) wrong(`${path}.last_day`);
  if (!Array.isArray(customers)) wrong(`${path}.customers`);
  const rows = customers.map((one, index) => {
    const place = `${path}.customers.${index}`;
    const {customer, code, rule, amount} = fields(one, place);
    if (typeof customer !== 'string' || customer === '') wrong(`${place}.customer`);
    // The same code for two customers is a record that was tampered with or joined by hand.
    if (code !== null && (typeof code !== 'string' || code === '' || codes.has(code)))
      wrong(`${place}.code`);
    if (code !== null) codes.add(code);
    if (typeof rule !== 'string') wrong(`${place}.rule`);
    if (!isCount(amount)) wrong(`${place}.amount`);
    return {customer, code, rule, amount};
  });
  return {on, offer, program, version, unit, seed, first, next, last_day, customers: rows};
}

function fields(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(path);
  return value as Record<string, unknown>;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isDay(value: unknown): value is string {
  const isWritten = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  return isWritten && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}

function wrong(path: string): never {
  throw new EngineError('invalid_option', {detail: path});
}
