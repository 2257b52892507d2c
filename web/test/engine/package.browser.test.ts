import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import type {Browser, Page} from 'playwright-core';
import type * as face from '../../src/index.js';
import {needsEngine, packageFolder} from '../cli/real.js';

const chromiumPath = [
  process.env.REGULARS_CHROMIUM ?? '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path));
const needsBrowser = {
  skip: needsEngine.skip || (chromiumPath ? false : 'no Chromium: set REGULARS_CHROMIUM'),
};

const kTypes: Record<string, string> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html',
};

let policy = '';
const server = createServer(({url = '/'}, response) => {
  const path = url === '/' ? undefined : join(packageFolder, url);
  const known = path === undefined || existsSync(path);
  response.writeHead(known ? 200 : 404, {
    'content-type': kTypes[extname(url)] ?? 'text/html',
    ...(policy && {'content-security-policy': policy}),
  });
  response.end(path && known ? readFileSync(path) : '<!doctype html><title>host</title>');
});

let browser: Browser | undefined;
before(async () => {
  if (needsBrowser.skip) return;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({executablePath: chromiumPath, args: ['--no-sandbox']});
});
after(async () => {
  await browser?.close();
  server.close();
});

/** An empty page of a host with the policy `csp`. */
async function hostPage(csp = ''): Promise<Page> {
  policy = csp;
  assert.ok(browser);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  // On a busy machine a page may still be taking the place of the empty one before it.
  await page.waitForFunction(() => location.pathname === '/' && document.readyState === 'complete');
  return page;
}

/** Lets the page read two customers with the engine of `module`, and tells what came of it and how many workers it took. */
async function used(page: Page, module: string, options: face.CreateOptions = {}) {
  const answer = await page.evaluate(
    async ([path, given]) => {
      const {createEngine} = (await import(path)) as typeof face;
      const engine = await createEngine(given);
      const text =
        'date,customer,amount\n2024-01-01,Ann,3.50\n2024-02-01,Ann,4.00\n2024-02-02,Bo,1.00\n';
      await engine.read([new File([text], 'orders.csv')], {zone: 'Europe/Berlin'});
      const {intake, metrics} = await engine.analyze();
      const rate = metrics.repurchase_rate;
      return [
        intake.revenue,
        rate.numerator,
        rate.denominator,
        [...engine.column('orders')].sort(),
      ];
    },
    [module, options] as const,
  );
  assert.deepEqual(answer, [850, 1, 2, [1, 2]]);
  return page.workers().length;
}

test(
  'the package works in a page: in a worker, and columns without waiting',
  needsBrowser,
  async () => {
    assert.equal(await used(await hostPage(), '/index.js'), 1);
  },
);

test('the slim entry fetches its parts from beside it', needsBrowser, async () => {
  assert.equal(await used(await hostPage(), '/slim.js'), 1);
});

test('a host that forbids blob workers names the worker script', needsBrowser, async () => {
  const csp = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";
  assert.equal(await used(await hostPage(csp), '/index.js', {worker: '/regulars.worker.js'}), 1);
});

test('a host that asks for trusted types lists the name of ours', needsBrowser, async () => {
  const csp =
    "script-src 'self' 'wasm-unsafe-eval'; worker-src blob: 'self'; require-trusted-types-for 'script'; trusted-types";
  const listed = await hostPage(`${csp} regulars-worker`);
  assert.equal(await used(listed, '/index.js'), 1);
  assert.equal(await used(listed, '/index.js', {worker: '/regulars.worker.js'}), 2);
  assert.equal(await used(await hostPage(`${csp} 'none'`), '/index.js'), 0);
});

test('a host that allows no worker at all gets the engine in the page', needsBrowser, async () => {
  const csp = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'";
  assert.equal(await used(await hostPage(csp), '/index.js'), 0);
  assert.equal(await used(await hostPage(), '/index.js', {worker: false}), 0);
});

test('a host that forbids WebAssembly hears so at once', needsBrowser, async () => {
  const page = await hostPage("default-src 'self'; worker-src 'self' blob:");
  const code = await page.evaluate(async (path) => {
    const {createEngine} = (await import(path)) as typeof face;
    return createEngine().then(
      () => 'works',
      (error: {code: string}) => error.code,
    );
  }, '/index.js');
  assert.equal(code, 'engine_died');
});

test('the element shows itself in a page of somebody else', needsBrowser, async () => {
  const page = await hostPage(
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:",
  );
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.evaluate(async (path) => {
    await import(path);
    document.body.append(document.createElement('regulars-app'));
  }, '/element.js');
  await page.locator('regulars-app input[type=file]').first().waitFor({state: 'attached'});
  assert.deepEqual(errors, []);
});
