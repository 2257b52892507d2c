import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {test} from 'node:test';
import {needsCommand, run, scratch} from './real.js';

const file = scratch();

test('wrong usage ends with 2 and one line that says what is wrong', needsCommand, () => {
  for (const words of [
    [],
    ['dance'],
    ['analyze'],
    ['analyze', 'a.csv', '--jason', 'x'],
    ['logic', 'a.json', '--profile', 'x'],
    ['ledger'],
    ['ledger', 'a.json', '--profile', 'compat'],
  ]) {
    const {code, out, err} = run(words);
    assert.equal(code, 2, words.join(' '));
    assert.equal(out, '');
    assert.match(err, /^regulars: .*--help.*\n$/);
  }
});

test('help and version are no trouble', needsCommand, () => {
  const help = run(['--help']);
  assert.equal(help.code, 0);
  for (const word of ['analyze', 'cells', 'ledger', 'logic', '--rejects', '--as-of', '--lang'])
    assert.ok(help.out.includes(word));
  assert.ok(run(['--help', '--lang', 'zh-CN']).out.includes('谁会再来'));
  assert.match(run(['--version']).out, /^\d+\.\d+\.\d+\n$/);
});

test('a folder and a missing file are unusable, in both languages', needsCommand, () => {
  mkdirSync(file('orders'));
  const folder = run(['analyze', file('orders')]);
  assert.deepEqual([folder.code, folder.out], [3, '']);
  assert.match(folder.err, /^regulars: .*orders: a folder; name the files inside it\n$/);
  const gone = run(['analyze', file('gone.csv')]);
  assert.equal(gone.code, 3);
  assert.match(gone.err, /gone\.csv: there is no such file; check the name\n$/);
  assert.match(
    run(['cells', file('orders'), '--lang', 'zh-CN']).err,
    /这是文件夹，请写出里面的文件\n$/,
  );
  assert.match(
    run(['logic', file('gone.json')], {environment: {LC_ALL: 'zh_CN.UTF-8'}}).err,
    /没有这个文件/,
  );
});

test('an output never replaces an input or another output', needsCommand, () => {
  writeFileSync(file('own.csv'), 'date,customer\n2024-01-01,Ann\n');
  assert.equal(run(['analyze', file('own.csv'), '--rejects', file('own.csv')]).code, 2);
  assert.equal(
    run(['analyze', file('own.csv'), '--json', file('x'), '--lines', file('x')]).code,
    2,
  );
});

test('an output that cannot be written is refused before any work', needsCommand, () => {
  writeFileSync(file('small.csv'), 'date,customer\n2024-01-01,Ann\n');
  const {code, out, err} = run(['analyze', file('small.csv'), '--json', file('no/such.json')]);
  assert.deepEqual([code, out], [2, '']);
  assert.match(err, /cannot write .*such\.json \(ENOENT\)/);
});

test('settings files are read strictly, with the place of what is wrong', needsCommand, () => {
  writeFileSync(file('orders.csv'), 'date,customer\n2024-01-01,Ann\n');
  const withMap = (text: string) => {
    writeFileSync(file('map.json'), text);
    return run(['analyze', file('orders.csv'), '--columns', file('map.json')]);
  };
  const broken = withMap('{\n  "date": 1,\n  "customer" 2\n}');
  assert.equal(broken.code, 3);
  assert.match(broken.err, /map\.json, line 3, column \d+: not valid JSON/);
  assert.equal(withMap('{"dates": 1}').code, 2);
  assert.match(withMap('{"dates": 1}').err, /"dates"/);
  assert.equal(withMap('[1]').code, 2);
  assert.equal(withMap('{"date": 0}').code, 2);
});
