// Page and command line give the same figures, to the cent.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {commandLine, kBookstore, realFile, reportOf} from '../page.mjs';

/** Written here a second time on purpose: the test shares no code with the page. */
function expected({intake, metrics}) {
  const {currency, minor_digits: digits} = intake;
  const number = (value, decimals) =>
    value.toLocaleString('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  const sign = {EUR: '€', USD: '$', CNY: '¥'}[currency] ?? '';
  const money = (minor) => sign + number(minor / 10 ** digits, digits);
  const percent = (share) => `${number(share * 100, 1)}%`;
  const within90 = metrics.repurchase_within.find(({days}) => days === 90);
  const median = metrics.median_days_between_orders.value;
  return {
    customers: number(metrics.customers.value, 0),
    repurchase_rate: percent(metrics.repurchase_rate.value),
    ...(within90.value === null ? {} : {repurchase_within_90: percent(within90.value)}),
    orders_per_customer: number(metrics.orders_per_customer.value, 2),
    average_order_value: money(metrics.average_order_value.value),
    median_days_between_orders: number(
      median,
      Number.isInteger(median) || median >= 100 ? 0 : median >= 10 ? 1 : 2,
    ),
    revenue: money(intake.revenue),
  };
}

async function compare(page, report) {
  for (const [id, text] of Object.entries(expected(report))) {
    assert.equal(await page.figure(id), text, id);
  }
  await page.goTo('customers');
  const rows = await page.tab
    .locator('rg-segments tr[data-segment]')
    .evaluateAll((all) =>
      all.map((row) => [
        row.dataset.segment,
        row.querySelector('.customers').textContent.replace(/\D/g, ''),
      ]),
    );
  assert.deepEqual(
    rows,
    report.rfm.segments.map(({name, customers}) => [name, String(customers)]),
  );
  await page.goTo('health');
  const rungs = await page.tab
    .locator('rg-ladder tr')
    .evaluateAll((all) =>
      Object.fromEntries(
        all.map((row) => [
          row.dataset.step,
          Number(row.querySelector('.number').textContent.replace(/\D/g, '')),
        ]),
      ),
    );
  const {intake} = report;
  assert.equal(rungs.lines, intake.lines);
  assert.equal(rungs.orders_counted, intake.orders_counted);
  assert.equal(rungs.customers, intake.customers);
}

const kReal = [
  {path: 'cdnow/cdnow_CLVTools.csv', known: {customers: '2,357', repurchase_rate: '48.3%'}},
  {path: 'coffee_vending/index_1.csv', known: {customers: '1,316', revenue: '115,431.58'}},
  {path: 'shopify_export/orders_export_synthetic.csv', known: {}},
];

export function figures() {
  return [
    {
      name: 'the sample shop gives the figures of the command line',
      async run(page) {
        await page.open();
        await page.openSample();
        await compare(page, await reportOf(kBookstore));
      },
    },
    {
      name: 'a file dropped onto the page gives the figures of the command line',
      async run(page) {
        await page.open();
        await page.drop(kBookstore);
        await page.waitForReport();
        await compare(page, await reportOf(kBookstore));
      },
    },
    ...kReal.map(({path, known}) => {
      const {file, skip} = realFile(path);
      return {
        name: `${path} gives the figures of the command line`,
        skip,
        async run(page) {
          await page.open();
          await page.drop(file);
          await page.waitForReport();
          await compare(page, await reportOf(file));
          for (const [id, text] of Object.entries(known))
            assert.equal(await page.figure(id), text, id);
        },
      };
    }),
    {
      name: 'the customers file of the page is that of the command line',
      async run(page) {
        await page.open();
        await page.drop(kBookstore);
        await page.waitForReport();
        await page.goTo('files');
        const [download] = await Promise.all([
          page.tab.waitForEvent('download'),
          page.tab.locator('rg-downloads button.customers').click(),
        ]);
        assert.equal(download.suggestedFilename(), 'regulars-customers.csv');
        const saved = await readFile(await download.path(), 'utf8');
        assert.equal(saved, await commandLine('analyze', kBookstore, '--customers', '-'));
      },
    },
    {
      name: 'the report file of the page is the one on the screen',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('files');
        const [download] = await Promise.all([
          page.tab.waitForEvent('download'),
          page.tab.locator('rg-downloads button.report').click(),
        ]);
        const saved = JSON.parse(await readFile(await download.path(), 'utf8'));
        const {metrics, intake} = await reportOf(kBookstore);
        assert.deepEqual(saved.metrics, metrics);
        assert.equal(saved.intake.revenue, intake.revenue);
      },
    },
    {
      name: 'a segment shows exactly its customers',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('customers');
        const row = page.tab.locator('rg-segments tr[data-segment=at_risk]');
        const many = (await row.locator('.customers').innerText()).trim();
        await row.locator('button').click();
        await page.tab
          .locator('rg-customers .count', {hasText: `${many} customers match`})
          .waitFor();
        const segments = await page.tab.locator('rg-grid .row .segment').allInnerTexts();
        assert.ok(segments.length > 5 && segments.every((text) => text.trim() === 'At risk'));
        await page.tab.locator('rg-customers .chip').click();
        await page.tab.locator('rg-customers .count', {hasText: /\d customers$/}).waitFor();
      },
    },
    {
      name: 'the same page says the same in Chinese',
      async run(page) {
        await page.open({language: 'zh-CN'});
        await page.openSample();
        const {intake, metrics} = await reportOf(kBookstore);
        assert.equal(
          await page.figure('customers'),
          metrics.customers.value.toLocaleString('zh-CN'),
        );
        const revenue = await page.figure('revenue');
        assert.equal(revenue, `€${(intake.revenue / 1_000_000).toFixed(2)}万`);
        assert.equal(await page.tab.evaluate(() => document.documentElement.lang), 'zh-CN');
        for (const [screen, term] of [
          ['week', '本周要做'],
          ['customers', '客户分层'],
          ['plans', '哪些商品常一起买？'],
          ['health', '对得上账吗？'],
        ]) {
          await page.goTo(screen);
          await page.tab.locator(`main > #${screen}`).getByText(term).first().waitFor();
        }
      },
    },
  ];
}
