import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  cellFacts,
  cohortName,
  cohortSentence,
  firstPair,
  missingBeginnings,
  pairSentence,
} from '../../src/elements/cohort-words.js';
import type {Cohorts} from '../../src/engine/protocol.js';
import {localeOf} from '../../src/i18n/locale.js';
import {sampleReport} from './sample-report.js';

const money = {currency: 'EUR', minorDigits: 2};
const en = localeOf('en', money);
const zh = localeOf('zh-CN', money);

type Cohort = Cohorts['cohorts'][number];

const cohort = (name: string, part: Partial<Cohort> = {}): Cohort => ({
  cohort: name,
  customers: 40,
  observed: 40,
  repeat: 10,
  rate: 0.25,
  low: 0.14,
  high: 0.4,
  versus: {difference: 0.05, low: -0.1, high: 0.2, p: 0.2, p_adjusted: 0.4},
  verdict: 'no_difference',
  ...part,
});

const table = (cohorts: Cohort[]): Cohorts => ({
  period: 'month',
  by: 'first_order',
  versus: 'cohort_before',
  window_days: 90,
  cohorts,
  cells: [],
  averages: [],
});

test('the newest cohort that was watched whole is compared, not one of which part is known', () => {
  const cohorts = table([
    cohort('2025-01', {rate: 0.2, versus: null}),
    cohort('2025-02', {rate: 0.5, verdict: 'higher'}),
    cohort('2025-03', {observed: 3, rate: 0.9, verdict: 'higher'}),
  ]);
  const said = cohortSentence(cohorts, en);
  assert.match(said, /Feb 2025 came back more often than those of Jan 2025: 50.0% within 90 days/);
  assert.match(said, /p = 0.40/);
  assert.match(cohortSentence(cohorts, zh), /2025年2月来的客户比2025年1月的更愿意回头/);
});

test('what is within chance is not told as a change', () => {
  const cohorts = table([cohort('2025-W09', {versus: null}), cohort('2025-W10')]);
  assert.match(cohortSentence(cohorts, en), /Week 10, 2025.*chance alone makes such differences/);
});

test('a young shop, a shop of one month and one without customers are told so', () => {
  const young = {observed: 0, rate: null, low: null, high: null, versus: null};
  const part: Partial<Cohort> = {...young, verdict: 'too_little_data'};
  assert.match(
    cohortSentence(table([cohort('2025-01', part), cohort('2025-02', part)]), en),
    /yet/,
  );
  assert.match(cohortSentence(table([cohort('2025-01', part)]), en), /same period/);
  assert.equal(cohortSentence(table([]), en), '');
});

test('a cell says all its numbers, and whether they can be trusted', () => {
  const field = {
    cohort: '2025-01',
    age: 2,
    customers: 12,
    observed: 0,
    active: 3,
    active_observed: 0,
    settled: false,
    orders: 4,
    revenue: 6050,
    cumulative_value: null,
    mature: false,
    value: 0.25,
    step: 3,
    few: true,
  };
  assert.deepEqual(cellFacts(field, true, en), [
    '3 of 12 customers ordered',
    '4 orders · €60.50',
    'not over yet, so in no mean',
    'fewer than 20 customers: do not read much into it',
  ]);
  assert.equal(cellFacts(field, false, en)[1], '4 orders');
});

test('a product is called as it is, whatever it looks like', () => {
  assert.equal(cohortName('Bread, Slowly', 'first_product', en), 'Bread, Slowly');
  assert.equal(cohortName('2025-Q3', 'first_order', en), 'Q3 2025');
  assert.equal(cohortName('2025-W03', 'first_order', zh), '2025年第3周');
});

test('groups that are no periods are called by what they are, and compared with all others', () => {
  assert.equal(cohortName(null, 'first_product', en), 'All other products');
  assert.equal(cohortName('2025-Q3', 'first_product', en), '2025-Q3');
  assert.equal(cohortName(null, 'first_channel', en), 'Other channels, or none stated');
  assert.equal(cohortName('web', 'first_channel', zh), 'web');
  assert.equal(cohortName('full_price', 'first_discount', zh), '无优惠');
  const groups: Cohorts = {
    ...table([cohort('Tea', {verdict: 'higher', rate: 0.4}), cohort('Milk')]),
    by: 'first_product',
    versus: 'all_others',
  };
  assert.match(cohortSentence(groups, en), /apart from all others: “Tea” \(40.0% came back, more/);
  const alike = {...groups, cohorts: [cohort('Tea'), cohort('Milk')]};
  assert.match(cohortSentence(alike, en), /^No row differs/);
  assert.deepEqual(firstPair(groups), [0, 1]);
});

test('any two cohorts are compared with what is not known said', () => {
  const young = cohort('2025-04', {observed: 0, rate: null, low: null, high: null});
  const cohorts = table([
    cohort('2025-01'),
    cohort('2025-02'),
    cohort('2025-03', {observed: 9}),
    young,
  ]);
  assert.deepEqual(firstPair(cohorts), [1, 0]);
  assert.deepEqual(firstPair(table([young, young])), [1, 0]);
  const better = cohort('2025-02', {rate: 0.7, repeat: 28, low: 0.55, high: 0.82});
  const found = {difference: 0.45, low: 0.24, high: 0.61, p: 0.0001};
  const said = pairSentence(better, cohort('2025-01'), found, cohorts, en);
  assert.match(said, /“Feb 2025” came back more often than “Jan 2025”: 70.0% \(28 of 40\)/);
  assert.equal(pairSentence(better, better, null, cohorts, en), '');
  assert.match(said, /\+45.0 points is more than chance/);
  assert.match(
    pairSentence(
      cohort('2025-01'),
      better,
      {difference: -0.45, low: -0.61, high: -0.24, p: 0},
      cohorts,
      zh,
    ),
    /不如“2025年2月”愿意回头/,
  );
  assert.match(pairSentence(better, young, null, cohorts, en), /Nobody of “Apr 2025”/);
});

test('what the files do not tell cannot put customers together', () => {
  assert.deepEqual(missingBeginnings(sampleReport), ['first_discount', 'first_channel']);
  const {recommendations} = sampleReport;
  const bare = {
    ...sampleReport,
    recommendations: {...recommendations, status: 'no_product_column' as const},
  };
  assert.deepEqual(missingBeginnings(bare), ['first_product', 'first_discount', 'first_channel']);
  const [file] = sampleReport.intake.files;
  assert.ok(file);
  const source = {role: 'channel', column: 9, header: 'Source', reason: 'name'} as const;
  const files = [{...file, columns: [...file.columns, source]}];
  const told = {...sampleReport, intake: {...sampleReport.intake, files}};
  assert.deepEqual(missingBeginnings(told), ['first_discount']);
});
