// Segments by other lines, cohorts put together otherwise, and what changed since the project was saved.
import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {kBookstore, kScratch, reportOf} from '../page.mjs';
import {expectNoViolation} from './accessibility.mjs';

const kEditor = 'rg-segment-editor';
const digits = (text) => Number(text.replace(/\D/g, ''));

/** A project of the bookstore's, saved half a year before its last order. */
export const kHalfYearAgo = {
  name: 'books.regulars.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      format: 'regulars-project',
      version: 1,
      snapshot: {
        as_of: '2026-04-30',
        currency: 'EUR',
        minor_digits: 2,
        customers: 1180,
        orders: 2440,
        revenue: 7_912_050,
        average_order_value: 3242.6,
        rates: {
          repurchase_rate: {numerator: 560, denominator: 1180},
          repurchase_within_90: {numerator: 290, denominator: 1080},
          retention_rate: {numerator: 905, denominator: 950},
          churn_rate: {numerator: 45, denominator: 950},
        },
        window_days: 90,
        states: {new: 240, on_time: 180, due: 560, overdue: 130, lapsed: 70, unknown: 0},
        scheme: 'r_by_f_ten_segments',
        segments: {champions: 98, loyal_customers: 150, cannot_lose: 31, hibernating: 340},
      },
    }),
  ),
};

/** The bookstore's file: a shop of one's own, unlike the sample. */
async function openShop(page, options) {
  await page.open(options);
  await page.choose(kBookstore);
  await page.waitForReport();
  await page.goTo('customers');
}

async function openEditor(page) {
  await page.tab.locator(`${kEditor} summary`).click();
  await page.tab.locator(`${kEditor} .would li`).first().waitFor();
}

/** Waits until a text is as wanted. */
async function expectText(place, wanted) {
  await place.filter({hasText: wanted}).first().waitFor();
}

/** Names and people of the segments in the table. */
async function table(page) {
  const rows = await page.tab.locator('rg-segments table.ten tbody tr').all();
  return Promise.all(
    rows.map(async (row) => [
      await row.getAttribute('data-segment'),
      digits(await row.locator('.customers').innerText()),
    ]),
  );
}

async function would(page) {
  const rows = await page.tab.locator(`${kEditor} .would li`).all();
  return Promise.all(
    rows.map(async (row) => [
      await row.getAttribute('data-segment'),
      digits(await row.locator('.count').innerText()),
    ]),
  );
}

async function apply(page) {
  await page.tab.locator(`${kEditor} .apply[aria-disabled=false]`).click();
  await page.tab
    .locator(`${kEditor} .apply[aria-disabled=true]`, {hasText: /Apply|应用/})
    .waitFor();
}

async function saveProject(page, name) {
  const [download] = await Promise.all([
    page.tab.waitForEvent('download'),
    page.tab.locator('rg-steps .save').click(),
  ]);
  const project = join(kScratch, name);
  await download.saveAs(project);
  return project;
}

/** The shop as it was: the orders before a day. */
async function shopUntil(day) {
  const lines = (await readFile(kBookstore, 'utf8')).split(/\r?\n/);
  const file = join(kScratch, `until-${day}.csv`);
  const at = lines[0].split(',').findIndex((name) => /date/i.test(name));
  assert.ok(at >= 0, lines[0]);
  const kept = lines.slice(1).filter((line) => line && line.split(',')[at] < day);
  await writeFile(file, [lines[0], ...kept].join('\n'));
  return file;
}

export function dividing() {
  return [
    {
      name: 'another scheme is counted at once, applied, drawn on the map, and taken back',
      async run(page) {
        await openShop(page);
        const before = await table(page);
        await openEditor(page);
        await page.tab.locator(`${kEditor} input[value=shopify]`).check();
        await page.tab.locator(`${kEditor} .would [data-segment=dormant]`).waitFor();
        const counted = await would(page);
        assert.deepEqual(await table(page), before, 'nothing changes before it is applied');
        await apply(page);
        assert.deepEqual(await table(page), counted);
        assert.equal(counted.length, 11);
        await expectText(page.tab.locator('rg-segment-map'), 'Previously loyal');
        // A segment of the scheme leads to its people, by its name.
        const [, dormant] = counted.find(([name]) => name === 'dormant');
        await page.tab.locator('rg-segments tr[data-segment=dormant] button').click();
        await expectText(page.tab.locator('rg-customers .count'), dormant.toLocaleString('en'));
        await expectText(page.tab.locator('rg-customers .chip'), 'Dormant');
        await page.tab.keyboard.press('Control+z');
        await page.tab.locator('rg-segments tr[data-segment=hibernating]').waitFor();
        assert.deepEqual(await table(page), before);
        assert.equal(await page.tab.locator('rg-customers .chip').count(), 0);
        await page.tab.keyboard.press('Control+Shift+z');
        await page.tab.locator('rg-segments tr[data-segment=dormant]').waitFor();
        await page.tab.locator(`${kEditor} .reset`).click();
        await page.tab.locator('rg-segments tr[data-segment=hibernating]').waitFor();
      },
    },
    {
      name: 'a cut that is moved by the keyboard tells within a tenth of a second who would be where',
      async run(page) {
        await openShop(page);
        await openEditor(page);
        const champions = page.tab.locator(`${kEditor} .would [data-segment=champions] .count`);
        const before = digits(await champions.innerText());
        const field = page.tab.locator(`${kEditor} [data-cut=r5]`);
        await field.focus();
        const days = Number(await field.inputValue());
        await field.fill(String(days + 5));
        await page.tab.locator(`${kEditor} .would .change`, {hasText: '+'}).first().waitFor();
        // From the key to the count on the screen, five times, the middle one.
        const times = [];
        for (let turn = 0; turn < 5; ++turn) {
          times.push(
            await page.tab.evaluate(async (step) => {
              const find = (root, wanted) => {
                for (const element of root.querySelectorAll('*')) {
                  if (element.matches(wanted)) return element;
                  const inner = element.shadowRoot && find(element.shadowRoot, wanted);
                  if (inner) return inner;
                }
                return null;
              };
              const input = find(document, '[data-cut=r2]');
              const shown = () => find(document, '[data-people=r2]').textContent;
              const was = shown();
              const begun = performance.now();
              input.value = String(Number(input.value) + step);
              input.dispatchEvent(new Event('input', {bubbles: true}));
              while (shown() === was) await new Promise((next) => setTimeout(next));
              return performance.now() - begun;
            }, 20),
          );
        }
        const [, , middle] = times.sort((a, b) => a - b);
        assert.ok(middle < 100, `${Math.round(middle)} ms`);
        assert.ok(digits(await champions.innerText()) > before);
        // A cut below the one before it is said, and cannot be applied.
        await field.fill('100000');
        await expectText(page.tab.locator(`${kEditor} .trouble`), 'none below the one before');
        assert.equal(
          await page.tab.locator(`${kEditor} .apply`).getAttribute('aria-disabled'),
          'true',
        );
        await page.tab.locator(`${kEditor} .fifths`).click();
        await expectText(page.tab.locator(`${kEditor} .under`), 'a fifth of your own customers');
        assert.equal(Number(await field.inputValue()), days);
      },
    },
    {
      name: 'rules of one’s own say where they overlap and what they leave, and the project keeps them',
      async run(page) {
        await openShop(page);
        await openEditor(page);
        await page.tab.locator(`${kEditor} input[value=own]`).check();
        await expectText(page.tab.locator(`${kEditor} .trouble`), 'No overlaps, no gaps');
        const row = (place) => page.tab.locator(`${kEditor} .rules [data-rule="${place}"]`);
        await row(0).locator('input').fill('Best of all');
        await row(0).locator('[data-band=r]').selectOption({label: '4–5'});
        await expectText(
          page.tab.locator(`${kEditor} .trouble`),
          '“Loyal customers” overlaps “Best of all”',
        );
        await row(9).locator('.remove').click();
        await expectText(page.tab.locator(`${kEditor} .trouble`), 'combinations of scores in 125');
        await page.tab.locator(`${kEditor} .would [data-segment=others]`).waitFor();
        await row(1).locator('input').fill(' ');
        await expectText(page.tab.locator(`${kEditor} .trouble`), 'needs a name');
        await row(1).locator('input').fill('Faithful');
        const counted = await would(page);
        await expectNoViolation(page, 'rules of one’s own');
        await apply(page);
        assert.deepEqual(await table(page), counted);
        const project = await saveProject(page, 'own.regulars.json');

        await page.tab.reload();
        await page.waitForStart();
        await page.choose(project, kBookstore);
        await page.waitForReport();
        assert.equal(await page.tab.locator('rg-since').count(), 0, 'the same day: no news');
        await page.goTo('customers');
        assert.deepEqual(await table(page), counted);
        assert.equal(counted[0][0], 'Best of all');
      },
    },
    {
      name: 'cohorts are put together by weeks, products and discounts as the command line has them',
      async run(page) {
        await openShop(page);
        await page.goTo('returns');
        const cohorts = page.tab.locator('rg-cohorts');
        await cohorts.locator('[data-choice=period]').selectOption('quarter');
        const quarters = cohorts.locator('.map tbody th', {hasText: /Q\d 20/}).first();
        await quarters.waitFor();
        await cohorts.locator('[data-choice=by]').selectOption('first_product');
        await expectText(cohorts.locator('h3'), 'what they bought first');
        await cohorts.locator('.map tbody th', {hasText: 'All other products'}).waitFor();
        const {intake} = await reportOf(kBookstore);
        const people = await cohorts.locator('.map tbody .people').allInnerTexts();
        assert.equal(
          people.map(digits).reduce((sum, one) => sum + one, 0),
          intake.customers,
        );
        await cohorts.locator('[data-measure=customers]').click();
        await expectText(cohorts.locator('.how'), 'how many customers');
        // What is shown is a step as well.
        await page.tab.keyboard.press('Control+z');
        await expectText(cohorts.locator('.how'), 'the share that ordered');
        await page.tab.keyboard.press('Control+z');
        await quarters.waitFor();
        const project = await saveProject(page, 'quarters.regulars.json');
        await page.tab.reload();
        await page.waitForStart();
        await page.choose(project, kBookstore);
        await page.waitForReport();
        await page.goTo('returns');
        await quarters.waitFor();
      },
    },
    {
      name: 'what the files do not tell cannot be chosen for cohorts, and says why',
      async run(page) {
        const file = join(kScratch, 'plain.csv');
        const rows = Array.from(
          {length: 40},
          (_, row) => `${row},2026-0${(row % 6) + 1}-11,c${row % 13},5`,
        );
        await writeFile(file, ['order,date,customer,total', ...rows].join('\n'));
        await page.open();
        await page.choose(file);
        await page.waitForReport();
        await page.goTo('returns');
        const option = page.tab.locator('rg-cohorts [data-choice=by] option[value=first_product]');
        assert.equal(await option.evaluate((one) => one.disabled), true);
        assert.match(await option.textContent(), /no products in the files/);
      },
    },
    ...['en', 'zh-CN'].map((language) => ({
      name: `any two cohorts are compared in a sentence that agrees with the engine (${language})`,
      async run(page) {
        await openShop(page, {language});
        await page.goTo('returns');
        const {cohorts} = await reportOf(kBookstore);
        const known = cohorts.cohorts.findIndex(({versus}, place) => versus && place > 2);
        const {versus} = cohorts.cohorts[known];
        const pair = page.tab.locator('rg-cohorts .pair');
        await pair.locator('[data-choice=one]').selectOption(String(known));
        await pair.locator('[data-choice=other]').selectOption(String(known - 1));
        const sentence = pair.locator('p[role=status]').filter({hasText: /\d/});
        await sentence.waitFor();
        const said = await sentence.innerText();
        for (const value of [versus.difference, versus.low, versus.high]) {
          const text = Math.abs(100 * value).toFixed(1);
          assert.ok(said.includes(text), `${text} in ${said}`);
        }
      },
    })),
    ...[
      {language: 'en', title: 'since you last saved (', width: 1280},
      {language: 'zh-CN', title: '上次保存（', width: 360},
    ].map(({language, title, width}) => ({
      name: `a newer import is held against the figures that the project kept (${language})`,
      async run(page) {
        const before = await shopUntil('2026-06-01');
        const [then, now] = [await reportOf(before), await reportOf(kBookstore)];
        await page.open({language, width});
        await page.choose(before);
        await page.waitForReport();
        const project = await saveProject(page, `then-${language}.regulars.json`);
        await page.tab.reload();
        await page.waitForStart();
        await page.choose(project);
        await page.tab.locator('rg-start .project').waitFor();
        await page.choose(kBookstore);
        await page.waitForReport();
        const panel = page.tab.locator('rg-since');
        await expectText(panel.locator('h2'), title);
        const cells = async (row) => (await panel.locator(`${row} td`).allInnerTexts()).map(digits);
        assert.deepEqual((await cells('[data-figure=customers]')).slice(0, 2), [
          then.intake.customers,
          now.intake.customers,
        ]);
        const rate = await panel.locator('[data-figure=repurchase_rate] small').allInnerTexts();
        for (const [index, report] of [then, now].entries()) {
          const {numerator, denominator} = report.metrics.repurchase_rate;
          for (const count of [numerator, denominator])
            assert.ok(
              rate[index].includes(count.toLocaleString('en')),
              `${count} in ${rate[index]}`,
            );
        }
        assert.deepEqual((await cells('.states [data-count=lapsed]')).slice(0, 2), [
          then.behaviour.rhythm.states.lapsed,
          now.behaviour.rhythm.states.lapsed,
        ]);
        assert.equal(await panel.locator('.segments [data-count]').count(), 10);
        await expectNoViolation(page, 'what changed');
        const wide = await page.tab.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} px wide`);
        // Divided otherwise, segments cannot be compared.
        await page.goTo('customers');
        await page.tab.locator(`${kEditor} summary`).click();
        await page.tab.locator(`${kEditor} input[value=published_a]`).check();
        await apply(page);
        await page.goTo('week');
        await panel.locator('.segments').waitFor({state: 'detached'});
      },
    })),
    {
      name: 'two segments stand side by side, with what chance would give, and open their customers',
      async run(page) {
        await openShop(page);
        const {rfm, intake} = await reportOf(kBookstore);
        const of = (name) => rfm.segments.find((segment) => segment.name === name);
        const card = page.tab.locator('rg-comparison');
        await card.locator('#first').selectOption('schampions');
        await card.locator('button.primary').click();
        const row = (name) => card.locator('.figures tbody tr', {hasText: name});
        await row('Average order').waitFor();
        const people = await row('Customers').first().locator('td.number').allInnerTexts();
        const champions = of('champions').customers;
        assert.deepEqual(people.map(digits), [champions, intake.customers - champions]);
        await row('Average order').locator('.beyond_chance, .within_chance').waitFor();
        assert.match(await row('Average order').locator('.apart').innerText(), /\(.+ to .+\)/);
        await row('Average order').locator('summary').click();
        await row('Average order')
          .locator('p', {hasText: `${champions} and`})
          .waitFor();
        assert.ok((await card.locator('h3 ~ table tbody tr').count()) > 8);
        await card.locator('#second').selectOption('schampions');
        await card.locator('p', {hasText: 'two different groups'}).waitFor();
        await card.locator('#second').selectOption('sat_risk');
        await card.locator('button.primary').click();
        await expectText(
          row('Customers').first().locator('td').nth(1),
          String(of('at_risk').customers),
        );
        await expectNoViolation(page, 'two segments');
        await page.tab.setViewportSize({width: 360, height: 780});
        await expectNoViolation(page, 'two segments at 360 px');
        assert.equal(await page.tab.evaluate(() => document.documentElement.scrollWidth), 360);
        await row('Customers').first().locator('td .link').nth(1).click();
        await page.tab.locator('rg-customers .chip', {hasText: 'At risk'}).waitFor();
      },
    },
  ];
}
