import assert from 'node:assert/strict';
import {test} from 'node:test';
import {prettyJson} from '../../src/elements/pretty-json.js';
import {sampleReport} from './sample-report.js';

const program = sampleReport.rewards.document;

test('a program is written as a person would write it: a rule a line', () => {
  assert.match(prettyJson(program), /^ {4}\{"id": "up_to_5", "when": .*, "amount": 5\},$/m);
});

test('the fields that matter come first, the others as they are', () => {
  const sorted = {amount: 1, id: 'a', note: '', when: true};
  assert.equal(
    prettyJson(sorted, ['id', 'when', 'amount']),
    '{"id": "a", "when": true, "amount": 1, "note": ""}',
  );
});

test('what is written reads back as the same', () => {
  for (const value of [program, [], {}, null, 'text', [[1, 2], {a: null}]]) {
    assert.deepEqual(JSON.parse(prettyJson(value)), value);
  }
});
