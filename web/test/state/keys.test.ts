import assert from 'node:assert/strict';
import {test} from 'node:test';
import {KeyReader, kScreenKeys, type KeyAct, type Press} from '../../src/state/keys.js';
import {kScreens} from '../../src/state/places.js';

/** What comes of keys pressed 100 ms apart. */
function meant(...presses: (string | Partial<Press>)[]): (KeyAct | null)[] {
  const reader = new KeyReader();
  return presses.map((press, index) =>
    reader.read({
      key: '',
      isCommand: false,
      isShift: false,
      isAlt: false,
      isTyping: false,
      time: 100 * index,
      ...(typeof press === 'string' ? {key: press} : press),
    }),
  );
}

test('g and a letter lead to each screen', () => {
  for (const screen of kScreens)
    assert.deepEqual(meant('g', kScreenKeys[screen]), [null, {act: 'go', screen}]);
});

test('a letter without g, after another one, or too late leads nowhere', () => {
  assert.deepEqual(meant('w'), [null]);
  assert.deepEqual(meant('g', 'x', 'w'), [null, null, null]);
  assert.deepEqual(meant('g', {key: 'w', time: 5000}), [null, null]);
  assert.deepEqual(meant('g', {key: 'w', isTyping: true}), [null, null]);
  assert.deepEqual(meant({key: 'g', isTyping: true}, 'w'), [null, null]);
});

test('steps are taken back and forth, but not from under somebody who writes', () => {
  const z = {key: 'z', isCommand: true};
  assert.deepEqual(meant(z), [{act: 'undo'}]);
  assert.deepEqual(meant({...z, key: 'Z', isShift: true}), [{act: 'redo'}]);
  assert.deepEqual(meant({...z, isTyping: true}), [null]);
  assert.deepEqual(meant({...z, isAlt: true}), [null]);
});

test('a project is saved from wherever one is', () => {
  assert.deepEqual(meant({key: 's', isCommand: true, isTyping: true}), [{act: 'save'}]);
  assert.deepEqual(meant('s'), [null]);
});

test('j and k are the next and the one before, ? lists the keys', () => {
  assert.deepEqual(meant('j', 'K', {key: '?', isShift: true}), [
    {act: 'step', by: 1},
    {act: 'step', by: -1},
    {act: 'keys'},
  ]);
  assert.deepEqual(meant('g', 'j'), [null, null]);
});

test('Escape leaves, from a field too, but not with another key', () => {
  const leave = {act: 'leave'};
  assert.deepEqual(meant('Escape', {key: 'Escape', isTyping: true}), [leave, leave]);
  assert.deepEqual(meant({key: 'Escape', isCommand: true}), [null]);
  assert.deepEqual(meant({key: 'Escape', isAlt: true}), [null]);
});
