// One reader, once, in a process of its own: node contestant.mjs NAME FILE. Prints what it took as JSON.
import {createReadStream, openSync, readFileSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {kPeers} from './peers.mjs';

const fromPeers = createRequire(join(kPeers, 'package.json'));
const now = () => performance.now();
export const kQuery = (file) => `
  SELECT customer_id, count(*)::INT, sum(quantity * unit_price)::DOUBLE, min(order_date), max(order_date)
  FROM read_csv('${file}') GROUP BY customer_id`;

const kContestants = {
  /** What a script of ten lines would do: no quotes, no dates, no rejects, no names. */
  async plain(path) {
    const began = now();
    const decoder = new TextDecoder();
    const spent = new Map();
    let rest = '';
    let header = true;
    for await (const piece of createReadStream(path, {highWaterMark: 1 << 20})) {
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
    return {ms: now() - began, customers: spent.size};
  },

  async papaparse(path) {
    const {default: Papa} = await import(fromPeers.resolve('papaparse'));
    const began = now();
    const spent = new Map();
    await new Promise((resolve, reject) => {
      Papa.parse(createReadStream(path, {highWaterMark: 1 << 20}), {
        header: true,
        step: ({data}) =>
          spent.set(
            data.customer_id,
            (spent.get(data.customer_id) ?? 0) + Number(data.quantity) * Number(data.unit_price),
          ),
        complete: resolve,
        error: reject,
      });
    });
    spent.delete(undefined); // the blank line at the end
    return {ms: now() - began, customers: spent.size};
  },

  async udsv(path) {
    const {inferSchema, initParser} = fromPeers('udsv');
    const began = now();
    const spent = new Map();
    const decoder = new TextDecoder();
    let parser;
    for await (const piece of createReadStream(path, {highWaterMark: 1 << 20})) {
      const text = decoder.decode(piece, {stream: true});
      parser ??= initParser(inferSchema(text));
      parser.chunk(text, parser.typedArrs, (row) => {
        spent.set(row[1], (spent.get(row[1]) ?? 0) + row[4] * row[5]);
      });
    }
    parser.end();
    return {ms: now() - began, customers: spent.size};
  },

  async duckdb(path) {
    const {DuckDBInstance} = fromPeers('@duckdb/node-api');
    const starts = now();
    const instance = await DuckDBInstance.create(':memory:', {threads: '1'});
    const connection = await instance.connect();
    const began = now();
    const reader = await connection.runAndReadAll(kQuery(path));
    return {ms: now() - began, start_ms: began - starts, customers: reader.currentRowCount};
  },

  async duckdb_wasm(path) {
    const entry = fromPeers.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
    const at = (name) => join(dirname(entry), name);
    const starts = now();
    const duckdb = fromPeers(entry);
    const bundle = (kind) => ({
      mainModule: at(`duckdb-${kind}.wasm`),
      mainWorker: at(`duckdb-node-${kind}.worker.cjs`),
    });
    const db = await duckdb.createDuckDB(
      {mvp: bundle('mvp'), eh: bundle('eh')},
      new duckdb.VoidLogger(),
      duckdb.NODE_RUNTIME,
    );
    await db.instantiate(() => {});
    const connection = db.connect();
    const began = now();
    db.registerFileBuffer('orders.csv', new Uint8Array(readFileSync(path)));
    const table = connection.query(kQuery('orders.csv'));
    return {ms: now() - began, start_ms: began - starts, customers: table.numRows};
  },

  /** The whole intake: every line cleaned and kept. */
  async ours(path) {
    const starts = now();
    const {createEngine} = await import('../../dist/package/node.js');
    const engine = await createEngine();
    const file = await open(path);
    const {size} = await file.stat();
    const slice = (from, to) => ({
      async arrayBuffer() {
        const buffer = new ArrayBuffer(to - from);
        await file.read(new Uint8Array(buffer), 0, to - from, from);
        return buffer;
      },
    });
    const began = now();
    await engine.read([{name: 'orders.csv', size, slice}]);
    const ended = now();
    const {intake, timings} = await engine.analyze();
    await file.close();
    return {
      ms: ended - began,
      start_ms: began - starts,
      analyze_ms: timings.analyze_ms,
      wasm_bytes: timings.wasm_memory_bytes,
      column_bytes: timings.column_bytes,
      customers: intake.customers,
    };
  },
};

const [name, path] = process.argv.slice(2);
if (path !== undefined) {
  // The disk is not what is measured.
  const file = openSync(path);
  createReadStream('', {fd: file})
    .resume()
    .on('end', async () => {
      const result = await kContestants[name](path);
      const peak_bytes = process.resourceUsage().maxRSS * 1024;
      console.log(JSON.stringify({...result, peak_bytes}));
      process.exit();
    });
}
