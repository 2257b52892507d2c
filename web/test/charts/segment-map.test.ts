import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fieldsOf, neighbour, regionsAgree} from '../../src/charts/segment-map.js';
import {
  holds,
  kSchemeRules,
  rulesTrouble,
  segmentAt,
  segmentOfField,
  type Rule,
} from '../../src/charts/segment-rules.js';
import {sampleReport} from '../elements/sample-report.js';

const kTen = kSchemeRules.r_by_f_ten_segments;
const scores = [1, 2, 3, 4, 5];
const everywhere = scores.flatMap((r) => scores.map((f) => ({r, f})));

const rule = (name: string, part: Partial<Rule> = {}): Rule => ({
  name,
  r: [1, 5],
  f: [1, 5],
  m: [1, 5],
  ...part,
});

test('the ten segments and Shopify’s names are disjoint and complete', () => {
  for (const scheme of ['r_by_f_ten_segments', 'shopify'] as const) {
    for (const {r, f} of everywhere) {
      const holding = kSchemeRules[scheme].filter((one) => holds(one, {r, f, m: 3}));
      assert.equal(holding.length, 1, `${scheme} R ${r}, F ${f}`);
    }
    assert.deepEqual(rulesTrouble(kSchemeRules[scheme]), {taken: [], gaps: 0, gap: null});
  }
});

test('the published rules leave as many scores to others as docs/report.md says', () => {
  assert.equal(rulesTrouble(kSchemeRules.published_a).gaps, 10);
  assert.equal(rulesTrouble(kSchemeRules.published_b).gaps, 36);
});

test('the upper right corner are champions, the lower left hibernates', () => {
  assert.equal(segmentOfField(kTen, 5, 5), 'champions');
  assert.equal(segmentOfField(kTen, 1, 1), 'hibernating');
  assert.equal(segmentAt([rule('rich', {m: [5, 5]})], {r: 1, f: 1, m: 4}), 'others');
});

test('where money decides, a field has no name and no border to another such field', () => {
  const rules = [rule('rich', {m: [5, 5]}), rule('late', {r: [1, 1]})];
  assert.equal(segmentOfField(rules, 1, 1), null);
  const fields = fieldsOf([], rules);
  assert.ok(fields.every(({named}) => !named));
  assert.deepEqual(fields[6]?.edges, {top: false, right: false, bottom: false, left: false});
  assert.ok(regionsAgree(sampleReport.rfm.grid, [], rules));
});

test('rules that overlap, never fit, or leave gaps are found out', () => {
  const rules = [
    rule('best', {r: [4, 5], f: [4, 5]}),
    rule('lately', {r: [4, 5]}),
    rule('both', {r: [5, 5], f: [5, 5]}),
    rule('best', {r: [4, 4], f: [4, 4]}),
  ];
  const {taken, gaps, gap} = rulesTrouble(rules);
  assert.deepEqual(taken, [
    {rule: 1, by: [0], whole: false},
    {rule: 2, by: [0], whole: true},
  ]);
  assert.deepEqual([gaps, gap], [75, {r: 3, f: 5, m: 5}]);
  assert.equal(rulesTrouble([]).gaps, 125);
});

test('fields come in reading order, and gaps in the report are empty fields', () => {
  const fields = fieldsOf([{r: 5, f: 5, customers: 3, revenue: 900}], kTen);
  assert.equal(fields.length, 25);
  assert.deepEqual([fields[0]?.r, fields[0]?.f, fields[0]?.row, fields[0]?.column], [1, 5, 1, 1]);
  assert.deepEqual([fields[4]?.customers, fields[4]?.step], [3, 5]);
  assert.equal(fields.filter(({step}) => step === 0).length, 24);
});

test('each region is named once, in its upper left field', () => {
  for (const rules of [kTen, kSchemeRules.shopify]) {
    const named = fieldsOf([], rules).filter((field) => field.named);
    assert.deepEqual(named.map(({region}) => region).sort(), rules.map(({name}) => name).sort());
    assert.ok(named.every(({edges}) => edges.top && edges.left));
  }
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
  assert.ok(regionsAgree(grid, segments, kTen));
  assert.ok(!regionsAgree(grid, [{name: 'champions', customers: 1}], kTen));
});
