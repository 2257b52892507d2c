import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decimalSign} from '../../src/engine/decimal-sign.js';

test('a list is set apart as the spreadsheets of a country expect it', () => {
  assert.equal(decimalSign('en-GB'), 'point');
  assert.equal(decimalSign('zh-CN'), 'point');
  assert.equal(decimalSign('de-DE'), 'comma');
  assert.equal(decimalSign('fr-FR'), 'comma');
});
