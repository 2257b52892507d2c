import assert from 'node:assert/strict';
import {test} from 'node:test';
import {en} from '../../src/i18n/en/index.js';
import {nearestLanguage} from '../../src/i18n/locale.js';
import {zhCn} from '../../src/i18n/zh-cn/index.js';

type Leaf = [path: string, value: unknown];

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

const c = {n: 2, text: '2'};
const facts = {file: 'a.csv', line: 3, column: 4, detail: 'x'};

/** Says a leaf with arguments that suit most sentences. */
function said([path, value]: Leaf): string {
  if (typeof value !== 'function') return String(value);
  const argument = /trouble/.test(path) ? facts : c;
  const answer: unknown = (value as (...all: unknown[]) => unknown)(
    ...Array.from({length: 5}, () => argument),
  );
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

// Functions over words rather than counts are tried in rules.test.ts.
const plain = (all: Leaf[]) =>
  all.filter(
    ([path]) =>
      !path.startsWith('.rules.') &&
      !/\.(profile|separator|role|status|why\.together|why\.either)$/.test(path),
  );

test('both languages say the same things', () => {
  const paths = (all: Leaf[]) => all.map(([path]) => path).sort();
  assert.deepEqual(paths(leaves(zhCn)), paths(leaves(en)));
});

test('no sentence is empty', () => {
  for (const leaf of [...plain(leaves(en)), ...plain(leaves(zhCn))]) {
    assert.notEqual(said(leaf).trim(), '', leaf[0]);
  }
});

test('every Chinese sentence is Chinese, but for letters that stand for themselves', () => {
  const same =
    /^\.(title|frame\.dot|start\.source\.\d\.name|customers\.column\.[rfm]|dialog\.score|customers\.cell|paper\.(fewShort|beside)|why\.spend|audience\.targets\.(mailchimp|klaviyo|shopify)\.name)$/;
  for (const leaf of plain(leaves(zhCn))) {
    if (same.test(leaf[0])) continue;
    assert.match(said(leaf), /[\u4e00-\u9fff]/, leaf[0]);
  }
});

test('Chinese punctuation is full-width', () => {
  for (const leaf of leaves(zhCn)) {
    if (typeof leaf[1] === 'string')
      assert.doesNotMatch(leaf[1], /[\u4e00-\u9fff][,;:?!]/, leaf[0]);
  }
});

test('English knows one from many', () => {
  assert.equal(en.segments.people({n: 1, text: '1'}), '1 customer');
  assert.equal(en.segments.people({n: 2, text: '2'}), '2 customers');
});

test('each error is one sentence, and names the file where it can', () => {
  for (const messages of [en, zhCn]) {
    for (const [code, sentence] of Object.entries(messages.trouble.error)) {
      const text = sentence(facts);
      assert.equal((text.match(/[.。](\s|$)/g) ?? []).length <= 2, true, `${code}: ${text}`);
      assert.ok(sentence({file: '', line: 0, column: 0, detail: ''}).length > 0, code);
    }
    assert.match(messages.trouble.error.empty_file(facts), /a\.csv/);
  }
});

test('the nearest language is found', () => {
  assert.equal(nearestLanguage('zh-TW'), 'zh-CN');
  assert.equal(nearestLanguage('fr'), 'en');
  assert.equal(nearestLanguage(null), 'en');
});
