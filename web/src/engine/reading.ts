/** Reads files into the engine, slice by slice: the one way for page, package and command line alike. */
import type {Engine} from './engine.js';
import {decideEncoding, isAscii, makeRecoder, namedEncoding} from './encoding.js';
import {EngineError, inFile} from './errors.js';
import type {BeginOptions, ColumnMap, FileIntake, Preview, Progress} from './protocol.js';
import {nameOf, piecesOf, sizeOf} from './source.js';
import type {Pieces, Source} from './source.js';
import {zoneTable} from './zone.js';

export interface PreviewOptions {
  /** Default: what the engine guesses. */
  columns?: ColumnMap;
  /** Default: what the first bytes tell. */
  encoding?: string;
}

export interface ReadOptions extends PreviewOptions {
  /** IANA name of the shop's time zone. */
  zone?: string;
  /** ISO 4217, for files that name none. */
  currency?: string;
  onProgress?: (progress: ReadProgress) => void;
  /** Answers an abort at once, with `cancelled`; the engine drops the file at hand and keeps those before it. */
  signal?: AbortSignal;
}

/** Told after every slice. */
export interface ReadProgress {
  /** The file at hand: its name, and its place from 0 on. */
  file: string;
  index: number;
  files: number;
  /** Rows of the file at hand. */
  rows: number;
  rejected: number;
  /** Of all files together, as they lie on the disk. */
  bytes: number;
  /** null where a pipe is among them. */
  total_bytes: number | null;
}

/** What is sniffed. */
const kHead = 256 * 1024;

/** Reads `files` one after another into the visit. Rejects with an EngineError at the first that cannot be used; those before it stay. */
export async function readFiles(
  engine: Engine,
  files: readonly Source[],
  options: ReadOptions = {},
): Promise<FileIntake[]> {
  const {onProgress, signal} = options;
  const sizes = files.map(sizeOf);
  const total = sizes.reduce((sum, size) => (sum === null || size === null ? null : sum + size), 0);
  const intakes: FileIntake[] = [];
  let before = 0;
  for (const [index, source] of files.entries()) {
    const name = nameOf(source, index);
    let bytes = 0;
    const tell = (rows: number, rejected: number, ofFile: number) => {
      bytes = ofFile;
      if (signal?.aborted) return;
      const place = {file: name, index, files: files.length};
      onProgress?.({...place, rows, rejected, bytes: before + bytes, total_bytes: total});
    };
    try {
      if (signal?.aborted) throw new EngineError('cancelled');
      const turn = new Turn(engine);
      const work = readFile(turn, source, name, options, tell);
      intakes.push(await untilAborted(signal, turn, work));
    } catch (thrown) {
      throw inFile(thrown, name);
    }
    before += sizes[index] ?? bytes;
  }
  return intakes;
}

/** What the engine makes of a file's head, before it is read. Drops nothing that is read already. */
export async function previewFile(
  engine: Engine,
  source: Source,
  options: PreviewOptions = {},
): Promise<Preview> {
  const name = nameOf(source, 0);
  const pieces = piecesOf(source);
  try {
    const {preview} = await sniff(engine, pieces, name, options);
    return preview;
  } catch (thrown) {
    throw inFile(thrown, name);
  } finally {
    pieces.close();
  }
}

/** All bytes of a source, as UTF-8, and what they were. */
export async function readWhole(
  source: Source,
  encoding?: string,
): Promise<{bytes: Uint8Array; encoding: string}> {
  const parts: Uint8Array[] = [];
  const pieces = piecesOf(source);
  for (let piece = await pieces.next(); piece; piece = await pieces.next()) parts.push(piece);
  const raw = joined(parts);
  const decided = encoding ? namedEncoding(encoding) : decideEncoding(raw, true).encoding;
  const recoder = makeRecoder(decided);
  return {bytes: joined([recoder.recode(raw), recoder.finish()]), encoding: decided};
}

type Tell = (rows: number, rejected: number, bytes: number) => void;

async function readFile(
  turn: Turn,
  source: Source,
  name: string,
  options: ReadOptions,
  tell: Tell,
): Promise<FileIntake> {
  const zone = options.zone ? zoneTable(options.zone) : undefined;
  const {currency} = options;
  const pieces = piecesOf(source);
  try {
    tell(0, 0, 0);
    const head = await sniff(turn.engine, pieces, name, options);
    await turn.begin({name, encoding: head.encoding, zone, currency});
    return await turn.end({encoding: await pushAll(turn, pieces, head, tell)});
  } catch (thrown) {
    turn.abandon();
    throw thrown;
  } finally {
    pieces.close();
  }
}

interface Head {
  encoding: string;
  /** Whether the encoding is certain. */
  evidence: boolean;
  /** All bytes taken from the source so far, as they came. */
  raw: Uint8Array;
  preview: Preview;
}

async function sniff(
  engine: Engine,
  pieces: Pieces,
  name: string,
  {columns, encoding: label}: PreviewOptions,
): Promise<Head> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  while (size < kHead && !whole) {
    const piece = await pieces.next();
    if (piece) parts.push(piece);
    whole = piece === null;
    size += piece?.length ?? 0;
  }
  const raw = joined(parts);
  const head = raw.slice(0, kHead);
  const decision = label
    ? {encoding: namedEncoding(label), evidence: true}
    : decideEncoding(head, whole);
  const recoder = makeRecoder(decision.encoding);
  const bytes = joined([recoder.recode(head), ...(whole ? [recoder.finish()] : [])]);
  const preview = await engine.call('sniff', bytes, {name, whole, columns});
  return {...decision, raw, preview};
}

/** Gives the engine the file, reading the next slice while it eats. Answers the encoding as it proved to be. */
async function pushAll(turn: Turn, pieces: Pieces, head: Head, tell: Tell): Promise<string> {
  let {encoding, evidence} = head;
  let recoder = makeRecoder(encoding);
  let bytes = 0;
  let piece: Uint8Array | null = head.raw;
  while (piece) {
    const next = pieces.next();
    // If the engine fails first, nobody waits for this slice.
    next.catch(() => undefined);
    if (!evidence && !isAscii(piece)) {
      // All before was plain ASCII, the same in every encoding: no character is lost by deciding only now.
      ({encoding, evidence} = decideEncoding(piece));
      recoder = makeRecoder(encoding);
    }
    bytes += piece.length;
    const {rows, rejected} = await turn.push(recoder.recode(piece));
    tell(rows, rejected, bytes);
    piece = await next;
  }
  const last = recoder.finish();
  if (last.length > 0) await turn.push(last);
  return encoding;
}

/** One file's use of the engine. Once over, it asks nothing more, so that a cancelled file never touches the next. */
class Turn {
  readonly engine: Engine;
  #state: 'before' | 'within' | 'over' = 'before';

  constructor(engine: Engine) {
    this.engine = engine;
  }

  begin(options: BeginOptions): Promise<null> {
    this.#check();
    this.#state = 'within';
    return this.engine.call('begin', options);
  }

  push(bytes: Uint8Array): Promise<Progress> {
    this.#check();
    return this.engine.call('push', bytes);
  }

  end(options: {encoding: string}): Promise<FileIntake> {
    this.#check();
    return this.engine.call('end', options);
  }

  abandon(): void {
    if (this.#state === 'within') this.engine.call('abandon').catch(() => undefined);
    this.#state = 'over';
  }

  #check(): void {
    if (this.#state === 'over') throw new EngineError('cancelled');
  }
}

/** Rejects with `cancelled` as soon as `signal` says so, whatever `work` waits for. */
async function untilAborted<T>(
  signal: AbortSignal | undefined,
  turn: Turn,
  work: Promise<T>,
): Promise<T> {
  if (!signal) return work;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      turn.abandon();
      reject(new EngineError('cancelled'));
    };
    signal.addEventListener('abort', onAbort, {once: true});
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function joined(parts: Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(), ...rest] = parts.filter((part) => part.length > 0);
  if (rest.length === 0) return first;
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
