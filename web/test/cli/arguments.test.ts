import assert from 'node:assert/strict';
import {test} from 'node:test';
import {UsageError, languageOf, parseCommand} from '../../src/cli/arguments.js';

const misuse = (line: string) => {
  try {
    parseCommand(line.split(' ').filter(Boolean));
  } catch (thrown) {
    if (thrown instanceof UsageError) return thrown.misuse;
    throw thrown;
  }
  return undefined;
};

test('every wrong command line is told apart', () => {
  assert.equal(misuse(''), 'no_verb');
  assert.equal(misuse('dance'), 'unknown_verb');
  assert.equal(misuse('--json x'), 'no_verb');
  assert.equal(misuse('analyze'), 'missing_file');
  assert.equal(misuse('analyze a.csv --profil strict'), 'unknown_option');
  assert.equal(misuse('analyze a.csv -j'), 'unknown_option');
  assert.equal(misuse('analyze a.csv --json'), 'missing_value');
  assert.equal(misuse('analyze a.csv --json --lang en'), 'missing_value');
  assert.equal(misuse('analyze - -'), 'stdin_twice');
  assert.equal(misuse('analyze a.csv --json - --lines -'), 'stdout_twice');
  assert.equal(misuse('analyze a.csv --as-of 2024-02-31'), 'bad_date');
  assert.equal(misuse('analyze a.csv --as-of 1.2.2024'), 'bad_date');
  assert.equal(misuse('analyze a.csv --zone Mars/Olympus'), 'bad_zone');
  assert.equal(misuse('analyze a.csv --currency euro'), 'bad_currency');
  assert.equal(misuse('analyze a.csv --encoding klingon'), 'bad_encoding');
  assert.equal(misuse('analyze a.csv --lang fr'), 'bad_language');
  assert.equal(misuse('analyze a.csv --audience b.csv --for pigeons'), 'bad_target');
  assert.equal(misuse('analyze a.csv --for mailchimp'), 'target_alone');
  assert.equal(misuse('analyze a.csv --audience - --json -'), 'stdout_twice');
  assert.equal(misuse('cells a.csv b.csv'), 'too_many_files');
  assert.equal(misuse('cells a.csv --zone UTC'), 'unknown_option');
  assert.equal(misuse('logic a.json --profile lax'), 'bad_profile');
  assert.equal(misuse('fit'), 'missing_file');
  assert.equal(misuse('fit bg_nbd'), 'missing_file');
  assert.equal(misuse('fit arima a.csv'), 'bad_model');
  assert.equal(misuse('fit bg_nbd a.csv b.csv'), 'too_many_files');
  assert.equal(misuse('fit bg_nbd a.csv --unit years'), 'bad_unit');
  assert.equal(misuse('fit bg_nbd a.csv --predict soon'), 'bad_predict');
  assert.equal(misuse('fit bg_nbd a.csv --predict 0'), 'bad_predict');
  assert.deepEqual(parseCommand(['fit', 'bg_nbd', 'a.csv', '--covariates', 'channel, age']), {
    verb: 'fit',
    model: 'bg_nbd',
    file: 'a.csv',
    unit: 'days',
    predict: undefined,
    covariates: ['channel', 'age'],
    json: undefined,
  });
});

test('a right one is understood', () => {
  const words =
    'analyze a.csv - --json=- --as-of 2024-02-29 --zone Europe/Berlin --currency EUR --rejects r.csv';
  const command = parseCommand(words.split(' '));
  assert.deepEqual(JSON.parse(JSON.stringify(command)), {
    verb: 'analyze',
    files: ['a.csv', '-'],
    json: '-',
    asOf: '2024-02-29',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    rejects: 'r.csv',
  });
  const list = parseCommand(['analyze', 'a.csv', '--audience', 'b.csv']);
  assert.deepEqual(list.verb === 'analyze' && [list.audience, list.target], ['b.csv', 'plain']);
  assert.deepEqual(parseCommand(['ledger', 'a.json', 'b.json']), {
    verb: 'ledger',
    files: ['a.json', 'b.json'],
  });
  assert.deepEqual(parseCommand(['logic', 's.json']), {
    verb: 'logic',
    files: ['s.json'],
    profile: 'compat',
  });
  assert.deepEqual(
    JSON.parse(JSON.stringify(parseCommand(['fit', 'bg_nbd', 'a.csv', '--predict', '90']))),
    {verb: 'fit', model: 'bg_nbd', file: 'a.csv', unit: 'days', predict: 90},
  );
  assert.deepEqual(parseCommand(['analyze', '--help']), {verb: 'help'});
  assert.deepEqual(parseCommand(['--version']), {verb: 'version'});
});

test('a file may begin with a dash behind two dashes', () => {
  const command = parseCommand(['analyze', '--', '-a.csv']);
  assert.deepEqual(command.verb === 'analyze' && command.files, ['-a.csv']);
});

test('the language is the one asked for, else that of the system', () => {
  assert.equal(languageOf(['analyze', '--lang', 'zh-CN'], {LANG: 'en_US.UTF-8'}), 'zh-CN');
  assert.equal(languageOf(['--lang=zh-CN'], {}), 'zh-CN');
  assert.equal(languageOf([], {LANG: 'zh_CN.UTF-8'}), 'zh-CN');
  assert.equal(languageOf([], {LC_ALL: 'C', LANG: 'zh_CN.UTF-8'}), 'en');
  assert.equal(languageOf(['--lang', 'fr'], {}), 'en');
});
