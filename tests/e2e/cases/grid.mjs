// A table of a million customers: invented rows in the real element, and then a real file.
import assert from 'node:assert/strict';
import {buildGallery} from '../gallery.mjs';
import {largeFile} from './reading.mjs';

const lastRow = (page) =>
  page.tab
    .locator('rg-grid .row')
    .last()
    .evaluate((row) => ({
      index: Number(row.getAttribute('aria-rowindex')),
      pending: row.classList.contains('pending'),
      bottom: row.getBoundingClientRect().bottom,
    }));

async function expectEnd(page, total) {
  await page.tab.locator(`rg-grid .row:not(.pending)[aria-rowindex="${total + 1}"]`).waitFor();
  const {index, bottom} = await lastRow(page);
  const frame = await page.tab
    .locator('rg-grid .scroller')
    .evaluate((scroller) => scroller.getBoundingClientRect().bottom);
  assert.equal(index, total + 1);
  assert.ok(bottom <= frame + 1, `the last row ends at ${bottom}, the table at ${frame}`);
}

async function walk(page, total) {
  const scroller = page.tab.locator('rg-grid .scroller');
  assert.equal(await scroller.getAttribute('aria-rowcount'), String(total + 1));
  assert.ok((await scroller.evaluate(({scrollHeight}) => scrollHeight)) <= 5_000_100);
  assert.ok(
    (await page.tab.locator('rg-grid .row').count()) < 40,
    'only the rows in view are drawn',
  );

  await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight));
  await expectEnd(page, total);
  await scroller.evaluate((element) => (element.scrollTop = 0));
  await page.tab.locator('rg-grid .row[aria-rowindex="2"]').waitFor();

  await scroller.focus();
  await page.tab.keyboard.press('End');
  await expectEnd(page, total);
  await page.tab.keyboard.press('Home');
  await page.tab.keyboard.press('PageDown');
  await page.tab.keyboard.press('ArrowDown');
  const here = await scroller.getAttribute('aria-activedescendant');
  assert.equal(await page.tab.locator(`rg-grid #${here}`).count(), 1, 'the active cell is drawn');

  const middle = Math.floor(total / 2);
  await page.tab.locator('rg-customers input[name=row]').fill(String(middle));
  await page.tab.keyboard.press('Enter');
  await page.tab
    .locator(`rg-grid .row.active:not(.pending)[aria-rowindex="${middle + 1}"]`)
    .waitFor();

  // A turn of the wheel is a few rows here too, not hundreds.
  const box = await scroller.boundingBox();
  await page.tab.mouse.move(box.x + 200, box.y + 200);
  const first = () =>
    page.tab
      .locator('rg-grid .row')
      .first()
      .evaluate((row) => Number(row.getAttribute('aria-rowindex')));
  const before = await first();
  await page.tab.mouse.wheel(0, 120);
  await page.tab.waitForTimeout(100);
  const turned = (await first()) - before;
  assert.ok(turned >= 1 && turned <= 6, `${turned} rows`);
}

export function grid() {
  return [
    {
      name: 'a table of 1,000,000 invented rows scrolls to its end, by bar, keys, number and wheel',
      async run(page) {
        await page.open({url: `${await buildGallery()}?size=1000000`});
        await page.openSample();
        await page.goTo('customers');
        await walk(page, 1_000_000);
      },
    },
    {
      name: 'a real file of 1,000,000 customers scrolls to its end',
      async run(page) {
        const file = await largeFile(1_000_003, 1_000_003);
        await page.open();
        await page.choose(file);
        await page.waitForReport();
        await page.goTo('customers');
        await page.tab.locator('rg-grid .row:not(.pending)').first().waitFor();
        const total = Number(
          (await page.tab.locator('rg-customers .count').innerText()).replace(/\D/g, ''),
        );
        assert.ok(total >= 1_000_000, `${total} customers`);
        await walk(page, total);
      },
    },
    {
      name: 'at 360 px rows are cards, and open as well',
      async run(page) {
        await page.open({width: 360, height: 780});
        await page.openSample();
        await page.goTo('customers');
        await page.tab.locator('rg-grid .scroller.cards .row').first().click();
        await page.tab.locator('rg-customer .scores').waitFor();
        const wide = await page.tab.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(wide, 360);
      },
    },
    {
      name: 'a press on a column sorts by it, and once more the other way round',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('customers');
        const values = async () => {
          await page.tab.waitForTimeout(250);
          return (await page.tab.locator('rg-grid .row:not(.pending) .orders').allInnerTexts())
            .slice(0, 12)
            .map((text) => Number(text.replace(/\D/g, '')));
        };
        const header = page.tab.locator('rg-grid [role=columnheader]', {hasText: 'Orders'});
        await header.locator('button').click();
        assert.equal(await header.getAttribute('aria-sort'), 'descending');
        const down = await values();
        assert.deepEqual(
          down,
          [...down].sort((a, b) => b - a),
        );
        await header.locator('button').click();
        const up = await values();
        assert.deepEqual(
          up,
          [...up].sort((a, b) => a - b),
        );
        assert.ok(up[0] < down[0]);
      },
    },
  ];
}
