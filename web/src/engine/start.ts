/** Starts an engine in a browser: in a worker where that is allowed, else in the page itself. */
import {EngineClient} from './client.js';
import {openDoor} from './door.js';
import type {Engine, WasmBytes} from './engine.js';
import {LocalEngine} from './local.js';
import {startWorker} from './trusted.js';

export interface StartOptions {
  wasm: WasmBytes;
  /** The worker script, where it is at hand: started from a blob. */
  workerText?: string;
  /** Address of `regulars.worker.js` on the page's own origin, for pages that forbid blob workers; false: no worker at all. */
  workerUrl?: string | URL | false;
}

/** Tries an address that the host names, then a blob, then the page's own thread, where long work is felt. */
export async function startEngine({wasm, workerText, workerUrl}: StartOptions): Promise<Engine> {
  if (workerUrl !== false) {
    const ways = [
      ...(workerUrl === undefined ? [] : [() => startWorker(workerUrl)]),
      ...(workerText ? [() => blobWorker(workerText)] : []),
    ];
    for (const makeWorker of ways) {
      const client = await tried(makeWorker, wasm);
      if (client) return client;
    }
  }
  return new LocalEngine(await openDoor(wasm));
}

/** undefined where the page may not start this worker, or the worker not this engine. */
async function tried(makeWorker: () => Worker, wasm: WasmBytes): Promise<EngineClient | undefined> {
  try {
    const client = new EngineClient(makeWorker, wasm);
    await client.ready;
    return client;
  } catch {
    return undefined;
  }
}

function blobWorker(text: string): Worker {
  const url = URL.createObjectURL(new Blob([text], {type: 'text/javascript'}));
  try {
    return startWorker(url);
  } finally {
    // The worker holds what it needs; WebKit fetches it only after this turn.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
