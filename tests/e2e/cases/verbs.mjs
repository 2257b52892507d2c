// What owners do: cards of the week, lists for other programs, notes and tags.
import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {kBookstore, kScratch, commandLine, reportOf} from '../page.mjs';
import {expectNoViolation} from './accessibility.mjs';

const kKind = 'due_not_come';

/** Waits for a file that the page writes, and gives back its path and name. */
async function saved(page, press) {
  const [download] = await Promise.all([page.tab.waitForEvent('download'), press()]);
  const file = join(kScratch, `${Date.now()}-${download.suggestedFilename()}`);
  await download.saveAs(file);
  return {file, name: download.suggestedFilename()};
}

async function saveProject(page) {
  const {file} = await saved(page, () => page.tab.locator('rg-steps .save').click());
  const project = join(kScratch, `verbs-${Date.now()}.regulars.json`);
  await writeFile(project, await readFile(file));
  return project;
}

/** Opens the shop again, with what was decided before. */
async function reopen(page, project) {
  await page.tab.reload();
  await page.waitForStart();
  await page.choose(project, kBookstore);
  await page.waitForReport();
}

const menu = (page, kind) => page.tab.locator(`rg-week [data-card=${kind}] .menu summary`);

export function verbs() {
  return [
    {
      name: 'a card is done, found again after the project was saved, and shown again',
      async run(page) {
        await page.open();
        await page.choose(kBookstore);
        await page.waitForReport();
        const cards = page.tab.locator('rg-week [data-card]');
        const before = await cards.count();
        await menu(page, kKind).focus();
        await page.tab.keyboard.press('Enter');
        await page.tab.locator(`rg-week [data-card=${kKind}] .menu .done`).waitFor();
        await expectNoViolation(page, 'the menu of a card');
        await page.tab.keyboard.press('Escape');
        await page.tab
          .locator(`rg-week [data-card=${kKind}] .menu .done`)
          .waitFor({state: 'hidden'});
        await page.tab.keyboard.press('Enter');
        await page.tab.locator(`rg-week [data-card=${kKind}] .menu .done`).click();
        await page.tab.locator(`rg-week [data-card=${kKind}]`).waitFor({state: 'detached'});
        assert.equal(await cards.count(), before - 1);
        await reopen(page, await saveProject(page));
        assert.equal(await cards.count(), before - 1);
        await page.tab.locator('rg-week .aside > button', {hasText: '1 card put aside'}).click();
        await page.tab.locator(`rg-week [data-aside=${kKind}]`, {hasText: /Done on/}).waitFor();
        await page.tab.locator(`rg-week [data-aside=${kKind}] button`).click();
        await page.tab.locator(`rg-week [data-card=${kKind}]`).waitFor();
        await page.tab.keyboard.press('Control+z');
        await page.tab.locator(`rg-week [data-card=${kKind}]`).waitFor({state: 'detached'});
      },
    },
    {
      name: 'where all cards are put aside nobody says that the week is calm',
      async run(page) {
        await page.open();
        await page.choose(kBookstore);
        await page.waitForReport();
        const cards = page.tab.locator('rg-week [data-card]');
        for (let left = await cards.count(); left > 0; --left) {
          await cards.first().locator('.menu summary').click();
          await cards.first().locator('[data-days="30"]').click();
          await page.tab.waitForFunction(
            (wanted) =>
              document
                .querySelector('regulars-app')
                .shadowRoot.querySelector('rg-report')
                .shadowRoot.querySelector('rg-week')
                .shadowRoot.querySelectorAll('[data-card]').length === wanted,
            left - 1,
          );
        }
        await page.tab.locator('rg-week .rest').waitFor();
        assert.equal(await page.tab.locator('rg-week .calm').count(), 0);
      },
    },
    {
      name: 'a list for Mailchimp says who is left out and why, and holds what the command line writes',
      async run(page) {
        const customers = join(kScratch, 'customers.csv');
        const emails = [...new Set((await readFile(kBookstore, 'utf8')).match(/[\w.]+@[\w.]+/g))];
        const rows = emails.slice(0, 30).map((email, i) => `${email},${i < 20 ? 'yes' : 'no'},tea`);
        await writeFile(customers, `Email,Accepts Email Marketing,Tags\n${rows.join('\n')}\n`);
        await page.open();
        await page.choose(kBookstore, customers);
        await page.waitForReport();
        await page.goTo('customers');
        await page.tab.locator('rg-customers button.export').click();
        const drawer = page.tab.locator('rg-audience dialog');
        await drawer.locator('input[value=mailchimp]').check();
        await drawer.locator('[data-reason=consent_refused]', {hasText: /^\s*10 /}).waitFor();
        await drawer.locator('.result b', {hasText: '20 rows'}).waitFor();
        await expectNoViolation(page, 'the drawer');
        const {name, file} = await saved(page, () => drawer.locator('.save').click());
        assert.equal(name, 'regulars-mailchimp.csv');
        await drawer.locator('.status', {hasText: 'regulars-mailchimp.csv'}).waitFor();
        const list = join(kScratch, 'list.csv');
        await commandLine(
          'analyze',
          kBookstore,
          customers,
          '--audience',
          list,
          '--for',
          'mailchimp',
        );
        // The page lists by what customers brought, the command as they come to it: the same rows.
        const lines = async (path) => (await readFile(path, 'utf8')).split('\r\n').sort();
        assert.deepEqual(await lines(file), await lines(list));
        // Whoever vouches for the others writes to them, but not to those who refused.
        await drawer.locator('.consent input').check();
        const {intake} = await reportOf(kBookstore, customers);
        const all = (intake.customers - 10).toLocaleString('en-GB');
        await drawer.locator('.result b', {hasText: `${all} rows`}).waitFor();
      },
    },
    {
      name: 'a card of the week can be taken along as it stands',
      async run(page) {
        await page.open();
        await page.choose(kBookstore);
        await page.waitForReport();
        const {cards} = (await reportOf(kBookstore)).this_week;
        const {customers} = cards.find(({kind}) => kind === kKind);
        await menu(page, kKind).click();
        await page.tab.locator(`rg-week [data-card=${kKind}] .menu .export`).click();
        const drawer = page.tab.locator('rg-audience dialog');
        await drawer
          .locator('.listed', {hasText: new RegExp(`^\\s*${customers} customer`)})
          .waitFor();
        await drawer.locator('input[value=excel]').check();
        await drawer.locator('input[value=own]').check();
        await drawer.locator('.tags input[type=text]').fill('November, reminder');
        await drawer.locator('.tags input[type=text]').press('Tab');
        await drawer.locator('.save:not([disabled])').waitFor();
        const {file} = await saved(page, () => drawer.locator('.save').click());
        const text = await readFile(file, 'utf8');
        assert.ok(text.startsWith('\uFEFFcustomer,name,'));
        assert.equal(text.trim().split('\r\n').length, customers + 1);
        assert.ok(text.includes(',November  reminder,'));
        await page.tab.keyboard.press('Escape');
        await drawer.waitFor({state: 'hidden'});
      },
    },
    {
      name: 'note and tag of a customer survive saving and reopening, and find the customer again',
      async run(page) {
        await page.open();
        await page.choose(kBookstore);
        await page.waitForReport();
        await page.goTo('customers');
        await page.tab.locator('rg-grid .row:not(.pending)').nth(1).click();
        const dialog = page.tab.locator('rg-customer');
        await dialog.locator('rg-remark textarea').fill('Likes travel books.\nCall after ten.');
        await dialog.locator('rg-remark form input').fill('book club');
        await dialog.locator('rg-remark form input').press('Enter');
        await dialog.locator('rg-remark .tag', {hasText: 'book club'}).waitFor();
        await expectNoViolation(page, 'note and tag');
        const name = await dialog.locator('#name').innerText();
        // The card alone is printed, with what was typed, on one sheet.
        await page.tab.emulateMedia({media: 'print'});
        await dialog.locator('rg-remark .printed', {hasText: 'Call after ten'}).waitFor();
        await page.tab.locator('rg-nav nav').waitFor({state: 'hidden'});
        assert.equal(await page.tab.locator('main > section:visible').count(), 1);
        const paper = (await page.tab.pdf({format: 'A4'})).toString('latin1');
        assert.equal(paper.match(/\/Type \/Page\b/g)?.length, 1, 'sheets');
        await page.tab.emulateMedia({media: null});
        const {file, name: called} = await saved(page, () =>
          dialog.locator('.remind button').click(),
        );
        assert.match(called, /\.ics$/);
        const calendar = await readFile(file, 'utf8');
        assert.match(calendar, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
        assert.ok(calendar.replaceAll('\r\n ', '').includes(`SUMMARY:Write to ${name}\r\n`));
        // What is still in the field when the customer is left is not lost.
        await dialog.locator('rg-remark form input').fill('by hand');
        await page.tab.keyboard.press('Escape');
        await dialog.waitFor({state: 'hidden'});
        const row = page.tab.locator('rg-grid .row').nth(1);
        await row.locator('.tags', {hasText: 'by hand'}).waitFor();
        assert.match(await row.locator('.tags').innerText(), /book club/);
        await row.locator('.customer .mark').waitFor();
        await reopen(page, await saveProject(page));
        await page.goTo('customers');
        await page.tab.locator('rg-remarks summary').click();
        await page.tab.locator('rg-remarks .tag', {hasText: 'book club'}).click();
        await page.tab.locator('rg-customers .chip', {hasText: 'Tag: book club'}).waitFor();
        await page.tab.locator('rg-customers .count', {hasText: '1 '}).waitFor();
        await page.tab.locator('rg-grid .row').first().click();
        await dialog.locator('rg-remark textarea').waitFor();
        assert.equal(await dialog.locator('#name').innerText(), name);
        assert.equal(
          await dialog.locator('rg-remark textarea').inputValue(),
          'Likes travel books.\nCall after ten.',
        );
      },
    },
    {
      name: 'what belongs to one person is told, and split where it does not',
      async run(page) {
        const first = join(kScratch, 'by-number.csv');
        const second = join(kScratch, 'by-mail.csv');
        await writeFile(
          first,
          'order,date,customer id,email,total\n1,2026-01-02,C7,ada@example.org,10\n2,2026-01-09,C8,bo@example.org,5\n',
        );
        await writeFile(second, 'order,date,customer,total\n3,2026-02-02,ada@example.org,30\n');
        await page.open();
        await page.choose(first, second);
        await page.waitForReport();
        await page.goTo('customers');
        await page.tab.locator('rg-grid .row', {hasText: 'C7'}).click();
        const dialog = page.tab.locator('rg-customer');
        const pair = dialog.locator('rg-merges li', {hasText: 'ada@example.org'});
        await pair.waitFor();
        assert.equal(await dialog.locator('.orders tbody tr').count(), 2);
        await pair.locator('button').click();
        await dialog.locator('rg-merges li.apart').waitFor();
        await page.tab.waitForFunction(
          () =>
            document
              .querySelector('regulars-app')
              .shadowRoot.querySelector('rg-report')
              .shadowRoot.querySelector('rg-customer')
              .shadowRoot.querySelectorAll('.orders tbody tr').length === 1,
        );
      },
    },
  ];
}
