// The cases of the page for node:test, in as many files as run side by side: `npm run e2e`. run.mjs runs the same with a line for each.
import {after, before, test} from 'node:test';
import {openBrowser} from './browser.mjs';
import {cases} from './cases/index.mjs';
import {Page} from './page.mjs';

/** Every `of`-th case from `first` on, in a browser of their own. */
export function testCases(first, of) {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(() => browser?.close());

  for (const {name, run, skip} of cases.filter((_, place) => place % of === first)) {
    test(name, {skip: skip || false, timeout: 120_000}, async () => {
      const page = new Page(browser.context);
      try {
        await run(page);
        await page.expectCalm();
      } finally {
        await page.close();
      }
    });
  }
}
