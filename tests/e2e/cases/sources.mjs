// What files bring along: several currencies, several signs of one person, other alphabets, archives; and reading them again.
import assert from 'node:assert/strict';
import {open, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {build} from 'esbuild';
import {kScratch} from '../page.mjs';
import {largeFile} from './reading.mjs';

const csv = (name, ...lines) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

/** Ten orders of ten in the shop's currency, three of ten in another, one in a third. */
const kCurrencies = csv(
  'currencies.csv',
  'order,date,customer,amount,currency',
  ...Array.from(
    {length: 10},
    (_, row) => `E${row},2026-05-0${(row % 9) + 1},p${row}@example.org,10.00,EUR`,
  ),
  ...Array.from({length: 3}, (_, row) => `U${row},2026-05-1${row},q${row}@example.org,10.00,USD`),
  'P1,2026-05-20,r@example.org,10.00,GBP',
);

/** Ada has a number once, then only her address; Bruno is one by his telephone. */
const kSigns = csv(
  'signs.csv',
  'order,date,customer_id,email,phone,amount',
  '1,2026-05-01,C1,ada@example.org,,10.00',
  '2,2026-05-02,,Ada@Example.org,,10.00',
  '3,2026-05-03,C2,,+49 170 1234567,10.00',
  '4,2026-05-04,,,0049 170 1234567,10.00',
  '5,2026-05-05,C3,chiara@example.org,,10.00',
);

/** The writer of archives that the unit tests have. */
async function zipped(files) {
  const {outputFiles} = await build({
    entryPoints: [new URL('../../../web/test/engine/archives.ts', import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const script = Buffer.from(outputFiles[0].contents).toString('base64');
  const archives = await import(`data:text/javascript;base64,${script}`);
  return Buffer.from(archives.zipped(files));
}

const customers = async (page) => page.figure('customers');
const step = (page, name, number) =>
  page.tab
    .locator(`rg-ladder tr[data-step=${name}] .number`, {hasText: new RegExp(`^${number}$`)})
    .waitFor();
const rate = (page, currency) => page.tab.locator(`rg-rates form[data-currency=${currency}]`);

export function sources() {
  return [
    {
      name: 'amounts in other currencies are kept apart until a rate is given, and again without it',
      async run(page) {
        await page.open();
        await page.choose(kCurrencies);
        await page.waitForReport();
        await page.goTo('health');
        await step(page, 'orders_counted', 10);
        assert.match(await page.figure('revenue'), /100/);
        assert.match(await rate(page, 'USD').innerText(), /1 USD in EUR.*3 rows set aside/s);
        assert.match(await rate(page, 'GBP').innerText(), /1 row set aside/);

        await rate(page, 'USD').locator('input').fill('0,9');
        await page.tab.keyboard.press('Enter');
        await step(page, 'orders_counted', 13);
        assert.match(await page.figure('revenue'), /127/);
        assert.equal(await rate(page, 'USD').locator('input').inputValue(), '0.9');
        await rate(page, 'GBP').locator('input').fill('1.2');
        await rate(page, 'GBP').locator('button', {hasText: 'Add them up'}).click();
        await step(page, 'orders_counted', 14);
        assert.match(await page.figure('revenue'), /139/);

        await rate(page, 'USD').locator('.off').click();
        await step(page, 'orders_counted', 11);
        assert.match(await page.figure('revenue'), /112/);
        await page.tab.locator('rg-steps .back').click();
        await step(page, 'orders_counted', 14);
      },
    },
    {
      name: 'a second reading that is cancelled leads back to the report, which still answers',
      async run(page) {
        const path = join(kScratch, 'two-currencies.csv');
        const text = await readFile(await largeFile(1_000_000, 50_000), 'utf8');
        const end = text.indexOf('\n');
        await writeFile(path, `${text.slice(0, end)},currency\n`);
        const file = await open(path, 'a');
        await file.write(text.slice(end + 1).replaceAll('\n', ',EUR\n'));
        await file.write('Z1,2026-01-01,zoe@example.com,Book 1,5.00,USD\n');
        await file.close();

        await page.open();
        await page.choose(path);
        await page.waitForReport();
        const before = await page.figure('revenue');
        await page.goTo('health');
        await rate(page, 'USD').locator('input').fill('0.9');
        await page.tab.keyboard.press('Enter');
        await page.tab.locator('rg-reading .counts', {hasText: /[1-9][\d,]+ rows/}).waitFor();
        await page.tab.locator('rg-reading .cancel').click();
        await page.waitForReport();
        assert.equal(await page.figure('revenue'), before);
        assert.match(await rate(page, 'USD').innerText(), /1 row set aside/);
        // The engine of before is still there: it answers for single customers and rows.
        await page.tab.locator('rg-rejects li', {hasText: 'zoe@example.com'}).waitFor();
        assert.equal(await page.tab.locator('rg-steps .back').isDisabled(), true);
      },
    },
    {
      name: 'people who were taken for one are told apart, and merged again',
      async run(page) {
        await page.open();
        await page.choose(kSigns);
        await page.waitForReport();
        await page.goTo('health');
        assert.equal(await customers(page), '3');
        const merge = (sign) => page.tab.locator(`rg-merges li[data-sign="${sign}"]`);
        await merge('ada@example.org').waitFor();
        assert.match(await merge('ada@example.org').innerText(), /counts as C1.*same e-mail/s);
        assert.match(await merge('+491701234567').innerText(), /counts as C2.*same phone/s);

        await merge('ada@example.org').locator('button').click();
        await page.tab.locator('rg-merges li.apart').waitFor();
        assert.equal(await customers(page), '4');
        await page.tab.locator('rg-merges input[type=search]').fill('c2');
        assert.equal(await page.tab.locator('rg-merges li').count(), 1);
        await page.tab.locator('rg-merges input[type=search]').fill('');
        await merge('ada@example.org').locator('button', {hasText: 'Merge again'}).click();
        await page.tab.locator('rg-merges li.apart').waitFor({state: 'detached'});
        assert.equal(await customers(page), '3');
      },
    },
    {
      name: 'a file in another encoding is read in the one that is chosen by its own letters',
      async run(page) {
        // Cyrillic in Windows-1251: the bytes of Иван and Анна.
        const ivan = [0xc8, 0xe2, 0xe0, 0xed];
        const anna = [0xc0, 0xed, 0xed, 0xe0];
        const line = (order, name) => [
          ...Buffer.from(`${order},2026-05-0${order},`),
          ...name,
          ...Buffer.from(',10.00\n'),
        ];
        await page.open();
        await page.choose({
          name: 'cyrillic.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from([
            ...Buffer.from('order,date,customer,amount\n'),
            ...[ivan, anna, ivan, anna].flatMap((name, row) => line(row + 1, name)),
          ]),
        });
        await page.waitForReport();
        await page.goTo('files');
        await page.tab.locator('rg-files li[data-file="cyrillic.csv"] button').click();
        const encoding = page.tab.locator('rg-match-doubts .encoding');
        await encoding.waitFor();
        assert.match(await encoding.innerText(), /As WINDOWS-1251:\s*1,2026-05-01,Иван/);
        const other = encoding.locator('.others li').first();
        const [sample, label] = [
          await other.locator('code').innerText(),
          await other.locator('button').innerText(),
        ];
        assert.doesNotMatch(sample, /Иван/);
        await other.locator('button').click();
        await page.tab.locator('rg-match .effect:not(.busy)').waitFor();
        assert.ok((await encoding.innerText()).includes(label.replace('Read as', 'As')));
        assert.ok((await encoding.innerText()).includes(sample));
        assert.doesNotMatch(
          await page.tab.locator('rg-match .columns li', {hasText: 'customer'}).innerText(),
          /Иван/,
        );
        await encoding.locator('button', {hasText: 'WINDOWS-1251'}).click();
        await encoding.locator('code', {hasText: 'Иван'}).first().waitFor();
        await page.tab.locator('rg-match .confirm').click();
        await page.waitForReport();
        await page.goTo('health');
        assert.match(
          await page.tab.locator('rg-health .files tr', {hasText: 'cyrillic.csv'}).innerText(),
          /WINDOWS-1251/,
        );
      },
    },
    {
      name: 'an archive is read member by member; what is no table in it is named',
      async run(page) {
        const buffer = await zipped([
          {name: 'orders.csv', bytes: 'order,date,customer\n1,2026-05-01,ada\n2,2026-05-02,bo\n'},
          {
            name: 'lines/items.csv',
            bytes: 'order,product,quantity,amount\n1,Tea,2,8.00\n1,Cup,1,5.00\n2,Tea,1,4.00\n',
            stored: true,
          },
          {name: 'picture.png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4])},
          {name: '__MACOSX/._orders.csv', bytes: Buffer.from([0, 5, 22, 7])},
        ]);
        await page.open();
        await page.choose({name: 'shop.zip', mimeType: 'application/zip', buffer});
        await page.waitForReport();
        await page.goTo('files');
        const files = page.tab.locator('rg-files li[data-file]');
        assert.deepEqual(await files.evaluateAll((all) => all.map((one) => one.dataset.file)), [
          'shop.zip > orders.csv',
          'shop.zip > lines/items.csv',
        ]);
        assert.match(await page.tab.locator('rg-files summary').innerText(), /1 part was left out/);
        assert.match(await page.tab.locator('rg-files .skipped').textContent(), /picture\.png/);
        await page.on('health', () => step(page, 'orders_counted', 2));
        assert.match(await page.figure('revenue'), /17/);
        // A member is matched like any file.
        await files.nth(1).locator('button').click();
        await page.tab.locator('rg-match .effect:not(.busy) dd').first().waitFor();
        assert.equal(
          (await page.tab.locator('rg-match #sheet option:checked').innerText()).trim(),
          'shop.zip > lines/items.csv',
        );
        await page.tab.locator('rg-match .leave').click();
        await page.waitForReport();
      },
    },
  ];
}
