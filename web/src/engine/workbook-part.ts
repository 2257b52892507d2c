/** The parts of a workbook: XML inside an archive, read by the piece. */
import {breathe} from './patience.js';
import type {Pieces, Sliceable} from './source.js';
import {XmlReader} from './xml.js';
import type {XmlListener} from './xml.js';
import {unzipped} from './zip.js';
import type {ZipEntry} from './zip.js';

/** Parsed before others may have a turn, in bytes. */
const kMouthful = 32 << 10;

/** Reads a whole part; nothing where there is none. */
export async function readPart(
  file: Sliceable,
  entry: ZipEntry | undefined,
  listener: Partial<XmlListener>,
): Promise<void> {
  if (!entry) return;
  const part = new PartReader(file, entry, {
    open: () => undefined,
    close: () => undefined,
    text: () => undefined,
    ...listener,
  });
  try {
    while (await part.read());
  } finally {
    part.close();
  }
}

/** One part of the workbook, read by the piece. */
export class PartReader {
  readonly #pieces: Pieces;
  readonly #reader: XmlReader;
  #decoder: TextDecoder | undefined;

  constructor(file: Sliceable, entry: ZipEntry, listener: XmlListener) {
    this.#pieces = unzipped(file, entry);
    this.#reader = new XmlReader(listener);
  }

  /** Reads a little; false at the end. */
  async read(): Promise<boolean> {
    const piece = await this.#pieces.next();
    if (!piece) return false;
    this.#decoder ??= new TextDecoder(
      piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8',
    );
    for (let at = 0; at < piece.length; at += kMouthful) {
      const part = piece.subarray(at, at + kMouthful);
      this.#reader.read(this.#decoder.decode(part, {stream: true}));
      await breathe();
    }
    return true;
  }

  taken(): number {
    return this.#pieces.taken?.() ?? 0;
  }

  close(): void {
    this.#pieces.close();
  }
}

/** Text in runs of different looks; what tells how to pronounce it is no part of it. */
export class Words {
  #text = '';
  #isText = false;
  #isSound = false;

  begin(): void {
    this.#text = '';
  }

  open(tag: string): void {
    if (tag === 't') this.#isText = true;
    if (tag === 'rPh') this.#isSound = true;
  }

  close(tag: string): void {
    if (tag === 't') this.#isText = false;
    if (tag === 'rPh') this.#isSound = false;
  }

  text(text: string): void {
    if (this.#isText && !this.#isSound) this.#text += text;
  }

  end(): string {
    return this.#text;
  }
}
