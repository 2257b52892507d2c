import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EngineClient} from '../../src/engine/client.js';
import type {WorkerLike} from '../../src/engine/client.js';
import {EngineError} from '../../src/engine/errors.js';
import type {Response, Verbs} from '../../src/engine/protocol.js';
import {serve} from '../../src/engine/worker.js';
import type {Port} from '../../src/engine/worker.js';

/** The page's half and the worker's half of a channel, and a way to let the worker die. */
function channel() {
  const {port1, port2} = new MessageChannel();
  const worker = port1 as unknown as WorkerLike;
  worker.terminate = () => port1.close();
  return {worker, port: port2 as unknown as Port};
}

/** A client whose engine is `verbs`. */
function clientOf(verbs: Partial<Verbs>, wasm = new Uint8Array([0])) {
  const {worker, port} = channel();
  const seen: Uint8Array[] = [];
  serve(port, async (bytes) => {
    seen.push(bytes as Uint8Array);
    return verbs as Verbs;
  });
  const client = new EngineClient(() => worker, wasm);
  return {client, worker, seen};
}

const isDead = (thrown: unknown) => thrown instanceof EngineError && thrown.code === 'engine_died';

test('a verb travels to the worker and its answer back, in order', async () => {
  const asked: string[] = [];
  const {client} = clientOf({
    open: () => (asked.push('open'), null),
    abandon: () => (asked.push('abandon'), null),
  });
  await Promise.all([client.call('open'), client.call('abandon'), client.call('open')]);
  assert.deepEqual(asked, ['open', 'abandon', 'open']);
  client.terminate();
});

test('the code of the engine is copied, so that it serves the next client too', async () => {
  const wasm = new Uint8Array([1, 2, 3]);
  const {client, seen} = clientOf({}, wasm);
  await client.ready;
  assert.deepEqual([...(seen[0] ?? [])], [1, 2, 3]);
  assert.equal(wasm.length, 3);
  client.terminate();
});

test('bytes are given away, and of a part only a copy', async () => {
  const got: number[][] = [];
  const {client} = clientOf({
    push: (bytes) => (got.push([...bytes]), {rows: 0, rejected: 0, bytes: 0}),
  });
  const whole = new Uint8Array([1, 2, 3]);
  const part = new Uint8Array([4, 5, 6]).subarray(1, 2);
  await Promise.all([client.call('push', whole), client.call('push', part)]);
  assert.deepEqual(got, [[1, 2, 3], [5]]);
  assert.equal(whole.length, 0, 'transferred');
  assert.equal(part.buffer.byteLength, 3, 'copied');
  client.terminate();
});

test('a column comes back as a typed array', async () => {
  const {client} = clientOf({column: () => Float64Array.of(1, 2)});
  assert.deepEqual(await client.call('column', {name: 'orders'}), Float64Array.of(1, 2));
  client.terminate();
});

test('an error keeps its code and place', async () => {
  const facts = {detail: 'Created at', file: 'a.csv', line: 3, column: 2};
  const {client} = clientOf({
    begin: () => {
      throw new EngineError('column_not_found', facts);
    },
    open: () => null,
  });
  await assert.rejects(client.call('begin', {name: 'a.csv', encoding: 'utf-8'}), (thrown) => {
    assert.ok(thrown instanceof EngineError);
    assert.deepEqual(thrown.body, {code: 'column_not_found', ...facts});
    return true;
  });
  assert.equal(await client.call('open'), null, 'the engine lives on');
  client.terminate();
});

test('terminating rejects what is asked, and all that comes after', async () => {
  const {client} = clientOf({open: () => null});
  await client.ready;
  const pending = client.call('open');
  client.terminate();
  await assert.rejects(pending, isDead);
  await assert.rejects(client.call('open'), isDead);
});

test('when the worker dies every pending call rejects', async () => {
  const {worker} = channel();
  const client = new EngineClient(() => worker, new Uint8Array());
  const pending = [client.call('open'), client.call('abandon')];
  worker.onerror?.({message: 'out of memory'} as ErrorEvent);
  for (const call of pending) {
    await assert.rejects(
      call,
      (thrown) => isDead(thrown) && (thrown as EngineError).detail === 'out of memory',
    );
  }
  await assert.rejects(client.ready, isDead);
});

test('a trap in the engine is its end', async () => {
  const {client} = clientOf({
    open: () => {
      throw new WebAssembly.RuntimeError('unreachable');
    },
  });
  await assert.rejects(client.call('open'), isDead);
  await assert.rejects(client.call('open'), isDead);
});

test('an engine that cannot start rejects its readiness and every verb', async () => {
  const {worker, port} = channel();
  serve(port, () => Promise.reject(new Error('CompileError')));
  const client = new EngineClient(() => worker, new Uint8Array());
  await assert.rejects(client.ready, isDead);
  await assert.rejects(client.call('open'), isDead);
});

test('an answer to a question that nobody asks any more is dropped', async () => {
  const {worker} = channel();
  const client = new EngineClient(() => worker, new Uint8Array());
  worker.onmessage?.({data: {id: 77, ok: 'late'}} as MessageEvent<Response>);
  client.terminate();
  await assert.rejects(client.ready, isDead);
});
