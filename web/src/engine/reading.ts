/** Reads files into the engine, slice by slice: the one way for page, package and command line alike. */
import type {Engine} from './engine.js';
import {
  decideEncoding,
  decidePatiently,
  insistedEncoding,
  isAscii,
  looksBinary,
  makeRecoder,
  namedEncoding,
} from './encoding.js';
import type {Decision, EncodingSample} from './encoding.js';
import {EngineError, inFile} from './errors.js';
import type {
  BeginOptions,
  ColumnMap,
  FileIntake,
  FileOptions,
  Preview,
  Progress,
  Skipped,
  Trial,
  Verbs,
} from './protocol.js';
import {nameOf, sizeOf} from './source.js';
import type {Pieces, Source} from './source.js';
import {contentsOf, isUnusable} from './unpacking.js';
import type {Contents, Member} from './unpacking.js';
import {zoneTable} from './zone.js';

export interface PreviewOptions {
  /** Default: what the engine guesses. */
  columns?: ColumnMap;
  /** Default: what the first bytes tell. */
  encoding?: string;
}

/** How one file is to be read. */
export interface FileReadOptions
  extends PreviewOptions, Pick<FileOptions, 'statuses' | 'day_order'> {}

/** What the engine makes of a file's head, and what the host made of its bytes. */
export interface FilePreview extends Preview {
  encoding: string;
  /** How sure it is, 0 to 1. */
  encoding_confidence: number;
  /** A line of the file with text beyond ASCII, as this encoding has it; empty where there is none. */
  encoding_sample: string;
  /** Other encodings that it may be, at most four, the likeliest first, each with the same line as it would read then. */
  encoding_alternatives: EncodingSample[];
}

export interface Previews {
  /** Of the file, or of each member that can be used. */
  previews: FilePreview[];
  skipped: Skipped[];
}

export interface ReadOptions extends FileReadOptions, Pick<FileOptions, 'rates'> {
  /** What holds for one file only: by its name, for a member `export.zip > orders.csv`; or asked with its file's place among `files`, from 0 on. */
  each?:
    | Record<string, FileReadOptions>
    | ((name: string, place: number) => FileReadOptions | undefined);
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

/**
 * Reads `files` one after another into the visit, archives and workbooks member by member. Rejects with an EngineError at the
 * first file that cannot be used; those before it stay. Of an archive, members that cannot be used are skipped and told in the
 * report, as long as one can.
 */
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
    const tell: Tell = (file, rows, rejected, ofFile) => {
      bytes = ofFile;
      if (signal?.aborted) return;
      const place = {file, index, files: files.length};
      onProgress?.({...place, rows, rejected, bytes: before + bytes, total_bytes: total});
    };
    try {
      intakes.push(...(await readSource(engine, source, {name, index}, options, tell)));
    } catch (thrown) {
      throw inFile(thrown, name);
    }
    before += sizes[index] ?? bytes;
  }
  return intakes;
}

/** What the engine makes of a file's head, before it is read: of an archive, of its first member that can be used. */
export async function previewFile(
  engine: Engine,
  source: Source,
  options: PreviewOptions = {},
): Promise<FilePreview> {
  const {previews} = await previewMembers(engine, source, options);
  return previews[0] as FilePreview;
}

/** As `previewFile`, of every member of an archive and every sheet of a workbook; at least one, or it is rejected. */
export async function previewMembers(
  engine: Engine,
  source: Source,
  options: PreviewOptions = {},
): Promise<Previews> {
  const name = nameOf(source, 0);
  try {
    const contents = await contentsOf(source, name);
    const {done, skipped} = await eachMember(contents, async (member) => {
      const pieces = member.pieces();
      try {
        const {preview, decision} = await sniff(new Turn(engine), pieces, member.name, options);
        return {
          ...preview,
          encoding: decision.encoding,
          encoding_confidence: decision.confidence,
          encoding_sample: decision.sample,
          encoding_alternatives: decision.alternatives,
        };
      } finally {
        pieces.close();
      }
    });
    return {previews: done, skipped};
  } catch (thrown) {
    throw inFile(thrown, name);
  }
}

/** All bytes of a source, as UTF-8, and what they were; of an archive, those of its first member. */
export async function readWhole(
  source: Source,
  encoding?: string,
): Promise<{bytes: Uint8Array; encoding: string}> {
  const {members, skipped} = await contentsOf(source, nameOf(source, 0));
  const [member] = members;
  if (!member) throw skipped[0] ? EngineError.from(skipped[0]) : new EngineError('empty_file');
  const parts: Uint8Array[] = [];
  const pieces = member.pieces();
  for (let piece = await pieces.next(); piece; piece = await pieces.next()) parts.push(piece);
  const raw = joined(parts);
  const decided = encoding ? namedEncoding(encoding) : decideEncoding(raw, true).encoding;
  if (looksBinary(raw)) return {bytes: raw, encoding: decided};
  const recoder = makeRecoder(decided);
  return {bytes: joined([recoder.recode(raw), recoder.finish()]), encoding: decided};
}

type Tell = (file: string, rows: number, rejected: number, bytes: number) => void;

async function readSource(
  engine: Engine,
  source: Source,
  {name, index}: {name: string; index: number},
  options: ReadOptions,
  tell: Tell,
): Promise<FileIntake[]> {
  const {signal, each} = options;
  const contents = await untilAborted(signal, new Turn(engine), () => contentsOf(source, name));
  let before = 0;
  const {done, skipped} = await eachMember(contents, async (member) => {
    const turn = new Turn(engine);
    const own = {
      ...options,
      ...(typeof each === 'function' ? each(member.name, index) : each?.[member.name]),
    };
    let bytes = 0;
    const tellMember: Tell = (file, rows, rejected, ofMember) => {
      bytes = ofMember;
      tell(file, rows, rejected, before + ofMember);
    };
    try {
      return await untilAborted(signal, turn, () => readMember(turn, member, own, tellMember));
    } finally {
      before += member.packedSize ?? bytes;
    }
  });
  for (const what of skipped) await engine.call('skip', what);
  return done;
}

/** Does `work` for each member; one that cannot be used is skipped, unless it is all there is. */
async function eachMember<T>(
  {isPacked, members, skipped: unreadable}: Contents,
  work: (member: Member) => Promise<T>,
): Promise<{done: T[]; skipped: Skipped[]}> {
  const done: T[] = [];
  const errors = unreadable.map((body) => EngineError.from(body));
  const empty: EngineError[] = [];
  for (const member of members) {
    try {
      done.push(await work(member));
    } catch (thrown) {
      const error = inFile(thrown, member.name);
      if (!isPacked || !isUnusable(error)) throw error;
      (member.isSheet && error.code === 'empty_file' ? empty : errors).push(error);
    }
  }
  const [first] = [...errors, ...empty];
  if (done.length === 0 && first) throw first;
  return {done, skipped: errors.map(({file, code}) => ({name: file, reason: code}))};
}

async function readMember(
  turn: Turn,
  member: Member,
  options: ReadOptions,
  tell: Tell,
): Promise<FileIntake> {
  const {name} = member;
  const zone = options.zone ? zoneTable(options.zone) : undefined;
  const {currency, rates, statuses, day_order} = options;
  const pieces = member.pieces();
  turn.onOver = () => pieces.close();
  try {
    tell(name, 0, 0, 0);
    const head = await sniff(turn, pieces, name, options);
    const {encoding} = head.decision;
    // The rows may name zones of their own, whose rules only the host knows.
    const namesZones = zone && head.preview.guesses.some(({role}) => role === 'zone');
    const zones = namesZones ? (await turn.trial({})).zones.map(zoneTable) : undefined;
    await turn.begin({name, encoding, zone, zones, currency, rates, statuses, day_order});
    return await turn.end(await pushAll(turn, pieces, head, name, tell));
  } catch (thrown) {
    turn.abandon();
    throw thrown;
  } finally {
    pieces.close();
  }
}

/** The beginning of a member, as it is shown to the engine. */
export interface MemberHead {
  decision: Decision;
  /** All bytes taken from the source so far, as they came. */
  raw: Uint8Array;
  /** The first of them, as UTF-8. */
  bytes: Uint8Array;
  /** There is no more. */
  whole: boolean;
}

interface Head {
  decision: Decision;
  /** All bytes taken from the source so far, as they came. */
  raw: Uint8Array;
  preview: Preview;
}

async function sniff(
  turn: Turn,
  pieces: Pieces,
  name: string,
  {columns, encoding: label}: PreviewOptions,
): Promise<Head> {
  const {decision, raw, bytes, whole} = await takeHead(pieces, label);
  const preview = await turn.sniff(bytes, {name, whole, columns});
  return {decision, raw, preview};
}

/** Takes as much of a member as is sniffed. `label`: the encoding that the user names. */
export async function takeHead(pieces: Pieces, label?: string): Promise<MemberHead> {
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
    ? insistedEncoding(label, head, whole)
    : await decidePatiently(head, whole);
  const recoder = makeRecoder(decision.encoding);
  // What is no text is shown to the engine as it is, and it says so.
  const bytes = looksBinary(head)
    ? head
    : joined([recoder.recode(head), ...(whole ? [recoder.finish()] : [])]);
  return {decision, raw, bytes, whole};
}

/** Gives the engine the file, reading the next slice while it eats. Answers the encoding as it proved to be. */
async function pushAll(
  turn: Turn,
  pieces: Pieces,
  head: Head,
  name: string,
  tell: Tell,
): Promise<{encoding: string; replaced: number}> {
  let {encoding, evidence} = head.decision;
  let recoder = makeRecoder(encoding);
  let bytes = 0;
  let piece: Uint8Array | null = head.raw;
  while (piece) {
    const next = pieces.next();
    // If the engine fails first, nobody waits for this slice.
    next.catch(() => undefined);
    const isPlain = !evidence && isAscii(piece);
    if (!evidence && !isPlain) {
      // All before was plain ASCII, the same in every encoding: no character is lost by deciding only now.
      ({encoding, evidence} = decideEncoding(piece));
      recoder = makeRecoder(encoding);
    }
    bytes += piece.length;
    const {rows, rejected} = await turn.push(isPlain ? piece : recoder.recode(piece));
    tell(name, rows, rejected, pieces.taken?.() ?? bytes);
    piece = await next;
  }
  const last = recoder.finish();
  if (last.length > 0) await turn.push(last);
  return {encoding, replaced: recoder.replaced};
}

/** One file's use of the engine. Once over, it asks nothing more, so that a cancelled file never touches the next. */
class Turn {
  readonly engine: Engine;
  /** Called when it is over before its time. */
  onOver = () => {};
  #state: 'before' | 'within' | 'over' = 'before';

  constructor(engine: Engine) {
    this.engine = engine;
  }

  sniff(head: Uint8Array, options: Parameters<Verbs['sniff']>[1]): Promise<Preview> {
    this.#check();
    return this.engine.call('sniff', head, options);
  }

  trial(options: FileOptions): Promise<Trial> {
    this.#check();
    return this.engine.call('trial', options);
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

  end(options: {encoding: string; replaced: number}): Promise<FileIntake> {
    this.#check();
    return this.engine.call('end', options);
  }

  abandon(): void {
    if (this.#state === 'within') this.engine.call('abandon').catch(() => undefined);
    if (this.#state !== 'over') this.onOver();
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
  work: () => Promise<T>,
): Promise<T> {
  if (!signal) return work();
  if (signal.aborted) throw new EngineError('cancelled');
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      turn.abandon();
      reject(new EngineError('cancelled'));
    };
    signal.addEventListener('abort', onAbort, {once: true});
  });
  try {
    return await Promise.race([work(), aborted]);
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
