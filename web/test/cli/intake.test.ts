/** Archives, workbooks and alphabets through the built command and the package. */
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {test} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {Report} from '../../src/engine/protocol.js';
import {workbook, zipped} from '../engine/archives.js';
import {encoded} from '../engine/encoders.js';
import {kForeignShops} from '../engine/shops.js';
import {needsEngine, packageFolder, run, scratch} from './real.js';

const file = scratch();
const kOrders = 'date,customer,amount\n2024-01-01,Ann,3.50\n2024-02-01,Bo,4.00\n';
const kPng = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');

function book(): Uint8Array {
  const cell = (place: string, text: string) =>
    `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const header = `<row r="1">${cell('A1', 'Order date')}${cell('B1', 'Customer')}${cell('C1', 'Amount')}</row>`;
  const rows = ['Ann', 'Bo', 'Ann', 'Cy'].map(
    (name, i) =>
      `<row r="${i + 2}"><c r="A${i + 2}" s="1"><v>${45352 + 20 * i}.5</v></c>${cell(`B${i + 2}`, name)}<c r="C${i + 2}"><v>${3 + i}.25</v></c></row>`,
  );
  return workbook({
    sheets: {
      Orders: header + rows.join(''),
      Notes: `<row r="1">${cell('A1', 'Written')}${cell('B1', 'by')}</row><row r="2">${cell('A2', 'Di')}${cell('B2', 'hand')}</row>`,
      Spare: '',
    },
    formats: [22],
  });
}

test('a workbook is analyzed sheet by sheet, and says what it left out', needsEngine, () => {
  writeFileSync(file('orders.xlsx'), book());
  const json = run(['analyze', file('orders.xlsx'), '--json', '-']);
  assert.equal(json.code, 0, json.err);
  const {intake} = JSON.parse(json.out) as Report;
  assert.deepEqual(
    [intake.files.map(({name}) => name), intake.customers, intake.orders, intake.revenue],
    [['orders.xlsx > Orders'], 3, 4, 1900],
  );
  assert.deepEqual([intake.first_order, intake.last_order], ['2024-03-01', '2024-04-30']);
  assert.deepEqual(
    intake.skipped.map(({name}) => name),
    ['orders.xlsx > Notes'],
  );
  const english = run(['analyze', file('orders.xlsx'), '--lang', 'en']).out;
  assert.match(english, /left out: orders\.xlsx > Notes: /);
  const chinese = run(['analyze', file('orders.xlsx'), '--lang', 'zh-CN']).out;
  assert.match(chinese, /未读取：orders\.xlsx > Notes：/);
});

test('an archive of exports is one shop, and pictures in it are named', needsEngine, () => {
  const bytes = zipped([
    {name: 'a.csv', bytes: kOrders},
    {name: 'logo.png', bytes: kPng},
    {name: 'dateless.csv', bytes: 'customer,amount\nAnn,3.50\nBo,4.00\n'},
    {name: 'b.csv', bytes: kOrders.replaceAll('2024', '2023')},
    {
      name: 'old.xls',
      bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    },
  ]);
  writeFileSync(file('export.zip'), bytes);
  const {code, out, err} = run(['analyze', file('export.zip'), '--json', '-']);
  assert.equal(code, 0, err);
  const {intake} = JSON.parse(out) as Report;
  assert.deepEqual(
    [intake.files.length, intake.customers, intake.orders, intake.revenue],
    [2, 2, 4, 1500],
  );
  assert.deepEqual(intake.skipped.map(({name, reason}) => `${name}: ${reason}`).sort(), [
    'export.zip > dateless.csv: no_date_column',
    'export.zip > logo.png: not_text',
    'export.zip > old.xls: not_text',
  ]);
});

test(
  'an archive without a single table ends with the error of its first member',
  needsEngine,
  () => {
    writeFileSync(file('pictures.zip'), zipped([{name: 'logo.png', bytes: kPng}]));
    const {code, err} = run(['analyze', file('pictures.zip'), '--lang', 'en']);
    assert.equal(code, 3);
    assert.match(err, /pictures\.zip > logo\.png: a picture or a document/);
  },
);

test('a file that a password protects says what to do', needsEngine, () => {
  const bytes = Buffer.alloc(2048);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(9, 30);
  bytes.write('EncryptedPackage', 512, 'utf16le');
  writeFileSync(file('secret.xlsx'), bytes);
  const {code, err} = run(['analyze', file('secret.xlsx'), '--lang', 'en']);
  assert.equal(code, 3);
  assert.match(err, /secret\.xlsx: protected by a password/);
});

test('the package reads archives and shows alphabets', needsEngine, async () => {
  const {createEngine} = (await import(
    pathToFileURL(`${packageFolder}/node.js`).href
  )) as typeof import('../../src/node.js');
  const engine = await createEngine();
  const intakes = await engine.read([book()]);
  assert.deepEqual(
    intakes.map(({name, rows_kept}) => [name, rows_kept]),
    [['file 1 > Orders', 4]],
  );
  const report = await engine.analyze();
  assert.equal(report.intake.skipped.length, 1);
  const polish = kForeignShops.find(({language}) => language === 'Polish')?.text ?? '';
  const preview = await engine.preview(encoded('windows-1250', polish));
  assert.equal(preview.encoding, 'windows-1250');
  assert.equal(preview.encoding_sample, '1;2024-03-01;Łukasz Wiśniewski;Książka;25,00');
  assert.ok(preview.encoding_alternatives.length > 0);
  assert.ok(preview.header.includes('Numer zamówienia'));
  await engine.read([new TextEncoder().encode(kOrders)]);
  assert.deepEqual((await engine.analyze()).intake.skipped, []);
  engine.dispose();
});

test('broken bytes of a UTF-8 file are shown and counted', needsEngine, () => {
  const bytes = Buffer.concat([
    Buffer.from(`date,customer,amount\n${'2024-01-01,Jürgen,3.50\n'.repeat(50)}`),
    Buffer.from('2024-02-01,M\xfcller,4.00\n', 'latin1'),
  ]);
  writeFileSync(file('mixed.csv'), bytes);
  const {out} = run(['analyze', file('mixed.csv'), '--json', '-']);
  const {intake} = JSON.parse(out) as Report;
  assert.deepEqual(
    intake.files.map(({encoding, replaced_characters}) => [encoding, replaced_characters]),
    [['utf-8', 1]],
  );
  assert.match(run(['analyze', file('mixed.csv'), '--lang', 'en']).out, /unreadable characters: 1/);
});
