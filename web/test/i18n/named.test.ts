import assert from 'node:assert/strict';
import {test} from 'node:test';
import {named} from '../../src/i18n/named.js';

test('an ordinary name stands as it is', () => {
  for (const name of ['Ada', 'Zoë O’Brien', '王小明', 'orders 2026 (2).csv', '👩‍👩‍👧', ''])
    assert.equal(named(name), name);
});

test('marks of direction have no say, and a name that runs leftwards keeps to itself', () => {
  assert.equal(named('gnp.\u202Eexe\u202C'), 'gnp.exe');
  assert.equal(named('\u2067\u2066Ada\u2069\u2069\u200F'), 'Ada');
  assert.equal(named('דנה'), '\u2068דנה\u2069');
  assert.equal(named('\u2069\u202Eسارة'), '\u2068سارة\u2069');
});

test('a name of several lines stands on one', () => {
  assert.equal(named(' Ada\r\n\tLovelace\u0000\u2028(Countess) '), 'Ada Lovelace (Countess)');
});

test('an endless name is cut, never inside a sign', () => {
  assert.equal(named('x'.repeat(10_000)), `${'x'.repeat(79)}…`);
  assert.equal(named('x'.repeat(80)), 'x'.repeat(80));
  assert.equal(named('🙂'.repeat(10_000)), `${'🙂'.repeat(79)}…`);
  assert.equal(named('x'.repeat(400), 300), `${'x'.repeat(299)}…`);
});
