/** The project: a small document of what was decided, saved and dropped like any file. Of orders it holds corrected rows alone. */
import {EngineError} from '../engine/errors.js';
import type {CleaningRule, ColumnMap, StatusMeaning} from '../engine/protocol.js';
import type {Match, Rates, RowMend, Settings} from './settings.js';
import type {ProgramText} from './app-state.js';

export const kProjectName = 'shop.regulars.json';

/** What a document of ours is told by. */
const kFormat = 'regulars-project';
const kVersion = 1;

export interface Project {
  settings: Settings;
  program: ProgramText;
}

const kRules: readonly CleaningRule[] = [
  'newest_export',
  'drop_copies',
  'drop_near_copies',
  'leave_out_test_orders',
  'leave_out_free_orders',
  'leave_out_future_orders',
  'pair_refunds',
  'merge_customers',
];
const kMeanings: readonly StatusMeaning[] = ['counted', 'cancelled', 'refunded', 'unpaid'];

/** By its name: what a project says of itself is looked at later. */
export function isProjectName(name: string): boolean {
  return /\.json$/i.test(name);
}

export function projectText({settings, program}: Project): string {
  const {rules, apart, mends, matches, rates} = settings;
  const document = {
    format: kFormat,
    version: kVersion,
    matches,
    rates,
    cleaning: {rules, apart, mends},
    ...(program === null ? {} : {program: JSON.parse(program) as unknown}),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Throws `invalid_json`, or `invalid_option` with the path of what is wrong. */
export function projectOf(text: string): Project {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new EngineError('invalid_json');
  }
  const root = objectAt(document, '');
  if (root['format'] !== kFormat) wrong('format');
  if (root['version'] !== kVersion) wrong('version');
  const cleaning = objectAt(root['cleaning'] ?? {}, 'cleaning');
  const settings = {
    rules: rulesAt(cleaning['rules'] ?? {}, 'cleaning.rules'),
    apart: textsAt(cleaning['apart'] ?? [], 'cleaning.apart'),
    mends: listAt(cleaning['mends'] ?? [], 'cleaning.mends').map((one, index) =>
      mendAt(one, `cleaning.mends.${index}`),
    ),
    matches: listAt(root['matches'] ?? [], 'matches').map((one, index) =>
      matchAt(one, `matches.${index}`),
    ),
    rates: ratesAt(root['rates'] ?? null, 'rates'),
  };
  const {program} = root;
  return {settings, program: program === undefined ? null : JSON.stringify(program, null, 2)};
}

function matchAt(value: unknown, path: string): Match {
  const match = objectAt(value, path);
  const {encoding, day_order: order, name, place} = match;
  if (name !== undefined && typeof name !== 'string') wrong(`${path}.name`);
  if (place !== undefined && !isCount(place)) wrong(`${path}.place`);
  if (encoding !== undefined && typeof encoding !== 'string') wrong(`${path}.encoding`);
  if (order !== undefined && order !== 'day_first' && order !== 'month_first')
    wrong(`${path}.day_order`);
  return {
    header: textsAt(match['header'], `${path}.header`),
    ...(name === undefined ? {} : {name}),
    ...(place === undefined ? {} : {place}),
    columns: columnsAt(match['columns'] ?? {}, `${path}.columns`),
    statuses: statusesAt(match['statuses'] ?? {}, `${path}.statuses`),
    ...(encoding === undefined ? {} : {encoding}),
    ...(order === undefined ? {} : {day_order: order}),
  };
}

function mendAt(value: unknown, path: string): RowMend {
  const {row: known, mending, text: corrected} = objectAt(value, path);
  const {file, place, row, offset, text} = objectAt(known, `${path}.row`);
  if (typeof file !== 'string' || typeof text !== 'string') wrong(`${path}.row`);
  if (!isCount(place) || !isCount(row) || !isCount(offset)) wrong(`${path}.row`);
  const of = {row: {file, place, row, offset, text}};
  if (mending === 'kept') return {...of, mending};
  if (mending !== 'fixed') wrong(`${path}.mending`);
  if (typeof corrected !== 'string') wrong(`${path}.text`);
  return {...of, mending, text: corrected};
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function columnsAt(value: unknown, path: string): ColumnMap {
  const columns = objectAt(value, path);
  for (const [role, column] of Object.entries(columns)) {
    const isPosition = typeof column === 'number' && Number.isInteger(column) && column >= 1;
    if (!isPosition && typeof column !== 'string' && column !== null) wrong(`${path}.${role}`);
  }
  return columns;
}

function statusesAt(value: unknown, path: string): Match['statuses'] {
  const statuses = objectAt(value, path);
  for (const [word, meaning] of Object.entries(statuses))
    if (!kMeanings.includes(meaning as StatusMeaning)) wrong(`${path}.${word}`);
  return statuses as Match['statuses'];
}

function rulesAt(value: unknown, path: string): Settings['rules'] {
  const rules = objectAt(value, path);
  for (const [rule, on] of Object.entries(rules))
    if (!kRules.includes(rule as CleaningRule) || typeof on !== 'boolean') wrong(`${path}.${rule}`);
  return rules;
}

function ratesAt(value: unknown, path: string): Rates | null {
  if (value === null) return null;
  const {into, of} = objectAt(value, path);
  if (typeof into !== 'string') wrong(`${path}.into`);
  const rates = objectAt(of, `${path}.of`);
  for (const [currency, rate] of Object.entries(rates))
    if (typeof rate !== 'number' || !(rate > 0)) wrong(`${path}.of.${currency}`);
  return {into, of: rates as Record<string, number>};
}

function objectAt(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(path);
  return value as Record<string, unknown>;
}

function listAt(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) wrong(path);
  return value;
}

function textsAt(value: unknown, path: string): string[] {
  const list = listAt(value, path);
  if (!list.every((one) => typeof one === 'string')) wrong(path);
  return list;
}

function wrong(path: string): never {
  throw new EngineError('invalid_option', {detail: path});
}
