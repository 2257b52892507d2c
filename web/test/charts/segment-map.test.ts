import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  fieldsOf,
  kRegions,
  neighbour,
  regionOf,
  regionsAgree,
} from '../../src/charts/segment-map.js';
import {sampleReport} from '../elements/sample-report.js';

const scores = [1, 2, 3, 4, 5];
const everywhere = scores.flatMap((r) => scores.map((f) => ({r, f})));

test('every field of the map belongs to exactly one region', () => {
  for (const {r, f} of everywhere) {
    const holding = kRegions.filter(
      (region) => region.r[0] <= r && r <= region.r[1] && region.f[0] <= f && f <= region.f[1],
    );
    assert.equal(holding.length, 1, `R ${r}, F ${f}`);
  }
});

test('the upper right corner are champions, the lower left hibernates', () => {
  assert.equal(regionOf(5, 5).name, 'champions');
  assert.equal(regionOf(1, 1).name, 'hibernating');
  assert.throws(() => regionOf(6, 1), RangeError);
});

test('fields come in reading order, and gaps in the report are empty fields', () => {
  const fields = fieldsOf([{r: 5, f: 5, customers: 3, revenue: 900}]);
  assert.equal(fields.length, 25);
  assert.deepEqual([fields[0]?.r, fields[0]?.f, fields[0]?.row, fields[0]?.column], [1, 5, 1, 1]);
  assert.deepEqual([fields[4]?.customers, fields[4]?.step], [3, 5]);
  assert.equal(fields.filter(({step}) => step === 0).length, 24);
});

test('each region is named once, in its upper left field', () => {
  const named = fieldsOf([]).filter((field) => field.named);
  assert.deepEqual(named.map(({region}) => region).sort(), kRegions.map(({name}) => name).sort());
  assert.ok(named.every(({edges}) => edges.top && edges.left));
});

test('arrow keys walk the map and stay on it', () => {
  assert.deepEqual(neighbour(3, 3, 'ArrowUp'), {r: 3, f: 4});
  assert.deepEqual(neighbour(3, 3, 'ArrowLeft'), {r: 2, f: 3});
  assert.deepEqual(neighbour(5, 1, 'ArrowRight'), {r: 5, f: 1});
  assert.deepEqual(neighbour(5, 1, 'ArrowDown'), {r: 5, f: 1});
  assert.deepEqual(neighbour(4, 2, 'Home'), {r: 1, f: 2});
  assert.deepEqual(neighbour(4, 2, 'x'), {r: 4, f: 2});
});

test('a report cut by other rectangles is noticed', () => {
  const {grid, segments} = sampleReport.rfm;
  assert.ok(regionsAgree(grid, segments));
  assert.ok(!regionsAgree(grid, [{name: 'champions', customers: 1}]));
});
