/** The package in a browser: `createEngine()` with every part inside this module. */
import {wasmText} from 'regulars:wasm';
import {workerText} from 'regulars:worker';
import type {WasmBytes} from './engine/engine.js';
import {unpack} from './engine/inline.js';
import {RegularsEngine} from './engine/regulars.js';
import {startEngine} from './engine/start.js';

export * from './types.js';

export interface CreateOptions {
  /** The bytes of regulars.wasm; default: those inside the package. */
  wasm?: WasmBytes;
  /** Address of `regulars.worker.js` on your own origin, where blob workers are forbidden; false: run in this thread. */
  worker?: string | URL | false;
}

/** Starts an engine: in a worker where the page allows it, else in this thread. */
export async function createEngine({wasm, worker}: CreateOptions = {}): Promise<RegularsEngine> {
  const bytes = wasm ?? (await unpack(wasmText));
  return new RegularsEngine(await startEngine({wasm: bytes, workerText, workerUrl: worker}));
}
