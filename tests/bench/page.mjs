// How the built page feels in Chromium: node tests/bench/page.mjs. The first screen from its file, the longest task of the main thread in
// each stage of a visit, and how soon a million customers are searched, filtered and sorted.
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {kScreens} from '../e2e/walk.mjs';
import {largeFile} from '../e2e/cases/reading.mjs';
import {openBrowser} from '../e2e/browser.mjs';
import {Page, kPageFile} from '../e2e/page.mjs';

const kAim = {first: 1000, task: 50, view: 100}; // milliseconds
const kTimes = 5;

/** Runs in the page before it does: notes when it could be used, and every task that took long. */
function watch() {
  window.tasks = [];
  new PerformanceObserver((list) =>
    window.tasks.push(...list.getEntries().map(({duration, startTime}) => ({duration, startTime}))),
  ).observe({type: 'longtask', buffered: true});
  const look = () => {
    const start = document.querySelector('regulars-app')?.shadowRoot?.querySelector('rg-start');
    if (start?.shadowRoot?.querySelector('rg-drop-zone')?.shadowRoot?.querySelector('.choose'))
      window.usable ??= performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page: how long until the table shows the rows of another view, in ms. */
async function viewed(part) {
  const report = document.querySelector('regulars-app').shadowRoot.querySelector('rg-report');
  const customers = report.shadowRoot.querySelector('rg-customers');
  const begun = performance.now();
  customers.dispatchEvent(
    new CustomEvent('rg-view', {detail: part, bubbles: true, composed: true}),
  );
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const {view, source} = customers;
    const isThere = Object.entries(part).every(([key, value]) => view[key] === value);
    if (!isThere || source?.total === null) continue;
    const rows = customers.shadowRoot.querySelector('rg-grid')?.shadowRoot.querySelectorAll('.row');
    if (
      source.total === 0 ||
      (rows?.length > 0 && ![...rows].some((row) => row.matches('.pending')))
    )
      return performance.now() - begun;
  }
}

const line = (what, ms, aim) =>
  console.log(`  ${what.padEnd(58)} ${ms.toFixed(0).padStart(7)} ms   aim ${aim} ms`);
const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function firstScreen(context) {
  const [painted, usable] = [[], []];
  for (let time = 0; time < kTimes; ++time) {
    const page = await opened(context);
    const told = await page.tab.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      window.usable,
    ]);
    painted.push(told[0]);
    usable.push(told[1]);
    await page.close();
  }
  line('something is painted (median of 5)', middle(painted), kAim.first);
  line('a file can be chosen (median of 5)', middle(usable), kAim.first);
}

async function opened(context) {
  const page = new Page(context);
  await page.prepare();
  await page.tab.addInitScript(watch);
  await page.tab.goto(kPageFile);
  await page.waitForStart();
  return page;
}

async function stage(page, what, act) {
  await page.tab.evaluate(() => (window.tasks.length = 0));
  await act();
  await page.tab.waitForTimeout(300);
  const tasks = await page.tab.evaluate(() => window.tasks.splice(0));
  line(`${what}: longest task`, Math.max(0, ...tasks.map(({duration}) => duration)), kAim.task);
}

async function visit(context, name, files) {
  const page = await opened(context);
  await page.tab.waitForTimeout(1000);
  console.log(`\n${name}`);
  await stage(page, 'read and shown', async () => {
    if (files.length === 0) await page.openSample();
    else {
      await page.choose(...files);
      await page.waitForReport();
    }
  });
  for (const screen of kScreens.slice(1))
    await stage(page, `to the screen ${screen}`, async () => {
      await page.goTo(screen);
    });
  await page.goTo('customers');
  await page.tab.locator('rg-grid .row:not(.pending)').first().waitFor();
  await stage(page, 'a customer opened', async () => {
    await page.tab.locator('rg-grid .row').first().click();
    await page.tab.locator('rg-customer .scores').waitFor();
  });
  await page.tab.keyboard.press('Escape');
  return page;
}

async function views(page) {
  const parts = {
    'searched by a part of the address': {search: 'person123'},
    'all of them again': {search: ''},
    'filtered by a segment': {segment: 'hibernating'},
    'all again': {segment: null},
    'sorted by orders': {sort: 'orders', descending: true},
    'sorted by name': {sort: 'customer', descending: false},
    'sorted by the last order': {sort: 'last_order', descending: true},
  };
  for (const [what, part] of Object.entries(parts)) {
    let took = 0;
    await stage(page, what, async () => (took = await page.tab.evaluate(viewed, part)));
    line(what, took, kAim.view);
  }
}

if (!existsSync(fileURLToPath(kPageFile))) throw new Error('dist/regulars.html is missing');
const {context, close} = await openBrowser();
try {
  console.log('The page from its file');
  await firstScreen(context);
  await (await visit(context, 'The sample bookstore', [])).close();
  await (await visit(context, '200,000 lines', [await largeFile(200_000, 20_000)])).close();
  const page = await visit(context, 'A million customers', [await largeFile(1_000_003, 1_000_003)]);
  await views(page);
} finally {
  await close();
}
