import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  draftOf,
  isNameless,
  optionsOf,
  scoreOptions,
  withScheme,
  wrongCuts,
} from '../../src/elements/segment-draft.js';
import {whoIsIn} from '../../src/elements/segment-text.js';
import {kSchemeRules} from '../../src/charts/segment-rules.js';
import {localeOf} from '../../src/i18n/locale.js';
import {segmentAdvice, segmentName, segmentTone} from '../../src/i18n/segment-name.js';

const en = localeOf('en');
const {segments} = en.words;

test('what was chosen comes back as a draft, and the default is nothing', () => {
  assert.equal(optionsOf(draftOf(null)), null);
  const own = {
    scheme: 'own' as const,
    rules: [{name: 'Best', r: [4, 5] as [number, number]}, {name: 'Rest'}],
    thresholds: {r: [1, 2, 3, 4], f: [1, 1, 2, 3], m: [1, 2, 3, 4]},
  };
  assert.deepEqual(optionsOf(draftOf(own)), own);
  assert.deepEqual(optionsOf({...draftOf(own), scheme: 'shopify', cuts: null}), {
    scheme: 'shopify',
  });
});

test('rules of one’s own begin as those in force, and are kept while others are looked at', () => {
  const first = withScheme(draftOf({scheme: 'shopify'}), 'own', segments);
  assert.deepEqual([first.rules.length, first.rules[6]?.name], [10, 'Previously loyal']);
  const mine = {...first, rules: first.rules.slice(1)};
  const back = withScheme(withScheme(mine, 'published_a', segments), 'own', segments);
  assert.equal(back.rules, mine.rules);
});

test('cuts that fall or are no numbers, and rules without a name, are found', () => {
  const cuts = {r: [1, 2, 3, 4], f: [1, 1, 1, 1], m: [3, 2, 5, 9]};
  assert.deepEqual(wrongCuts({...draftOf(null), cuts}), ['m']);
  assert.deepEqual(wrongCuts({...draftOf(null), cuts: {...cuts, f: [1, Number.NaN, 2, 3]}}), [
    'f',
    'm',
  ]);
  const rules = [{name: ' ', r: [1, 5], f: [1, 5], m: [1, 5]} as never];
  assert.ok(isNameless({scheme: 'own', rules, cuts: null}));
  assert.ok(!isNameless({scheme: 'shopify', rules, cuts: null}));
});

test('the scores of a letter are asked for as five segments', () => {
  const {scheme, rules} = scoreOptions('f', null);
  assert.deepEqual([scheme, rules?.[4]], ['own', {name: '5', f: 5}]);
});

test('a segment of any scheme has a name, and advice where there is some', () => {
  assert.equal(segmentName(segments, 'previously_loyal'), 'Previously loyal');
  assert.equal(segmentName(segments, 'Stammgäste'), 'Stammgäste');
  assert.equal(segmentName(segments, 'constructor'), 'constructor');
  assert.equal(segmentAdvice(segments, 'dormant'), segments.advice.hibernating);
  assert.equal(segmentAdvice(segments, 'others'), '');
  assert.equal(segmentAdvice(segments, 'Stammgäste'), '');
  assert.deepEqual(['previously_loyal', 'almost_lost', 'new'].map(segmentTone), [
    'bad',
    'warn',
    '',
  ]);
});

test('where a scheme has no words for a segment, its scores say who is in it', () => {
  const {published_a: rules, shopify} = kSchemeRules;
  assert.equal(whoIsIn('cannot_lose', 'published_a', rules, en), 'R 1–2 · F 3–4 · M 4–5');
  assert.equal(whoIsIn('others', 'published_a', rules, en), '');
  assert.equal(whoIsIn('new', 'shopify', shopify, en), 'The fewest orders so far, very lately');
});
