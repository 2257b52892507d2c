/** JSON files of a command line: a column map, a reward program. */
import {readFile} from 'node:fs/promises';
import {EngineError} from '../engine/errors.js';
import type {ColumnMap, Role} from '../engine/protocol.js';
import {UsageError} from './arguments.js';

const kRoles: Record<Role, true> = {
  order: true,
  date: true,
  time: true,
  customer: true,
  customer_name: true,
  product: true,
  category: true,
  quantity: true,
  unit_price: true,
  amount: true,
  discount: true,
  order_total: true,
  order_subtotal: true,
  order_discount: true,
  refunded: true,
  status: true,
  cancelled_at: true,
  currency: true,
  zone: true,
  email: true,
  phone: true,
  postcode: true,
  line: true,
  items: true,
  reference: true,
  channel: true,
  last_name: true,
  birthday: true,
  joined: true,
  consent: true,
  tags: true,
  sku: true,
  cost: true,
  event: true,
  score: true,
  reward: true,
  group: true,
  response: true,
};

/** The value in a JSON file; EngineErrors name the line and column where it breaks. */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? '';
    throw new EngineError(code === 'EISDIR' ? 'folder' : 'unreadable', {file: path, detail: code});
  }
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(plain) as unknown;
  } catch (thrown) {
    const place = /position (\d+)/.exec(String(thrown));
    const before = plain.slice(0, place ? Number(place[1]) : plain.length).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new EngineError('invalid_json', {file: path, line: before.length, column});
  }
}

/** The column map in a JSON file: role to header or 1-based position, or null where there is no such column. */
export async function readColumnMap(path: string): Promise<ColumnMap> {
  const map = await readJson(path);
  if (typeof map !== 'object' || map === null || Array.isArray(map))
    throw new UsageError('bad_columns', path);
  for (const [role, column] of Object.entries(map)) {
    if (!Object.hasOwn(kRoles, role)) throw new UsageError('unknown_role', role);
    const isPosition = Number.isInteger(column) && column > 0;
    if (column !== null && typeof column !== 'string' && !isPosition)
      throw new UsageError('bad_columns', path);
  }
  return map;
}
