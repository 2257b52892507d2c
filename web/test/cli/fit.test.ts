/** The verb `fit` through the built command and the package. */
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {test} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {TableFit} from '../../src/engine/protocol.js';
import {dataFile, needsData, needsEngine, packageFolder, readJson, run, scratch} from './real.js';

const file = scratch();
const kCdnow = 'cdnow/cdnow_customers_summary.csv';
const kSpend = 'cdnow/cdnow_customers_summary_with_transactions.csv';

function fitted(model: string, path: string, ...words: string[]): TableFit {
  const json = file('fit.json');
  const {code, err} = run(['fit', model, path, '--json', json, ...words]);
  assert.equal(err, '');
  assert.equal(code, 0);
  return readJson<TableFit>(json);
}

const near = (found: number | null | undefined, wanted: number, within: number) =>
  assert.ok(
    typeof found === 'number' && Math.abs(found - wanted) < within,
    `${String(found)} is not ${wanted}`,
  );

test('the models find the published parameters of CDNOW', needsData(kCdnow), () => {
  const bg = fitted('bg_nbd', dataFile(kCdnow), '--unit', 'weeks', '--predict', '273');
  assert.equal(bg.status, 'converged');
  near(bg.log_likelihood, -9582.42556, 1e-3);
  near(bg.parameters.alpha, 4.414, 5e-3);
  near(bg.standard_errors.r, 0.01256, 1e-4);
  assert.equal(bg.customers, 2357);
  assert.equal(bg.predictions.length, 2357);
  const [first] = bg.predictions;
  assert.ok(first && 'expected' in first);
  near(first.expected, 1.226, 2e-3);
  const pareto = fitted('pareto_nbd', dataFile(kCdnow), '--unit', 'weeks');
  near(pareto.log_likelihood, -9594.98, 2e-2);
  assert.deepEqual(pareto.predictions, []);
  const spend = fitted('gamma_gamma', dataFile(kSpend));
  near(spend.parameters.p, 6.25, 1e-2);
  near(spend.correlation, 0.1139, 1e-3);
});

test('days and weeks tell the same story', needsData(kCdnow), () => {
  const weeks = run(['fit', 'mbg_nbd', dataFile(kCdnow), '--unit', 'weeks', '--lang', 'en']).out;
  assert.match(weeks, /^mbg_nbd \(times in weeks\)\n {2}r +0\.52\d+ +± 0\.08/);
  assert.match(weeks, /Status +converged/);
});

test('a table that cannot be used says where', needsEngine, () => {
  writeFileSync(file('bad.csv'), 'x,t_x,T\n0,0,30\n2,tomorrow,28\n');
  const {code, out, err} = run(['fit', 'bg_nbd', file('bad.csv'), '--lang', 'en']);
  assert.deepEqual([code, out], [3, '']);
  assert.match(err, /^regulars: bad\.csv, line 3, column 2: not the number .*"tomorrow"; .*\n$/);
  writeFileSync(file('short.csv'), 'x,t_x\n0,0\n2,20\n');
  const short = run(['fit', 'bg_nbd', file('short.csv'), '--lang', 'en']);
  assert.equal(short.code, 3);
  assert.match(short.err, /short\.csv: there is no column age/);
});

test('data without an answer end with a name and no figures', needsEngine, () => {
  writeFileSync(file('once.csv'), 'x,t_x,T\n0,0,30\n0,0,20\n0,0,4\n0,0,7\n');
  const once = fitted('pareto_nbd', file('once.csv'), '--predict', '30');
  assert.equal(once.status, 'no_repeat_orders');
  assert.deepEqual([once.parameters, once.log_likelihood, once.predictions], [{}, null, []]);
  assert.match(run(['fit', 'bg_nbd', file('once.csv'), '--lang', 'zh-CN']).out, /没有人再次购买/);
});

test('the package fits as well', needsEngine, async () => {
  const {createEngine} = (await import(
    pathToFileURL(`${packageFolder}/node.js`).href
  )) as typeof import('../../src/node.js');
  const engine = await createEngine();
  const text = 'x,t_x,T,n\n6,6,6,1203\n0,0,6,3464\n1,1,6,1091\n2,2,6,613\n3,5,6,225\n4,6,6,512\n';
  const fit = await engine.fit(
    new TextEncoder().encode(text.replace('T,n', 'n,customers')),
    'bg_bb',
    {
      predict: 5,
    },
  );
  assert.equal(fit.unit, 'periods');
  assert.equal(fit.customers, 7108);
  assert.equal(fit.predictions.length, 6);
  engine.dispose();
});
