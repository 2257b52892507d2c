import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {test} from 'node:test';
import type {HandoutRecord} from '../../src/engine/handouts.js';
import {needsCommand, needsEngine, readJson, run, scratch} from './real.js';

const file = scratch();

/** Eighty customers with one order each, and a program that gives each of them 2.00 or holds them out. */
function shop(): string[] {
  const rows = Array.from({length: 80}, (_, i) => `${i},2024-01-02,c${i}@example.org,10`);
  writeFileSync(file('orders.csv'), `order,date,email,total\n${rows.join('\n')}\n`);
  const program = {
    name: 'spring',
    hold_out: {share: 0.25},
    rules: [{id: 'all', when: true, amount: 2}],
  };
  writeFileSync(file('program.json'), JSON.stringify(program));
  return ['handout', file('orders.csv'), '--program', file('program.json')];
}

test(
  'what a program gives is handed out with codes, recorded, and gone on with',
  needsEngine,
  () => {
    const words = [...shop(), '--offer', 'Spring', '--record', file('shop.regulars.json')];
    writeFileSync(
      file('shop.regulars.json'),
      JSON.stringify({format: 'regulars-project', version: 1, customers: ['kept']}),
    );
    const handOut = (...more: string[]) => run([...words, '--lang', 'en', ...more]);
    const first = handOut(
      '--to',
      file('list.csv'),
      '--codes',
      file('codes.csv'),
      '--for',
      'shopify',
    );
    assert.equal(first.code, 0, first.err);
    const project = readJson<{handouts: HandoutRecord[]; customers: string[]}>(
      file('shop.regulars.json'),
    );
    assert.deepEqual(project.customers, ['kept']);
    const [record] = project.handouts;
    assert.ok(record);
    const codes = record.customers.flatMap(({code}) => code ?? []);
    const heldOut = record.customers.filter(({code}) => code === null);
    assert.equal(record.customers.length, 80);
    assert.ok(heldOut.length > 5 && heldOut.length < 40);
    assert.match(
      first.out,
      new RegExp(`^The program gives 80 customers something.\n${codes.length} `),
    );
    assert.match(first.out, new RegExp(`\n  ${heldOut.length} are held out for measuring`));
    const list = readFileSync(file('list.csv'), 'utf8').trimEnd().split('\r\n');
    assert.equal(list.length, codes.length + 1);
    assert.deepEqual(
      readFileSync(file('codes.csv'), 'utf8')
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
      codes,
    );
    // The next one: the same customers are held out, and no code comes again.
    const second = handOut('--to', '-', '--life', '30D', '--issued', '2024-02-01');
    assert.equal(second.code, 0, second.err);
    assert.match(second.err, /until 2 Mar/);
    const [, next] = readJson<{handouts: HandoutRecord[]}>(file('shop.regulars.json')).handouts;
    assert.ok(next);
    assert.equal(next.first, record.next);
    assert.deepEqual(
      next.customers.filter(({code}) => code === null),
      heldOut,
    );
    assert.equal(
      new Set([...codes, ...next.customers.flatMap(({code}) => code ?? [])]).size,
      codes.length * 2,
    );
    assert.equal(second.out.split('\r\n').length, codes.length + 2);
    // Nobody is given anything again too soon, and where nobody gets anything nothing is written.
    const before = readFileSync(file('shop.regulars.json'), 'utf8');
    const third = handOut('--to', file('third.csv'), '--issued', '2024-02-05', '--rest', '30');
    assert.equal(third.code, 0, third.err);
    assert.match(third.out, /80 were given something too short a time ago/);
    assert.equal(readFileSync(file('shop.regulars.json'), 'utf8'), before);
    assert.ok(!existsSync(file('third.csv')));
  },
);

test('a record that cannot be trusted is refused, and left alone', needsEngine, () => {
  const words = [...shop(), '--offer', 'x', '--to', file('x.csv'), '--record', file('bad.json')];
  const customer = {customer: 'a', code: 'A', rule: '', amount: 1};
  const record = {on: '2024-01-01', offer: '', program: '', version: 1, unit: 'money'};
  const numbers = {seed: 1, first: 0, next: 2, last_day: null};
  const twice = {...record, ...numbers, customers: [customer, customer]};
  const project = {format: 'regulars-project', version: 1, handouts: [twice]};
  for (const [content, wrong] of [
    [project, /handouts\.0\.customers\.1\.code/],
    [{format: 'other'}, /format/],
  ] as const) {
    writeFileSync(file('bad.json'), JSON.stringify(content));
    const {code, err} = run(words);
    assert.equal(code, 3, err);
    assert.match(err, wrong);
    assert.equal(readFileSync(file('bad.json'), 'utf8'), JSON.stringify(content));
  }
  assert.ok(!existsSync(file('x.csv')));
});

test('a hand-out says what it still needs to be told', needsCommand, () => {
  const words = [...shop(), '--offer', 'x', '--to', file('y.csv'), '--record', file('y.json')];
  const wrong = (without: string | null, ...more: string[]) => {
    const place = without === null ? -1 : words.indexOf(without);
    const left = words.filter((_, i) => place < 0 || (i !== place && i !== place + 1));
    return run([...left, ...more, '--lang', 'en']);
  };
  for (const [ran, said] of [
    [wrong('--offer'), /--offer/],
    [wrong('--to'), /--to/],
    [wrong('--record'), /--record/],
    [wrong('--program'), /--program/],
    [wrong(null, '--life', 'soon'), /--life soon/],
    [wrong(null, '--rest', '1.5'), /--rest 1\.5/],
    [wrong(null, '--issued', '2024-02-31'), /--issued/],
    [wrong(null, '--for', 'fax'), /--for fax/],
  ] as const) {
    assert.equal(ran.code, 2);
    assert.match(ran.err, said);
  }
  assert.ok(!existsSync(file('y.json')));
});
