// axe finds nothing, in both languages and themes, on every state of the page.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';

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

export function accessibility() {
  const cases = [];
  for (const language of ['en', 'zh-CN']) {
    for (const theme of ['light', 'dark']) {
      cases.push({
        name: `axe finds no violation (${language}, ${theme})`,
        async run(page) {
          await page.open({language, theme});
          await page.tab.locator('rg-start summary').click();
          await expectNoViolation(page, 'start');
          await page.openSample();
          await page.tab.locator('rg-grid .row:not(.pending)').first().waitFor();
          await expectNoViolation(page, 'report');
          await page.tab.locator('rg-figure#revenue .name').click();
          await expectNoViolation(page, 'a figure explained');
          await page.tab.keyboard.press('Escape');
          await page.tab.locator('rg-program-editor summary').click();
          await page.tab.locator('rg-segment-editor summary').click();
          await page.tab.locator('rg-segment-editor .would li').first().waitFor();
          await page.tab.locator('rg-returns .twin').click();
          for (const tag of [
            'rg-cohorts',
            'rg-second-order',
            'rg-rhythm',
            'rg-monitor',
            'rg-flow',
            'rg-tracking',
            'rg-habits',
          ]) {
            await page.tab.locator(`${tag} .twin`).click();
          }
          await page.tab.locator('rg-issues summary').first().click();
          await expectNoViolation(page, 'everything unfolded');
          await page.tab.locator('rg-grid .row').first().click();
          await page.tab.locator('rg-customer-dialog .scores').waitFor();
          await expectNoViolation(page, 'one customer');
        },
      });
    }
  }
  cases.push({
    name: 'axe finds no violation at 360 px, nor beside a failure',
    async run(page) {
      await page.open({width: 360, height: 780});
      await page.choose({name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0)});
      await page.sentence();
      await expectNoViolation(page, 'failure');
      await page.openSample();
      await page.tab.locator('rg-grid .row:not(.pending)').first().waitFor();
      await expectNoViolation(page, 'report');
    },
  });
  cases.push({
    name: 'headings go down one step at a time',
    async run(page) {
      await page.open();
      await page.openSample();
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
      assert.equal(levels.filter((level) => level === 1).length, 1);
      levels.forEach((level, index) =>
        assert.ok(index === 0 || level <= levels[index - 1] + 1, levels.join(' ')),
      );
    },
  });
  return cases;
}
