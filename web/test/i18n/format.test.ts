import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Format} from '../../src/i18n/format.js';

const euro = {currency: 'EUR', minorDigits: 2};
const en = new Format('en', euro);
const zh = new Format('zh-CN', {currency: 'CNY', minorDigits: 2});

test('money is shown to the last digit of its currency', () => {
  assert.equal(en.money(15_543_670), '€155,436.70');
  assert.equal(new Format('en', {currency: 'JPY', minorDigits: 0}).money(1200), '¥1,200');
  assert.equal(en.moneyRound(15_543_670), '€155,437');
});

test('without a currency money is a plain number', () => {
  assert.equal(new Format('en', {currency: null, minorDigits: 2}).money(11_543_158), '115,431.58');
});

test('large headlines are in wan and yi in Chinese', () => {
  assert.equal(zh.moneyHeadline(11_543_158), '¥11.54万');
  assert.equal(zh.moneyHeadline(123_456_789_000), '¥12.35亿');
  assert.equal(zh.moneyHeadline(999_900), '¥9,999.00');
  assert.equal(zh.numberHeadline(1_234_567), '123.46万');
  assert.equal(en.moneyHeadline(11_543_158), '€115,431.58');
});

test('a date cannot be taken for another one', () => {
  assert.equal(en.date('2026-03-04'), '4 Mar 2026');
  assert.equal(zh.date('2026-03-04'), '2026年3月4日');
  assert.equal(zh.dateShort('2026-03-04'), '2026/03/04');
  assert.equal(en.date(''), '');
});

test('figures have as many digits as tell something', () => {
  assert.deepEqual(
    [3.4159, 18.52, 214.4, 7].map((value) => en.figure(value)),
    ['3.42', '18.5', '214', '7'],
  );
});

test('shares, sizes and days carry their unit', () => {
  assert.equal(en.percent(0.31421), '31.4%');
  assert.equal(en.bytes(1_204_331), '1.2 MB');
  assert.equal(en.days(1), '1 day');
  assert.equal(zh.days(47), '47天');
});

test('an open date is said as either order of day and month has it', () => {
  assert.equal(en.dayMonth('03/04/26', 'day_first'), '3 April');
  assert.equal(en.dayMonth('03/04/26 10:15', 'month_first'), '4 March');
  assert.equal(zh.dayMonth('3.4.2026', 'day_first'), '4月3日');
  assert.equal(en.dayMonth('soon', 'day_first'), 'soon');
});

test('where there is hardly any room money is three figures, in the steps of the language', () => {
  assert.match(en.moneyShort(1_234_567), /^€12.3k$/i); // in capitals or not, as the platform likes
  assert.equal(zh.moneyShort(1_234_567), '¥1.23万');
  assert.equal(en.moneyShort(4_865), '€48.7');
});

test('next to no chance is told as a bound', () => {
  assert.equal(en.chance(0.00002), 'p < 0.001');
  assert.equal(en.chance(0.0316), 'p = 0.032');
  assert.equal(en.chance(0.5), 'p = 0.50');
});

test('a difference has its sign, and none has none', () => {
  assert.deepEqual(
    [4.25, -4.25, 0].map((value) => en.signed(value)),
    ['+4.3', '-4.3', '0.0'],
  );
});

test('weekdays begin with Monday, months with January', () => {
  assert.equal(en.weekday(1, 'long'), 'Monday');
  assert.equal(zh.weekday(7, 'short'), '周日');
  assert.equal(en.monthName(12, 'long'), 'December');
  assert.equal(en.month(2024, 2), 'Feb 2024');
  assert.equal(zh.month(2024, 2), '2024年2月');
});
