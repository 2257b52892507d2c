// Getting data in: matching by hand, cleaning with a way back, rows that were set aside, and the project that keeps it.
import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {kScratch} from '../page.mjs';
import {expectNoViolation} from './accessibility.mjs';

/** Headings that say nothing, a state in words of the shop's own, people without e-mail. */
export const kUnknown = {
  name: 'kasse.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'x1;x2;x3;x4;x5',
      ...Array.from({length: 60}, (_, row) => {
        const day = `${String((row % 28) + 1).padStart(2, '0')}/04/26`;
        const person = ['Ada', 'Bruno', 'Chiara', 'Dag', 'Elif'][row % 5];
        return `K-${1000 + row};${day};${person};${(row % 9) + 3},50;${row % 10 === 3 ? 'geparkt' : 'paid'}`;
      }),
    ].join('\n'),
  ),
};

/** A day that does not exist, and an amount that is none. */
export const kBadRows = {
  name: 'orders.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'order,date,customer,product,amount',
      ...Array.from(
        {length: 30},
        (_, row) =>
          `A${row},2026-03-${String((row % 28) + 1).padStart(2, '0')},p${row % 7}@example.org,Tea,12.00`,
      ),
      'A90,2026-02-31,ada@example.org,Tea,8.00',
      'A91,2026-03-04,bruno@example.org,Tea,a lot',
    ].join('\n'),
  ),
};

const field = (page, role) => page.tab.locator(`rg-match-fields select#${role}`);
const figure = async (page, name) =>
  (await page.tab.locator(`rg-match .effect [data-figure=${name}] dd`).innerText()).trim();
/** Waits until the match screen shows a figure so. */
const expectFigure = (page, name, text) =>
  page.tab
    .locator(`rg-match .effect:not(.busy) [data-figure=${name}] dd`, {
      hasText: new RegExp(`^\\s*${text}\\s*$`),
    })
    .waitFor();
const orders = async (page) =>
  page.on('health', async () =>
    (await page.tab.locator('rg-ladder tr[data-step=orders_counted] .number').innerText()).trim(),
  );

/** Says who bought in the file that nobody knows. */
async function matchUnknown(page) {
  await page.choose(kUnknown);
  await page.tab.locator('rg-match').waitFor();
  await field(page, 'customer').selectOption({label: 'x3'});
  await field(page, 'order').selectOption({label: 'x1'});
  await field(page, 'status').selectOption({label: 'x5'});
  await page.tab.locator('rg-match .effect:not(.busy) [data-figure=customers] dd').waitFor();
  await page.tab.locator('rg-match-doubts .statuses').waitFor();
}

export function intake() {
  const cases = [
    {
      name: 'a file that nobody knows is matched by hand, seen in effect, and read',
      async run(page) {
        await page.open();
        await matchUnknown(page);
        assert.equal(await figure(page, 'customers'), '5');
        assert.equal(await figure(page, 'orders'), '60');
        assert.match(
          await page.tab.locator('rg-match-doubts .dates .sentence').innerText(),
          /“\d\d\/04\/26” is \d+ April/,
        );
        await page.tab
          .locator('rg-match-doubts .words li', {hasText: 'geparkt'})
          .locator('select')
          .selectOption('unpaid');
        await page.tab.waitForFunction(() => {
          const app = document.querySelector('regulars-app').shadowRoot;
          const match = app.querySelector('rg-match').shadowRoot;
          return match.querySelector('[data-figure=orders] dd')?.textContent.trim() === '54';
        });
        await page.tab.locator('rg-match .confirm').click();
        await page.waitForReport();
        await page.goTo('files');
        const line = page.tab.locator('rg-files li[data-file="kasse.csv"]');
        assert.match(
          await line.locator('.sentence').innerText(),
          /60 lines, 60 orders, 5 customers, 1 Apr 2026 to 28 Apr 2026/,
        );
        assert.equal(await orders(page), '54');
        // The same screen again, as it was left, and back without a change.
        await line.locator('button').click();
        await page.tab.locator('rg-match').waitFor();
        assert.equal(await field(page, 'customer').inputValue(), '3');
        await page.tab.locator('rg-match .leave').click();
        await page.waitForReport();
        assert.equal(await page.figure('customers'), '5');
      },
    },
    {
      name: 'a column that was guessed is given back, and taken up again as suggested',
      async run(page) {
        await page.open();
        await page.choose(kBadRows);
        await page.waitForReport();
        assert.equal(await page.figure('customers'), '7');
        await page.goTo('files');
        await page.tab.locator('rg-files li[data-file="orders.csv"] button').click();
        await page.tab.locator('rg-match .effect:not(.busy) [data-figure=customers] dd').waitFor();
        const reasons = page.tab.locator('rg-match-reasons section');
        assert.match(
          await reasons.innerText(),
          /2 rows would be set aside.*1 date does not exist.*line 32, column date:\s+2026-02-31.*1 amount cannot be read.*line 33, column amount:\s+a lot/s,
        );
        await field(page, 'customer').selectOption({label: 'not in this file'});
        await expectFigure(page, 'customers', '0');
        assert.equal(await field(page, 'customer').inputValue(), '0');
        await field(page, 'customer').selectOption({label: 'as suggested'});
        await expectFigure(page, 'customers', '7');
        await field(page, 'amount').selectOption({label: 'not in this file'});
        await expectFigure(page, 'revenue', 'none');
        assert.doesNotMatch(await reasons.innerText(), /amount/);
        await page.tab.locator('rg-match .confirm').click();
        await page.waitForReport();
        await page.goTo('week');
        assert.equal(await page.tab.locator('rg-figures rg-figure#revenue .value').count(), 0);
      },
    },
    {
      name: 'a file without a date opens the match screen with the reason, and cancel leads back',
      async run(page) {
        await page.open();
        await page.choose({
          name: 'dateless.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('customer,product,amount\nada,book,5\nbea,pen,3\n'),
        });
        const error = page.tab.locator('rg-match .error');
        await error.waitFor();
        assert.match(await error.innerText(), /“dateless\.csv” has no column with dates/);
        assert.ok(await page.tab.locator('rg-match .confirm').isDisabled());
        await page.tab.locator('rg-match .leave').click();
        await page.waitForStart();
      },
    },
    {
      name: 'a rule is switched off and on by undo and redo, and the focus stays',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('health');
        const rule = page.tab.locator('rg-cleaning li[data-rule=drop_copies] [role=switch]');
        await rule.waitFor();
        const before = await page.figure('revenue');
        await rule.click();
        await page.tab.locator('rg-cleaning .news', {hasText: /^Now .* Before: /}).waitFor();
        assert.equal(await rule.getAttribute('aria-checked'), 'false');
        assert.ok(await rule.evaluate((it) => it.matches(':focus')));
        const without = await page.figure('revenue');
        assert.notEqual(without, before);
        await page.tab.keyboard.press('Control+z');
        await page.tab.locator('rg-cleaning [data-rule=drop_copies] [aria-checked=true]').waitFor();
        assert.equal(await page.figure('revenue'), before);
        await page.tab.keyboard.press('Control+Shift+z');
        await page.tab
          .locator('rg-cleaning [data-rule=drop_copies] [aria-checked=false]')
          .waitFor();
        assert.equal(await page.figure('revenue'), without);
        await page.tab.locator('rg-steps .back').click();
        await page.tab.locator('rg-cleaning [data-rule=drop_copies] [aria-checked=true]').waitFor();
        assert.equal(await page.figure('revenue'), before);
      },
    },
    {
      name: 'rows that were set aside are kept, mended, refused with a word, and all of it undone',
      async run(page) {
        await page.open();
        await page.choose(kBadRows);
        await page.waitForReport();
        await page.goTo('health');
        const row = (reject) => page.tab.locator(`rg-rejects li[data-reject="${reject}"]`);
        await row(0).waitFor();
        assert.equal(await orders(page), '30');
        assert.match(await row(0).innerText(), /date that cannot be read.*line 32, byte/s);
        assert.equal(await row(0).locator('.keep').count(), 0);

        await row(1).locator('.keep').click();
        await row(1).locator('.pill', {hasText: 'kept as it is'}).waitFor();
        assert.equal(await orders(page), '31');
        // What counts now is no longer called set aside.
        assert.equal(await page.tab.locator('rg-issues li[data-kind=invalid_amount]').count(), 0);
        assert.equal(await page.tab.locator('rg-issues li[data-kind=invalid_date]').count(), 1);

        await row(0).locator('.fix').click();
        await row(0).locator('textarea').fill('A90,still no day,ada@example.org,Tea,8.00');
        await page.tab.keyboard.press('Enter');
        await row(0).locator('.refused').waitFor();
        assert.equal(await orders(page), '31');

        await row(0).locator('.fix').click();
        await row(0).locator('textarea').fill('A90,2026-02-28,ada@example.org,Tea,8.00');
        await page.tab.keyboard.press('Enter');
        await row(0).locator('.pill', {hasText: 'mended'}).waitFor();
        assert.equal(await orders(page), '32');

        for (const left of ['31', '31', '30']) {
          await page.tab.locator('rg-steps .back').click();
          await page.tab
            .locator('rg-ladder tr[data-step=orders_counted] .number', {hasText: left})
            .waitFor();
        }
        await row(1).locator('.pill', {hasText: 'left out'}).waitFor();
      },
    },
    {
      name: 'what was decided is saved as a project, and holds for the next file with the same header',
      async run(page) {
        await page.open();
        await matchUnknown(page);
        await page.tab.locator('rg-match .confirm').click();
        await page.waitForReport();
        const [download] = await Promise.all([
          page.tab.waitForEvent('download'),
          page.tab.locator('rg-steps .save').click(),
        ]);
        const project = join(kScratch, 'kasse.regulars.json');
        await download.saveAs(project);
        const next = join(kScratch, 'kasse-mai.csv');
        await writeFile(next, kUnknown.buffer);

        await page.tab.reload();
        await page.waitForStart();
        await page.choose(project);
        await page.tab.locator('rg-start .project').waitFor();
        await page.choose(next);
        await page.waitForReport();
        assert.equal(await page.figure('customers'), '5');
      },
    },
    {
      name: 'two files of one name are read each in its own way, next month as well',
      async run(page) {
        const file = (from, customer) => ({
          name: 'orders.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(
            `order,date,customer,amount\n${Array.from({length: 9}, (_, row) => `${from + row},0${(row % 4) + 3}/05/26,${customer},2.00`).join('\n')}\n`,
          ),
        });
        const days = async (index) =>
          (await page.tab.locator('rg-files li[data-file] .sentence').nth(index).innerText())
            .replace(/^.*lines, /, '')
            .trim();
        await page.open();
        await page.choose(file(100, 'ada'), file(200, 'bruno'));
        await page.waitForReport();
        await page.goTo('files');
        assert.equal(await days(0), await days(1));
        await page.tab.locator('rg-files li[data-file] button').nth(1).click();
        await page.tab.locator('rg-match .effect:not(.busy) [data-figure=customers] dd').waitFor();
        assert.equal(
          (await page.tab.locator('rg-match #sheet option:checked').innerText()).trim(),
          'orders.csv (2)',
        );
        await page.tab.locator('rg-match-doubts input[value=month_first]').check();
        await page.tab.locator('rg-match .effect:not(.busy)').waitFor();
        await page.tab.locator('rg-match .confirm').click();
        await page.waitForReport();
        assert.equal(await days(0), '3 May 2026 to 6 May 2026.');
        assert.equal(await days(1), '5 Mar 2026 to 5 Jun 2026.');

        const [download] = await Promise.all([
          page.tab.waitForEvent('download'),
          page.tab.locator('rg-steps .save').click(),
        ]);
        const project = join(kScratch, 'two.regulars.json');
        await download.saveAs(project);
        await page.tab.reload();
        await page.waitForStart();
        await page.choose(project);
        await page.tab.locator('rg-start .project').waitFor();
        await page.choose(file(300, 'ada'), file(400, 'bruno'));
        await page.waitForReport();
        await page.goTo('files');
        assert.equal(await days(0), '3 May 2026 to 6 May 2026.');
        assert.equal(await days(1), '5 Mar 2026 to 5 Jun 2026.');
      },
    },
    {
      name: 'a row that was mended stays so in the project; where it is gone, that is said',
      async run(page) {
        await page.open();
        await page.choose(kBadRows);
        await page.waitForReport();
        await page.goTo('health');
        const row = (reject) => page.tab.locator(`rg-rejects li[data-reject="${reject}"]`);
        await row(0).locator('.fix').click();
        await row(0).locator('textarea').fill('A90,2026-02-28,ada@example.org,Tea,8.00');
        await page.tab.keyboard.press('Enter');
        await row(0).locator('.pill', {hasText: 'mended'}).waitFor();
        await row(1).locator('.keep').click();
        await row(1).locator('.pill', {hasText: 'kept as it is'}).waitFor();
        const [download] = await Promise.all([
          page.tab.waitForEvent('download'),
          page.tab.locator('rg-steps .save').click(),
        ]);
        const project = join(kScratch, 'mended.regulars.json');
        await download.saveAs(project);

        // Next month's file has the rows elsewhere, and one of them is right by now.
        const lines = kBadRows.buffer.toString().split('\n').slice(0, -1);
        const next = join(kScratch, 'orders-april.csv');
        await writeFile(next, [lines[0], lines.at(-1), ...lines.slice(1, -1)].join('\n'));
        await page.tab.reload();
        await page.waitForStart();
        await page.choose(project, next);
        await page.waitForReport();
        await page.goTo('health');
        assert.equal(await orders(page), '31');
        await row(0).locator('.pill', {hasText: 'mended'}).waitFor();
        assert.match(await row(0).innerText(), /orders-april\.csv, line 2/);
        const lost = page.tab.locator('rg-lost-mends section');
        assert.match(
          await lost.innerText(),
          /1 correction finds no row any more.*orders\.csv, line 33.*A91,2026-03-04/s,
        );
        await lost.locator('.forget').click();
        await lost.waitFor({state: 'detached'});
        await row(0).locator('.pill', {hasText: 'mended'}).waitFor();
      },
    },
  ];
  for (const language of ['en', 'zh-CN']) {
    for (const theme of ['light', 'dark']) {
      cases.push({
        name: `axe finds no violation while matching and mending, at 1280 and 360 px (${language}, ${theme})`,
        async run(page) {
          await page.open({language, theme});
          await matchUnknown(page);
          await page.tab.locator('rg-match-fields summary').click();
          await expectNoViolation(page, 'match');
          await page.tab.setViewportSize({width: 360, height: 780});
          await expectNoViolation(page, 'match, narrow');
          const overflow = () =>
            page.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok((await overflow()) <= 0, 'match is too wide');
          await page.tab.locator('rg-match .leave').click();
          await page.choose(kBadRows);
          await page.waitForReport();
          await page.goTo('health');
          await page.tab.locator('rg-rejects .fix').first().click();
          await expectNoViolation(page, 'rejects, narrow');
          assert.ok((await overflow()) <= 0, 'report is too wide');
          await page.tab.setViewportSize({width: 1280, height: 900});
          await expectNoViolation(page, 'rejects');
        },
      });
    }
  }
  return cases;
}
