// The orders that every reader of the bench is given: drawn once, the same in every run, kept in build/bench.
import {closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const kFolder = fileURLToPath(new URL('../../build/bench', import.meta.url));
const kCustomers = 200_000;
const kDays = 900;
const kPiece = 1 << 20;

/** The same numbers in every run: a linear congruential generator (Numerical Recipes). */
function makeRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A file of `lines` order lines: its path and size. */
export function ordersFile(lines) {
  const path = join(kFolder, `orders-${lines}.csv`);
  if (!existsSync(path)) draw(path, lines);
  return {path, bytes: statSync(path).size, lines};
}

function draw(path, lines) {
  mkdirSync(kFolder, {recursive: true});
  const random = makeRandom(1);
  const days = Array.from({length: kDays}, (_, i) =>
    new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10),
  );
  const file = openSync(`${path}.part`, 'w');
  let text = 'order_id,customer_id,order_date,product,quantity,unit_price\n';
  let order = 1_000_000;
  let rest = 0;
  let customer = '';
  for (let line = 0; line < lines; ++line) {
    if (rest-- === 0) {
      rest = random(3);
      ++order;
      customer = `C${String(random(kCustomers)).padStart(6, '0')}`;
    }
    const day = days[Math.floor((line * days.length) / lines)];
    const price = (random(4900) + 100) / 100;
    text += `${order},${customer},${day},Product ${random(2000)},${1 + random(3)},${price.toFixed(2)}\n`;
    if (text.length < kPiece) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
  renameSync(`${path}.part`, path);
}
