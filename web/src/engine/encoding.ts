/** The encoding of an export: decided from its head, and changed to UTF-8, the only one the engine reads. */
import {EngineError} from './errors.js';

/** `evidence`: false where the head is plain ASCII, which every encoding here agrees on. */
export interface Decision {
  encoding: string;
  evidence: boolean;
}

/** Bytes of any encoding in, bytes of UTF-8 out; a character cut by the end of a piece comes with the next one. */
export interface Recoder {
  recode(bytes: Uint8Array): Uint8Array;
  /** What is left when the file ends: a replacement character where it ends within one. */
  finish(): Uint8Array;
}

/** Decides by byte order mark, by being valid UTF-8, by reading as Chinese; else Windows-1252. `whole`: there is no more. */
export function decideEncoding(head: Uint8Array, whole = false): Decision {
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return {encoding: 'utf-16le', evidence: true};
  if (a === 0xfe && b === 0xff) return {encoding: 'utf-16be', evidence: true};
  // Pictures, archives and the like go to the engine as they are: it looks at the bytes and says `not_text`.
  if (looksBinary(head)) return {encoding: 'utf-8', evidence: true};
  if (isAscii(head)) return {encoding: 'utf-8', evidence: false};
  if (isValid(head, 'utf-8', whole)) return {encoding: 'utf-8', evidence: true};
  return {encoding: readsAsChinese(head) ? 'gb18030' : 'windows-1252', evidence: true};
}

/** The encoding a user names, by the name browsers give it. */
export function namedEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new EngineError('invalid_option', {detail: `encoding ${label}`});
  }
}

/** `encoding` is one that `decideEncoding` or `namedEncoding` answered. */
export function makeRecoder(encoding: string): Recoder {
  if (encoding === 'utf-8') return {recode: (bytes) => bytes, finish: () => new Uint8Array()};
  if (encoding === 'windows-1252') return {recode: fromWindows1252, finish: () => new Uint8Array()};
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return {
    recode: (bytes) => encoder.encode(decoder.decode(bytes, {stream: true})),
    finish: () => encoder.encode(decoder.decode()),
  };
}

/** Whether all bytes are below 128. Four at a time, so that a large file does not feel it. */
export function isAscii(bytes: Uint8Array): boolean {
  let seen = 0;
  let i = 0;
  while (i < bytes.length && (bytes.byteOffset + i) % 4 !== 0) seen |= bytes[i++] as number;
  if (i === bytes.length) return (seen & 0x80) === 0;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + i, (bytes.length - i) >> 2);
  for (let w = 0; w < words.length; w++) seen |= words[w] as number;
  i += words.length * 4;
  while (i < bytes.length) seen |= bytes[i++] as number;
  return (seen & 0x80808080) === 0;
}

const kMagics = [
  [0x50, 0x4b, 0x03, 0x04], // zip, xlsx
  [0x25, 0x50, 0x44, 0x46], // pdf
  [0x89, 0x50, 0x4e, 0x47], // png
  [0x47, 0x49, 0x46, 0x38], // gif
  [0xff, 0xd8, 0xff], // jpeg
  [0xd0, 0xcf, 0x11, 0xe0], // xls
  [0x1f, 0x8b], // gzip
];

function looksBinary(head: Uint8Array): boolean {
  if (head.includes(0)) return true;
  return kMagics.some((magic) => magic.every((byte, i) => head[i] === byte));
}

/** Whether `bytes` decode without an error; a character cut by their end is none, unless they are `whole`. */
function isValid(bytes: Uint8Array, encoding: string, whole = false): boolean {
  try {
    new TextDecoder(encoding, {fatal: true}).decode(bytes, {stream: !whole});
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether `head` is valid GB18030 and looks it: Western text often is valid too ("Müller" holds the bytes of a rare Han
 * character), but there a high byte is followed by an ASCII letter, and in Chinese by another high byte. The pairs counted
 * as Chinese are those of the common characters and of the full-width punctuation.
 */
function readsAsChinese(head: Uint8Array): boolean {
  if (!isValid(head, 'gb18030')) return false;
  let common = 0;
  let other = 0;
  for (let i = 0; i + 1 < head.length; i++) {
    const lead = head[i] as number;
    if (lead < 0x80) continue;
    const trail = head[++i] as number;
    if (lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1) common++;
    else if (!(lead >= 0xa1 && lead <= 0xa3 && trail >= 0xa1)) other++;
  }
  return common > 0 && common >= other;
}

/** Where Windows-1252 is not Latin-1: code points of the bytes 0x80 to 0x9f. */
const kWindows1252 = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152,
  0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122,
  0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/** By hand, because Node 20 takes Windows-1252 for Latin-1 and turns a euro sign into a control character. */
function fromWindows1252(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let size = 0;
  for (const byte of bytes) {
    if (byte < 0x80) {
      out[size++] = byte;
      continue;
    }
    const point = kWindows1252[byte - 0x80] ?? byte;
    if (point < 0x800) {
      out[size++] = 0xc0 | (point >> 6);
    } else {
      out[size++] = 0xe0 | (point >> 12);
      out[size++] = 0x80 | ((point >> 6) & 0x3f);
    }
    out[size++] = 0x80 | (point & 0x3f);
  }
  return out.slice(0, size);
}
