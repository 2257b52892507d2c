/** Where bytes come from: files of a page, of a disk, of a pipe, or what a program already holds. */
import {EngineError, asEngineError} from './errors.js';

/** What can be read in slices, again and again: a File, a Blob, or a file on disk. */
export interface Sliceable {
  readonly name?: string;
  readonly size: number;
  slice(from: number, to: number): {arrayBuffer(): Promise<ArrayBuffer>};
}

/** What can be read once, from its beginning. */
export interface Streamable {
  readonly name: string;
  stream(): ReadableStream<Uint8Array>;
}

export type Source = Sliceable | Streamable | Uint8Array;

/** One pass over a source. */
export interface Pieces {
  /** The next bytes, never none; null at the end. What is answered belongs to the caller. */
  next(): Promise<Uint8Array | null>;
  /** Lets go of the source before its end. */
  close(): void;
  /** Bytes taken from the disk so far, where they are others than those given. */
  taken?(): number;
}

/** Large enough that crossings cost nothing, small enough that progress and cancel are prompt. */
export const kSlice = 1 << 20;

/** What to call a source in reports; blobs and bytes have no name of their own. */
export function nameOf(source: Source, index: number): string {
  const name = 'name' in source ? source.name : undefined;
  return name || `file ${index + 1}`;
}

/** Bytes in all; null where only the end will tell. */
export function sizeOf(source: Source): number | null {
  if (source instanceof Uint8Array) return source.length;
  return isSliceable(source) ? source.size : null;
}

export function piecesOf(source: Source): Pieces {
  if (source instanceof Uint8Array) return ofBytes(source);
  return isSliceable(source) ? ofSlices(source) : ofStream(source);
}

/** Slices first: WebKit cannot iterate a stream, and a File has both. */
function isSliceable(source: Sliceable | Streamable): source is Sliceable {
  return 'slice' in source && typeof source.size === 'number';
}

function ofBytes(bytes: Uint8Array): Pieces {
  let at = 0;
  return {
    async next() {
      // A turn of the event loop between pieces, so that an engine in this thread does not stop the page.
      await new Promise((resolve) => setTimeout(resolve));
      const piece = new Uint8Array(bytes.subarray(at, at + kSlice));
      at += piece.length;
      return piece.length > 0 ? piece : null;
    },
    close() {},
  };
}

function ofSlices(file: Sliceable): Pieces {
  let at = 0;
  return {
    async next() {
      if (at >= file.size) return null;
      const slice = file.slice(at, Math.min(at + kSlice, file.size));
      const bytes = await readable(() => slice.arrayBuffer());
      at += bytes.byteLength;
      if (bytes.byteLength === 0)
        throw new EngineError('unreadable', {detail: 'the file has become shorter'});
      return new Uint8Array(bytes);
    },
    close() {},
  };
}

function ofStream(source: Streamable): Pieces {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return {
    async next() {
      reader ??= (await readable(async () => source.stream())).getReader();
      for (;;) {
        const {value} = await readable(reader.read.bind(reader));
        if (!value) return null;
        // A copy: whoever made the stream may still need its buffers.
        if (value.length > 0) return new Uint8Array(value);
      }
    },
    close() {
      reader?.cancel().catch(() => undefined);
    },
  };
}

/** The bytes from `from` up to `to`; fewer where the file ends. */
export async function readAt(file: Sliceable, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await readable(() => file.slice(from, to).arrayBuffer()));
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    throw asEngineError(thrown, 'unreadable');
  }
}
