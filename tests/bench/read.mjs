// A hundred megabytes of orders read by ours and by the peers, best of three, as ratios to native DuckDB on one thread: the
// numbers say how they compare, not how fast the machine is. `--large` reads a gigabyte with ours alone.
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {inBrowser} from './browser.mjs';
import {compareCustomers} from './customers.mjs';
import {checkLedgers} from './ledgers.mjs';
import {ordersFile} from './orders.mjs';
import {missingPeers} from './peers.mjs';
import {timeRewards} from './rewards.mjs';

const kLines = 2_000_000;
const kLargeLines = 21_000_000;
const kTimes = 3;
const kRoot = fileURLToPath(new URL('../..', import.meta.url));
const kContestant = fileURLToPath(new URL('contestant.mjs', import.meta.url));

const inNode = (name, path) =>
  JSON.parse(execFileSync(process.execPath, [kContestant, name, path], {encoding: 'utf8'}));

/** The engine as it is built natively, so that like stands beside like. */
function buildNative() {
  const cmake = (...words) =>
    execFileSync('cmake', words, {cwd: kRoot, stdio: ['ignore', 'ignore', 'inherit']});
  cmake('--preset', 'native');
  cmake('--build', '--preset', 'native', '--target', 'regulars_read');
  const program = join(kRoot, 'build/native/tests/regulars_read');
  return (path) => JSON.parse(execFileSync(program, [path], {encoding: 'utf8'}));
}

/** Of some runs, each figure the best it was. */
function best(results) {
  const low = (key) =>
    results[0][key] === undefined ? undefined : Math.min(...results.map((result) => result[key]));
  const keys = [
    'ms',
    'start_ms',
    'analyze_ms',
    'wasm_bytes',
    'column_bytes',
    'peak_bytes',
    'customers',
  ];
  return Object.fromEntries(keys.map((key) => [key, low(key)]));
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const megabytes = (bytes) => (bytes === undefined ? '' : `${(bytes / 1e6).toFixed(0)} MB`);
const line = (cells) =>
  console.log(
    `  ${cells[0].padEnd(46)}${cells
      .slice(1)
      .map((cell) => cell.padStart(11))
      .join('')}`,
  );

async function large() {
  const {path, bytes, lines} = ordersFile(kLargeLines);
  const ours = best([inNode('ours', path)]);
  console.log(`${megabytes(bytes)}, ${lines.toLocaleString('en')} lines, ours alone\n`);
  line(['read: clean, keep every line', seconds(ours.ms)]);
  line(['analyze', seconds(ours.analyze_ms)]);
  line(['memory of the columns', megabytes(ours.column_bytes)]);
  line(['memory of the engine beyond them', megabytes(ours.wasm_bytes - ours.column_bytes)]);
  line(['memory of the whole process at its peak', megabytes(ours.peak_bytes)]);
  line(['of it outside the engine', megabytes(ours.peak_bytes - ours.wasm_bytes)]);
}

async function beside() {
  const {path, bytes, lines} = ordersFile(kLines);
  const missing = missingPeers();
  const natively = buildNative();
  const rows = [
    ['DuckDB, native, one thread: read, group', 'peer', () => inNode('duckdb', path)],
    ['DuckDB-WASM in Node', 'peer', () => inNode('duckdb_wasm', path)],
    ['DuckDB-WASM in Chromium', 'peer', () => inBrowser('duckdb_wasm', path)],
    ['uDSV: read, group', 'peer', () => inNode('udsv', path)],
    ['PapaParse: read, group', 'peer', () => inNode('papaparse', path)],
    ['plain loop: split, sum by customer', '', () => inNode('plain', path)],
    ['ours, native: read, clean, keep every line', '', () => natively(path)],
    ['ours in Node: read, clean, keep every line', '', () => inNode('ours', path)],
    ['ours in Chromium', '', () => inBrowser('ours', path)],
  ];
  const found = rows.map(() => []);
  const failed = rows.map(() => '');
  // In turns, so that whatever else the machine does falls on all alike.
  for (let turn = 0; turn < kTimes; ++turn) {
    for (const [i, [, sort, run]] of rows.entries()) {
      if ((sort === 'peer' && missing) || failed[i]) continue;
      try {
        found[i].push(await run());
      } catch (error) {
        failed[i] = String(error.message).split('\n')[0];
      }
    }
  }
  console.log(`${megabytes(bytes)}, ${lines.toLocaleString('en')} lines, best of ${kTimes}\n`);
  line(['', 'read', 'ratio', 'with start', 'ratio', 'wasm', 'process']);
  let base;
  let customers;
  let ours;
  for (const [i, [what]] of rows.entries()) {
    if (found[i].length === 0 || failed[i]) {
      line([
        what,
        failed[i]
          ? `did not run: ${failed[i]}`
          : `not here: the registry could not be reached (${missing})`,
      ]);
      if (failed[i]) process.exitCode = 1;
      continue;
    }
    const result = best(found[i]);
    customers ??= result.customers;
    if (result.customers !== customers)
      throw new Error(`${what}: ${result.customers} customers, ${customers} expected`);
    // Without DuckDB all are compared with whoever comes first.
    base ??= result.ms;
    if (result.analyze_ms !== undefined) ours ??= result;
    const whole = result.ms + (result.start_ms ?? 0);
    const ratio = (ms) => `${(ms / base).toFixed(2)} x`;
    line([
      what,
      seconds(result.ms),
      ratio(result.ms),
      seconds(whole),
      ratio(whole),
      megabytes(result.wasm_bytes),
      megabytes(result.peak_bytes),
    ]);
  }
  if (!ours) return;
  line(['ours: analyze', seconds(ours.analyze_ms), `${(ours.analyze_ms / base).toFixed(2)} x`]);
  line(['ours: memory of the columns', megabytes(ours.column_bytes)]);
  line(['ours: wasm memory beyond them', megabytes(ours.wasm_bytes - ours.column_bytes)]);
}

if (process.argv.includes('--large')) {
  await large();
} else {
  await beside();
  compareCustomers();
  timeRewards();
  checkLedgers();
}
