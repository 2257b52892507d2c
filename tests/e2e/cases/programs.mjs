// Reward programs in sentences: typed, counted while they are typed, compared with the one in force, refused at their fields.
import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {kBookstore, kScratch, commandLine, reportOf} from '../page.mjs';
import {expectNoViolation} from './accessibility.mjs';

const digits = (text) => Number(text.replace(/[^\d.]/g, ''));
const number = (value) => value.toLocaleString('en-GB');
const many = (value, name) => `${number(value)} ${name}${value === 1 ? '' : 's'}`;

async function openEditor(page, options) {
  await page.open(options);
  await page.choose(kBookstore);
  await page.waitForReport();
  await page.goTo('plans');
  const editor = page.tab.locator('rg-program-editor');
  await editor.locator('.editor > summary').focus();
  await page.tab.keyboard.press('Enter');
  await editor.locator('rg-program-effect .all').first().waitFor();
  return editor;
}

/** What the command line makes of a program. */
async function rewardsOf(program) {
  const path = join(kScratch, 'sentences.json');
  await writeFile(path, JSON.stringify(program));
  const told = await commandLine('analyze', kBookstore, '--program', path, '--json', '-');
  return JSON.parse(told).rewards;
}

/** The program as the editor has it now. */
async function programOf(editor) {
  return JSON.parse(await editor.locator('textarea.text').inputValue());
}

const rule = (editor, place) => editor.locator(`rg-reward-rules [data-rule="${place}"]`);
const field = (place, name, at = 0) => place.locator(`[data-field=${name}]`).nth(at);

export function programs() {
  return [
    {
      name: 'a rule typed in a sentence is counted while it is typed, applied, and undone',
      async run(page) {
        const editor = await openEditor(page);
        const {tab} = page;
        const inForce = await reportOf(kBookstore);
        const granted = tab.locator('rg-rewards .figures .granted');
        const before = await granted.innerText();
        for (const place of [2, 1]) {
          await rule(editor, place).locator('.remove').focus();
          await tab.keyboard.press('Enter');
          await rule(editor, place).waitFor({state: 'detached'});
        }
        // When the last order is at least 60 days ago, and there were at least 2, give 10.
        const first = rule(editor, 0);
        await field(first, 'fact').focus();
        await tab.keyboard.press('ArrowDown');
        await field(first, 'operator').focus();
        await tab.keyboard.press('Home');
        await field(first, 'value').fill('60');
        await first.locator('.and').focus();
        await tab.keyboard.press('Enter');
        await field(first, 'value', 1).fill('2');
        await field(first, 'amount').focus();
        await tab.keyboard.press('Control+a');
        await tab.keyboard.type('10');
        const said = {
          id: 'up_to_2',
          when: {
            and: [{'>=': [{var: 'days_since_last'}, 60]}, {'>=': [{var: 'orders'}, 2]}],
          },
          amount: 10,
        };
        assert.deepEqual((await programOf(editor)).rules, [said]);
        const rewards = await rewardsOf({rules: [said]});
        const [{customers, granted: sum}] = rewards.rules;
        assert.ok(customers > 0 && customers < inForce.intake.customers);
        await first
          .locator('.comes', {hasText: `${number(customers)} customers, €${number(sum / 100)}`})
          .waitFor();
        await editor
          .locator('rg-program-effect .all', {hasText: `In all ${number(customers)} customers`})
          .waitFor();
        // One digit more, and the count follows.
        await field(first, 'value').fill('600');
        await first
          .locator('.comes')
          .filter({hasNotText: `${number(customers)} customers`})
          .waitFor();
        await field(first, 'value').fill('60');
        await first.locator('.comes', {hasText: `${number(customers)} customers`}).waitFor();
        assert.equal(await granted.innerText(), before, 'nothing is in force before it is applied');
        // Differences of the segments are the difference of the programs.
        const sums = await editor
          .locator('[data-by=awards] tbody tr td:last-child')
          .allInnerTexts();
        const difference = sums
          .slice(0, await editor.locator('[data-by=awards] .bars tbody tr').count())
          .reduce((all, text) => all + (/[-−]/.test(text) ? -1 : 1) * digits(text), 0);
        assert.equal(Math.round(100 * difference), sum - inForce.rewards.granted);
        await expectNoViolation(page, 'a rule in a sentence');
        await editor.locator('.apply').click();
        await tab.locator('rg-rewards td.people', {hasText: number(customers)}).waitFor();
        assert.equal(
          digits(await granted.innerText().then((text) => text.split('\n')[0])),
          sum / 100,
        );
        await editor.locator('[data-by=awards] .said', {hasText: 'Nothing changes'}).waitFor();
        await editor.locator('.undo').click();
        await rule(editor, 2).waitFor();
        assert.equal(await granted.innerText(), before);
      },
    },
    {
      name: 'a program to begin with is changed: who stands where, who gains, and what is in force again',
      async run(page) {
        const editor = await openEditor(page);
        const {tab} = page;
        await editor.locator('#template').selectOption('vip');
        const step = (place) => editor.locator(`rg-tier-ladder [data-tier="${place}"]`);
        await step(2).locator('.on').waitFor();
        // Rewards of today and points of years are not compared.
        await editor.locator('rg-program-effect .other').waitFor();
        const {points} = await rewardsOf(await programOf(editor));
        for (const [place, {customers}] of points.tiers.entries())
          assert.equal(
            digits(await step(place).locator('.on').innerText()),
            customers,
            `tier ${place}`,
          );
        for (const [place, {customers, times}] of points.rules.entries())
          await editor
            .locator(`[data-earn="${place}"] .comes`, {
              hasText: `${many(customers, 'customer')}, ${many(times, 'time')}`,
            })
            .waitFor();
        await editor.locator('.apply').click();
        // What is typed while the program is being put in force is not lost.
        await field(editor.locator('[data-earn="1"]'), 'amount').fill('2.5');
        await tab.locator('rg-club rg-figures .sheet').waitFor();
        await editor.locator('[data-by=points] .said', {hasText: /gain/}).waitFor();
        assert.equal(await field(editor.locator('[data-earn="1"]'), 'amount').inputValue(), '2.5');
        // A tier under another name: the rule that asks for it follows.
        await field(step(1), 'name').fill('golden');
        await field(editor.locator('[data-earn="1"]'), 'amount').fill('3');
        await editor.locator('[data-by=points] .said', {hasText: /gain/}).waitFor();
        const changed = await programOf(editor);
        assert.deepEqual(changed.points.earn[1], {
          id: 'gold',
          when: {'==': [{var: 'tier'}, 'golden']},
          points: {'*': [{var: 'amount'}, 3]},
        });
        const more = (await rewardsOf(changed)).points;
        await editor
          .locator('rg-program-effect .all', {hasText: `${number(more.earned)} points`})
          .waitFor();
        const gained = await editor.locator('[data-by=points] .said').innerText();
        assert.equal(
          digits(/gains? ([\d,]+) points/.exec(gained)?.[1] ?? ''),
          more.earned - points.earned,
        );
        await editor.locator('[data-by=points] .who summary').click();
        assert.equal((await editor.locator('[data-by=points] .lists tbody tr').count()) > 0, true);
        await expectNoViolation(page, 'two clubs compared');
        const [someone] = await editor.locator('[data-by=points] .one').all();
        const name = (await someone.innerText()).trim();
        await someone.click();
        await tab.locator('rg-customer #name', {hasText: name}).waitFor();
        await tab.keyboard.press('Escape');
        await tab.locator('rg-customer').waitFor({state: 'hidden'});
        await editor.locator('.discard').click();
        assert.equal(await field(step(1), 'name').inputValue(), 'gold');
        await editor.locator('[data-by=points] .said', {hasText: 'Nothing changes'}).waitFor();
      },
    },
    {
      name: 'what cannot be is said at its field, and what no sentence says stays as it was written',
      async run(page) {
        const editor = await openEditor(page);
        const second = rule(editor, 1);
        await field(second, 'amount').fill('-1');
        await second.locator('.refused', {hasText: 'must be from 0'}).waitFor();
        assert.equal(await field(second, 'amount').getAttribute('aria-invalid'), 'true');
        assert.equal(await field(second, 'value').getAttribute('aria-invalid'), 'false');
        assert.equal(await rule(editor, 0).locator('.refused').count(), 0);
        await field(second, 'amount').fill('1');
        await second.locator('.comes', {hasText: 'customers'}).waitFor();
        await field(second, 'value').fill('');
        await second.locator('.refused').waitFor();
        assert.equal(await field(second, 'value').getAttribute('aria-invalid'), 'true');
        const either = {or: [{'>': [{var: 'orders'}, 2]}, {'<': [{var: 'revenue'}, 1]}]};
        await editor.locator('.json > summary').click();
        await editor
          .locator('textarea.text')
          .fill(JSON.stringify({note: 1, rules: [{id: 'a', when: either, amount: 5}]}));
        await editor.locator('.error', {hasText: 'note'}).waitFor();
        await editor
          .locator('textarea.text')
          .fill(JSON.stringify({rules: [{id: 'a', description: 'mine', when: either, amount: 5}]}));
        await rule(editor, 0).locator('.hand summary').waitFor();
        await field(rule(editor, 0), 'amount').fill('6');
        assert.deepEqual(await programOf(editor), {
          rules: [{id: 'a', description: 'mine', when: either, amount: 6}],
        });
        await rule(editor, 0).locator('.comes', {hasText: 'customers'}).waitFor();
        await editor.locator('textarea.text').fill('{"rules": ');
        await editor.locator('.refused', {hasText: 'cannot be read yet'}).waitFor();
        await rule(editor, 0).waitFor({state: 'hidden'});
      },
    },
    {
      name: 'segments and products are chosen from lists, and a share of the basket is said in the table',
      async run(page) {
        const editor = await openEditor(page);
        const first = rule(editor, 0);
        await field(first, 'fact').selectOption('segment');
        await field(first, 'value').selectOption('at_risk');
        await field(first, 'value').selectOption('cannot_lose');
        await first.locator('.and').click();
        await field(first, 'fact', 1).selectOption('products');
        const product = await editor
          .locator('#known-products option')
          .first()
          .getAttribute('value');
        await field(first, 'value', 1).fill(product);
        await field(first, 'value', 1).press('Enter');
        await first.locator('.value', {hasText: product}).waitFor();
        await field(first, 'give').selectOption('share');
        await field(first, 'amount').fill('15');
        await field(first, 'most').fill('10');
        const [written] = (await programOf(editor)).rules;
        assert.deepEqual(written, {
          id: 'up_to_2',
          when: {
            and: [
              {in: [{var: 'segment'}, ['at_risk', 'cannot_lose']]},
              {in: [product, {var: 'products'}]},
            ],
          },
          amount: {min: [{'*': [{var: 'average_order_value'}, 0.15]}, 10]},
        });
        await first.locator('.comes', {hasText: 'customer'}).waitFor();
        await editor.locator('.apply').click();
        await page.tab
          .locator('rg-rewards td.gives', {hasText: '15% of average order, at most €10.00'})
          .waitFor();
        await first.locator('.value', {hasText: 'At risk'}).click();
        assert.deepEqual((await programOf(editor)).rules[0].when.and[0], {
          in: [{var: 'segment'}, ['cannot_lose']],
        });
      },
    },
    ...['en', 'zh-CN'].map((language) => ({
      name: `a whole club in sentences fits 360 px and offends nobody (${language})`,
      async run(page) {
        const editor = await openEditor(page, {language, theme: 'dark', width: 360, height: 780});
        await editor.locator('#template').selectOption('bookstore');
        await editor.locator('[data-tier] .on').first().waitFor();
        await editor.locator('.more summary').first().click();
        const over = await page.tab.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        assert.ok(over <= 0, `${over} px too wide`);
        await expectNoViolation(page, 'a club in sentences');
      },
    })),
  ];
}
