// The reward program: edited, refused, undone; and one customer's story.
import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {kBookstore, kScratch, reportOf, commandLine} from '../page.mjs';
import {expectNoViolation} from './accessibility.mjs';

const kProgram = {
  name: 'winback',
  unit: 'points',
  rules: [{id: 'gone', when: {'>=': [{var: 'days_since_last'}, 180]}, amount: 50}],
};

async function editor(page) {
  await page.open();
  await page.drop(kBookstore);
  await page.waitForReport();
  await page.goTo('plans');
  const place = page.tab.locator('rg-program-editor');
  await place.locator('.editor > summary').click();
  await place.locator('.json > summary').click();
  return place;
}

export function offers() {
  return [
    {
      name: 'a program that is edited is counted at once, as the command line counts it, and can be undone',
      async run(page) {
        const place = await editor(page);
        const granted = page.tab.locator('rg-rewards .figures .granted');
        const before = await granted.innerText();
        await place.locator('textarea.text').fill(JSON.stringify(kProgram));
        await place.locator('.apply').click();
        await page.tab.locator('rg-rewards td.says', {hasText: 'gone'}).waitFor();
        const path = join(kScratch, 'program.json');
        await writeFile(path, JSON.stringify(kProgram));
        const {rewards} = JSON.parse(
          await commandLine('analyze', kBookstore, '--program', path, '--json', '-'),
        );
        assert.equal(
          await granted.innerText(),
          `${rewards.granted.toLocaleString('en-GB')} points`,
        );
        await place.locator('.undo').click();
        await page.tab.locator('rg-rewards td.says', {hasText: 'above_5'}).waitFor();
        assert.equal(await granted.innerText(), before);
        await page.tab.locator('rg-nearly tbody td', {hasText: '1 order'}).first().waitFor();
      },
    },
    {
      name: 'a program to begin with is run over the past, as the command line runs it',
      async run(page) {
        const place = await editor(page);
        await place.locator('#template').selectOption('bookstore');
        const text = await place.locator('textarea.text').inputValue();
        assert.equal(await page.tab.locator('rg-club section').count(), 0);
        await place.locator('.apply').click();
        const club = page.tab.locator('rg-club');
        await club.locator('rg-figures .sheet').waitFor();
        const path = join(kScratch, 'club.json');
        await writeFile(path, text);
        const {
          rewards: {points},
        } = JSON.parse(await commandLine('reward', kBookstore, '--program', path, '--json', '-'));
        assert.equal(
          await club
            .locator('rg-figure#points_earned :is(.value, .under)')
            .allInnerTexts()
            .then((all) => all.join(' ')),
          `${points.earned.toLocaleString('en-GB')} to ${points.rewarded.toLocaleString('en-GB')} customers`,
        );
        assert.deepEqual(
          await club.locator('.rules tbody tr td:nth-child(2)').allInnerTexts(),
          points.rules.map(({times}) => times.toLocaleString('en-GB')),
        );
        assert.equal(await club.locator('.tiers tbody tr').count(), points.tiers.length);
        await expectNoViolation(page, 'a club');
        await club.locator('.twin').click();
        await expectNoViolation(page, 'a club month by month');
        assert.equal(
          await club.locator('.scroll tbody tr').count(),
          points.spending[0].months.length,
        );
        await place.locator('.undo').click();
        await club.locator('section').waitFor({state: 'detached'});
      },
    },
    {
      name: 'a program that cannot be understood is refused with its place, and the last one stays',
      async run(page) {
        const place = await editor(page);
        await place
          .locator('textarea.text')
          .fill('{"rules": [{"when": {"no_such": []}, "amount": 1}]}');
        await place.locator('.apply').click();
        await place.locator('.error', {hasText: /rules\[0\]\.when/}).waitFor();
        await place.locator('textarea.text').fill('{"rules": ');
        await place.locator('.apply').click();
        await place.locator('.error', {hasText: /not valid JSON/}).waitFor();
        const {rewards} = await reportOf(kBookstore);
        const cells = await page.tab.locator('rg-rewards td.people').allInnerTexts();
        assert.deepEqual(
          cells,
          rewards.rules.map(({customers}) => customers.toLocaleString('en-GB')),
        );
        // The table still answers after a refusal.
        await page.goTo('customers');
        await page.tab.locator('rg-customers input[type=search]').fill('an');
        await page.tab.locator('rg-customers .count', {hasText: 'match'}).waitFor();
      },
    },
    {
      name: 'a row opens one customer with orders, lines, scores and rewards',
      async run(page) {
        await page.open();
        await page.openSample();
        await page.goTo('customers');
        const row = page.tab.locator('rg-grid .row:not(.pending)').nth(2);
        const orders = Number(await row.locator('.orders').innerText());
        const there = await row.locator('.customer').innerText();
        await row.click();
        const dialog = page.tab.locator('rg-customer');
        await dialog.locator('.scores').waitFor();
        const name = await dialog.locator('#name').innerText();
        assert.ok(there.startsWith(name), name);
        await dialog.locator('.orders tbody tr').first().waitFor();
        const all = dialog.locator('.history .all');
        if (await all.isVisible()) await all.click();
        assert.equal(await dialog.locator('.orders tbody tr:not(.out)').count(), orders);
        assert.match(await dialog.locator('.orders tbody tr').first().innerText(), /line [\d,]+/);
        const rule = dialog.locator('rg-why li', {hasText: 'more than 5'}).first();
        await rule.locator('summary').click();
        await rule.locator('ul li', {hasText: 'more than 5'}).waitFor();
        await page.tab.keyboard.press('Escape');
        await dialog.waitFor({state: 'hidden'});
      },
    },
    {
      name: 'what a program gives is handed out with codes, recorded before it is saved, and taken back as one step',
      async run(page) {
        const place = await editor(page);
        const program = {
          name: 'thanks',
          hold_out: {share: 0.2},
          rules: [{id: 'again', when: {'>=': [{var: 'orders'}, 3]}, amount: 5}],
        };
        await place.locator('textarea.text').fill(JSON.stringify(program));
        await place.locator('.apply').click();
        await page.tab.locator('rg-rewards td.says', {hasText: 'again'}).waitFor();
        const handout = page.tab.locator('rg-handout');
        const save = handout.locator('.save');
        await handout.locator('.result li', {hasText: 'held out'}).waitFor();
        assert.ok(await save.isDisabled(), 'without a name nothing is handed out');
        await handout.locator('input[name=offer]').fill('<b>Spring</b>');
        const [download] = await Promise.all([page.tab.waitForEvent('download'), save.click()]);
        const rows = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
        assert.match(rows[0], /^customer,.*,code,issued,expires$/);
        const codes = rows.slice(1).map((row) => row.split(',').at(-3));
        assert.equal(new Set(codes).size, codes.length);
        const past = handout.locator('.past li');
        await past.locator('p', {hasText: 'Too early'}).waitFor();
        assert.match(await past.innerText(), new RegExp(`<b>Spring</b>.*${codes.length} codes`));
        assert.match(
          await handout.locator('.result b').innerText(),
          new RegExp(`^${codes.length} `),
        );
        await page.tab.locator('body').press('Control+z');
        await past.waitFor({state: 'detached'});
        await expectNoViolation(page, 'plans');
      },
    },
  ];
}
