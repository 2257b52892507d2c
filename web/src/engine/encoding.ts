/** The encoding of an export: decided from its head, and changed to UTF-8, the only one the engine reads. */
import {textOf, utf8From1252} from './code-pages.js';
import {EngineError} from './errors.js';
import {rankEncodings} from './likelihood.js';
import {breathe} from './patience.js';

export interface Decision {
  encoding: string;
  /** false where the head is plain ASCII, which every encoding here agrees on. */
  evidence: boolean;
  /** How sure it is, 0 to 1, beside the other encodings that would give another text. */
  confidence: number;
  /** A line of the file with text beyond ASCII, as this encoding has it; empty where there is none. */
  sample: string;
  /** What else it may be, with the same line as it would read then, the likeliest first; at most four. */
  alternatives: EncodingSample[];
}

export interface EncodingSample {
  encoding: string;
  sample: string;
}

/** Bytes of any encoding in, bytes of UTF-8 out; a character cut by the end of a piece comes with the next one. */
export interface Recoder {
  recode(bytes: Uint8Array): Uint8Array;
  /** What is left when the file ends: a replacement character where it ends within one. */
  finish(): Uint8Array;
  /** Characters that could not be read, so far: each is U+FFFD in what came out. */
  readonly replaced: number;
}

/** As much text as is weighed: the first lines that are not plain ASCII. */
const kWeighed = 16 * 1024;
const kAlternatives = 4;
/** Longest line that is shown, in characters. */
const kShown = 120;

/** Decides by byte order mark, by the pattern of zeros, by being valid UTF-8, else by likelihood. `whole`: there is no more. */
export function decideEncoding(head: Uint8Array, whole = false): Decision {
  const deciding = decide(head, whole);
  for (;;) {
    const {done, value} = deciding.next();
    if (done) return value;
  }
}

/** The same, with turns for others: weighing every encoding takes longer than a click may wait. */
export async function decidePatiently(head: Uint8Array, whole = false): Promise<Decision> {
  const deciding = decide(head, whole);
  for (;;) {
    const {done, value} = deciding.next();
    if (done) return value;
    await breathe();
  }
}

function* decide(head: Uint8Array, whole: boolean): Generator<void, Decision> {
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return certain('utf-16le', head);
  if (a === 0xfe && b === 0xff) return certain('utf-16be', head);
  const utf16 = isKnownBinary(head) ? null : zeroPattern(head);
  if (utf16) return certain(utf16, head);
  // Pictures and the like go to the engine as they are: it looks at the bytes and says `not_text`.
  if (looksBinary(head)) return plain('utf-8', true);
  if (isAscii(head)) return plain('utf-8', false);
  const lines = tellingLines(head);
  const ranked = yield* rankEncodings(lines, head.subarray(0, kWeighed));
  if (readsAsUtf8(head, whole))
    return chosen('utf-8', 1, head, lines, ['utf-8', ...ranked.map(({encoding}) => encoding)]);
  const [best] = ranked;
  const {encoding, score} = best as {encoding: string; score: number};
  const text = textOf(encoding, lines);
  const rivals = ranked.filter((other) => score - other.score < 20);
  const weights = rivals
    .filter((other) => other.encoding !== encoding && textOf(other.encoding, lines) !== text)
    .map((other) => Math.exp(other.score - score));
  const confidence = 1 / weights.reduce((sum, weight) => sum + weight, 1);
  return chosen(
    encoding,
    confidence,
    head,
    lines,
    ranked.map((other) => other.encoding),
  );
}

/** What a file looks like in the encoding its user names: `sample` and `alternatives` as decided, the rest as told. */
export function insistedEncoding(label: string, head: Uint8Array, whole = false): Decision {
  const encoding = namedEncoding(label);
  const decided = decideEncoding(head, whole);
  if (decided.encoding === encoding || !decided.evidence || decided.sample === '')
    return {...decided, encoding, evidence: true, confidence: 1};
  const bytes = sampleBytes(head, encoding);
  const others = [{encoding: decided.encoding, sample: decided.sample}, ...decided.alternatives];
  return {
    encoding,
    evidence: true,
    confidence: 1,
    sample: shownLine(textOf(encoding, bytes)),
    alternatives: others.filter((other) => other.encoding !== encoding).slice(0, kAlternatives),
  };
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
  if (encoding === 'utf-8') return new Utf8Recoder();
  if (encoding === 'windows-1252')
    return {recode: utf8From1252, finish: () => new Uint8Array(), replaced: 0};
  return new DecodingRecoder(encoding);
}

class DecodingRecoder implements Recoder {
  replaced = 0;
  readonly #decoder: TextDecoder;
  readonly #encoder = new TextEncoder();

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding);
  }

  recode(bytes: Uint8Array): Uint8Array {
    return this.#encoded(this.#decoder.decode(bytes, {stream: true}));
  }

  finish(): Uint8Array {
    return this.#encoded(this.#decoder.decode());
  }

  #encoded(text: string): Uint8Array {
    for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1))
      ++this.replaced;
    return this.#encoder.encode(text);
  }
}

/** Passes on what is valid as it is, and mends only a piece that is not. */
class Utf8Recoder implements Recoder {
  replaced = 0;
  #cut: Uint8Array = new Uint8Array();

  recode(bytes: Uint8Array): Uint8Array {
    if (this.#cut.length === 0 && isAscii(bytes)) return bytes;
    const all = this.#cut.length === 0 ? bytes : concatenated(this.#cut, bytes);
    const whole = all.subarray(0, all.length - cutLength(all));
    this.#cut = all.slice(whole.length);
    return this.#mended(whole);
  }

  finish(): Uint8Array {
    const rest = this.#cut;
    this.#cut = new Uint8Array();
    return rest.length > 0 ? this.#mended(rest) : rest;
  }

  #mended(bytes: Uint8Array): Uint8Array {
    if (isValidUtf8(bytes)) return bytes;
    // ignoreBOM: a mark at the start is the engine's to see.
    const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
    for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1))
      ++this.replaced;
    return new TextEncoder().encode(text);
  }
}

/** Whether all bytes are below 128. Sixteen at a time, so that a large file does not feel it. */
export function isAscii(bytes: Uint8Array): boolean {
  let seen = 0;
  let i = 0;
  while (i < bytes.length && (bytes.byteOffset + i) % 4 !== 0) seen |= bytes[i++] as number;
  if (i === bytes.length) return (seen & 0x80) === 0;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + i, (bytes.length - i) >> 2);
  const fours = words.length & ~3;
  let w = 0;
  for (; w < fours; w += 4)
    seen |=
      (words[w] as number) |
      (words[w + 1] as number) |
      (words[w + 2] as number) |
      (words[w + 3] as number);
  for (; w < words.length; w++) seen |= words[w] as number;
  i += words.length * 4;
  while (i < bytes.length) seen |= bytes[i++] as number;
  return (seen & 0x80808080) === 0;
}

function plain(encoding: string, evidence: boolean): Decision {
  return {encoding, evidence, confidence: 1, sample: '', alternatives: []};
}

function certain(encoding: string, head: Uint8Array): Decision {
  const sample = shownLine(textOf(encoding, sampleBytes(head, encoding)));
  return {encoding, evidence: true, confidence: 1, sample, alternatives: []};
}

/** The decision with its sample, and those of `ranked` that would show something else. */
function chosen(
  encoding: string,
  confidence: number,
  head: Uint8Array,
  lines: Uint8Array,
  ranked: readonly string[],
): Decision {
  const line = sampleBytes(head, encoding);
  const sample = shownLine(textOf(encoding, line));
  const seen = new Set([textOf(encoding, lines)]);
  const alternatives: EncodingSample[] = [];
  for (const other of ranked) {
    if (alternatives.length === kAlternatives) break;
    const text = textOf(other, lines);
    if (seen.has(text) || text.includes('\uFFFD')) continue;
    seen.add(text);
    alternatives.push({encoding: other, sample: shownLine(textOf(other, line))});
  }
  return {encoding, evidence: true, confidence, sample, alternatives};
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

function isKnownBinary(head: Uint8Array): boolean {
  return kMagics.some((magic) => magic.every((byte, i) => head[i] === byte));
}

/** Whether `head` is none of a text. A few zeros are a fault of the program that wrote a text; many are no text. */
export function looksBinary(head: Uint8Array): boolean {
  if (isKnownBinary(head)) return true;
  let zeros = 0;
  for (const byte of head) if (byte === 0) ++zeros;
  return zeros * 50 > head.length;
}

/** UTF-16 without its mark: every second byte of digits, commas and line ends is a zero, and always the same one of two. */
function zeroPattern(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (let i = 0; i < head.length; ++i) if (head[i] === 0) ++(zeros[i % 2] as number);
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) * 7 < head.length / 2) return null;
  if (Math.min(even, odd) * 20 > Math.max(even, odd)) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(head.subarray(0, 4096));
  let strange = 0;
  for (const character of text.slice(0, -1))
    if (/[^\P{C}\t\n\r\u200c\u200d]/u.test(character) || character === '\uFFFD') ++strange;
  return strange * 50 <= text.length ? encoding : null;
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes at the end that begin a UTF-8 character and do not end it: 0 to 3. */
function cutLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; ++back) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return byte < 0xf8 && length > back ? back : 0;
  }
  return 0;
}

/**
 * Whether `head` is UTF-8, be it with a few broken bytes: a line pasted in from elsewhere does not change what the others are.
 * A character cut by the end of a head is no fault, unless the head is the `whole` file.
 */
function readsAsUtf8(head: Uint8Array, whole: boolean): boolean {
  const bytes = whole ? head : head.subarray(0, head.length - cutLength(head));
  if (isValidUtf8(bytes)) return true;
  const text = new TextDecoder().decode(bytes);
  let good = 0;
  let broken = 0;
  for (let i = 0; i < text.length; ++i) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) ++broken;
    else if (code >= 0x80) ++good;
  }
  return good > 3 * broken;
}

/** The first lines that are not plain ASCII, joined: what there is to decide by. */
function tellingLines(head: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.min(kWeighed, head.length) + 1);
  let size = 0;
  for (const line of linesOf(head)) {
    if (isAscii(line)) continue;
    const part = line.subarray(0, kWeighed - size);
    out.set(part, size);
    size += part.length;
    if (size >= kWeighed) break;
    out[size++] = 0x0a;
    if (size >= kWeighed) break;
  }
  return out.subarray(0, size);
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  // Neither line feed nor carriage return is part of a character in any encoding here but UTF-16.
  const end = bytes.includes(0x0a) ? 0x0a : 0x0d;
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(end, from);
    const to = at < 0 ? bytes.length : at;
    yield bytes.subarray(from, to);
    from = to + 1;
  }
}

/** The bytes of one line to show: of the rows rather than of the header. */
function sampleBytes(head: Uint8Array, encoding: string): Uint8Array {
  const part = head.subarray(0, 4 * kWeighed);
  if (encoding.startsWith('utf-16')) return part.subarray(0, 4096);
  let first: Uint8Array | undefined;
  let index = 0;
  for (const line of linesOf(head)) {
    if (!isAscii(line)) {
      if (index > 0) return line;
      first = line;
    }
    ++index;
  }
  return first ?? part.subarray(0, 0);
}

/** Of `text` the line that is not plain ASCII, cut to what can be shown, around the place that matters. */
function shownLine(text: string): string {
  const lines = text.split(/[\r\n]+/);
  const isTelling = (line: string) => /[^\p{ASCII}\uFEFF]/u.test(line);
  const line = lines.slice(1).find(isTelling) ?? lines.find(isTelling) ?? '';
  const clean = line.replace(/\p{Cc}+|\uFEFF/gu, ' ').trim();
  if (clean.length <= kShown) return clean;
  const at = Math.max(0, clean.search(/\P{ASCII}/u) - kShown / 3);
  // By characters, not by halves of them.
  return Array.from(clean.slice(at)).slice(0, kShown).join('');
}

function concatenated(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
