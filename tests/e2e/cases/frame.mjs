// Around the screens: addresses, Back and Forward, what is unsaved, the steps, the keys, the size of the text.
import assert from 'node:assert/strict';
import {buildGallery} from '../gallery.mjs';
import {kBookstore, kPageFile} from '../page.mjs';
import {focused} from './keyboard.mjs';

const hash = (page) => page.tab.evaluate(() => location.hash);
const entries = (page) => page.tab.evaluate(() => history.length);
const dialog = (page) => page.tab.locator('rg-customer');
const unsaved = (page) => page.tab.locator('rg-header .unsaved i');
const rule = (page, name) => page.tab.locator(`rg-cleaning li[data-rule=${name}] [role=switch]`);

/** Switches a rule, and waits until the figures are those without it, or with it. */
async function switchRule(page, name, on) {
  await rule(page, name).click();
  await expectRule(page, name, on);
}

async function expectRule(page, name, on) {
  await page.tab.locator(`rg-cleaning li[data-rule=${name}] [aria-checked=${on}]`).waitFor();
  await page.tab.locator('rg-cleaning [aria-busy=true]').waitFor({state: 'detached'});
}

async function openCustomer(page, row) {
  await page.tab.locator('rg-grid .row:not(.pending)').nth(row).click();
  await dialog(page).locator('.scores').waitFor();
  return dialog(page).locator('#name').innerText();
}

/** The names of the first rows of the table, as their screen shows them. */
const names = async (page, many) =>
  (await page.tab.locator('rg-grid .row:not(.pending) .customer').allInnerTexts())
    .slice(0, many)
    .map((text) => text.split('\n')[0].trim());

/** The row of the table where the keyboard stands. */
const activeRow = (page) => page.tab.locator('rg-grid .row.active').getAttribute('data-row');

/** Waits until the screen is about somebody. */
const expectName = (page, name) => dialog(page).locator('#name', {hasText: name}).waitFor();

export function frame() {
  return [
    {
      name: 'Back and Forward lead through three screens and a customer, from a file',
      async run(page) {
        await page.open();
        assert.equal(await hash(page), '');
        const before = await entries(page);
        await page.openSample();
        assert.deepEqual([await hash(page), await entries(page)], ['#/week', before]);
        assert.equal(await page.tab.title(), 'This week · Sample bookshop · Regulars');
        await page.goTo('returns');
        await page.goTo('customers');
        assert.equal(await hash(page), '#/customers');
        const name = await openCustomer(page, 1);
        assert.match(await hash(page), /^#\/customer\/\d+$/);
        assert.equal(await entries(page), before + 3);

        await page.tab.goBack();
        await dialog(page).waitFor({state: 'hidden'});
        assert.deepEqual([await page.screen(), await hash(page)], ['customers', '#/customers']);
        await page.tab.goBack();
        await page.waitForScreen('returns');
        assert.match(await focused(page), /^h1.*Coming back/);
        await page.tab.goBack();
        await page.waitForScreen('week');
        for (const screen of ['returns', 'customers']) {
          await page.tab.goForward();
          await page.waitForScreen(screen);
        }
        await page.tab.goForward();
        await dialog(page).locator('.scores').waitFor();
        assert.equal(await dialog(page).locator('#name').innerText(), name);
        assert.equal(await page.tab.title(), 'One customer · Sample bookshop · Regulars');
        // Closed by its button, Forward opens it once more.
        await dialog(page).locator('.close').click();
        await page.tab.waitForFunction(() => location.hash === '#/customers');
        await page.tab.goForward();
        await expectName(page, name);
      },
    },
    {
      name: 'Back restores the filter that was there, and how far down one was',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('customers');
        await page.tab.locator('rg-customers input[type=search]').fill('an');
        await page.tab.locator('rg-customers .chip', {hasText: 'an'}).waitFor();
        const count = page.tab.locator('rg-customers .count', {hasText: /match/});
        const people = await count.innerText();
        await page.tab.evaluate(() => scrollTo(0, 500));
        await page.tab.locator('rg-segments tr[data-segment=at_risk]').click();
        await page.tab.locator('rg-customers .chip', {hasText: 'At risk'}).waitFor();
        assert.match(await focused(page), /^h2.*The customers/);
        await page.goTo('plans');
        await page.tab.goBack();
        await page.tab.locator('rg-customers .chip', {hasText: 'At risk'}).waitFor();
        await page.tab.goBack();
        await page.tab.locator('rg-customers .chip', {hasText: 'an'}).waitFor();
        await page.tab.locator('rg-customers .count', {hasText: people}).waitFor();
        await page.tab.waitForFunction(() => scrollY > 400);
      },
    },
    {
      name: 'inside another page nothing is written to its address, history or title',
      async run(page) {
        await page.open({url: `${await buildGallery()}#of-the-host`});
        const before = await entries(page);
        await page.openSample();
        for (const screen of ['customers', 'health', 'week', 'customers']) await page.goTo(screen);
        await openCustomer(page, 0);
        await page.tab.keyboard.press('j');
        await dialog(page).locator('.place', {hasText: '2 of'}).waitFor();
        await page.tab.keyboard.press('Escape');
        await dialog(page).waitFor({state: 'hidden'});
        assert.match(await focused(page), /scroller/);
        assert.deepEqual(
          [await hash(page), await entries(page), await page.tab.title()],
          ['#of-the-host', before, 'Regulars'],
        );
        // What is pressed outside of ours is the host's.
        await page.tab.evaluate(() => document.activeElement.blur());
        await page.tab.keyboard.press('g');
        await page.tab.keyboard.press('w');
        assert.equal(await page.screen(), 'customers');
      },
    },
    {
      name: 'an address that was reloaded, or that nobody knows, leads to the start',
      async run(page) {
        for (const address of ['#/customer/17', '#/nowhere']) {
          await page.open({url: `${kPageFile}${address}`});
          assert.equal(await hash(page), '');
          await page.close();
        }
        await page.open();
        await page.openSample();
        await page.goTo('plans');
        await page.tab.reload();
        await page.waitForStart();
        assert.equal(await hash(page), '');
        await page.tab.goBack();
        await page.tab.waitForTimeout(100);
        await page.waitForStart();
      },
    },
    {
      name: 'a screen that is typed into the address is shown, and of a customer of other days the table',
      async run(page) {
        await page.open();
        await page.openSample();
        const type = (address) => page.tab.evaluate((to) => (location.hash = to), address);
        await type('#/returns');
        await page.waitForScreen('returns');
        await type('#/customer/3');
        await page.waitForScreen('customers');
        await page.tab.waitForFunction(() => location.hash === '#/customers');
        await type('#/nowhere');
        await page.waitForScreen('week');
        await page.tab.waitForFunction(() => location.hash === '#/week');
        await page.tab.goBack();
        await page.waitForScreen('customers');
      },
    },
    {
      name: 'new files take the place of what was shown, and Back does not lead to other figures',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('customers');
        await page.newFiles();
        const before = await entries(page);
        assert.equal(await hash(page), '');
        await page.choose(kBookstore);
        await page.waitForReport();
        assert.deepEqual([await hash(page), await entries(page)], ['#/week', before]);
        await page.tab.goBack();
        await page.waitForScreen('customers');
        await page.tab.locator('rg-customers .count', {hasText: /\d customers$/}).waitFor();
      },
    },
    {
      name: 'a screen that was left is found as it was, and only the one shown is drawn',
      async run(page) {
        await page.open();
        await page.openSample();
        assert.equal(await page.tab.locator('main > section').count(), 1);
        await page.goTo('plans');
        await page.tab.locator('rg-program-editor .editor > summary').click();
        await page.tab.locator('rg-program-editor .json > summary').click();
        await page.tab.locator('rg-program-editor textarea.text').fill('half written');
        await page.goTo('week');
        await page.goTo('plans');
        assert.equal(
          await page.tab.locator('rg-program-editor textarea.text').inputValue(),
          'half written',
        );
        assert.equal(await page.tab.locator('main > section:visible').count(), 1);
      },
    },
    {
      name: 'what is unsaved is marked from the step on, not after saving, and after undo again',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('health');
        assert.equal(await unsaved(page).count(), 0);
        await switchRule(page, 'drop_copies', false);
        await unsaved(page).waitFor();
        assert.match(await page.tab.locator('rg-header .unsaved').innerText(), /not saved yet/);
        const save = async (act) => {
          const [download] = await Promise.all([page.tab.waitForEvent('download'), act()]);
          assert.equal(download.suggestedFilename(), 'shop.regulars.json');
          await unsaved(page).waitFor({state: 'detached'});
        };
        await save(() => page.tab.keyboard.press('Control+s'));
        await page.tab.locator('rg-steps .back').click();
        await expectRule(page, 'drop_copies', true);
        await unsaved(page).waitFor();
        await page.tab.locator('rg-steps .forth').click();
        await expectRule(page, 'drop_copies', false);
        await unsaved(page).waitFor({state: 'detached'});
        await switchRule(page, 'drop_copies', true);
        await save(() => page.tab.locator('rg-steps .save').click());
      },
    },
    {
      name: 'the browser asks before what is unsaved is left, and only then',
      async run(page) {
        await page.open();
        await page.openSample();
        const asked = [];
        page.tab.on('dialog', async (dialog) => {
          asked.push(dialog.type());
          await dialog.accept();
        });
        await page.tab.reload();
        await page.waitForStart();
        assert.deepEqual(asked, []);
        await page.openSample();
        await page.goTo('health');
        await switchRule(page, 'drop_copies', false);
        await page.tab.reload();
        await page.waitForStart();
        assert.deepEqual(asked, ['beforeunload']);
      },
    },
    {
      name: 'the steps are listed by name, newest first, and any of them is gone to',
      async run(page) {
        await page.open();
        await page.openSample();
        const before = await page.figure('revenue');
        await page.goTo('health');
        await switchRule(page, 'drop_copies', false);
        await page.goTo('returns');
        await page.tab.locator('rg-cohorts [data-choice=period]').selectOption('quarter');
        await page.tab.locator('rg-cohorts [data-choice=period][aria-busy=false]').waitFor();
        await page.tab.locator('rg-cohorts [data-measure=customers]').click();
        await page.tab.locator('rg-steps .list').click();
        const rows = page.tab.locator('rg-steps [popover] li button');
        const said = async () => (await rows.allInnerTexts()).map((text) => text.split('\n')[0]);
        const all = [
          'Cohorts show “Customers”',
          'Cohorts followed by quarters',
          'Copies of a line count each time',
          'As the files were read',
        ];
        assert.deepEqual(await said(), all);
        assert.equal(await rows.first().getAttribute('aria-current'), 'step');
        await rows.nth(3).click();
        await page.tab.locator('rg-steps .back[aria-disabled=true]').waitFor();
        assert.equal(await page.figure('revenue'), before);
        await page.tab.locator('rg-steps .list').click();
        assert.deepEqual(await said(), all);
        assert.match(await rows.first().innerText(), /taken back/);
        await rows.nth(1).click();
        await page.tab
          .locator('rg-cohorts .map tbody th', {hasText: /Q\d 20/})
          .first()
          .waitFor();
        await page.tab.locator('rg-steps .forth[aria-disabled=false]').click();
        await page.tab.locator('rg-steps .forth[aria-disabled=true]').waitFor();
      },
    },
    {
      name: 'keys lead to every screen, but not while somebody types, and ? lists them',
      async run(page) {
        const {keyboard} = (await page.open()).tab;
        await keyboard.press('?');
        await page.tab.locator('rg-keys dialog').waitFor();
        await keyboard.press('Escape');
        await page.openSample();
        for (const [letter, screen] of Object.entries({
          c: 'customers',
          r: 'returns',
          p: 'plans',
          h: 'health',
          f: 'files',
          w: 'week',
        })) {
          await keyboard.press('g');
          await keyboard.press(letter);
          await page.waitForScreen(screen);
          assert.match(await focused(page), /^h1/);
        }
        await keyboard.press('?');
        const list = page.tab.locator('rg-keys dialog');
        await list.waitFor();
        assert.equal(await list.locator('dt').count(), 16);
        // The list is in the way: what stands behind it hears nothing.
        await keyboard.press('g');
        await keyboard.press('h');
        await keyboard.press('Escape');
        await list.waitFor({state: 'hidden'});
        assert.equal(await page.screen(), 'week');
        await page.goTo('customers');
        await openCustomer(page, 0);
        await keyboard.press('g');
        await keyboard.press('r');
        await page.waitForScreen('returns');
        await dialog(page).waitFor({state: 'hidden'});
        assert.match(await focused(page), /^h1.*Coming back/);
        await page.goTo('customers');
        await page.tab.locator('rg-customers input[type=search]').focus();
        await keyboard.type('gw?');
        assert.equal(await page.screen(), 'customers');
        assert.equal(await list.isVisible(), false);
      },
    },
    {
      name: 'J and K go to the next and the previous customer of the table, up to its ends',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('customers');
        await page.tab.locator('rg-segments tr[data-segment=champions]').click();
        await page.tab.locator('rg-customers .chip', {hasText: 'Champions'}).waitFor();
        await page.tab.locator('rg-grid [role=columnheader] button', {hasText: 'Orders'}).click();
        await page.tab.locator('rg-grid [aria-sort=descending]', {hasText: 'Orders'}).waitFor();
        await page.tab.locator('rg-grid .row:not(.pending)').nth(3).waitFor();
        const [first, second, third] = await names(page, 3);
        await openCustomer(page, 0);
        await expectName(page, first);
        const address = await entries(page);
        const before = dialog(page).locator('.before');
        const after = dialog(page).locator('.after');
        assert.equal(await before.getAttribute('aria-disabled'), 'true');
        assert.match(await after.getAttribute('title'), /\(J\)/);
        await page.tab.keyboard.press('j');
        await expectName(page, second);
        await after.click();
        await expectName(page, third);
        assert.equal(await entries(page), address, 'the next takes the place of the one before');
        await page.tab.keyboard.press('k');
        await expectName(page, second);
        await page.tab.keyboard.press('k');
        await page.tab.keyboard.press('k');
        await expectName(page, first);
        await page.tab.goBack();
        await dialog(page).waitFor({state: 'hidden'});
        await page.tab.locator('rg-customers .chip', {hasText: 'Champions'}).waitFor();
        assert.equal(await activeRow(page), '0');

        // Enter need not wait until the last row has come.
        await page.tab.locator('rg-grid .row:not(.pending)').first().waitFor();
        await page.tab.locator('rg-grid .scroller').focus();
        await page.tab.keyboard.press('End');
        await page.tab.keyboard.press('Enter');
        await dialog(page).locator('.scores').waitFor();
        assert.equal(await after.getAttribute('aria-disabled'), 'true');
      },
    },
    {
      name: 'a customer is left for the row they were opened from, with its place, its focus and how far down one was',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('customers');
        const {keyboard} = page.tab;
        const scroller = page.tab.locator('rg-grid .scroller');
        await scroller.scrollIntoViewIfNeeded();
        await scroller.focus();
        for (let leap = 0; leap < 3; ++leap) await keyboard.press('PageDown');
        const row = await activeRow(page);
        await page.tab.locator('rg-grid .row.active:not(.pending)').waitFor();
        const where = () =>
          scroller.evaluate((one) => [Math.round(scrollY), Math.round(one.scrollTop)]);
        const stood = await where();
        assert.ok(stood[0] > 100 && stood[1] > 100, `scrolled to ${stood}`);
        const total = await page.tab.locator('rg-customers .count').innerText();
        await keyboard.press('Enter');
        await dialog(page).locator('.scores').waitFor();
        assert.equal(await page.tab.evaluate(() => scrollY), 0);
        assert.match(await focused(page), /^h1/);
        assert.equal(
          await dialog(page).locator('.place').innerText(),
          `${Number(row) + 1} of ${total.replace(/[^\d,]/g, '')}`,
        );
        const expectBack = async (how) => {
          await dialog(page).waitFor({state: 'hidden'});
          await page.tab.waitForFunction(
            (top) => Math.abs(scrollY - top) < 2 && location.hash === '#/customers',
            stood[0],
          );
          await page.tab.locator('rg-grid .row.active:not(.pending)').waitFor();
          assert.deepEqual([how, await activeRow(page), ...(await where())], [how, row, ...stood]);
          assert.match(await focused(page), /scroller/);
        };
        // What is explained above the customer is closed first.
        await dialog(page).locator('rg-figure#lifetime_value .name').click();
        await dialog(page).locator('rg-figure#lifetime_value [popover]').waitFor();
        await keyboard.press('Escape');
        await dialog(page).locator('rg-figure#lifetime_value [popover]').waitFor({state: 'hidden'});
        assert.equal(await page.screen(), 'customer');
        await keyboard.press('Escape');
        await expectBack('Escape');
        await keyboard.press('Enter');
        await dialog(page).locator('.scores').waitFor();
        await dialog(page).locator('.close').click();
        await expectBack('the button');
        await keyboard.press('Enter');
        await dialog(page).locator('.scores').waitFor();
        await page.tab.goBack();
        await expectBack('Back');
        // The next one takes the row along.
        await keyboard.press('Enter');
        await dialog(page).locator('.scores').waitFor();
        await keyboard.press('j');
        await page.tab.waitForFunction(
          (place) =>
            document
              .querySelector('regulars-app')
              .shadowRoot.querySelector('rg-report')
              .shadowRoot.querySelector('rg-customer')
              .shadowRoot.querySelector('.place')
              .textContent.startsWith(place),
          `${Number(row) + 2} of`,
        );
        await keyboard.press('Escape');
        await dialog(page).waitFor({state: 'hidden'});
        await page.tab.waitForFunction(() => location.hash === '#/customers');
        assert.equal(await activeRow(page), String(Number(row) + 1));
      },
    },
    {
      name: 'the size of the text is chosen, seen, and remembered',
      async run(page) {
        await page.open();
        await page.openSample();
        const size = () =>
          page.tab
            .locator('main > #week .lead')
            .first()
            .evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
        const before = await size();
        await page.tab.locator('rg-preferences [data-size=largest]').click();
        assert.ok(Math.abs((await size()) / before - 1.25) < 0.01, `${await size()} of ${before}`);
        assert.equal(
          await page.tab.locator('rg-preferences [data-size=largest]').getAttribute('aria-pressed'),
          'true',
        );
        await page.tab.reload();
        await page.openSample();
        assert.ok((await size()) > before);
        await page.tab.locator('rg-preferences [data-size=normal]').click();
        assert.equal(await size(), before);
      },
    },
    {
      name: 'at 360 px seven screens stand along the bottom, and what has no room in a menu',
      async run(page) {
        await page.open({width: 360, height: 780});
        await page.openSample();
        const links = page.tab.locator('rg-nav a');
        assert.equal(await links.count(), 7);
        const cut = await links.evaluateAll((all) =>
          all.filter((link) => link.scrollWidth > link.clientWidth).map((link) => link.innerText),
        );
        assert.deepEqual(cut, []);
        assert.equal(await page.tab.locator('rg-header .print').isVisible(), false);
        await page.tab.locator('rg-header .menu').click();
        await page.tab.locator('rg-header .print').waitFor();
        await page.tab.locator('rg-preferences button', {hasText: '中文'}).click();
        await links.filter({hasText: '复购'}).waitFor();
        await page.tab.keyboard.press('Escape');
        assert.equal(await page.tab.locator('rg-header .print').isVisible(), false);
      },
    },
  ];
}
