import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sayAmount, sayCondition} from '../../src/elements/program-words.js';
import {sayBecause} from '../../src/i18n/because-text.js';
import {localeOf} from '../../src/i18n/locale.js';

const en = localeOf('en', {currency: 'EUR', minorDigits: 2});
const zh = localeOf('zh-CN', {currency: 'CNY', minorDigits: 2});
const orders = {var: 'orders'};

test('a comparison is said in words', () => {
  assert.equal(sayCondition({'<=': [orders, 2]}, en), 'orders: at most 2');
  assert.equal(sayCondition({'>': [orders, 5]}, zh), '订单数多于 5');
});

test('a value before its fact turns the comparison round', () => {
  assert.equal(sayCondition({'<': [5, orders]}, en), 'orders: more than 5');
});

test('a fact between two values is said as a range', () => {
  assert.equal(sayCondition({'<=': [3, orders, 5]}, en), 'orders: from 3 to 5');
});

test('conditions are joined, and segments have their names', () => {
  const rule = {
    and: [
      {'>=': [{var: 'days_since_last'}, 60]},
      {in: [{var: 'segment'}, ['at_risk', 'cannot_lose']]},
    ],
  };
  assert.equal(
    sayCondition(rule, en),
    'days since the last order: at least 60, and segment: one of At risk, Can’t lose',
  );
  assert.equal(sayCondition(rule, zh), '距上次下单天数不少于 60，且分层属于 有流失风险、不能失去');
});

test('money facts are money', () => {
  assert.equal(sayCondition({'>=': [{var: 'revenue'}, 120.5]}, en), 'revenue: at least €120.50');
});

test('what has no words is shown as it is written', () => {
  assert.equal(sayCondition({'%': [orders, 2]}, en), '{"%":[{"var":"orders"},2]}');
  assert.equal(sayCondition(true, en), 'always');
});

test('a reason says what was there and what was wanted', () => {
  const because = {fact: 'orders', operator: '<=', wanted: 5, found: 7, holds: false};
  assert.equal(sayBecause(because, en), 'orders: 7 (wanted: at most 5)');
  assert.equal(
    sayBecause({...because, found: null, holds: null}, zh),
    '订单数：未知（要求不超过 5）',
  );
});

test('amounts are money, points, a share, or an expression', () => {
  const basket = {var: 'average_order_value'};
  assert.equal(sayAmount(5, 'money', en), '€5.00');
  assert.equal(sayAmount(1, 'points', en), '1 point');
  assert.equal(sayAmount({'*': [orders, 2]}, 'points', en), '2 points for each 1 of orders');
  assert.equal(
    sayAmount({min: [{'*': [basket, 0.15]}, 10]}, 'money', en),
    '15% of average order, at most €10.00',
  );
  assert.equal(sayAmount({'/': [basket, 8]}, 'money', zh), '平均每单的 12.5%');
  assert.equal(sayAmount({'+': [orders, 2]}, 'points', en), '{"+":[{"var":"orders"},2]}');
});

test('a refusal is said in the words of a shop, and as it came where there are none', () => {
  const {refused} = zh.words.program;
  assert.equal(
    refused('must be a whole number from 1 to 100'),
    '这样不行：必须是 1 到 100 之间的整数',
  );
  assert.equal(refused('is missing, and times too'), '这样不行：这里还没有填');
  assert.equal(refused('"Tea" is an earlier tier'), '这样不行：已经有名为“Tea”的等级');
  assert.equal(refused('something new'), '这样不行：something new');
  assert.equal(
    en.words.program.refused('"best" is not one of its words, nearest is "at_risk"'),
    'This cannot be: "best" is none of those there are',
  );
});
