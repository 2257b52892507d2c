// What is to come: the model that was chosen, its figures, the columns of the customer table, and one customer.
import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {commandLine, kBookstore, kScratch, realFile, reportOf} from '../page.mjs';
import {expectNoViolation} from './accessibility.mjs';

const kCdnow = realFile('cdnow/cdnow_CLVTools.csv');
const whole = (value) => Math.round(value).toLocaleString('en-GB');

async function openCdnow(page, how = {}) {
  await page.open(how);
  await page.choose(kCdnow.file);
  await page.waitForReport();
  await page.tab.locator('rg-models .contest').waitFor();
}

export function forecast() {
  return [
    {
      name: 'the forecast gives the figures of the command line, and marks the way that erred least',
      skip: kCdnow.skip,
      async run(page) {
        await openCdnow(page);
        const {lifetime, purchase_models: models, chosen} = await reportOf(kCdnow.file);
        assert.equal(await page.figure('expected_orders_90d'), whole(lifetime.expected_orders_90d));
        assert.equal(
          await page.figure('lifetime_total'),
          (lifetime.total / 100).toLocaleString('en-GB', {minimumFractionDigits: 2}),
        );
        const rows = await page.tab.locator('rg-models tr[data-way]').evaluateAll((all) =>
          all.map((row) => ({
            way: row.dataset.way,
            predicted: row.querySelector('.predicted').textContent.trim(),
            error: Number(row.querySelector('.error').textContent),
            chosen: row.classList.contains('chosen'),
          })),
        );
        assert.equal(rows.length, models.length);
        assert.deepEqual(
          rows.filter((row) => row.chosen).map(({way}) => way),
          [chosen],
        );
        assert.equal(rows[0].way, chosen);
        assert.ok(rows.every(({error}, at) => at === 0 || error >= rows[at - 1].error));
        for (const {way, predicted, error} of rows) {
          const {holdout} = models.find(({name}) => name === way);
          assert.equal(predicted, whole(holdout.predicted), way);
          assert.ok(Math.abs(error - holdout.mae) < 6e-4, way);
        }
        await page.tab.locator('rg-models summary').click();
        const numbers = await page.tab.locator('rg-models .parameters tbody tr').count();
        const told = models.reduce((sum, one) => sum + Object.keys(one.parameters ?? {}).length, 3);
        assert.equal(numbers, told, 'every parameter, and the three of spend');
        await page.tab.locator('rg-figure#lifetime_total .name').click();
        await expectNoViolation(page, 'the forecast unfolded');
      },
    },
    {
      name: 'the customer table turns to what is to come, and sorts by it',
      skip: kCdnow.skip,
      async run(page) {
        await openCdnow(page);
        await page.tab.locator('rg-customers [data-aspect=future]').click();
        const csv = await commandLine('analyze', kCdnow.file, '--customers', '-');
        const [head, ...lines] = csv.trim().split('\r\n');
        const at = head.split(',').indexOf('lifetime_value');
        const most = Math.max(
          ...lines.map((line) => Number(line.split(',').at(at - head.split(',').length))),
        );
        await page.tab
          .locator('rg-grid .row:not(.pending) .lifetime_value', {hasText: whole(most)})
          .first()
          .waitFor();
        const header = page.tab.locator('rg-grid [role=columnheader]', {hasText: 'Worth'});
        assert.equal(await header.getAttribute('aria-sort'), 'descending');
        await page.tab.locator('rg-grid .row').first().click();
        await page.tab.locator('rg-future rg-figure#lifetime_value').waitFor();
        const future = page.tab.locator('rg-customer-dialog rg-future');
        assert.match(
          await future.locator('.window').innerText(),
          /as likely as not to come between \d+ \w+ 1998/,
        );
        assert.match(
          await future.locator('.state').innerText(),
          /times the usual gap|usual gap is/,
        );
        assert.equal(await page.tab.locator('rg-customer-dialog .ahead').count(), 1);
        await expectNoViolation(page, 'one customer and what comes next');
      },
    },
    ...['en', 'zh-CN'].map((language) => ({
      name: `what is to come fits 360 px, unfolded (${language})`,
      skip: kCdnow.skip,
      async run(page) {
        await openCdnow(page, {language, width: 360, height: 780, theme: 'dark'});
        await page.tab.locator('rg-models summary').click();
        await page.tab.locator('rg-customers [data-aspect=future]').click();
        await page.tab.locator('rg-grid .row:not(.pending)').first().waitFor();
        const wide = await page.tab.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(wide, 360);
        await expectNoViolation(page, 'what is to come at 360 px');
      },
    })),
    {
      name: 'where a guess does as well, no forecast is shown, and the page says why',
      async run(page) {
        await page.open();
        await page.openSample();
        const {choice, chosen} = await reportOf(kBookstore);
        assert.equal(chosen, null);
        await page.tab.locator('rg-models .none').waitFor();
        const text = await page.tab.locator('rg-models .none').innerText();
        assert.ok(text.includes(choice.needed.toFixed(3)), text);
        assert.ok(text.includes(choice.found.toFixed(3)), text);
        assert.equal(await page.tab.locator('rg-forecast rg-figure').count(), 0);
        assert.equal(await page.tab.locator('rg-customers [data-aspect]').count(), 0);
        await page.tab.locator('rg-grid .row:not(.pending)').first().click();
        await page.tab.locator('rg-future', {hasText: 'There is no forecast'}).waitFor();
      },
    },
    {
      name: 'a shop of a week is told how much longer it takes',
      async run(page) {
        const file = join(kScratch, 'week.csv');
        await writeFile(
          file,
          'order,date,customer,total\n1,2024-05-03,ada@example.org,12.00\n2,2024-05-09,ada@example.org,9.00\n',
        );
        await page.open();
        await page.choose(file);
        await page.waitForReport();
        await page.tab.locator('rg-models', {hasText: 'at least 14 days'}).waitFor();
        const text = await page.tab.locator('rg-models .card').innerText();
        assert.match(text, /has \d+\./);
        assert.doesNotMatch(text, /NaN|Infinity|null|undefined/);
      },
    },
  ];
}
