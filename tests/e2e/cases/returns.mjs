// The section on coming back: cohorts by keyboard, pictures with their tables, and the customers behind them.
import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {kBookstore, kScratch, reportOf} from '../page.mjs';

const kTwins = [
  'rg-cohorts',
  'rg-second-order',
  'rg-concentration',
  'rg-rhythm',
  'rg-monitor',
  'rg-flow',
];

const digits = (text) => Number(text.replace(/\D/g, ''));

async function customersShown(page, wanted) {
  const count = page.tab.locator('rg-customers .count');
  await page.tab.waitForFunction(
    (wanted) => {
      const find = (root) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches('.count[role=status]')) return element;
          const inner = element.shadowRoot && find(element.shadowRoot);
          if (inner) return inner;
        }
        return null;
      };
      return find(document)?.textContent.replace(/\D/g, '') === String(wanted);
    },
    wanted,
    {timeout: 10_000},
  );
  assert.equal(digits(await count.innerText()), wanted);
}

export function returns() {
  return [
    {
      name: 'the keyboard walks the cohorts, hears their numbers, and shows their customers',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('returns');
        const {cohorts} = await reportOf(kBookstore);
        const map = page.tab.locator('rg-cohorts .map');
        await map.waitFor();
        const shown = await map.locator('tbody tr').count();
        const first = cohorts.cohorts.at(-shown);
        await map.locator('tbody button[tabindex="0"]').focus();
        for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft']) {
          await page.tab.keyboard.press(key);
        }
        const cell = cohorts.cells.find(({cohort, age}) => cohort === first.cohort && age === 1);
        const here = page.tab.locator('rg-cohorts .map button:focus');
        assert.match(
          await here.getAttribute('aria-label'),
          new RegExp(`1 month later · ${cell.active} of ${cell.customers} customers ordered`),
        );
        await page.tab.locator('rg-cohorts .tip').waitFor();
        assert.equal(await map.locator('button[tabindex="0"]').count(), 1);
        await page.tab.keyboard.press('End');
        const ages = cohorts.cells.filter(
          ({cohort, active}) => cohort === first.cohort && active > 0,
        );
        // The cell of the last period in which somebody ordered.
        while ((await here.innerText()).trim() === '0%') await page.tab.keyboard.press('ArrowLeft');
        await page.tab.keyboard.press('Enter');
        await customersShown(page, ages.at(-1).active);
        await page.goTo('returns');
        await map.locator('tbody button').first().click();
        await customersShown(page, first.customers);
        await page.tab.locator('rg-customers .chip').click();
        await customersShown(
          page,
          cohorts.cohorts.reduce((sum, {customers}) => sum + customers, 0),
        );
      },
    },
    {
      name: 'where customers stand leads to them',
      async run(page) {
        await page.open();
        await page.openSample();
        const {behaviour} = await reportOf(kBookstore);
        await page.goTo('returns');
        await page.tab.locator('rg-rhythm [data-state=overdue]').click();
        await customersShown(page, behaviour.rhythm.states.overdue);
      },
    },
    ...['en', 'zh-CN'].map((language) => ({
      name: `each picture of coming back has a table that says the same (${language})`,
      async run(page) {
        await page.open({language});
        await page.openSample();
        await page.goTo('returns');
        const {cohorts, metrics, monitor} = await reportOf(kBookstore);
        for (const tag of kTwins) {
          const element = page.tab.locator(tag);
          await element.locator('.twin').click();
          await element.locator('table').first().waitFor();
          assert.equal(await element.locator('.twin').getAttribute('aria-pressed'), 'true', tag);
        }
        const people = await page.tab
          .locator('rg-cohorts .twin-table tbody td:nth-of-type(1)')
          .allInnerTexts();
        assert.deepEqual(
          people.map(digits),
          cohorts.cohorts.map(({customers}) => customers),
        );
        const orders = await page.tab
          .locator('rg-monitor tbody td:nth-of-type(3) .amount')
          .allInnerTexts();
        assert.deepEqual(
          orders.map(digits).reverse(),
          monitor.charts.orders.points.map(({value}) => value),
        );
        const current = await page.tab.locator('rg-flow tbody td:last-child').allInnerTexts();
        assert.deepEqual(
          current.map(digits).reverse(),
          metrics.flow.periods.map(({current}) => current),
        );
      },
    })),
    {
      name: 'one customer with one order is told what cannot be said yet',
      async run(page) {
        const file = join(kScratch, 'one.csv');
        await writeFile(file, 'order,date,customer,total\n1,2024-05-03,ada@example.org,12.00\n');
        await page.open();
        await page.choose(file);
        await page.waitForReport();
        await page.goTo('returns');
        await page.tab
          .locator('rg-second-order', {hasText: 'Nobody has ordered a second'})
          .waitFor();
        await page.tab.locator('rg-cohorts', {hasText: 'nothing to compare yet'}).waitFor();
        await page.tab.locator('rg-rhythm', {hasText: 'Too few customers'}).waitFor();
        await page.tab.locator('rg-flow', {hasText: 'Too few customers'}).waitFor();
        // A section's own text does not reach into its elements.
        const texts = await page.tab.locator('main > #returns #past .card').allInnerTexts();
        assert.ok(texts.length >= 4, `${texts.length} cards`);
        assert.doesNotMatch(texts.join('\n'), /NaN|Infinity|null|undefined/);
      },
    },
  ];
}
