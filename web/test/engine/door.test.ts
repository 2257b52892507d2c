import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RegularsModule, Session} from '../../../wasm/regulars.mjs';
import {Door, openDoor} from '../../src/engine/door.js';
import {EngineError} from '../../src/engine/errors.js';

/** What Emscripten would offer, with `answer` for the engine. Its memory moves with every inbox, as a growing one does. */
function fakeModule(answer: (verb: string, bytes: string, options: string) => unknown) {
  let memory = new Uint8Array(8);
  const session: Session = {
    inbox(size) {
      memory = new Uint8Array(size + memory.length);
      return memory.subarray(memory.length - size);
    },
    call(verb, size, options) {
      const bytes = Buffer.from(memory.subarray(memory.length - size)).toString();
      return JSON.stringify(answer(verb, bytes, options));
    },
    push: (size) => size <= 5,
    rows: () => 2,
    columnBytes: () => 0,
    rejected: () => 1,
    column: (name) => (name === 'orders' ? Int32Array.of(1) : undefined),
    delete: () => {},
  };
  const module = {
    Session: class {
      constructor() {
        return session;
      }
    },
  };
  return module as unknown as RegularsModule;
}

const isCode = (code: string) => (thrown: unknown) =>
  thrown instanceof EngineError && thrown.code === code;

test('a verb is a call with bytes in the inbox and options as JSON', () => {
  const calls: unknown[] = [];
  const door = new Door(fakeModule((...call) => (calls.push(call), {ok: {profile: 'generic'}})));
  const head = new TextEncoder().encode('a,b\n');
  assert.deepEqual(door.sniff(head, {name: 'a.csv', whole: true}), {profile: 'generic'});
  door.open();
  assert.deepEqual(calls, [
    ['sniff', 'a,b\n', '{"name":"a.csv","whole":true}'],
    ['open', '', ''],
  ]);
});

test('an error in the answer is thrown with all its facts', () => {
  const body = {code: 'no_rows', detail: '', file: 'a.csv', line: 1, column: 0};
  const door = new Door(fakeModule(() => ({error: body})));
  assert.throws(
    () => door.open(),
    (thrown) => {
      assert.deepEqual((thrown as EngineError).body, body);
      return true;
    },
  );
});

test('a push tells how far it is, and one that nobody began is refused', () => {
  const door = new Door(fakeModule(() => ({ok: null})));
  door.begin({name: 'a', encoding: 'utf-8'});
  assert.deepEqual(door.push(new Uint8Array(4)), {rows: 2, rejected: 1, bytes: 4});
  assert.deepEqual(door.push(new Uint8Array(2)), {rows: 2, rejected: 1, bytes: 6});
  assert.throws(() => door.push(new Uint8Array(6)), isCode('wrong_stage'));
});

test('the clock and the memory of the host, and what it left out, stand in the report', () => {
  const door = new Door(
    fakeModule((verb) => ({
      ok: verb === 'analyze' ? {version: 1, intake: {files: [{}, {}]}, metrics: {}} : null,
    })),
  );
  door.open();
  door.skip({name: 'a.zip > b.png', reason: 'not_text'});
  for (let file = 0; file < 2; file++) {
    door.begin({name: 'a', encoding: 'utf-8'});
    door.push(new Uint8Array(3));
    door.end({encoding: 'utf-8', replaced: 2 * file});
  }
  const {timings, intake} = door.analyze({});
  assert.deepEqual(intake.skipped, [{name: 'a.zip > b.png', reason: 'not_text'}]);
  assert.deepEqual(
    intake.files.map(({replaced_characters}) => replaced_characters),
    [0, 2],
  );
  assert.equal(timings.bytes, 6);
  assert.ok(timings.read_ms >= 0 && timings.analyze_ms >= 0);
  assert.ok(timings.wasm_memory_bytes > 0);
});

test('an unknown column is an error, a known one a typed array', () => {
  const door = new Door(fakeModule(() => ({ok: null})));
  assert.deepEqual(door.column({name: 'orders'}), Int32Array.of(1));
  assert.throws(() => door.column({name: 'shoe_size'}), isCode('column_not_found'));
});

test('after a trap nothing is asked any more', () => {
  let calls = 0;
  const door = new Door(
    fakeModule(() => {
      calls++;
      throw new WebAssembly.RuntimeError('unreachable');
    }),
  );
  assert.throws(() => door.open(), isCode('engine_died'));
  assert.throws(() => door.open(), isCode('engine_died'));
  assert.equal(calls, 1);
});

test('an engine that does not compile is dead from the start', async () => {
  await assert.rejects(
    openDoor(new Uint8Array(), () => Promise.reject(new Error('no wasm here'))),
    isCode('engine_died'),
  );
});
