// Who is behind the marks of the pictures: each opens as many customers as it says.
import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {kBookstore, kScratch, reportOf} from '../page.mjs';

const digits = (text) => Number(text.replace(/\D/g, ''));

/** The customers on the screen, once the filter on the chip `chip` is in force; goes back as well. */
async function shown(page, chip) {
  await page.waitForScreen('customers');
  await page.tab.locator('rg-customers .chip', {hasText: chip}).first().waitFor({timeout: 10_000});
  const count = page.tab.locator('rg-customers .count', {hasText: /\d/});
  await count.waitFor({timeout: 10_000});
  const people = digits(await count.innerText());
  await page.tab.goBack();
  await page.tab.locator('main > #customers').waitFor({state: 'hidden'});
  return people;
}

/** Waits until so many are on the screen, and goes back to where they were asked for. */
async function expectShown(page, chip, wanted) {
  await page.waitForScreen('customers');
  assert.ok(wanted > 0, `${chip}: ${wanted}`);
  await page.tab.locator('rg-customers .chip', {hasText: chip}).first().waitFor({timeout: 10_000});
  const text = new RegExp(`(^|\\D)${wanted.toLocaleString('en-GB')}(\\D|$)`);
  await page.tab.locator('rg-customers .count', {hasText: text}).waitFor({timeout: 10_000});
  await page.tab.goBack();
  await page.tab.locator('main > #customers').waitFor({state: 'hidden'});
}

/** Sixty customers through two channels; those of no stated channel seldom return. */
async function channelShop() {
  const lines = ['order,date,customer,total,channel'];
  const day = (of) => new Date(Date.UTC(2025, 0, 1 + of)).toISOString().slice(0, 10);
  for (let customer = 0; customer < 60; ++customer) {
    const channel = ['web', 'till', ''][customer % 3];
    for (let again = 0; again <= (customer % 3 === 2 ? customer % 2 : customer % 5); ++again) {
      lines.push(`${lines.length},${day(customer * 2 + again * 33)},c${customer},7.50,${channel}`);
    }
  }
  const file = join(kScratch, 'channels.csv');
  await writeFile(file, lines.join('\n'));
  return file;
}

async function cohortsBy(page, by) {
  const cohorts = page.tab.locator('rg-cohorts');
  await cohorts.locator('[data-choice=by]').selectOption(by);
  await page.tab.locator('rg-cohorts [data-choice=by][aria-busy=false]').waitFor();
  await cohorts.locator('[data-measure=customers]').click();
  await cohorts.locator('[data-measure=customers][aria-pressed=true]').waitFor();
  return cohorts;
}

export function behind() {
  return [
    {
      name: 'every cell and row of the cohorts by channel opens as many customers as it says',
      async run(page) {
        await page.open();
        await page.choose(await channelShop());
        await page.waitForReport();
        await page.goTo('returns');
        const cohorts = await cohortsBy(page, 'first_channel');
        await cohorts.locator('h3', {hasText: 'through what they came'}).waitFor();
        const rows = cohorts.locator('.map tbody tr');
        await rows.filter({hasText: 'Other channels, or none stated'}).waitFor();
        assert.equal(await rows.count(), 3);
        for (let row = 0; row < 3; ++row) {
          const name = rows.nth(row).locator('.name button');
          const said = await name.innerText();
          const people = digits(await rows.nth(row).locator('.people').innerText());
          assert.equal(people, 20, said);
          await name.click();
          await expectShown(page, `First channel: ${said}`, people);
          const cells = rows.nth(row).locator('td:not(.people) button');
          for (let cell = 0; cell < (await cells.count()); cell += 2) {
            const active = digits(await cells.nth(cell).innerText());
            if (active === 0) continue;
            await cells.nth(cell).focus();
            await page.tab.keyboard.press('Enter');
            await expectShown(page, new RegExp(`First channel: ${said}.* later`), active);
          }
        }
        // Where they are put together otherwise, a filter of before is nobody's.
        await rows.first().locator('.name button').click();
        await page.waitForScreen('customers');
        await page.tab.keyboard.press('Control+z');
        await page.tab.keyboard.press('Control+z');
        await page.tab.locator('rg-customers .count', {hasText: /^60 customers$/}).waitFor();
      },
    },
    {
      name: 'the cohorts by month and by product open those who ordered in a period',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('returns');
        const {cohorts: by_month} = await reportOf(kBookstore);
        const cohorts = await cohortsBy(page, 'first_order');
        const row = cohorts.locator('.map tbody tr').last();
        const newest = by_month.cohorts.at(-1);
        await row.locator('.name button').click();
        await expectShown(page, 'First order', newest.customers);
        const rows = cohorts.locator('.map tbody tr');
        const elder = by_month.cohorts.at(-(await rows.count()));
        const cell = by_month.cells.find(
          ({cohort, age, active}) => cohort === elder.cohort && age > 0 && active > 0,
        );
        await rows
          .first()
          .locator('td:not(.people) button')
          .nth(cell.age - 1)
          .click();
        await expectShown(page, 'later', cell.active);
        await cohortsBy(page, 'first_product');
        await cohorts.locator('.map tbody th', {hasText: 'All other products'}).waitFor();
        const first = cohorts.locator('.map tbody tr').first();
        await first.locator('.name button').click();
        await expectShown(
          page,
          'First product',
          digits(await first.locator('.people').innerText()),
        );
        // The table says the same and leads there as well.
        await cohorts.locator('.twin').click();
        const last = cohorts.locator('.twin-table tbody tr').last();
        await last.locator('button').click();
        await expectShown(
          page,
          'All other products',
          digits(await last.locator('td').first().innerText()),
        );
      },
    },
    ...['en', 'zh-CN'].map((language) => ({
      name: `the pictures of coming back open whom they count, by mouse and by keyboard (${language})`,
      async run(page) {
        await page.open({language});
        await page.openSample();
        await page.goTo('returns');
        const report = await reportOf(kBookstore);
        const {metrics} = report;
        const {periods} = metrics.flow;
        const picture = (tag) => page.tab.locator(tag);
        // Flow: a bar of the picture, then the numbers of the table by keyboard.
        const busiest = periods.reduce(
          (best, {returning}, at) => (returning > periods[best].returning ? at : best),
          0,
        );
        await picture('rg-flow')
          .locator('[data-flow=returning] g')
          .nth(busiest)
          .dispatchEvent('click');
        await expectShown(page, /./, periods[busiest].returning);
        await picture('rg-flow').locator('.twin').click();
        const rows = picture('rg-flow').locator('tbody tr');
        for (const [column, name] of [
          [1, 'returning'],
          [2, 'reactivated'],
          [3, 'lapsed'],
        ]) {
          const at = periods.findLastIndex(({[name]: amount}) => amount > 0);
          const number = rows
            .nth(periods.length - 1 - at)
            .locator('td')
            .nth(column)
            .locator('button');
          await number.focus();
          await page.tab.keyboard.press('Enter');
          await expectShown(page, /./, periods[at][name]);
        }
        // Who came back within a time: the bars of this week.
        const ninety = metrics.repurchase_within.find(({days}) => days === 90);
        const bar = metrics.repurchase_within.indexOf(ninety);
        await page.goTo('week');
        await picture('rg-returns').locator('svg > g').nth(bar).dispatchEvent('click');
        await expectShown(page, '90', ninety.numerator);
        await page.goTo('returns');
        await picture('rg-second-order').locator('g.mark').nth(1).dispatchEvent('click');
        assert.ok((await shown(page, '90')) >= ninety.numerator);
        await picture('rg-second-order').locator('.twin').click();
        await picture('rg-second-order').locator('tbody tr').last().locator('button').click();
        await expectShown(page, /./, report.survival.events);
        // The tenth that brings most, and the half that brings least.
        const all = metrics.customers.value;
        await picture('rg-concentration').locator('g.tenth').dispatchEvent('click');
        await expectShown(page, /./, Math.ceil(all / 10));
        await picture('rg-concentration').locator('.twin').click();
        await picture('rg-concentration').locator('tbody tr').nth(4).locator('button').click();
        const half = report.metrics.concentration.curve.reduce((best, point) =>
          Math.abs(point[0] - 0.5) < Math.abs(best[0] - 0.5) ? point : best,
        );
        await expectShown(page, /./, Math.round(half[0] * all));
        // Who ordered in a period that is watched, and on a weekday.
        const {points} = report.monitor.charts.orders;
        await picture('rg-monitor').locator('.twin').click();
        await picture('rg-monitor')
          .locator('tbody tr')
          .first()
          .locator('td')
          .nth(2)
          .locator('button')
          .click();
        const ordered = await shown(page, /20\d\d/);
        assert.ok(ordered > 0 && ordered <= points.at(-1).value, `${ordered}`);
        await picture('rg-rhythm')
          .locator('[data-season=weekday] g')
          .first()
          .dispatchEvent('click');
        const monday = language === 'en' ? 'Monday' : '星期一';
        const mondays = await shown(page, monday);
        assert.ok(mondays > 0 && mondays < all, `${mondays}`);
      },
    })),
    {
      name: 'the weeks beside the model open those who came again in them',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('returns');
        const {tracking} = await reportOf(kBookstore);
        const element = page.tab.locator('rg-tracking');
        await element.locator('.twin').click();
        const at = tracking.weeks.findLastIndex(({actual}) => actual > 0);
        const week = tracking.weeks[at];
        await element
          .locator('tbody tr.past')
          .nth(tracking.weeks.length - 1 - at)
          .locator('button')
          .click();
        const people = await shown(page, 'Ordered again');
        assert.ok(people > 0 && people <= week.actual, `${people} of ${week.actual}`);
        // Forward finds both filters again.
        await page.tab.goForward();
        await page.waitForScreen('customers');
        assert.equal(await page.tab.locator('rg-customers .chip').count(), 2);
      },
    },
    {
      name: 'a figure leads to its customers, in the columns that show it',
      async run(page) {
        await page.open();
        await page.openSample();
        const {metrics} = await reportOf(kBookstore);
        const open = async (id, screen = 'week') => {
          await page.goTo(screen);
          await page.tab.locator(`main > #${screen} rg-figure#${id} .name`).click();
          await page.tab.locator(`main > #${screen} rg-figure#${id} .people`).click();
        };
        await open('repurchase_rate');
        await expectShown(page, 'Ordered again', metrics.repeat_customers.value);
        await open('expected_orders_90d', 'returns');
        await page.tab.locator('rg-customers [data-aspect=future][aria-pressed=true]').waitFor();
        await page.tab.locator('rg-customers [role=columnheader][aria-sort=descending]').waitFor();
        await open('customers');
        await page.tab.locator('rg-customers [data-aspect=past][aria-pressed=true]').waitFor();
        await page.goTo('returns');
        assert.equal(await page.tab.locator('rg-figure#holdout_bias .people').count(), 0);
      },
    },
  ];
}
