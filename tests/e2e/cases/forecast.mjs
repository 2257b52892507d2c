// What is to come: the model that was chosen, its figures, the columns of the customer table, and one customer.
import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {commandLine, kBookstore, kScratch, realFile, reportOf} from '../page.mjs';
import {expectNoViolation} from './accessibility.mjs';

const kRfm = realFile('rfm_rsquared/rfm_data_orders.csv');
const kCoffee = realFile('coffee_vending/index_1.csv');
const whole = (value) => Math.round(value).toLocaleString('en-GB');
const digits = (text) => Number(text.replace(/\D/g, ''));

async function openSample(page, how = {}, screen = 'returns') {
  await page.open(how);
  await page.openSample();
  await page.goTo(screen);
}

/** The table shows so many customers, and more than none. */
async function expectCustomers(page, wanted) {
  assert.ok(wanted > 0);
  await page.tab
    .locator('rg-customers .count', {hasText: new RegExp(`^${whole(wanted)} customer`)})
    .waitFor({timeout: 10_000});
}

export function forecast() {
  return [
    {
      name: 'the forecast gives the figures of the command line, and marks the way that was chosen',
      async run(page) {
        await openSample(page);
        const {lifetime, purchase_models: models, chosen} = await reportOf(kBookstore);
        assert.equal(
          await page.figure('expected_orders_90d', 'returns'),
          whole(lifetime.expected_orders_90d),
        );
        assert.equal(
          await page.figure('lifetime_total', 'returns'),
          `€${(lifetime.total / 100).toLocaleString('en-GB', {minimumFractionDigits: 2})}`,
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
        assert.ok(rows.every(({error}, at) => at < 2 || error >= rows[at - 1].error));
        for (const {way, predicted, error} of rows) {
          const {holdout} = models.find(({name}) => name === way);
          assert.equal(predicted, whole(holdout.predicted), way);
          assert.ok(Math.abs(error - holdout.rmse) < 6e-4, way);
        }
        await page.tab.locator('rg-models summary').click();
        const numbers = await page.tab.locator('rg-models .parameters tbody tr').count();
        const told = models.reduce((sum, one) => sum + Object.keys(one.parameters ?? {}).length, 3);
        assert.equal(numbers, told, 'every parameter, and the three of spend');
        await page.tab.locator('rg-forecast rg-figure#lifetime_total .name').click();
        await expectNoViolation(page, 'the forecast unfolded');
      },
    },
    {
      name: 'the customer table turns to what is to come, and sorts by it',
      async run(page) {
        await openSample(page, {}, 'customers');
        await page.tab.locator('rg-customers [data-aspect=future]').click();
        const csv = await commandLine('analyze', kBookstore, '--customers', '-');
        const [head, ...lines] = csv.trim().split('\r\n');
        const at = head.split(',').indexOf('lifetime_value');
        const most = Math.max(
          ...lines.map((line) => Number(line.split(',').at(at - head.split(',').length))),
        );
        await page.tab
          .locator('rg-grid .row:not(.pending) .lifetime_value', {hasText: `€${whole(most)}`})
          .first()
          .waitFor();
        const header = page.tab.locator('rg-grid [role=columnheader]', {hasText: 'Worth'});
        assert.equal(await header.getAttribute('aria-sort'), 'descending');
        await page.tab.locator('rg-grid .row').first().click();
        await page.tab.locator('rg-future rg-figure#lifetime_value').waitFor();
        const future = page.tab.locator('rg-customer rg-future');
        assert.match(
          await future.locator('.window').innerText(),
          /as likely as not to come between \d+ \w+ \d{4}/,
        );
        assert.match(
          await future.locator('.state').innerText(),
          /times the usual gap|usual gap is/,
        );
        assert.equal(await page.tab.locator('rg-customer .ahead').count(), 1);
        await expectNoViolation(page, 'one customer and what comes next');
      },
    },
    ...['en', 'zh-CN'].map((language) => ({
      name: `what is to come fits 360 px, unfolded (${language})`,
      async run(page) {
        await openSample(page, {language, width: 360, height: 780, theme: 'dark'});
        await page.tab.locator('rg-models summary').click();
        const width = () => page.tab.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(await width(), 360);
        await expectNoViolation(page, 'what is to come at 360 px');
        await page.goTo('customers');
        await page.tab.locator('rg-customers [data-aspect=future]').click();
        await page.tab.locator('rg-grid .row:not(.pending)').first().waitFor();
        assert.equal(await width(), 360);
        await expectNoViolation(page, 'customers and what is to come at 360 px');
      },
    })),
    ...[
      {
        language: 'en',
        cell: /\d% nothing/,
        under: /^most likely nothing \(\d+%\), else about €\d/,
      },
      {language: 'zh-CN', cell: /\d% 不再消费/, under: /^最可能不再消费（\d+%），否则约 €\d/},
    ].map(({language, cell, under}) => ({
      name: `a mean of mostly nothing is told as one (${language})`,
      async run(page) {
        await openSample(page, {language}, 'customers');
        await page.tab.locator('rg-customers [data-aspect=future]').click();
        const header = page.tab.locator('rg-customers [role=columnheader] button').last();
        await header.click();
        await page.tab.locator('rg-customers [role=columnheader][aria-sort=ascending]').waitFor();
        const worth = page.tab
          .locator('rg-grid .row:not(.pending) .lifetime_value', {hasText: cell})
          .first();
        await worth.waitFor();
        await worth.click();
        const figure = page.tab.locator('rg-future rg-figure#lifetime_value');
        await figure.waitFor();
        assert.match((await figure.locator('.under').innerText()).trim(), under);
        assert.match(await figure.locator('.value').innerText(), /on average|平均/);
      },
    })),
    {
      name: 'where a guess does as well, no forecast is shown, and the page says why',
      skip: kRfm.skip,
      async run(page) {
        await page.open();
        await page.choose(kRfm.file);
        await page.waitForReport();
        const {choice, chosen} = await reportOf(kRfm.file);
        assert.equal(chosen, null);
        await page.goTo('returns');
        await page.tab.locator('rg-models .none').waitFor();
        const text = await page.tab.locator('rg-models .none').innerText();
        assert.ok(text.includes(choice.needed.toFixed(3)), text);
        assert.ok(text.includes(choice.found.toFixed(3)), text);
        assert.equal(await page.tab.locator('rg-forecast rg-figure').count(), 0);
        await page.tab.locator('rg-tracking', {hasText: 'lost to a plain guess'}).waitFor();
        await page.goTo('customers');
        assert.equal(await page.tab.locator('rg-customers [data-aspect]').count(), 0);
        await page.tab.locator('rg-grid .row:not(.pending)').first().click();
        await page.tab.locator('rg-future', {hasText: 'There is no forecast'}).waitFor();
      },
    },
    {
      name: 'weeks that came, were expected and are to come stand in the table as in the report',
      async run(page) {
        await openSample(page);
        const {tracking} = await reportOf(kBookstore);
        const element = page.tab.locator('rg-tracking');
        assert.equal(
          await element.locator('svg rect[fill=transparent]').count(),
          tracking.weeks.length + tracking.ahead.length,
        );
        await element.locator('.twin').click();
        const came = await element.locator('tr.past .came').allInnerTexts();
        assert.deepEqual(
          came.map(digits).reverse(),
          tracking.weeks.map(({actual}) => actual),
        );
        const ahead = await element.locator('tr.ahead .expected').allInnerTexts();
        assert.deepEqual(
          ahead.reverse(),
          tracking.ahead.map(({expected}) => expected.toFixed(1)),
        );
      },
    },
    {
      name: 'a cell of habits leads to its customers, by mouse and by keyboard',
      async run(page) {
        await openSample(page);
        const {frequency_recency: habits} = await reportOf(kBookstore);
        const {cells, frequencies, since_last_from: columns} = habits;
        const at = (row, column) =>
          cells.find(
            ({frequency, since_from: from}) =>
              frequency === frequencies.at(-1 - row) && from === columns[column],
          );
        const button = (row, column) =>
          page.tab.locator(
            `rg-habits tbody tr:nth-child(${row + 1}) td:nth-of-type(${column + 1}) button`,
          );
        const last = frequencies.length - 1;
        await button(last, 0).click();
        await expectCustomers(page, at(last, 0).customers);
        await page.tab.goBack();
        await button(last - 1, 0).focus();
        await page.tab.keyboard.press('ArrowRight');
        await page.tab.keyboard.press('Enter');
        await expectCustomers(page, at(last - 1, 1).customers);
        await page.tab.goBack();
        await button(0, 0).click();
        await expectCustomers(page, at(0, 0).customers);
        await page.tab.goBack();
        await page.tab.locator('rg-habits .twin').click();
        const people = await page.tab.locator('rg-habits .people').allInnerTexts();
        assert.equal(
          people.map(digits).reduce((sum, one) => sum + one, 0),
          cells.reduce((sum, {customers}) => sum + customers, 0),
        );
        await expectNoViolation(page, 'habits as a table');
      },
    },
    ...[
      {shop: 'the sample shop', file: kBookstore, skip: false},
      {shop: 'a real shop', ...kCoffee},
    ].map(({shop, file, skip}) => ({
      name: `each card of this week opens its customers (${shop})`,
      skip,
      async run(page) {
        await page.open();
        await page.choose(file);
        await page.waitForReport();
        const {cards} = (await reportOf(file)).this_week;
        assert.ok(cards.length >= 2);
        assert.equal(await page.tab.locator('rg-week li').count(), cards.length);
        for (const {kind, customers, money} of cards) {
          await page.goTo('week');
          const card = page.tab.locator(`rg-week [data-card=${kind}]`);
          const text = await card.innerText();
          assert.ok(text.includes(whole(customers)), text);
          assert.ok(money === null || text.includes(whole(Math.trunc(money / 100))), text);
          await card.locator('.how-counted summary').click();
          await card.locator('button.primary').click();
          await expectCustomers(page, customers);
        }
        await page.goTo('week');
        await expectNoViolation(page, 'this week, explained');
      },
    })),
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
        await page.goTo('returns');
        await page.tab.locator('rg-models', {hasText: 'at least 14 days'}).waitFor();
        const text = await page.tab.locator('rg-models .card').innerText();
        assert.match(text, /has \d+\./);
        assert.doesNotMatch(text, /NaN|Infinity|null|undefined/);
      },
    },
  ];
}
