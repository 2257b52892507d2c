/** The engine of the page and of the custom element: every part of it inside the script. */
import {sampleText} from 'regulars:sample';
import {wasmText} from 'regulars:wasm';
import {workerText} from 'regulars:worker';
import type {Engine} from './engine.js';
import {unpack} from './inline.js';
import type {Sliceable} from './source.js';
import {startEngine} from './start.js';

let wasm: Promise<ArrayBuffer> | undefined;

/** A new engine; after one died or was terminated, ask for the next. `workerUrl`: see StartOptions. */
export async function startBundledEngine(workerUrl?: string | URL | false): Promise<Engine> {
  wasm ??= unpack(wasmText);
  return startEngine({wasm: await wasm, workerText, workerUrl});
}

/** The sample bookstore's orders, as if dropped. */
export async function sampleShop(): Promise<Sliceable & {name: string}> {
  const bytes = await unpack(sampleText);
  return new File([bytes], 'bookstore-orders.csv', {type: 'text/csv'});
}
