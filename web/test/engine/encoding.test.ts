import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  decideEncoding,
  insistedEncoding,
  isAscii,
  looksBinary,
  makeRecoder,
  namedEncoding,
} from '../../src/engine/encoding.js';
import {EngineError} from '../../src/engine/errors.js';
import {encoded} from './encoders.js';
import {kForeignShops} from './shops.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const bytesOf = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
/** "订单,王小明,茶叶" in GB18030. */
const kChinese = bytesOf('b6a9b5a5' + '2c' + 'cdf5d0a1c3f7' + '2c' + 'b2e8d2b6');

const encodingOf = (bytes: Uint8Array) => decideEncoding(bytes).encoding;

/** `bytes` given in pieces of `size`. */
function recoded(encoding: string, bytes: Uint8Array, size: number): string {
  const recoder = makeRecoder(encoding);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size)
    parts.push(recoder.recode(bytes.slice(at, at + size)));
  parts.push(recoder.finish());
  return Buffer.concat(parts).toString('utf8');
}

test('UTF-8 is known by itself, with and without a byte order mark', () => {
  assert.equal(encodingOf(utf8('name,Jürgen')), 'utf-8');
  assert.equal(encodingOf(utf8('\uFEFFname,王小明')), 'utf-8');
  const {encoding, evidence, sample} = decideEncoding(utf8('order,date'));
  assert.deepEqual([encoding, evidence, sample], ['utf-8', false, '']);
});

test('a head that ends within a character is UTF-8 nonetheless', () => {
  const bytes = utf8('客户,王');
  assert.equal(encodingOf(bytes.slice(0, -1)), 'utf-8');
  assert.equal(encodingOf(bytes.slice(0, -2)), 'utf-8');
});

test('UTF-16 is known by its mark', () => {
  assert.equal(encodingOf(Uint8Array.of(0xff, 0xfe, 0x61, 0)), 'utf-16le');
  assert.equal(encodingOf(Uint8Array.of(0xfe, 0xff, 0, 0x61)), 'utf-16be');
  const text = 'order,客户\r\n';
  const bytes = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  for (const size of [1, 2, 3, 1000]) assert.equal(recoded('utf-16le', bytes, size), text);
});

test('Chinese is told from Western text, which is often valid GB18030 too', () => {
  assert.equal(encodingOf(kChinese), 'gb18030');
  assert.equal(encodingOf(latin('name\nM\xfcller\nJ\xfcrgen\n')), 'windows-1252');
  assert.equal(encodingOf(latin('caf\xe9, 12,50 \x80\n')), 'windows-1252');
  assert.equal(encodingOf(latin('Fran\xe7ois;Lef\xe8vre\nBj\xf6rk')), 'windows-1252');
});

test('what is no text at all goes to the engine as it is', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
  const {encoding, evidence} = decideEncoding(png);
  assert.deepEqual([encoding, evidence], ['utf-8', true]);
  assert.ok(looksBinary(png));
  assert.equal(encodingOf(latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3')), 'utf-8');
});

test('no slice splits a GB18030 character, be it of two bytes or of four', () => {
  // U+20BB7, a Han character beyond the first plane, takes four bytes.
  const bytes = new Uint8Array([...kChinese, 0x0a, ...bytesOf('9534b235'), 0x2c, 0x31]);
  const text = '订单,王小明,茶叶\n\u{20BB7},1';
  for (let size = 1; size <= bytes.length; size++)
    assert.equal(recoded('gb18030', bytes, size), text);
});

test('a file cut within a character ends with one replacement character', () => {
  assert.equal(recoded('gb18030', kChinese.slice(0, -1), 4), '订单,王小明,茶\uFFFD');
});

test('Windows-1252 is not Latin-1: a euro sign stays a euro sign', () => {
  const all = Uint8Array.from({length: 256}, (_, i) => i);
  const text = recoded('windows-1252', all, 7);
  assert.equal(text.length, 256);
  assert.equal(text[0x80], '€');
  assert.equal(text[0x92], '’');
  assert.equal(text[0x9f], 'Ÿ');
  assert.equal(text[0xe9], 'é');
  assert.equal(text[0xff], 'ÿ');
});

test('the user names encodings as the web does', () => {
  assert.equal(namedEncoding('latin1'), 'windows-1252');
  assert.equal(namedEncoding('UTF8'), 'utf-8');
  assert.throws(
    () => namedEncoding('klingon'),
    (thrown) => thrown instanceof EngineError && thrown.code === 'invalid_option',
  );
});

test('plain ASCII is told at any length and at any place in memory', () => {
  for (let length = 0; length < 20; length++) {
    for (let offset = 0; offset < 5; offset++) {
      const bytes = new Uint8Array(64).fill(0xff).subarray(offset, offset + length);
      bytes.fill(0x41);
      assert.ok(isAscii(bytes));
      for (let i = 0; i < length; i++) {
        bytes[i] = 0xc3;
        assert.ok(!isAscii(bytes), `${length} ${offset} ${i}`);
        bytes[i] = 0x41;
      }
    }
  }
});

for (const {language, encodings, text} of kForeignShops) {
  for (const encoding of [...encodings, 'utf-8', 'utf-16le', 'utf-16be']) {
    test(`a small ${language} shop is read in ${encoding}, whatever the slices`, () => {
      const bytes = encoded(encoding, text);
      const decision = decideEncoding(bytes, true);
      assert.equal(decision.encoding, encoding);
      assert.ok(decision.evidence);
      assert.ok(text.normalize('NFC').includes(decision.sample.normalize('NFC')));
      assert.ok(decision.sample.length > 10);
      for (const size of [1, 7, 64, bytes.length])
        assert.equal(
          recoded(encoding, bytes, size).normalize('NFC'),
          text.normalize('NFC'),
          `${size}`,
        );
    });
  }
}

/** Forty rows of which one holds a word beyond ASCII. */
function lonely(word: string): string {
  const rows = Array.from(
    {length: 40},
    (_, i) => `${i + 1},2024-03-0${1 + (i % 9)},${i === 20 ? word : 'Ann Berg'},4.50`,
  );
  return ['order,date,customer,amount', ...rows, ''].join('\n');
}

test('one accented word among forty rows is enough', () => {
  const words = {
    'windows-1252': ['Müller', 'José', 'François', 'Peña', 'João', 'Søren', 'Åsa', 'Weiß'],
    'windows-1250': ['Dvořák', 'Łukasz', 'Wiśniewski', 'Kovačić', 'Małgorzata', 'Růžička', 'Erdős'],
    'windows-1254': ['Yılmaz', 'Ayşe', 'Doğan', 'Şahin', 'İbrahim', 'Kılıç', 'Gülşen'],
  };
  for (const [encoding, list] of Object.entries(words))
    for (const word of list) {
      const decision = decideEncoding(encoded(encoding, lonely(word)), true);
      assert.equal(decision.encoding, encoding, word);
      assert.match(decision.sample, new RegExp(`^21,2024-03-03,${word},4.50$`));
    }
});

test('what else a text may be is offered with the same line, each different', () => {
  const {encoding, alternatives, sample, confidence} = decideEncoding(
    encoded('windows-1250', lonely('Dvořák')),
    true,
  );
  assert.equal(encoding, 'windows-1250');
  assert.ok(confidence > 0.5 && confidence < 1);
  assert.ok(alternatives.length > 0 && alternatives.length <= 4);
  const seen = [sample, ...alternatives.map((other) => other.sample)];
  assert.equal(new Set(seen).size, seen.length);
  assert.deepEqual(
    alternatives.find((other) => other.encoding === 'windows-1252'),
    {encoding: 'windows-1252', sample: '21,2024-03-03,Dvoøák,4.50'},
  );
});

test('an encoding that is insisted on is shown, with the guess among the alternatives', () => {
  const bytes = encoded('windows-1250', lonely('Dvořák'));
  const {encoding, sample, alternatives} = insistedEncoding('latin1', bytes, true);
  assert.equal(encoding, 'windows-1252');
  assert.ok(sample.includes('Dvoøák'));
  assert.equal(alternatives[0]?.encoding, 'windows-1250');
  assert.ok(alternatives.every((other) => other.encoding !== 'windows-1252'));
});

test('one Latin-1 line does not make five thousand UTF-8 rows another encoding', () => {
  const rows = Array.from({length: 5000}, (_, i) => `${i},2024-03-01,Jürgen Groß,4.50\n`);
  const bytes = Buffer.concat([
    utf8(rows.slice(0, 2000).join('')),
    latin('x,2024-03-01,M\xfcller,4.50\n'),
    utf8(rows.slice(2000).join('')),
  ]);
  assert.equal(decideEncoding(bytes.subarray(0, 256 * 1024)).encoding, 'utf-8');
  for (const size of [1000, 4099, bytes.length]) {
    const recoder = makeRecoder('utf-8');
    const parts: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size)
      parts.push(recoder.recode(bytes.subarray(at, at + size)));
    parts.push(recoder.finish());
    const text = new TextDecoder('utf-8', {fatal: true}).decode(Buffer.concat(parts));
    assert.ok(text.includes('M\uFFFDller'));
    assert.equal(text.split('Jürgen Groß').length, 5001);
    assert.equal(recoder.replaced, 1);
  }
});

test('a zero byte or two do not make a text a picture', () => {
  const text = encoded('gb18030', `订单,日期,客户\n${'1,2024-03-01,王小明\n'.repeat(40)}`);
  text[30] = 0;
  assert.equal(encodingOf(text), 'gb18030');
});

test('the guess takes a fraction of a moment on the largest head', () => {
  const line = '1,2024-03-01,Łukasz Wiśniewski,Książka,25.00\n';
  const head = encoded('windows-1250', line.repeat(6000)).subarray(0, 256 * 1024);
  decideEncoding(head);
  const began = performance.now();
  assert.equal(encodingOf(head), 'windows-1250');
  // A twentieth of a second is what a page may stop for; slow machines get ten times that here.
  assert.ok(performance.now() - began < 500);
});
