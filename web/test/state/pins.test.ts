import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pinName} from '../../src/elements/pin-name.js';
import {localeOf} from '../../src/i18n/locale.js';
import {kNoPaper, kPins, kUsualPins, withPaperStep, type Paper} from '../../src/state/pins.js';

const paper: Paper = {...kNoPaper, pins: ['revenue', 'segments', 'cohorts.share']};

test('a pin is there once, and stands last when it is new', () => {
  const more = withPaperStep(paper, {did: 'pinned', pin: 'ladder'});
  assert.deepEqual(more.pins, ['revenue', 'segments', 'cohorts.share', 'ladder']);
  assert.equal(withPaperStep(paper, {did: 'pinned', pin: 'segments'}), paper);
  const less = withPaperStep(paper, {did: 'unpinned', pin: 'segments'});
  assert.deepEqual(less.pins, ['revenue', 'cohorts.share']);
});

test('a piece moves by one place, and no further than the ends', () => {
  const moved = (pin: 'revenue' | 'segments' | 'cohorts.share' | 'flow', by: 1 | -1) =>
    withPaperStep(paper, {did: 'moved', pin, by}).pins;
  assert.deepEqual(moved('segments', -1), ['segments', 'revenue', 'cohorts.share']);
  assert.deepEqual(moved('segments', 1), ['revenue', 'cohorts.share', 'segments']);
  assert.deepEqual(moved('revenue', -1), paper.pins);
  assert.deepEqual(moved('cohorts.share', 1), paper.pins);
  assert.deepEqual(moved('flow', 1), paper.pins);
});

test('the usual ones come behind those that are pinned, none of them twice', () => {
  const {pins} = withPaperStep(paper, {did: 'usual'});
  assert.deepEqual(pins.slice(0, 3), paper.pins);
  assert.deepEqual(new Set(pins), new Set([...paper.pins, ...kUsualPins]));
  assert.equal(new Set(pins).size, pins.length);
});

test('a title and a text are cut where a project would refuse them', () => {
  const step = {did: 'written', title: ` ${'t'.repeat(300)}`, text: 'x'.repeat(9000)} as const;
  const {title, text} = withPaperStep(paper, step);
  assert.equal(title, 't'.repeat(120));
  assert.equal(text.length, 4000);
});

test('everything that can be pinned has a name of its own in both languages', () => {
  for (const code of ['en', 'zh-CN'] as const) {
    const names = kPins.map((pin) => pinName(pin, localeOf(code)));
    assert.equal(new Set(names).size, kPins.length, names.join(', '));
    for (const name of names) assert.ok(name.length > 1, name);
  }
});
