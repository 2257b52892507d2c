import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EngineError} from '../../src/engine/errors.js';
import {isProjectName, projectOf, projectText} from '../../src/state/project.js';
import {kNoSettings, type Settings} from '../../src/state/settings.js';

const settings: Settings = {
  rules: {drop_copies: false},
  apart: ['ada@example.org'],
  mends: [{reject: 3, mending: 'kept'}],
  matches: [
    {
      header: ['x1', 'x2'],
      columns: {date: 2, customer: 'x1'},
      statuses: {geparkt: 'unpaid'},
      encoding: 'gbk',
      day_order: 'month_first',
    },
  ],
  rates: {into: 'EUR', of: {USD: 0.92}},
};

test('a project comes back as it was saved, but for corrections of single rows', () => {
  const saved = projectText({settings, program: '{"rules":[]}'});
  const {settings: read, program} = projectOf(saved);
  assert.deepEqual(read, {...settings, mends: []});
  assert.deepEqual(JSON.parse(program ?? ''), {rules: []});
  assert.deepEqual(projectOf(projectText({settings: kNoSettings, program: null})), {
    settings: kNoSettings,
    program: null,
  });
});

test('what is wrong with a project is named by its path', () => {
  const whole = JSON.parse(projectText({settings, program: null})) as Record<string, unknown>;
  const wrong: [string, Record<string, unknown>][] = [
    ['format', {...whole, format: 'other'}],
    ['version', {...whole, version: 2}],
    ['matches', {...whole, matches: {}}],
    ['matches.0.header', {...whole, matches: [{columns: {}}]}],
    ['matches.0.columns.date', {...whole, matches: [{header: ['a'], columns: {date: 0}}]}],
    ['matches.0.statuses.x', {...whole, matches: [{header: ['a'], statuses: {x: 'lost'}}]}],
    ['cleaning.rules.sweep', {...whole, cleaning: {rules: {sweep: true}}}],
    ['cleaning.apart', {...whole, cleaning: {apart: [1]}}],
    ['rates.of.USD', {...whole, rates: {into: 'EUR', of: {USD: -1}}}],
  ];
  for (const [path, document] of wrong) {
    assert.throws(
      () => projectOf(JSON.stringify(document)),
      (thrown: unknown) => thrown instanceof EngineError && thrown.detail === path,
      path,
    );
  }
  assert.throws(() => projectOf('{"format"'), {code: 'invalid_json'});
});

test('a project is known by its name, an export is not one', () => {
  assert.ok(isProjectName('shop.regulars.json'));
  assert.ok(!isProjectName('orders.csv'));
});
