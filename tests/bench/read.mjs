// A hundred megabytes of orders, read and looked at by the package in Node, beside a plain JavaScript loop that only splits the
// lines and sums by customer. One run; the numbers say how the two compare, not how fast the machine is.
import {createEngine} from '../../dist/package/node.js';

const kLines = 2_000_000;
const kCustomers = 200_000;
const kPiece = 1 << 20;

/** The same numbers in every run: a linear congruential generator (Numerical Recipes). */
function makeRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The file in pieces of about a mebibyte, as a disk would give it. */
function drawOrders() {
  const random = makeRandom(1);
  const days = Array.from({length: 900}, (_, i) =>
    new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10),
  );
  const pieces = [];
  let text = 'order_id,customer_id,order_date,product,quantity,unit_price\n';
  let order = 1_000_000;
  let rest = 0;
  let customer = '';
  for (let line = 0; line < kLines; ++line) {
    if (rest-- === 0) {
      rest = random(3);
      ++order;
      customer = `C${String(random(kCustomers)).padStart(6, '0')}`;
    }
    const day = days[Math.floor((line * days.length) / kLines)];
    const price = (random(4900) + 100) / 100;
    text += `${order},${customer},${day},Product ${random(2000)},${1 + random(3)},${price.toFixed(2)}\n`;
    if (text.length < kPiece) continue;
    pieces.push(new TextEncoder().encode(text));
    text = '';
  }
  pieces.push(new TextEncoder().encode(text));
  return pieces;
}

function source(pieces) {
  const left = pieces.values();
  return new ReadableStream({
    pull(controller) {
      const {value, done} = left.next();
      if (done) controller.close();
      else controller.enqueue(value.slice());
    },
  });
}

/** What a script of ten lines would do: no quotes, no dates, no rejects, no names. */
async function plainLoop(pieces) {
  const decoder = new TextDecoder();
  const spent = new Map();
  let rest = '';
  let header = true;
  for (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, {stream: true})).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (header) {
        header = false;
        continue;
      }
      const cells = line.split(',');
      spent.set(cells[1], (spent.get(cells[1]) ?? 0) + Number(cells[4]) * Number(cells[5]));
    }
  }
  return spent.size;
}

const pieces = drawOrders();
const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);

let began = performance.now();
const customers = await plainLoop(pieces);
const plain = performance.now() - began;

began = performance.now();
const engine = await createEngine();
const start = performance.now() - began;
await engine.read([{name: 'orders.csv', stream: () => source(pieces)}]);
const report = await engine.analyze();
const {read_ms, analyze_ms, wasm_memory_bytes} = report.timings;
if (report.intake.customers !== customers) {
  throw new Error(`${report.intake.customers} customers, ${customers} expected`);
}
engine.dispose();

const rows = [
  ['plain loop: split, sum by customer', plain],
  ['engine: start', start],
  ['engine: read, clean, keep every line', read_ms],
  ['engine: analyze', analyze_ms],
];
console.log(
  `${(bytes / 1e6).toFixed(0)} MB, ${kLines.toLocaleString('en')} lines, ${customers.toLocaleString('en')} customers\n`,
);
for (const [what, ms] of rows) {
  console.log(
    `  ${what.padEnd(38)} ${ms.toFixed(0).padStart(7)} ms ${(ms / plain).toFixed(2).padStart(7)} x`,
  );
}
console.log(
  `  ${'engine: memory'.padEnd(38)} ${(wasm_memory_bytes / 1e6).toFixed(0).padStart(7)} MB`,
);
