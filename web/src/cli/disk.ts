/** Files of the disk and the standard streams, as sources and outputs. */
import {constants, createReadStream} from 'node:fs';
import {access, open, realpath, stat} from 'node:fs/promises';
import type {FileHandle} from 'node:fs/promises';
import {basename, dirname, resolve} from 'node:path';
import {Readable} from 'node:stream';
import {EngineError} from '../engine/errors.js';
import {kSlice} from '../engine/source.js';
import type {Source} from '../engine/source.js';
import {UsageError} from './arguments.js';

/** An opened input; close it when done. */
export interface Input {
  /** What reports call it. */
  name: string;
  source: Source;
  close(): Promise<void>;
}

/** Opens `paths`, `-` being standard input. A folder, or no file at all, is an EngineError, and nothing stays open. */
export async function openInputs(paths: readonly string[]): Promise<Input[]> {
  const names = namesOf(paths);
  const inputs: Input[] = [];
  try {
    for (const [i, path] of paths.entries()) inputs.push(await openInput(path, names[i] ?? path));
  } catch (thrown) {
    await closeInputs(inputs);
    throw thrown;
  }
  return inputs;
}

export async function closeInputs(inputs: readonly Input[]): Promise<void> {
  await Promise.all(inputs.map((input) => input.close()));
}

async function openInput(path: string, name: string): Promise<Input> {
  if (path === '-') return ofStream(name, process.stdin);
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw new EngineError('folder', {file: path});
    if (!about.isFile()) return ofStream(name, createReadStream(path, {highWaterMark: kSlice}));
    return ofFile(name, about.size, await open(path));
  } catch (thrown) {
    throw unreadable(thrown, path);
  }
}

/** Names for reports: without the folders, unless two would be called the same. */
function namesOf(paths: readonly string[]): string[] {
  const short = paths.map((path) => (path === '-' ? 'stdin' : basename(path)));
  return new Set(short).size === short.length ? short : [...paths];
}

/**
 * Before any work: an output never replaces an input or another output (the owner's export is not ours to write to), and
 * its folder can be written to.
 */
export async function checkOutputs(
  outputs: readonly (string | undefined)[],
  inputs: readonly string[],
): Promise<void> {
  const taken = new Set(await Promise.all(inputs.map(trueName)));
  for (const output of outputs) {
    if (output === undefined || output === '-') continue;
    const name = await trueName(output);
    if (taken.has(name)) throw new UsageError('same_file', output);
    taken.add(name);
    await access(dirname(output), constants.W_OK).catch((thrown: NodeJS.ErrnoException) => {
      throw new UsageError('cannot_write', `${output} (${thrown.code ?? ''})`);
    });
  }
}

/** Writes text in pieces to a file, or to standard output where `path` is `-`. */
export async function writeText(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  if (path === '-') {
    for await (const piece of pieces) await print(piece);
    return;
  }
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'w');
    for await (const piece of pieces) await file.write(piece);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && 'syscall' in thrown) {
      throw new UsageError('cannot_write', `${path} (${String(thrown.code)})`);
    }
    throw thrown;
  } finally {
    await file?.close();
  }
}

/** Writes to standard output, and waits where its reader is slow. */
export async function print(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise((done) => process.stdout.once('drain', done));
}

function ofFile(name: string, size: number, file: FileHandle): Input {
  const slice = (from: number, to: number) => ({
    async arrayBuffer(): Promise<ArrayBuffer> {
      const buffer = new ArrayBuffer(to - from);
      const {bytesRead} = await file.read(new Uint8Array(buffer), 0, to - from, from);
      return bytesRead === buffer.byteLength ? buffer : buffer.slice(0, bytesRead);
    },
  });
  return {name, source: {name, size, slice}, close: () => file.close()};
}

function ofStream(name: string, readable: Readable): Input {
  const stream = () => Readable.toWeb(readable) as ReadableStream<Uint8Array>;
  const close = async () => void readable.destroy();
  return {name, source: {name, stream}, close};
}

function unreadable(thrown: unknown, file: string): unknown {
  if (thrown instanceof EngineError || !(thrown instanceof Error)) return thrown;
  const detail = 'code' in thrown ? String(thrown.code) : thrown.message;
  return new EngineError('unreadable', {file, detail});
}

async function trueName(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return resolve(path);
  }
}
