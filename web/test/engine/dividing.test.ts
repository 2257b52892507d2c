/** What the page knows of schemes and cohorts is what the engine does. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {kSchemeRules, rulesTrouble} from '../../src/charts/segment-rules.js';
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

for (const scheme of ['r_by_f_ten_segments', 'published_a', 'published_b', 'shopify'] as const) {
  test(`the rules of ${scheme} give the segments that the engine has`, needsEngine, async () => {
    const shop = await bookstore();
    const people = async (options: Parameters<Engine['segments']>[0]) =>
      (await shop.segments(options)).segments
        .filter(({name}) => name !== 'prospects')
        .map(({name, customers}) => [name, customers]);
    const rules = kSchemeRules[scheme].map(({name, r, f, m}) => ({name, r, f, m}));
    assert.deepEqual(await people({scheme: 'own', rules}), await people({scheme}));
    const names = (await people({scheme})).map(([name]) => name);
    assert.equal(names.includes('others'), rulesTrouble(kSchemeRules[scheme]).gaps > 0);
  });
}

test('counts of other segments come within a tenth of a second', needsEngine, async () => {
  const shop = await bookstore();
  const thresholds = {r: [30, 60, 90, 120], f: [1, 2, 3, 4], m: [1000, 2000, 3000, 4000]};
  const begun = performance.now();
  await shop.segments({thresholds});
  assert.ok(performance.now() - begun < 100);
});

test(
  'who lived through a period and bought in it adds up to the mean of all',
  needsEngine,
  async () => {
    const shop = await bookstore();
    for (const cohort_by of ['first_order', 'first_product'] as const) {
      const {cells, averages} = (await shop.analyze({cohort_by})).cohorts;
      for (const {age, active, customers} of averages) {
        const own = cells.filter(
          (cell) => cell.age === age && (cohort_by === 'first_product' || cell.mature),
        );
        assert.equal(
          own.reduce((sum, cell) => sum + cell.active_observed, 0),
          active,
        );
        assert.equal(
          own.reduce((sum, cell) => sum + cell.observed, 0),
          customers,
        );
      }
    }
  },
);
