// The report: what is pinned comes together on it, is printed as it stands, and leaves as a file that names nobody.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {kBookstore, kScratch} from '../page.mjs';
import {expectNoViolation} from './accessibility.mjs';

export function report() {
  return [
    {
      name: 'what is pinned anywhere stands on the report, in its order, and can be moved and taken off',
      async run(page) {
        await page.open();
        await page.openSample();
        const {tab} = page;
        await tab.locator('rg-figure#revenue .name').click();
        await tab.locator('rg-figure#revenue rg-pin button').click();
        await tab.keyboard.press('Escape');
        await page.goTo('returns');
        const pin = tab.locator('rg-cohorts rg-pin button');
        await tab.locator('rg-cohorts [data-measure=customers]').click();
        await pin.click();
        await tab.locator('rg-cohorts [aria-pressed=true][aria-label*="Cohorts"]').waitFor();
        await tab.locator('rg-cohorts [data-measure=share]').click();
        // Another measure is another piece.
        await tab.locator('rg-cohorts rg-pin [aria-pressed=false]').waitFor();
        await page.goTo('report');
        const pieces = () =>
          tab.locator('rg-paper .piece').evaluateAll((all) => all.map((one) => one.dataset.pin));
        assert.deepEqual(await pieces(), ['revenue', 'cohorts.customers']);
        const revenue = await tab.locator('[data-pin=revenue] .value').innerText();
        assert.equal(revenue.trim(), await page.figure('revenue'));
        await tab.locator('[data-pin=revenue] [data-way=behind]').click();
        await tab.locator('.piece:first-of-type[data-pin="cohorts.customers"]').waitFor();
        assert.deepEqual(await pieces(), ['cohorts.customers', 'revenue']);
        // The keyboard goes with it.
        await tab.keyboard.press('Tab');
        await tab.keyboard.press('Enter');
        await tab.locator('[data-pin=revenue]').waitFor({state: 'detached'});
        await tab.keyboard.press('Control+z');
        await tab.keyboard.press('Control+z');
        await tab.locator('.piece:first-of-type[data-pin=revenue]').waitFor();
        assert.deepEqual(await pieces(), ['revenue', 'cohorts.customers']);
      },
    },
    {
      name: 'the report saved as HTML holds everything pinned, no script and none of the names of the files',
      async run(page) {
        await page.open({language: 'zh-CN', theme: 'dark'});
        await page.openSample();
        const {tab} = page;
        await page.goTo('report');
        await tab.locator('rg-paper .usual').click();
        await tab.locator('rg-paper input').fill('<b>春天</b> & more');
        await tab.locator('rg-paper input').press('Tab');
        await tab.locator('rg-paper article h2', {hasText: '春天'}).waitFor();
        // All there is, whatever it takes to pin it by hand.
        await tab.locator('rg-paper').evaluate((element) => {
          for (const pin of kEverything())
            element.dispatchEvent(
              new CustomEvent('rg-paper', {
                detail: {did: 'pinned', pin},
                bubbles: true,
                composed: true,
              }),
            );
          function kEverything() {
            return [
              ...['customers', 'orders', 'revenue', 'cumulative_value'].map(
                (one) => `cohorts.${one}`,
              ),
              ...['returns', 'concentration', 'rhythm', 'monitor', 'flow', 'segment_map'],
              ...['tracking', 'baskets', 'rewards', 'points', 'ladder', 'holdout_bias'],
            ];
          }
        });
        await tab.locator('rg-paper [data-pin=holdout_bias]').waitFor();
        await expectNoViolation(page, 'the report');
        // On paper it is light and has no buttons.
        await tab.emulateMedia({media: 'print'});
        const pressed = await tab
          .locator('rg-paper button:visible, rg-pin button:visible')
          .evaluateAll((all) => all.map((one) => one.outerHTML));
        assert.deepEqual(pressed, []);
        assert.equal(await tab.locator('#report > h1').isVisible(), false);
        assert.equal(await tab.locator('rg-nav:visible, rg-header:visible').count(), 0);
        await tab.emulateMedia({media: null});

        const [saved] = await Promise.all([
          tab.waitForEvent('download'),
          tab.locator('rg-paper .save').click(),
        ]);
        const file = join(kScratch, saved.suggestedFilename());
        await saved.saveAs(file);
        const text = await readFile(file, 'utf8');
        assert.match(text, /^<!doctype html>\n<html lang="zh-CN">/);
        assert.match(
          text,
          /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/,
        );
        assert.match(text, /<title>&lt;b>春天/);
        assert.doesNotMatch(text, /<script|<button|<link|<img|<!--|javascript:|\son\w+=|https?:/i);
        const told = await namesOf(kBookstore);
        assert.ok(told.length > 4000, String(told.length));
        const found = told.filter((name) => text.includes(name));
        assert.deepEqual(found, [], 'names in the report');

        const before = page.requests.length;
        await tab.goto(pathToFileURL(file).href);
        assert.equal(page.requests.length, before + 1);
        assert.equal(await tab.locator('.piece').count(), 25);
        assert.ok((await tab.locator('article svg').count()) > 5);
        assert.equal(await tab.locator('h1').innerText(), '<b>春天</b> & more');
        await expectNoViolation(page, 'the file');
        await tab.setViewportSize({width: 360, height: 780});
        const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${over} px too wide`);
      },
    },
  ];
}

/** The names, e-mails and numbers of all orders of a file whose first columns are without quotes. */
async function namesOf(file) {
  const [, ...rows] = (await readFile(file, 'utf8')).trim().split('\n');
  const cells = rows.flatMap((row) => {
    const [number, , email, name] = row.split(',');
    return [number, email, name];
  });
  return [...new Set(cells)].filter((cell) => cell.length > 1);
}
