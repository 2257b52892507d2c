import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bar, shortened, table, widthOf} from '../../src/cli/table.js';

test('a Chinese character is as wide as two letters', () => {
  assert.equal(widthOf('abc'), 3);
  assert.equal(widthOf('冠军客户'), 8);
  assert.equal(widthOf('（1）'), 5);
  assert.equal(widthOf('é'), 1);
  assert.equal(widthOf('e\u0301'), 1);
});

test('columns line up in both alphabets', () => {
  const lines = table(
    [
      ['客户', '12', 'x'],
      ['Champions', '3', ''],
    ],
    '<><',
  );
  assert.deepEqual(lines, ['客户       12  x', 'Champions   3']);
});

test('what is too long ends in an ellipsis, and what would move the cursor is taken out', () => {
  assert.equal(shortened('Flat white', 6), 'Flat …');
  assert.equal(shortened('燕麦拿铁咖啡', 7), '燕麦拿…');
  assert.equal(shortened('a\u001b[2Jb\n', 20), 'a [2Jb ');
});

test('a bar shows something as something, and nothing as nothing', () => {
  assert.equal(bar(0, 10), '');
  assert.equal(bar(0.001, 10), '█');
  assert.equal(bar(1, 10).length, 10);
});
