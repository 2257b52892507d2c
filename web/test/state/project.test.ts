import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EngineError} from '../../src/engine/errors.js';
import {isProjectName, projectOf, projectText} from '../../src/state/project.js';
import {kNoSettings, type Settings} from '../../src/state/settings.js';

const row = {file: 'orders.csv', place: 1, row: 8, offset: 190, text: '7,2026-02-31,ada,3'};
const settings: Settings = {
  rules: {drop_copies: false},
  apart: ['ada@example.org'],
  mends: [
    {row: {...row, offset: 12}, mending: 'kept'},
    {row, mending: 'fixed', text: '7,2026-02-28,ada,3'},
  ],
  matches: [
    {header: ['x1'], name: 'orders.csv', place: 1, columns: {date: 1}, statuses: {}},
    {
      header: ['x1', 'x2'],
      columns: {date: 2, customer: 'x1', order: null},
      statuses: {geparkt: 'unpaid'},
      encoding: 'gbk',
      day_order: 'month_first',
    },
  ],
  rates: {into: 'EUR', of: {USD: 0.92}},
};

test('a project comes back as it was saved', () => {
  const saved = projectText({settings, program: '{"rules":[]}'});
  const {settings: read, program} = projectOf(saved);
  assert.deepEqual(read, settings);
  assert.deepEqual(JSON.parse(program ?? ''), {rules: []});
  assert.deepEqual(projectOf(projectText({settings: kNoSettings, program: null})), {
    settings: kNoSettings,
    program: null,
  });
});

test('what is wrong with a project is named by its path', () => {
  const whole = JSON.parse(projectText({settings, program: null})) as Record<string, unknown>;
  const withMends = (...mends: unknown[]) => ({...whole, cleaning: {mends}});
  const wrong: [string, Record<string, unknown>][] = [
    ['format', {...whole, format: 'other'}],
    ['version', {...whole, version: 2}],
    ['matches', {...whole, matches: {}}],
    ['matches.0.header', {...whole, matches: [{columns: {}}]}],
    ['matches.0.columns.date', {...whole, matches: [{header: ['a'], columns: {date: 0}}]}],
    ['matches.0.place', {...whole, matches: [{header: ['a'], name: 'b.csv', place: '2'}]}],
    ['matches.0.statuses.x', {...whole, matches: [{header: ['a'], statuses: {x: 'lost'}}]}],
    ['cleaning.rules.sweep', {...whole, cleaning: {rules: {sweep: true}}}],
    ['cleaning.apart', {...whole, cleaning: {apart: [1]}}],
    ['cleaning.mends.0.row', withMends({mending: 'kept'})],
    ['cleaning.mends.0.row', withMends({row: {...row, offset: -1}, mending: 'kept'})],
    ['cleaning.mends.0.mending', withMends({row, mending: 'none'})],
    ['cleaning.mends.0.text', withMends({row, mending: 'fixed'})],
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
