import assert from 'node:assert/strict';
import {test} from 'node:test';
import {kindOfFormat, numberText, plainNumber} from '../../src/engine/cell-text.js';
import {EngineError} from '../../src/engine/errors.js';
import {previewMembers, readFiles} from '../../src/engine/reading.js';
import type {ReadProgress} from '../../src/engine/reading.js';
import type {Source} from '../../src/engine/source.js';
import {workbook, zipped} from './archives.js';
import type {Packed} from './archives.js';
import {encoded} from './encoders.js';
import {FakeEngine} from './fake-engine.js';

const isCode =
  (code: string, about = 'file 1') =>
  (thrown: unknown) => {
    assert.ok(thrown instanceof EngineError);
    assert.deepEqual([thrown.code, thrown.file], [code, about]);
    return true;
  };

/** What the engine is given of `source`, by name. */
async function given(source: Source): Promise<Record<string, string>> {
  const engine = new FakeEngine();
  await readFiles(engine, [source]);
  return Object.fromEntries(engine.files);
}

const kOrders = 'date,customer,amount\n2024-01-01,Ann,3.50\n';
const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;

test('a zip of several files is several files, wherever it comes from', async () => {
  const files: Packed[] = [
    {name: 'a.csv', bytes: kOrders},
    {name: 'year/b.csv', bytes: kOrders.replace('Ann', 'Bo'), stored: true},
    {name: 'year/', bytes: ''},
    {name: '__MACOSX/._a.csv', bytes: 'x'},
    {name: 'c.csv', bytes: encoded('windows-1250', kOrders.replace('Ann', 'Dvořák'))},
  ];
  const wanted = {
    'file 1 > a.csv': kOrders,
    'file 1 > year/b.csv': kOrders.replace('Ann', 'Bo'),
    'file 1 > c.csv': kOrders.replace('Ann', 'Dvořák'),
  };
  const bytes = zipped(files);
  assert.deepEqual(await given(bytes), wanted);
  assert.deepEqual(await given(new Blob([bytes as BlobPart])), wanted);
  const stream = () => new Blob([bytes as BlobPart]).stream();
  assert.deepEqual(Object.values(await given({name: 'pipe.zip', stream})), Object.values(wanted));
});

test('members that are no tables are left out by name and reason, as long as one is', async () => {
  const engine = new FakeEngine();
  const skipped: unknown[] = [];
  const call = engine.call.bind(engine);
  engine.call = async (verb, ...args) => {
    if (verb === 'skip') skipped.push(args[0]);
    return call(verb, ...args);
  };
  const bytes = zipped([
    {name: 'bad.csv', bytes: kOrders},
    {name: 'locked.csv', bytes: kOrders, locked: true},
    {name: 'good.csv', bytes: kOrders},
    {name: 'broken.csv', bytes: kOrders.repeat(50), damaged: true},
    {name: 'nothing.csv', bytes: ''},
  ]);
  const intakes = await readFiles(engine, [bytes]);
  assert.equal(intakes.length, 1);
  assert.deepEqual(skipped.map((each) => Object.values(each as object).join()).sort(), [
    'file 1 > bad.csv,no_date_column',
    'file 1 > broken.csv,bad_archive',
    'file 1 > locked.csv,locked',
    'file 1 > nothing.csv,empty_file',
  ]);
  const bad = zipped([{name: 'bad.csv', bytes: kOrders}]);
  await assert.rejects(
    readFiles(new FakeEngine(), [bad]),
    isCode('no_date_column', 'file 1 > bad.csv'),
  );
});

test('names of members are read in the alphabet of whoever packed them', async () => {
  const bytes = zipped([{name: '订单导出.csv', bytes: kOrders, encoding: 'gb18030'}]);
  assert.deepEqual(Object.keys(await given(bytes)), ['file 1 > 订单导出.csv']);
});

test('a workbook within a zip is read sheet by sheet', async () => {
  const book = workbook({sheets: {March: row(1, '<c r="A1"><v>1</v></c>')}});
  assert.deepEqual(await given(zipped([{name: 'orders.xlsx', bytes: book}])), {
    'file 1 > orders.xlsx > March': '1\n',
  });
});

test('a sheet becomes lines whose numbers are its rows', async () => {
  const sheet = [
    row(
      2,
      '<c r="B2" t="s"><v>0</v></c>',
      '<c r="C2" t="inlineStr"><is><r><t>Cus</t></r><r><t xml:space="preserve">tomer </t></r></is></c>',
      '<c r="D2" t="str"><f>A1&amp;B1</f><v>Amount &amp; more</v></c>',
    ),
    row(
      4,
      '<c r="B4" s="1"><v>45366.5</v></c>',
      '<c r="C4" t="s"><v>1</v></c>',
      '<c r="D4"><v>12.300000000000001</v></c>',
    ),
    row(
      5,
      '<c r="B5" s="1"><v>45367</v></c>',
      '<c r="C5" t="s"><v>2</v></c>',
      '<c r="D5" t="e"><v>#N/A</v></c>',
    ),
    row(6, '<c r="B6" s="1"/>', '<c r="C6" t="b"><v>1</v></c>'),
    row(9, '<c r="B9" s="1"/>'),
  ].join('\n');
  const bytes = workbook({
    sheets: {'Orders & more': sheet, Empty: '', 'Also "empty"': row(3, '<c r="A3" s="1"/>')},
    strings: [
      '<t>Date</t>',
      '<t>Ann "A." Berg,\nBerlin</t>',
      '<r><rPr><b/></rPr><t>佐藤</t></r><rPh sb="0" eb="2"><t>サトウ</t></rPh>',
    ],
    formats: [22],
  });
  const wanted = [
    '',
    ',Date,"Customer ",Amount & more',
    '',
    ',2024-03-15 12:00:00,"Ann ""A."" Berg, Berlin",12.3',
    ',2024-03-16,佐藤,',
    ',,TRUE,',
    '',
  ];
  assert.deepEqual(await given(bytes), {'file 1 > Orders & more': wanted.join('\n')});
});

test('prefixes, quotes of the other kind and rows without numbers are read as well', async () => {
  const sheet =
    "<x:row><x:c><x:v>7</x:v></x:c><x:c t='inlineStr'><x:is><x:t>a &gt; b</x:t></x:is></x:c></x:row><x:row><!-- <x:c> --><x:c r='B2'><x:v><![CDATA[8]]></x:v></x:c></x:row>";
  const bytes = workbook({sheets: {S: sheet}, prefix: 'x:'});
  assert.deepEqual(await given(bytes), {'file 1 > S': '7,a > b\n,8\n'});
});

test('a large sheet arrives whole, with progress by the bytes of the archive', async () => {
  const rows = Array.from({length: 60_000}, (_, i) =>
    row(i + 1, `<c r="A${i + 1}"><v>${i}</v></c>`, `<c r="B${i + 1}" t="s"><v>${i % 2}</v></c>`),
  );
  const bytes = workbook({sheets: {S: rows.join('')}, strings: ['<t>Ann</t>', '<t>Bo</t>']});
  const engine = new FakeEngine();
  const told: ReadProgress[] = [];
  await readFiles(engine, [bytes], {onProgress: (progress) => told.push(progress)});
  const text = engine.files.get('file 1 > S') ?? '';
  assert.equal(text.split('\n').length, 60_001);
  assert.ok(text.endsWith('59998,Ann\n59999,Bo\n'));
  assert.ok(told.every(({bytes: done, total_bytes: all}) => done <= (all ?? 0)));
  assert.ok(told.some(({bytes: done}) => done > bytes.length / 2));
});

test('numbers are as written, less the noise of binary fractions', () => {
  const cases: Record<string, string> = {
    '202403141234567890': '202403141234567890',
    '12.300000000000001': '12.3',
    '0.1': '0.1',
    '-3.50': '-3.5',
    '1.23456789012E+15': '1234567890120000',
    '4.5384347893518519E4': '45384.3478935185',
    '1E-3': '0.001',
    '2.0000000000000001E-9': '0.000000002',
    x: 'x',
  };
  for (const [text, wanted] of Object.entries(cases)) assert.equal(plainNumber(text), wanted);
});

test('dates are what the number format says, in either calendar', () => {
  const text = (serial: string, code: string, from1904 = false) =>
    numberText(serial, {kind: kindOfFormat(code), from1904});
  assert.equal(text('45384.34789351852', 'yyyy\\-mm\\-dd hh:mm:ss'), '2024-04-02 08:20:58');
  assert.equal(text('45384', 'd"."m"."yy'), '2024-04-02');
  assert.equal(text('43922', 'dd/mm/yyyy', true), '2024-04-02');
  assert.equal(text('1', 'yyyy'), '1900-01-01');
  assert.equal(text('59', 'yyyy'), '1900-02-28');
  assert.equal(text('60', 'yyyy'), '1900-02-29');
  assert.equal(text('61', 'yyyy'), '1900-03-01');
  assert.equal(text('0.75', 'h:mm AM/PM'), '18:00:00');
  assert.equal(text('45384.9999999', 'yyyy-mm-dd h:mm'), '2024-04-03');
  assert.equal(text('45384', '[$-804]yyyy"年"m"月"d"日";@'), '2024-04-02');
  assert.equal(text('45384', 'mmm'), '2024-04-02');
  for (const code of [
    'General',
    '0.00%',
    '#,##0.00 "days"',
    '[Red]0',
    '0.00E+00',
    '[$€-407] #,##0',
    '@',
  ])
    assert.equal(text('45384.5', code), '45384.5', code);
});

test('what is no table says what it is', async () => {
  const ole = (name: string) => {
    const bytes = Buffer.alloc(2048);
    bytes.write('d0cf11e0a1b11ae1', 'hex');
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt32LE(0, 48);
    bytes.write(name, 512, 'utf16le');
    return new Uint8Array(bytes);
  };
  const mime = (type: string): Packed => ({name: 'mimetype', bytes: type, stored: true});
  const cases: [string, Uint8Array][] = [
    ['old_spreadsheet', ole('Workbook')],
    ['locked', ole('EncryptedPackage')],
    ['not_text', ole('WordDocument')],
    ['other_spreadsheet', zipped([mime('application/vnd.oasis.opendocument.spreadsheet')])],
    ['other_spreadsheet', zipped([{name: 'Index/Document.iwa', bytes: 'x'}])],
    [
      'not_text',
      zipped([
        {name: '[Content_Types].xml', bytes: 'x'},
        {name: 'word/document.xml', bytes: 'x'},
      ]),
    ],
    ['bad_archive', zipped([{name: 'a.csv', bytes: kOrders}]).slice(0, -30)],
    ['empty_file', zipped([])],
  ];
  for (const [code, bytes] of cases)
    await assert.rejects(readFiles(new FakeEngine(), [bytes]), isCode(code));
  await assert.rejects(
    readFiles(new FakeEngine(), [workbook({sheets: {One: '', Two: ''}})]),
    isCode('empty_file', 'file 1 > One'),
  );
});

test('an archive made to fill memories is refused, whatever it says of itself', async () => {
  const zeros = new Uint8Array(80 << 20);
  await assert.rejects(
    readFiles(new FakeEngine(), [zipped([{name: 'a.csv', bytes: zeros}])]),
    isCode('too_large', 'file 1 > a.csv'),
  );
  await assert.rejects(
    readFiles(new FakeEngine(), [zipped([{name: 'a.csv', bytes: zeros, saidSize: 1000}])]),
    isCode('bad_archive', 'file 1 > a.csv'),
  );
});

test('every member has a preview of its own, with its encoding', async () => {
  const bytes = zipped([
    {name: 'a.csv', bytes: encoded('windows-1251', 'дата,имя\n2024-01-01,Иван Петров\n')},
    {name: 'b.csv', bytes: ''},
    {name: 'c.csv', bytes: kOrders},
  ]);
  const {previews, skipped} = await previewMembers(new FakeEngine(), bytes);
  assert.deepEqual(
    previews.map(({name, encoding, encoding_sample}) => [name, encoding, encoding_sample]),
    [
      ['file 1 > a.csv', 'windows-1251', '2024-01-01,Иван Петров'],
      ['file 1 > c.csv', 'utf-8', ''],
    ],
  );
  assert.deepEqual(skipped, [{name: 'file 1 > b.csv', reason: 'empty_file'}]);
  assert.ok((previews[0]?.encoding_alternatives.length ?? 0) > 0);
});

test('one member may be read in another encoding than the rest', async () => {
  const engine = new FakeEngine();
  const word = encoded('windows-1251', 'имя\nИван\n');
  const bytes = zipped([
    {name: 'a.csv', bytes: word},
    {name: 'b.csv', bytes: word},
  ]);
  await readFiles(engine, [bytes], {each: {'file 1 > b.csv': {encoding: 'windows-1252'}}});
  assert.deepEqual(Array.from(engine.files.values()), ['имя\nИван\n', 'èìÿ\nÈâàí\n']);
});

test('what holds for a file may be asked by its place, where names do not tell files apart', async () => {
  const engine = new FakeEngine();
  const word = encoded('windows-1251', 'имя\nИван\n');
  const asked: string[] = [];
  await readFiles(engine, [word, zipped([{name: 'a.csv', bytes: word}])], {
    each: (name, place) => {
      asked.push(`${place} ${name}`);
      return place === 1 ? {encoding: 'windows-1252'} : undefined;
    },
  });
  assert.deepEqual(asked, ['0 file 1', '1 file 2 > a.csv']);
  assert.deepEqual(Array.from(engine.files.values()), ['имя\nИван\n', 'èìÿ\nÈâàí\n']);
});

test('an abort within a large sheet answers at once', async () => {
  const rows = Array.from({length: 200_000}, (_, i) =>
    row(i + 1, `<c r="A${i + 1}"><v>${i}</v></c>`),
  );
  const bytes = workbook({sheets: {S: rows.join('')}});
  const abort = new AbortController();
  const reading = readFiles(new FakeEngine(), [bytes], {signal: abort.signal});
  setTimeout(() => abort.abort(), 20);
  const began = performance.now();
  await assert.rejects(
    reading,
    (thrown) => thrown instanceof EngineError && thrown.code === 'cancelled',
  );
  assert.ok(performance.now() - began < 200);
});
