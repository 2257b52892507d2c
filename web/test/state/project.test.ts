import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EngineError} from '../../src/engine/errors.js';
import {isProjectName, projectOf, projectText} from '../../src/state/project.js';
import {kNoSettings, type Settings} from '../../src/state/settings.js';
import {snapshotOf} from '../../src/state/snapshot.js';
import {sampleReport} from '../elements/sample-report.js';

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
  rfm: {
    scheme: 'own',
    rules: [{name: 'Best', r: [4, 5], m: [5, 5]}, {name: 'Rest'}],
    thresholds: {r: [7, 30, 60.5, 200], f: [1, 1, 2, 4], m: [1999, 5000, 9000, 20000]},
  },
  cohorts: {period: 'quarter', by: 'first_product', measure: 'customers'},
  aside: [
    {kind: 'due_not_come', how: 'done', on: '2026-03-02', until: '2026-03-09', customers: 38},
    {kind: 'slipped_champions', how: 'hidden', on: '2026-03-02', until: null, customers: 2},
  ],
  remarks: [{customer: 'ada@example.org', note: 'No calls\nbefore ten.', tags: ['tea', 'vip']}],
  audience: {target: 'mailchimp', tag: 'spring', given: ['mailchimp']},
  paper: {title: 'Spring', text: 'Two\nlines.', pins: ['revenue', 'cohorts.share', 'segments']},
  program: '{\n  "rules": []\n}',
  handouts: [
    {
      ...{on: '2026-03-02', offer: 'Spring', program: 'we miss you', version: 2, unit: 'money'},
      ...{seed: 123456789012, first: 0, next: 2, last_day: '2026-04-01'},
      customers: [
        {customer: 'ada@example.org', code: 'A2B3C4D5E6F', rule: 'all', amount: 500},
        {customer: 'bo@example.org', code: null, rule: 'all', amount: 500},
      ],
    },
  ],
};
const snapshot = snapshotOf(sampleReport);

test('a project comes back as it was saved', () => {
  const saved = projectText({settings, snapshot});
  const {settings: read, snapshot: then} = projectOf(saved);
  assert.deepEqual(read, settings);
  assert.deepEqual(then, snapshot);
  const nothing = {settings: kNoSettings, snapshot: null};
  assert.deepEqual(projectOf(projectText(nothing)), nothing);
});

test('a project of before there were segments, cohorts and figures in it still opens', () => {
  const document = {
    format: 'regulars-project',
    version: 1,
    matches: [],
    rates: null,
    cleaning: {rules: {drop_copies: false}, apart: [], mends: []},
  };
  const {settings: read, snapshot: then} = projectOf(JSON.stringify(document));
  assert.deepEqual(read, {...kNoSettings, rules: {drop_copies: false}});
  assert.equal(then, null);
});

test('the figures of a project name nobody', () => {
  const {snapshot: figures} = JSON.parse(projectText({settings: kNoSettings, snapshot})) as {
    snapshot: object;
  };
  assert.doesNotMatch(JSON.stringify(figures), /@|example/);
});

test('what is wrong with a project is named by its path', () => {
  const whole = JSON.parse(projectText({settings, snapshot})) as Record<string, unknown>;
  const withSegments = (part: object) => ({...whole, segments: {...settings.rfm, ...part}});
  const withFigures = (part: object) => ({
    ...whole,
    snapshot: {...(whole['snapshot'] as object), ...part},
  });
  const withMends = (...mends: unknown[]) => ({...whole, cleaning: {mends}});
  const [handedOut] = settings.handouts;
  const [given] = handedOut?.customers ?? [];
  const withHandout = (part: object) => ({...whole, handouts: [{...handedOut, ...part}]});
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
    ['segments.scheme', withSegments({scheme: 'other'})],
    ['segments.rules', withSegments({rules: []})],
    ['segments.rules', withSegments({scheme: 'shopify'})],
    ['segments.rules.0.name', withSegments({rules: [{name: ''}]})],
    ['segments.rules.0.name', withSegments({rules: [{name: '客'.repeat(34)}]})],
    ['segments.rules.0.f', withSegments({rules: [{name: 'x', f: [4, 3]}]})],
    ['segments.thresholds.r', withSegments({thresholds: {r: [9, 8, 7, 6], f: [], m: []}})],
    ['cohorts.by', {...whole, cohorts: {by: 'channel'}}],
    ['week.aside.0.kind', {...whole, week: {aside: [{kind: 'birthdays'}]}}],
    ['week.aside.0.on', {...whole, week: {aside: [{...settings.aside[0], on: '2 March'}]}}],
    ['week.aside', {...whole, week: {aside: [settings.aside[0], settings.aside[0]]}}],
    ['customers.0.customer', {...whole, customers: [{note: 'x'}]}],
    ['customers.0.note', {...whole, customers: [{customer: 'a', note: 'x'.repeat(2001)}]}],
    ['customers.0.tags', {...whole, customers: [{customer: 'a', tags: ['a, b']}]}],
    ['customers', {...whole, customers: [{customer: 'a'}, {customer: 'a'}]}],
    ['audience.target', {...whole, audience: {target: 'pigeons'}}],
    ['audience.tag', {...whole, audience: {tag: 3}}],
    ['report.pins', {...whole, report: {pins: 'revenue'}}],
    ['report.pins.1', {...whole, report: {pins: ['revenue', 'anna@example.org']}}],
    ['report.pins', {...whole, report: {pins: ['revenue', 'revenue']}}],
    ['report.title', {...whole, report: {title: 7}}],
    ['report.text', {...whole, report: {text: 'x'.repeat(4001)}}],
    ['handouts', {...whole, handouts: {}}],
    ['handouts.0.on', withHandout({on: 'May'})],
    ['handouts.0.offer', withHandout({offer: 1})],
    ['handouts.0.program', withHandout({program: null})],
    ['handouts.0.version', withHandout({version: 1.5})],
    ['handouts.0.unit', withHandout({unit: 'euros'})],
    ['handouts.0.seed', withHandout({seed: 2 ** 60})],
    ['handouts.0.next', withHandout({first: 3})],
    ['handouts.0.last_day', withHandout({last_day: undefined})],
    ['handouts.0.customers.0.customer', withHandout({customers: [{code: null}]})],
    ['handouts.1.customers.0.code', {...whole, handouts: [handedOut, handedOut]}],
    ['handouts.0.customers.0.rule', withHandout({customers: [{...given, rule: 1}]})],
    ['handouts.0.customers.0.amount', withHandout({customers: [{...given, amount: -1}]})],
    ['snapshot.as_of', withFigures({as_of: 'May'})],
    ['snapshot.customers', withFigures({customers: -1})],
    [
      'snapshot.rates.churn_rate',
      withFigures({rates: {churn_rate: {numerator: 3, denominator: 2}}}),
    ],
    ['snapshot.segments.champions', withFigures({segments: {champions: '4'}})],
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
