import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EngineError} from '../../src/engine/errors.js';
import {zoneTable} from '../../src/engine/zone.js';

const at = (text: string) => Date.parse(text) / 1000;
const within = (name: string, from: string, to: string) =>
  zoneTable(name).transitions.filter(({utc}) => utc >= at(from) && utc < at(to));

test('Berlin changes its clock twice in 2024, at one in the morning UTC', () => {
  assert.deepEqual(within('Europe/Berlin', '2024-01-01T00:00Z', '2025-01-01T00:00Z'), [
    {utc: at('2024-03-31T01:00:00Z'), offset: 7200},
    {utc: at('2024-10-27T01:00:00Z'), offset: 3600},
  ]);
});

test('Shanghai has not changed its clock since 2000, and did in 1990', () => {
  assert.deepEqual(within('Asia/Shanghai', '2000-01-01T00:00Z', '2040-01-01T00:00Z'), []);
  assert.equal(zoneTable('Asia/Shanghai').transitions.at(-1)?.offset, 8 * 3600);
  assert.equal(within('Asia/Shanghai', '1990-01-01T00:00Z', '1991-01-01T00:00Z').length, 2);
});

test('New York is behind UTC and changes at two in the local morning', () => {
  assert.deepEqual(within('America/New_York', '2024-01-01T00:00Z', '2025-01-01T00:00Z'), [
    {utc: at('2024-03-10T07:00:00Z'), offset: -4 * 3600},
    {utc: at('2024-11-03T06:00:00Z'), offset: -5 * 3600},
  ]);
});

test('half hours, zones without changes and UTC itself are told', () => {
  assert.equal(zoneTable('Asia/Kolkata').transitions.at(-1)?.offset, 5.5 * 3600);
  assert.deepEqual(
    zoneTable('UTC').transitions.map(({offset}) => offset),
    [0],
  );
  const howe = within('Australia/Lord_Howe', '2024-01-01T00:00Z', '2025-01-01T00:00Z');
  assert.deepEqual(
    howe.map(({offset}) => offset),
    [10.5 * 3600, 11 * 3600],
  );
});

test('clocks that stop for Ramadan alone are not missed', () => {
  assert.equal(within('Africa/Casablanca', '2024-01-01T00:00Z', '2025-01-01T00:00Z').length, 2);
});

test('transitions ascend, and each changes something', () => {
  const {transitions} = zoneTable('Europe/London');
  for (const [i, {utc, offset}] of transitions.entries()) {
    const before = transitions[i - 1];
    if (!before) continue;
    assert.ok(utc > before.utc);
    assert.notEqual(offset, before.offset);
  }
});

test('a zone that nobody knows is an invalid option', () => {
  assert.throws(
    () => zoneTable('Mars/Olympus'),
    (thrown) => thrown instanceof EngineError && thrown.code === 'invalid_option',
  );
});
