import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Report} from '../../src/engine/protocol.js';
import {since, snapshotOf, type Saved, type Snapshot} from '../../src/state/snapshot.js';
import {sampleReport} from '../elements/sample-report.js';

/** The sample shop a month before. */
function saved(part: Partial<Snapshot> = {}): Saved {
  const figures = {...snapshotOf(sampleReport), as_of: '2026-10-18', ...part};
  return {figures, rfm: null};
}

const changes = (then: Saved, report: Report = sampleReport) => since(then, report, null);

test('nothing is told where the import is no newer', () => {
  assert.equal(changes(saved({as_of: '2026-11-18'})), null);
  assert.equal(changes(saved({as_of: '2026-12-01'})), null);
});

test('each figure has both values, the counts behind them, and the way it went', () => {
  const then = saved({
    customers: 1600,
    rates: {
      repurchase_rate: {numerator: 700, denominator: 1600},
      repurchase_within_90: null,
      retention_rate: {numerator: 900, denominator: 1000},
      churn_rate: {numerator: 50, denominator: 1000},
    },
  });
  const found = changes(then);
  assert.ok(found);
  const of = (wanted: string) => found.figures.find(({name}) => name === wanted);
  assert.deepEqual(
    [of('customers')?.then, of('customers')?.now, of('customers')?.turn],
    [1600, 1733, 'better'],
  );
  assert.deepEqual(of('repurchase_rate')?.countsNow, {numerator: 837, denominator: 1733});
  assert.equal(of('repurchase_rate')?.then, 0.4375);
  assert.equal(of('retention_rate')?.turn, null);
  assert.equal(of('churn_rate')?.turn, 'worse');
  assert.equal(of('repurchase_within_90'), undefined);
  assert.deepEqual(of('average_order_value')?.countsThen, {
    numerator: 15_543_670,
    denominator: 5062,
  });
});

test('more who lapsed is worse, more who are due is neither', () => {
  const {states} = snapshotOf(sampleReport);
  const then = saved({states: {...states, lapsed: states.lapsed - 1, due: states.due - 1}});
  const turns = Object.fromEntries(
    (changes(then)?.states ?? []).map(({name, turn}) => [name, turn]),
  );
  assert.deepEqual([turns['lapsed'], turns['due'], turns['on_time']], ['worse', null, null]);
});

test('amounts in other money are not compared', () => {
  const found = changes(saved({currency: 'USD'}));
  assert.equal(found?.otherMoney, true);
  assert.ok(found.figures.every(({kind}) => kind !== 'money'));
});

test('segments are compared only where the same rules made them', () => {
  assert.equal(changes(saved())?.segments?.length, 10);
  assert.equal(changes(saved({scheme: 'shopify'}))?.segments, null);
  const thresholds = {r: [1, 2, 3, 4], f: [1, 2, 3, 4], m: [1, 2, 3, 4]};
  assert.equal(since(saved(), sampleReport, {thresholds})?.segments, null);
  assert.deepEqual(
    changes(saved({segments: [{name: 'champions', customers: 100}]}))?.segments?.[0],
    {name: 'champions', then: 100, now: 148, turn: 'better'},
  );
});
