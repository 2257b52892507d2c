/** The package in a browser, small: `createEngine()` that fetches regulars.wasm and regulars.worker.js from beside this module. */
import type {WasmBytes} from './engine/engine.js';
import {EngineError} from './engine/errors.js';
import {RegularsEngine} from './engine/regulars.js';
import {startEngine} from './engine/start.js';
import type {CreateOptions} from './index.js';

export * from './types.js';
export type {CreateOptions} from './index.js';

export async function createEngine({wasm, worker}: CreateOptions = {}): Promise<RegularsEngine> {
  const workerUrl = worker ?? new URL('./regulars.worker.js', import.meta.url);
  return new RegularsEngine(await startEngine({wasm: wasm ?? (await fetched()), workerUrl}));
}

async function fetched(): Promise<WasmBytes> {
  const url = new URL('./regulars.wasm', import.meta.url);
  const response = await fetch(url);
  if (!response.ok)
    throw new EngineError('unreadable', {file: url.href, detail: String(response.status)});
  return response.arrayBuffer();
}
