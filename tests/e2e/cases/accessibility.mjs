// axe finds nothing, in both languages and themes, on every state of the page; on the way each screen is compared with its picture.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {Looks} from '../pictures.mjs';
import {kLooks, kScreens, walk} from '../walk.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function expectNoViolation(page, where) {
  // Through the debugger, which the page's own policy does not bind.
  await page.tab.evaluate(axe);
  const found = await page.tab.evaluate(async () => {
    const {violations} = await globalThis.axe.run(document, {resultTypes: ['violations']});
    return violations.map(
      ({id, help, nodes}) =>
        `${id}: ${help}\n${nodes
          .slice(0, 4)
          .map(
            ({target, failureSummary}) =>
              `    ${JSON.stringify(target)} ${failureSummary?.split('\n')[1] ?? ''}`,
          )
          .join('\n')}`,
    );
  });
  assert.deepEqual(found, [], where);
}

/** What can be unfolded on a screen: pictures turned into tables, editors and reasons opened. */
const kUnfolding = {
  week: ['rg-returns .twin', 'rg-week summary'],
  customers: ['rg-segment-editor summary'],
  returns: [
    'rg-cohorts .twin',
    'rg-second-order .twin',
    'rg-rhythm .twin',
    'rg-monitor .twin',
    'rg-flow .twin',
    'rg-tracking .twin',
    'rg-habits .twin',
  ],
  plans: ['rg-program-editor summary'],
  report: ['rg-paper .usual'],
  health: ['rg-issues summary'],
  files: [],
};

/** No screen is wider than the window. */
async function expectNoOverflow(page, where) {
  const over = await page.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${where} is ${over} px too wide`);
}

export function accessibility() {
  const cases = [];
  for (const look of kLooks) {
    const {language, theme, width} = look;
    cases.push({
      name: `axe finds no violation on any screen, and each looks as accepted (${language}, ${theme}, ${width} px)`,
      async run(page) {
        const looks = new Looks(look);
        await walk(page, look, async (stop) => {
          await looks.compare(page, stop);
          if (stop === 'customer') return; // its own case asks axe, at both widths
          if (stop === 'start') await page.tab.locator('rg-start summary').click();
          await expectNoOverflow(page, stop);
          // Pictures where there is room for them, tables and what else unfolds where there is little.
          for (const fold of width === 360 ? (kUnfolding[stop] ?? []) : [])
            await page.tab.locator(`main > #${stop}`).locator(fold).first().click();
          await expectNoViolation(page, stop);
          await expectNoOverflow(page, `${stop}, unfolded`);
        });
        looks.expectSame();
      },
    });
  }
  for (const language of ['en', 'zh-CN']) {
    for (const theme of ['light', 'dark']) {
      cases.push({
        name: `axe finds no violation in what opens above a screen (${language}, ${theme})`,
        async run(page) {
          await page.open({language, theme});
          await page.openSample();
          await page.tab.locator('rg-figure#revenue .name').click();
          await expectNoViolation(page, 'a figure explained');
          await page.tab.keyboard.press('Escape');
          await page.tab.keyboard.press('?');
          await page.tab.locator('rg-keys dialog').waitFor();
          await expectNoViolation(page, 'the keys');
          await page.tab.keyboard.press('Escape');
          await page.goTo('health');
          await page.tab.locator('rg-cleaning [data-rule=drop_copies] [role=switch]').click();
          await page.tab.locator('rg-header .unsaved i').waitFor();
          await page.tab.locator('rg-steps .list').click();
          await page.tab.locator('rg-steps [popover] li').first().waitFor();
          await expectNoViolation(page, 'the steps');
          await page.tab.keyboard.press('Escape');
          await page.goTo('customers');
          await page.tab.locator('rg-grid .row:not(.pending)').first().click();
          await page.tab.locator('rg-customer .scores').waitFor();
          await page.tab.locator('rg-customer rg-why li').first().waitFor();
          await expectNoViolation(page, 'one customer');
          await page.tab.setViewportSize({width: 360, height: 780});
          await expectNoViolation(page, 'one customer at 360 px');
          await expectNoOverflow(page, 'one customer');
          await page.tab.keyboard.press('Escape');
          await page.tab.locator('rg-header .menu').click();
          await page.tab.locator('rg-header .rest rg-preferences').waitFor();
          await expectNoViolation(page, 'the menu at 360 px');
          await page.tab.locator('rg-preferences [data-size=largest]').click();
          for (const screen of kScreens) {
            await page.goTo(screen);
            await expectNoOverflow(page, `${screen} with the largest text`);
          }
        },
      });
    }
  }
  cases.push({
    name: 'axe finds no violation at 360 px beside a failure',
    async run(page) {
      await page.open({width: 360, height: 780});
      await page.choose({name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0)});
      await page.sentence();
      await expectNoViolation(page, 'failure');
    },
  });
  cases.push({
    name: 'headings go down one step at a time on every screen',
    async run(page) {
      await page.open();
      await page.openSample();
      for (const screen of kScreens) {
        await page.goTo(screen);
        const levels = await page.tab.evaluate(() => {
          const found = [];
          const walk = (root) => {
            for (const element of root.querySelectorAll('*')) {
              const level = /^H([1-6])$/i.exec(element.localName)?.[1];
              if (level && element.checkVisibility()) found.push(Number(level));
              if (element.shadowRoot) walk(element.shadowRoot);
            }
          };
          walk(document);
          return found;
        });
        assert.equal(levels.filter((level) => level === 1).length, 1, screen);
        levels.forEach((level, index) =>
          assert.ok(
            index === 0 || level <= levels[index - 1] + 1,
            `${screen}: ${levels.join(' ')}`,
          ),
        );
      }
    },
  });
  return cases;
}
