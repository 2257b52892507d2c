import assert from 'node:assert/strict';
import {test} from 'node:test';
import {en} from '../../src/i18n/en/index.js';
import {zhCn} from '../../src/i18n/zh-cn/index.js';

const c = (n: number) => ({n, text: String(n)});
const facts = {cohort: 'Jun', elder: 'May', rate: '18%', elderRate: '27%', days: '90 days'};

test('a card names people and money', () => {
  for (const {week} of [en, zhCn]) {
    const all = [
      week.due_not_come(c(38), c(5), c(90), '€2,140'),
      week.slipped_champions(c(38), '1 Oct', '1.8', '€2,140'),
      week.cohort_below_elder(c(38), c(6), '€2,140', facts),
    ];
    for (const {title, text} of all) {
      assert.match(`${title} ${text}`, /38/);
      assert.match(text, /€2,140/);
      assert.doesNotMatch(text, /undefined|false/);
    }
  }
});

test('what is not known is left out, and the sentence still stands', () => {
  for (const {week} of [en, zhCn]) {
    assert.doesNotMatch(week.due_not_come(c(1), c(0), c(1), '').text, /false|undefined| {2}|^ /);
    assert.doesNotMatch(week.slipped_champions(c(1), '1 Oct', '', '').text, /undefined| {2}|^ /);
  }
  assert.equal(
    en.week.due_not_come(c(1), c(0), c(1), '').title,
    '1 customer came due this week and has not come yet',
  );
});
