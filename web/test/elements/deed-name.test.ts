import assert from 'node:assert/strict';
import {test} from 'node:test';
import {daysAfter} from '../../src/charts/periods.js';
import {deedName} from '../../src/elements/deed-name.js';
import type {CohortBy} from '../../src/engine/protocol.js';
import {localeOf} from '../../src/i18n/locale.js';
import type {Deed} from '../../src/state/app-state.js';
import {sampleReport} from './sample-report.js';

const en = localeOf('en');
const zh = localeOf('zh-CN');

test('what customers did is said in words', () => {
  const say = (deed: Deed, locale = en) => deedName(deed, sampleReport, locale);
  const days = {from: '2025-03-03', to: '2025-03-09'};
  assert.equal(say({did: 'ordered', ...days}), 'Ordered 3 Mar 2025 to 9 Mar 2025');
  assert.match(say({did: 'again', ...days}, zh), /再次下单$/);
  assert.equal(say({did: 'second', within: 1}), 'Came back within 1 day');
  assert.equal(say({did: 'ranked', from: 1, to: 1200}), 'Places 1 to 1,200 by revenue');
  assert.equal(say({did: 'season', season: 'weekday', of: 1}), 'Has ordered: Monday');
  assert.match(say({did: 'season', season: 'month', of: 12}, zh), /十二月|12月/);
  assert.match(say({did: 'moved', move: 'lapsed', place: 3, period: '2025-04'}), / · Apr 2025$/);
});

test('a cohort is called as in its table, with how much later', () => {
  const {cohorts} = sampleReport;
  const [first] = cohorts.cohorts;
  assert.ok(first);
  const named = (by: CohortBy, cohort: string | null, age: number | null) => {
    const report = {...sampleReport, cohorts: {...cohorts, by, cohorts: [{...first, cohort}]}};
    return deedName({did: 'cohort', cohort: 0, age}, report, en);
  };
  assert.equal(named('first_product', 'Tea', null), 'First product: Tea');
  assert.equal(
    named('first_channel', null, 1),
    'First channel: Other channels, or none stated · 1 month later',
  );
  assert.equal(named('first_order', '2025-02', 2), 'First order: Feb 2025 · 2 months later');
});

test('days after another cross months and years', () => {
  assert.equal(daysAfter('2024-02-28', 2), '2024-03-01');
  assert.equal(daysAfter('2025-01-01', -1), '2024-12-31');
});
