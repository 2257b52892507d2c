/** The package in Node: `createEngine()` that runs in this thread, and files on disk as sources. */
import {readFile} from 'node:fs/promises';
import {openDoor} from './engine/door.js';
import {LocalEngine} from './engine/local.js';
import {RegularsEngine} from './engine/regulars.js';
import type {CreateOptions} from './index.js';

export * from './types.js';
export type {CreateOptions} from './index.js';

export async function createEngine({wasm}: CreateOptions = {}): Promise<RegularsEngine> {
  const bytes = wasm ?? (await readFile(new URL('./regulars.wasm', import.meta.url)));
  return new RegularsEngine(new LocalEngine(await openDoor(bytes)));
}
