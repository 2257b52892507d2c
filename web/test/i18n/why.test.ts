import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Giving, Way} from '../../src/engine/protocol.js';
import {givingTexts} from '../../src/i18n/giving-text.js';
import {localeOf} from '../../src/i18n/locale.js';
import {pointsTexts, tierTexts, waysText} from '../../src/i18n/why-text.js';

const en = localeOf('en', {currency: 'EUR', minorDigits: 2});
const zh = localeOf('zh-CN', {currency: 'CNY', minorDigits: 2});

const spend: Way = {
  steps: [
    {
      effort: 'spend',
      missing: 1230,
      fact: 'revenue',
      unit: 'money',
      has: 48770,
      needed: 50000,
      on: null,
    },
  ],
  moves_too: [],
};

test('a gap is said with what is needed, what there is and what is missing', () => {
  assert.equal(waysText([spend], en), 'revenue: needs €500.00, has €487.70, missing €12.30');
  assert.match(waysText([spend], zh), /需 ¥500\.00，现有 ¥487\.70，还差 ¥12\.30/);
  assert.equal(waysText([], en), en.words.why.noWay);
  const wait: Way = {
    steps: [
      {
        effort: 'wait',
        missing: 15,
        fact: 'days_since_last',
        unit: 'days',
        has: 45,
        needed: 60,
        on: '2026-01-15',
      },
    ],
    moves_too: ['segment'],
  };
  assert.match(
    waysText([spend, wait], en),
    /; or comes by itself on 15 Jan 2026.*moves: segment\.$/,
  );
});

test('a tier says what is missing until when, and what keeps it', () => {
  const silver = {
    tier: 'Silver',
    basis: 'spend',
    amount: 48770,
    next: 'Gold',
    to_next: 1230,
    until: '2026-02-28',
    in_grace: false,
    to_keep: 11230,
    keep_by: '2026-03-31',
  } as const;
  assert.deepEqual(tierTexts(silver, en), [
    '€12.30 missing for Gold until 28 Feb 2026.',
    '€112.30 needed by 31 Mar 2026 to keep Silver.',
  ]);
  assert.deepEqual(tierTexts({...silver, next: null, to_next: null, to_keep: 0}, en), [
    'Silver is the highest tier.',
    'Silver is sure beyond 31 Mar 2026.',
  ]);
});

test('points say what they pay, what is next and what ends', () => {
  const points = {
    active: 487,
    pending: 0,
    next_step: 500,
    pays: 500,
    pays_now: 400,
    expiring: 300,
    expires_on: '2026-02-28',
  };
  assert.deepEqual(pointsTexts(points, en), [
    'They pay €4.00 today.',
    '13 points more and they pay €5.00.',
    '300 points can be used until 28 Feb 2026.',
  ]);
});

test('a bound is never said to be the best', () => {
  const giving: Giving = {
    budget: 50000,
    margin: 0.4,
    candidates: 900,
    left_out: {rewarded: 1},
    chosen: {customers: 100, cost: 50000, value: 12345.4},
    greedy: {customers: 100, cost: 50000, value: 12000},
    proof: 'stopped_early',
    gap: 55,
    shadow_price: 0.31,
    break_even: 0.8,
    curve: [[0, 0]],
    rows: [],
  };
  const said = givingTexts(giving, en).join('\n');
  assert.match(said, /100 customers for €500\.00 of €500\.00\./);
  assert.match(said, /only 80% of the assumed effect/);
  assert.match(said, /may be worth up to €0\.55 more/);
  assert.match(said, /€3\.45 less/);
  assert.match(said, /1 customer left out: rewarded/);
  assert.doesNotMatch(said, /No other choice/);
  assert.deepEqual(givingTexts({...giving, reason: 'no_margin'}, zh), [
    zh.words.giving.reason.no_margin,
  ]);
});
