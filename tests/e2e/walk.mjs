// The walk through all screens that the accessibility cases make and the pictures are taken on.
import {kUnknown} from './cases/intake.mjs';

/** The screens of a report. */
export const kScreens = ['week', 'customers', 'returns', 'plans', 'report', 'health', 'files'];

/** All looks: `{language, theme, width, height}`. */
export const kLooks = ['en', 'zh-CN'].flatMap((language) =>
  ['light', 'dark'].flatMap((theme) =>
    [1280, 360].map((width) => ({language, theme, width, height: width === 360 ? 780 : 900})),
  ),
);

/** The look in which docs/gallery.md shows the page. */
export const [kShown] = kLooks;

/** Goes from screen to screen, and does `at(stop)` at the start, at matching, on each screen and on a customer's. */
export async function walk(page, look, at) {
  await page.open(look);
  await at('start');
  await page.choose(kUnknown);
  await page.tab.locator('rg-match .effect:not(.busy)').waitFor();
  await at('match');
  await page.tab.locator('rg-match .leave').click();
  await page.waitForStart();
  await page.openSample();
  for (const screen of kScreens) {
    await page.goTo(screen);
    if (screen === 'customers')
      await page.tab.locator('rg-grid .row:not(.pending)').first().waitFor();
    await at(screen);
  }
  await page.goTo('customers');
  await page.tab.locator('rg-grid .row:not(.pending)').first().click();
  await page.tab.locator('rg-customer .scores').waitFor();
  await page.tab.locator('rg-customer rg-why li').first().waitFor();
  await at('customer');
}
