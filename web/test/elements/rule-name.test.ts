import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {ruleName} from '../../src/elements/rule-name.js';
import {localeOf} from '../../src/i18n/locale.js';

const en = localeOf('en');
const zh = localeOf('zh-CN');

test('a rule that nobody named is told by its condition, whatever its id says', () => {
  const when = {'>': [{var: 'orders'}, 7]};
  const program = {rules: [{id: 'above_5', when, amount: 10}], points: {earn: []}};
  assert.match(ruleName('above_5', 'rules', program, en), /^Orders: more than 7$/);
  assert.match(ruleName('above_5', 'rules', program, zh), /7/);
  assert.doesNotMatch(ruleName('above_5', 'rules', program, zh), /above/);
  // Where there is no condition to tell, the id is all there is.
  assert.equal(ruleName('rule_2', 'earn', program, en), 'rule_2');
  assert.equal(ruleName('up_to_2', 'rules', null, en), 'up_to_2');
});

test('a name of one’s own stays as it was written', () => {
  const when = {'>': [{var: 'orders'}, 7]};
  const program = {rules: [{id: 'Stammgast', when, amount: 10}]};
  assert.equal(ruleName('Stammgast', 'rules', program, zh), 'Stammgast');
});

test('every rule of the programs to begin with has words in both languages', () => {
  const folder = 'examples/programs';
  for (const file of readdirSync(folder)) {
    const program = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as {
      rules?: {id: string}[];
      points?: {earn: {id: string}[]};
    };
    for (const list of ['rules', 'earn'] as const) {
      const rules = list === 'rules' ? program.rules : program.points?.earn;
      for (const {id} of rules ?? []) {
        assert.match(ruleName(id, list, program, zh), /[\u4e00-\u9fff]/, `${file} ${id}`);
        assert.doesNotMatch(ruleName(id, list, program, en), /_/, `${file} ${id}`);
      }
    }
  }
});
