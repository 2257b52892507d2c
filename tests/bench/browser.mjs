// The same in a browser: DuckDB-WASM and ours, each in a fresh Chromium, from a server on this computer.
import {build} from 'esbuild';
import {createReadStream, existsSync, readFileSync, statSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {findChromium, kArguments} from '../e2e/browser.mjs';
import {kQuery} from './contestant.mjs';
import {kPeers} from './peers.mjs';

const kPackage = fileURLToPath(new URL('../../dist/package', import.meta.url));
const kDuck = join(kPeers, 'node_modules/@duckdb/duckdb-wasm/dist');
const kScripts = {
  ours: `
    const starts = performance.now();
    const {createEngine} = await import('/package/index.js');
    const engine = await createEngine();
    const began = performance.now();
    await engine.read([file]);
    const ended = performance.now();
    const {intake, timings} = await engine.analyze();
    return {ms: ended - began, start_ms: began - starts, customers: intake.customers, wasm_bytes: timings.wasm_memory_bytes};`,
  duckdb_wasm: `
    const starts = performance.now();
    const duckdb = await import('/duckdb.js');
    const worker = new Worker('/duck/duckdb-browser-eh.worker.js');
    const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    await db.instantiate(new URL('/duck/duckdb-eh.wasm', location.href).href);
    const connection = await db.connect();
    const began = performance.now();
    await db.registerFileHandle('orders.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
    const table = await connection.query(${JSON.stringify(kQuery('orders.csv'))});
    return {ms: performance.now() - began, start_ms: began - starts, customers: table.numRows};`,
};

/** Runs one of the scripts above once. */
export async function inBrowser(name, path) {
  const server = await serve(name === 'duckdb_wasm' ? await duckScript() : '', path);
  const profile = await mkdtemp(join(tmpdir(), 'regulars-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: kArguments,
  });
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await page.evaluate(`(async () => {
      const file = new File([await (await fetch('/orders.csv')).blob()], 'orders.csv');
      ${kScripts[name]}
    })()`);
  } finally {
    await context.close();
    server.close();
    await rm(profile, {recursive: true, force: true});
  }
}

/** DuckDB's module names its own dependencies by package: a browser needs them in one file. */
async function duckScript() {
  const {outputFiles} = await build({
    entryPoints: [join(kDuck, 'duckdb-browser.mjs')],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

async function serve(duck, orders) {
  const types = {
    html: 'text/html',
    js: 'text/javascript',
    wasm: 'application/wasm',
    csv: 'text/csv',
  };
  const fileOf = (path) => {
    if (path === '/orders.csv') return orders;
    const [, folder, name = ''] = /^\/(package|duck)\/([\w.-]+)$/.exec(path) ?? [];
    return folder && join(folder === 'duck' ? kDuck : kPackage, name);
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const type = types[path.split('.').at(-1)] ?? 'text/html';
    const text = {'/': '<!doctype html><title>bench</title>', '/duckdb.js': duck}[path];
    const file = fileOf(path);
    if (text === undefined && !(file && existsSync(file))) return response.writeHead(404).end();
    const length = text === undefined ? statSync(file).size : Buffer.byteLength(text);
    response.writeHead(200, {'Content-Type': type, 'Content-Length': length});
    if (text !== undefined) return response.end(text);
    return length < 1 << 20
      ? response.end(readFileSync(file))
      : createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}
