/** What sentences of a program offer is what the engine takes. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {writeCondition, type Condition} from '../../src/elements/program-draft.js';
import {
  freshCondition,
  kCustomerFacts,
  kKnown,
  kOccasionFacts,
} from '../../src/elements/program-fields.js';
import type {createEngine as CreateEngine} from '../../src/index.js';
import {needsEngine, packageFolder, root} from '../cli/real.js';

type Engine = Awaited<ReturnType<typeof CreateEngine>>;
let engine: Engine | null = null;

/** The bookstore in an engine, read once. */
async function bookstore(): Promise<Engine> {
  if (engine) return engine;
  const door = pathToFileURL(join(packageFolder, 'node.js')).href;
  const {createEngine} = (await import(door)) as {createEngine: typeof CreateEngine};
  engine = await createEngine();
  await engine.read([new Uint8Array(readFileSync(join(root, 'examples/bookstore/orders.csv')))]);
  await engine.analyze();
  return engine;
}

after(() => engine?.dispose());

/** As somebody would fill it in. */
function filledIn(fact: string): Condition {
  const fresh = freshCondition(fact);
  const values = kKnown[fact]?.slice(0, 2) ?? ['Tea', 'Books'];
  if (fresh.is === 'compared') return {...fresh, value: fresh.value ?? '2026-01-31'};
  return 'values' in fresh ? {...fresh, values} : fresh;
}

test(
  'every fact that a rule for customers offers is one that the engine knows',
  needsEngine,
  async () => {
    const shop = await bookstore();
    for (const fact of kCustomerFacts) {
      const rules = [{when: writeCondition(filledIn(fact)), amount: 1}];
      const {rewards} = await shop.program({rules});
      assert.equal(rewards.rules.length, 1, fact);
    }
    const rules = [{when: {in: [{var: 'segment'}, kKnown['segment']]}, amount: 1}];
    const {rewards} = await shop.program({rules});
    assert.equal(rewards.customers_granted, 1493);
  },
);

test(
  'every fact that a rule for orders offers is one that the engine knows',
  needsEngine,
  async () => {
    const shop = await bookstore();
    const steps = [{name: 'Tea'}, {name: 'Books', from: 10}];
    for (const fact of kOccasionFacts) {
      const earn = [{when: writeCondition(filledIn(fact)), points: 1}];
      const {rewards} = await shop.program({tiers: {steps}, points: {earn}});
      assert.equal(rewards.points?.rules.length, 1, fact);
    }
  },
);

test(
  'a program is tried while the one in force stays, so many customers of each list',
  needsEngine,
  async () => {
    const shop = await bookstore();
    const {comparisons} = await shop.program({rules: [{when: true, amount: 7}]}, 3);
    const [comparison] = comparisons;
    assert.ok(comparison && !('reason' in comparison));
    assert.equal(comparison.gain.rows.length, 3);
    assert.equal(comparison.gain.customers + comparison.lose.customers + comparison.same, 1493);
    const again = await shop.program(undefined);
    assert.ok(again.comparisons[0] && !('reason' in again.comparisons[0]));
    assert.equal(again.comparisons[0].same, 1493);
  },
);

test('a program without end is refused, and the visit goes on', needsEngine, async () => {
  const shop = await bookstore();
  let deep: unknown = true;
  for (let depth = 0; depth < 10_000; ++depth) deep = {'!': [deep]};
  const wide = Array.from({length: 400_000}, () => ({'>': [{var: 'orders'}, 1]}));
  const self: Record<string, unknown> = {};
  self['when'] = self;
  for (const [when, what] of [
    [deep, 'program: deeper than 200 levels'],
    [{and: wide}, 'program: more than 1000000 parts'],
    [self, 'program: deeper than 200 levels'],
  ]) {
    const refused = {code: 'invalid_program', detail: what};
    await assert.rejects(shop.program({rules: [{when, amount: 1}]}), refused);
    await assert.rejects(shop.analyze({program: {rules: [{when, amount: 1}]}}), refused);
  }
  const many = Array.from({length: 100_000}, () => ({when: true, amount: 1}));
  await assert.rejects(shop.program({rules: many}), {detail: 'rules: has more than 100'});
  const long = {name: 'x'.repeat(10_000_000), rulez: []};
  await assert.rejects(shop.program(long), {
    detail: 'rulez: is no field here, nearest is "rules"',
  });
  const {rewards} = await shop.program({rules: [{when: true, amount: 1}]});
  assert.equal(rewards.customers_granted, 1493);
});
