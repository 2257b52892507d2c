// Pictures of the page: node tests/e2e/screenshots.mjs FOLDER [--gallery]. Empty, every screen, what opens above it and one
// customer, in two languages, two themes and two widths. With --gallery an invented engine answers, so that nothing needs to be built.
// With --accept and no folder, what the built page looks like now becomes what the tests compare it with, and what docs/gallery.md shows.
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {openBrowser} from './browser.mjs';
import {kHalfYearAgo} from './cases/dividing.mjs';
import {kBadRows, kUnknown} from './cases/intake.mjs';
import {buildGallery} from './gallery.mjs';
import {kBookstore, Page} from './page.mjs';
import {acceptPicture, forgetPictures, showPicture, takePicture} from './pictures.mjs';
import {kLooks, kScreens, kShown, walk} from './walk.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node tests/e2e/screenshots.mjs FOLDER [--gallery] [--only TEXT]');
  console.error('       node tests/e2e/screenshots.mjs --accept');
  process.exit(2);
}
if (folder === '--accept') {
  await accept();
  process.exit(0);
}
const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1]
  : '';
const page = process.argv.includes('--gallery')
  ? await buildGallery()
  : new URL('../../dist/regulars.html', import.meta.url).href;

const kWidths = [
  {width: 1280, height: 900},
  {width: 360, height: 780},
];

await mkdir(folder, {recursive: true});
const {context, close} = await openBrowser();
for (const language of ['en', 'zh-CN']) {
  for (const theme of ['light', 'dark']) {
    for (const viewport of kWidths) {
      const name = `${language}-${theme}-${viewport.width}`;
      if (only && !name.includes(only)) continue;
      await shoot(name, language, theme, viewport);
    }
  }
}
await close();

/** Takes the walk of the tests, and keeps what is seen. */
async function accept() {
  const {context, close} = await openBrowser();
  await forgetPictures();
  for (const look of kLooks) {
    const page = new Page(context);
    await walk(page, look, async (stop) => {
      const picture = await takePicture(page);
      await acceptPicture(picture, look, stop);
      if (look === kShown) await showPicture(picture, stop);
    });
    await page.close();
  }
  await close();
}

async function shoot(name, language, theme, viewport) {
  const tab = await context.newPage();
  tab.on(
    'console',
    (message) => message.type() === 'error' && console.error(`${name}: ${message.text()}`),
  );
  tab.on('pageerror', (error) => console.error(`${name}: ${error.stack}`));
  await tab.setViewportSize(viewport);
  await tab.addInitScript(
    ([language, theme]) => {
      localStorage.setItem('regulars.language', language);
      localStorage.setItem('regulars.theme', theme);
    },
    [language, theme],
  );
  const save = (part, options = {}) =>
    tab.screenshot({path: join(folder, `${name}-${part}.png`), ...options});
  const goTo = async (screen) => {
    await tab.locator(`rg-nav a[data-screen=${screen}]`).click();
    await tab.locator(`main > section#${screen}:not([hidden])`).waitFor();
  };
  const newFiles = async () => {
    await goTo('files');
    await tab.locator('main > #files .new').click();
    await tab.locator('rg-drop-zone').waitFor();
  };
  const ready = () => tab.locator('main > section:not([hidden]) h1').waitFor();
  await tab.goto(page);
  await tab.locator('rg-drop-zone').waitFor();
  await save('start');
  if (!process.argv.includes('--gallery')) {
    const choose = (file) => tab.locator('rg-drop-zone input[type=file]').setInputFiles([file]);
    await choose(kUnknown);
    await tab.locator('rg-match').waitFor();
    await tab.locator('rg-match-fields select#customer').selectOption('3');
    await tab.locator('rg-match-fields select#status').selectOption('5');
    await tab.locator('rg-match-doubts .statuses').waitFor();
    await save('match', {fullPage: true});
    await tab.locator('rg-match .leave').click();
    await choose(kBadRows);
    await ready();
    await goTo('health');
    await tab.locator('rg-rejects li').first().waitFor();
    await tab.locator('rg-rejects .keep').first().click();
    await tab.locator('rg-rejects .mended').waitFor();
    await tab.locator('rg-rejects .fix').first().click();
    await tab.locator('main > #health').screenshot({path: join(folder, `${name}-mending.png`)});
    await goTo('files');
    await tab.locator('rg-files li[data-file] button').first().click();
    await tab.locator('rg-match-reasons li').first().waitFor();
    await save('match-reasons', {fullPage: true});
    await tab.locator('rg-match .leave').click();
    await newFiles();
    await choose(kHalfYearAgo);
    await tab.locator('rg-start .project').waitFor();
    await choose(kBookstore);
    await tab.locator('rg-since').waitFor();
    await tab.locator('rg-since').screenshot({path: join(folder, `${name}-since.png`)});
    await goTo('customers');
    await tab.locator('rg-segment-editor summary').click();
    await tab.locator('rg-segment-editor input[value=own]').check();
    await tab.locator('rg-segment-editor [data-rule="0"] [data-band=r]').selectOption('4–5');
    await tab.locator('rg-segment-editor [data-rule="9"] .remove').click();
    await tab.locator('rg-segment-editor .would [data-segment=others]').waitFor();
    await tab.locator('rg-segment-editor').screenshot({path: join(folder, `${name}-rules.png`)});
    await goTo('returns');
    await tab.locator('rg-cohorts [data-choice=by]').selectOption('first_product');
    await tab.locator('rg-cohorts .map .name button').first().waitFor();
    await tab.locator('rg-cohorts').screenshot({path: join(folder, `${name}-products.png`)});
    await tab.locator('rg-steps .list').click();
    await save('steps');
    await tab.keyboard.press('Escape');
    await tab.keyboard.press('Control+z');
    await newFiles();
  }
  await tab.locator('.try').click();
  await ready();
  await tab.waitForTimeout(300);
  for (const screen of kScreens) {
    await goTo(screen);
    if (screen === 'customers') await tab.locator('rg-grid .row:not(.pending)').first().waitFor();
    await tab.waitForTimeout(150);
    await save(screen);
    await save(`${screen}-whole`, {fullPage: true});
  }
  if (!process.argv.includes('--gallery')) {
    await goTo('plans');
    await tab.locator('rg-program-editor .editor > summary').click();
    await tab.locator('rg-program-editor .effect [data-by=awards]').waitFor();
    await tab.locator('rg-program-editor [data-rule="1"] [data-field=amount]').fill('7');
    await tab.locator('rg-program-editor .effect tr[data-segment]').first().waitFor();
    await tab
      .locator('rg-program-editor')
      .screenshot({path: join(folder, `${name}-sentences.png`)});
    await tab.locator('rg-program-editor #template').selectOption('bookstore');
    await tab.locator('rg-program-editor [data-tier] .on').first().waitFor();
    await tab.locator('rg-program-editor .apply').click();
    await tab.locator('rg-club rg-figures .sheet').waitFor();
    await tab.locator('rg-club').screenshot({path: join(folder, `${name}-club.png`)});
    await tab.locator('rg-program-editor').screenshot({path: join(folder, `${name}-program.png`)});
  }
  await tab.keyboard.press('?');
  await save('keys');
  await tab.keyboard.press('Escape');
  if (viewport.width < 760) {
    await tab.locator('rg-header .menu').click();
    await save('menu');
    await tab.keyboard.press('Escape');
  }
  await goTo('customers');
  await tab.locator('rg-grid .row').nth(1).click();
  await tab.locator('rg-customer .scores').waitFor();
  await save('customer', {fullPage: true});
  await tab.keyboard.press('Escape');
  await goTo('week');
  await tab.locator('rg-figure#repurchase_rate .name').click();
  await tab.waitForTimeout(150);
  await save('figure');
  await tab.close();
}
