/** Zip archives, read where they lie: the list at their end, then only the members that are wanted, a piece at a time. */
import {decideEncoding} from './encoding.js';
import {EngineError, asEngineError} from './errors.js';
import {textOf} from './code-pages.js';
import {kSlice, readAt} from './source.js';
import type {Pieces, Sliceable} from './source.js';

/** A file inside an archive. Sizes in bytes. */
export interface ZipEntry {
  name: string;
  packedSize: number;
  size: number;
  crc: number;
  method: number;
  isLocked: boolean;
  /** Where its local header begins. */
  offset: number;
}

const kEnd = 0x06054b50;
const kEnd64Locator = 0x07064b50;
const kEnd64 = 0x06064b50;
const kEntry = 0x02014b50;
const kLocal = 0x04034b50;
const kStored = 0;
const kDeflated = 8;
const kLongestComment = 0xffff;
/** The list of a hundred thousand members is smaller. */
const kLargestList = 64 << 20;
/** What a member may hold: as much as the largest export that is promised to work, and some. */
const kLargestMember = 4 * 2 ** 30;
/** Text shrinks to a tenth, tables of blanks to a hundredth; what shrinks more, and is large, is made to fill memories. */
const kLargestRatio = 250;
const kHarmless = 64 << 20;
/** Fed at once: a thousand times as much may come out of it. */
const kMouthful = 16 << 10;

/** The members of an archive, folders and what systems add for themselves left out. */
export async function readZip(file: Sliceable): Promise<ZipEntry[]> {
  const {entries, at} = await findList(file);
  if (at.size > kLargestList) throw new EngineError('too_large');
  const list = await partOf(file, at.offset, at.size);
  const found: {entry: ZipEntry; name: Uint8Array; isUtf8: boolean}[] = [];
  let from = 0;
  while (found.length < entries && from + 46 <= list.length) {
    const view = new DataView(list.buffer, list.byteOffset + from);
    if (view.getUint32(0, true) !== kEntry) throw new EngineError('bad_archive');
    const flags = view.getUint16(8, true);
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) =>
      view.getUint16(place, true),
    ) as [number, number, number];
    const name = list.subarray(from + 46, from + 46 + nameLength);
    const extra = list.subarray(from + 46 + nameLength, from + 46 + nameLength + extraLength);
    const sizes = widened(
      [view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true)],
      extra,
    );
    const [size, packedSize, offset] = sizes;
    const entry = {
      name: '',
      size,
      packedSize,
      offset,
      crc: view.getUint32(16, true),
      method: view.getUint16(10, true),
      isLocked: (flags & 1) !== 0,
    };
    found.push({entry, name, isUtf8: (flags & 0x800) !== 0});
    from += 46 + nameLength + extraLength + noteLength;
  }
  if (found.length < entries) throw new EngineError('bad_archive');
  const encoding = encodingOfNames(found.filter(({isUtf8}) => !isUtf8).map(({name}) => name));
  return found
    .map(({entry, name, isUtf8}) => ({
      ...entry,
      name: textOf(isUtf8 ? 'utf-8' : encoding, name),
    }))
    .filter(({name}) => !/\/$|^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name));
}

/** The bytes of a member. Nothing is read before the first piece is asked for; `taken` counts what came from the archive. */
export function unzipped(file: Sliceable, entry: ZipEntry): Pieces {
  const {size, packedSize, method, isLocked} = entry;
  let taken = 0;
  let inflater: Inflater | undefined;
  let at: number | undefined;
  let given = 0;
  const packed = async () => {
    at ??= await dataOf(file, entry);
    const length = Math.min(kSlice, packedSize - taken);
    if (length === 0) return null;
    const bytes = await partOf(file, at + taken, length);
    taken += length;
    return bytes;
  };
  return {
    async next() {
      if (isLocked) throw new EngineError('locked');
      if (method !== kStored && method !== kDeflated) throw new EngineError('bad_archive');
      checkSize(entry);
      if (method === kDeflated) inflater ??= new Inflater(packed, entry);
      const bytes = inflater ? await inflater.next() : await packed();
      given += bytes?.length ?? 0;
      if (given > size || (!bytes && given < size)) throw new EngineError('bad_archive');
      return bytes;
    },
    close: () => inflater?.close(),
    taken: () => taken,
  };
}

/** Everything of a member at once; `too_large` where it has more than `most` bytes. */
export async function unzippedWhole(
  file: Sliceable,
  entry: ZipEntry,
  most: number,
): Promise<Uint8Array> {
  if (entry.size > most) throw new EngineError('too_large');
  const whole = new Uint8Array(entry.size);
  const pieces = unzipped(file, entry);
  let at = 0;
  for (let piece = await pieces.next(); piece; piece = await pieces.next()) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function checkSize({size, packedSize}: ZipEntry): void {
  const swells = size > kHarmless && size > kLargestRatio * packedSize;
  if (size > kLargestMember || swells) throw new EngineError('too_large');
}

/**
 * Deflated bytes through the platform's own gunzip: the archive knows checksum and length, which is all that gzip adds. It
 * works in a browser's own code and in every Node from 18 on, where bare deflate is not offered yet.
 */
class Inflater {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #fed: Promise<void>;
  #closed = false;

  constructor(packed: () => Promise<Uint8Array | null>, {crc, size}: ZipEntry) {
    const stream = new DecompressionStream('gzip');
    this.#reader = stream.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    this.#fed = this.#feed(stream.writable.getWriter(), packed, crc, size);
    this.#fed.catch(() => undefined);
  }

  async next(): Promise<Uint8Array | null> {
    try {
      const {value} = await this.#reader.read();
      if (value) return value;
    } catch (thrown) {
      // What stopped the feeding tells more than that it stopped.
      await this.#fed;
      throw asEngineError(thrown, 'bad_archive');
    }
    await this.#fed;
    return null;
  }

  close(): void {
    this.#closed = true;
    this.#reader.cancel().catch(() => undefined);
  }

  async #feed(
    writer: WritableStreamDefaultWriter<BufferSource>,
    packed: () => Promise<Uint8Array | null>,
    crc: number,
    size: number,
  ): Promise<void> {
    const head = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
    const tail = new DataView(new ArrayBuffer(8));
    tail.setUint32(0, crc, true);
    tail.setUint32(4, size % 2 ** 32, true);
    const write = async (bytes: Uint8Array) => {
      await writer.ready;
      // A refusal is told by `closed` below, and to the reader.
      writer.write(bytes as BufferSource).catch(() => undefined);
    };
    writer.closed.catch(() => undefined);
    try {
      await write(head);
      for (let bytes = await packed(); bytes && !this.#closed; bytes = await packed())
        for (let at = 0; at < bytes.length; at += kMouthful)
          await write(bytes.subarray(at, at + kMouthful));
      await write(new Uint8Array(tail.buffer));
      await writer.close();
    } catch (thrown) {
      writer.abort(thrown).catch(() => undefined);
      throw asEngineError(thrown, 'bad_archive');
    }
  }
}

/** Where the list of members lies: told at the very end, behind which only a comment may stand. */
async function findList(
  file: Sliceable,
): Promise<{entries: number; at: {offset: number; size: number}}> {
  const length = Math.min(file.size, kLongestComment + 22 + 20);
  const tail = await partOf(file, file.size - length, length);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  let end = tail.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== kEnd) --end;
  if (end < 0) throw new EngineError('bad_archive');
  const entries = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (entries !== 0xffff && size !== 0xffffffff && offset !== 0xffffffff)
    return {entries, at: {offset, size}};
  if (end < 20 || view.getUint32(end - 20, true) !== kEnd64Locator)
    return {entries, at: {offset, size}};
  const record = await partOf(file, wide(view, end - 12), 56);
  const large = new DataView(record.buffer, record.byteOffset, record.length);
  if (large.getUint32(0, true) !== kEnd64) throw new EngineError('bad_archive');
  return {entries: wide(large, 32), at: {size: wide(large, 40), offset: wide(large, 48)}};
}

/** Size, packed size and offset; those that did not fit 32 bits stand in the extra field, in this order. */
function widened(numbers: [number, number, number], extra: Uint8Array): [number, number, number] {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  for (let at = 0; at + 4 <= extra.length;) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (id === 1 && at + 4 + length <= extra.length) {
      let from = at + 4;
      return numbers.map((number) => {
        if (number !== 0xffffffff || from + 8 > at + 4 + length) return number;
        from += 8;
        return wide(view, from - 8);
      }) as [number, number, number];
    }
    at += 4 + length;
  }
  return numbers;
}

function wide(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

async function dataOf(file: Sliceable, {offset}: ZipEntry): Promise<number> {
  const header = await partOf(file, offset, 30);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (view.getUint32(0, true) !== kLocal) throw new EngineError('bad_archive');
  return offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}

async function partOf(file: Sliceable, offset: number, length: number): Promise<Uint8Array> {
  if (offset < 0 || offset + length > file.size) throw new EngineError('bad_archive');
  return readAt(file, offset, offset + length);
}

/** Names are UTF-8 where the archive says so, else whatever its maker's computer used. */
function encodingOfNames(names: readonly Uint8Array[]): string {
  const bytes = names.flatMap((name) => [...name, 0x0a]);
  return decideEncoding(Uint8Array.from(bytes), true).encoding;
}
