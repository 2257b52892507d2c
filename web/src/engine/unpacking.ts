/** What a source holds: one file of text, or the members of an archive, or the sheets of a workbook. */
import {EngineError, inFile} from './errors.js';
import type {EngineErrorBody, ErrorCode} from './protocol.js';
import {kSlice, piecesOf, readAt} from './source.js';
import type {Pieces, Sliceable, Source} from './source.js';
import {isWorkbook, readWorkbook} from './workbook.js';
import {readZip, unzipped, unzippedWhole} from './zip.js';
import type {ZipEntry} from './zip.js';

/** One file to be read as such. */
export interface Member {
  name: string;
  /** Bytes on the disk that reading it takes; null where only the end will tell. */
  packedSize: number | null;
  /** Whether it may be empty without anybody wondering: a workbook's spare sheets are. */
  isSheet: boolean;
  pieces(): Pieces;
}

export interface Contents {
  /** Whether the source is an archive or a workbook, of which one bad member does not spoil the others. */
  isPacked: boolean;
  members: Member[];
  /** What cannot be read at all. */
  skipped: EngineErrorBody[];
}

/** Stands between the name of an archive and that of a member. */
export const kWithin = ' > ';
/** Archives within archives are opened in memory: so deep, and so large. */
const kDeepest = 2;
const kLargestWithin = 512 << 20;
/** A pipe that brings an archive is held in memory until its end, where the list of members stands. */
const kLargestPiped = 1 << 30;

/** Why a member cannot be used while others can: told, and no reason to stop. */
const kUnusable: readonly ErrorCode[] = [
  'empty_file',
  'not_text',
  'no_rows',
  'no_columns',
  'no_date_column',
  'no_usable_column',
  'column_not_found',
  'bad_archive',
  'locked',
  'old_spreadsheet',
  'other_spreadsheet',
  'too_large',
];

/** Whether `thrown` is about what a file holds, rather than about us or the machine. */
export function isUnusable(thrown: unknown): thrown is EngineError {
  return thrown instanceof EngineError && kUnusable.includes(thrown.code);
}

/** Opens `source` as far as it takes to know what is in it. Throws what is wrong with the whole of it. */
export async function contentsOf(source: Source, name: string): Promise<Contents> {
  if (source instanceof Uint8Array) return ofSliceable(inMemory(source), name, source);
  if ('slice' in source && typeof source.size === 'number')
    return ofSliceable(source, name, source);
  return ofPipe(source, name);
}

async function ofSliceable(file: Sliceable, name: string, source: Source): Promise<Contents> {
  const kind = await kindOf(file);
  if (kind === 'zip') return ofArchive(file, name, 0);
  if (kind === 'text')
    return plain({name, packedSize: file.size, isSheet: false, pieces: () => piecesOf(source)});
  throw new EngineError(kind, {file: name});
}

async function ofPipe(source: Source, name: string): Promise<Contents> {
  const pieces = piecesOf(source);
  const first = await pieces.next();
  const kind = first ? await kindOf(inMemory(first)) : 'text';
  if (kind !== 'zip') {
    if (kind !== 'text') {
      pieces.close();
      throw new EngineError(kind, {file: name});
    }
    return plain({name, packedSize: null, isSheet: false, pieces: () => continued(first, pieces)});
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let piece = first; piece; piece = await pieces.next()) {
    parts.push(piece);
    size += piece.length;
    if (size > kLargestPiped) {
      pieces.close();
      throw new EngineError('too_large', {file: name});
    }
  }
  return ofArchive(new Blob(parts as BlobPart[]), name, 0);
}

function plain(member: Member): Contents {
  return {isPacked: false, members: [member], skipped: []};
}

/** What was taken to look at it, and then the rest. */
function continued(first: Uint8Array | null, rest: Pieces): Pieces {
  let given = false;
  return {
    async next() {
      if (given) return first && rest.next();
      given = true;
      return first;
    },
    close: () => rest.close(),
  };
}

type Kind = 'text' | 'zip' | 'old_spreadsheet' | 'locked' | 'not_text';

/** By the first bytes, never by the name. */
async function kindOf(file: Sliceable): Promise<Kind> {
  if (file.size < 4) return 'text';
  const head = await readAt(file, 0, Math.min(512, file.size));
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (!starts(0xd0, 0xcf, 0x11, 0xe0)) return 'text';
  return kindOfCompound(file, head);
}

/** Old Office files, and new ones with a password, are folders in a file: their list of names tells which. */
async function kindOfCompound(file: Sliceable, head: Uint8Array): Promise<Kind> {
  if (head.length < 512) return 'not_text';
  const view = new DataView(head.buffer, head.byteOffset);
  const sector = 1 << Math.min(16, view.getUint16(30, true));
  const at = (view.getUint32(48, true) + 1) * sector;
  const end = Math.min(at + 4096, file.size);
  if (at >= end) return 'not_text';
  const names = new TextDecoder('utf-16le').decode(await readAt(file, at, end));
  if (names.includes('EncryptedPackage')) return 'locked';
  return names.includes('Workbook') || names.includes('Book') ? 'old_spreadsheet' : 'not_text';
}

async function ofArchive(file: Sliceable, name: string, depth: number): Promise<Contents> {
  try {
    const entries = await readZip(file);
    if (isWorkbook(entries)) {
      const sheets = await readWorkbook(file, entries);
      const members = sheets.map((sheet) => ({
        ...sheet,
        name: name + kWithin + sheet.name,
        isSheet: true,
      }));
      if (members.length === 0) throw new EngineError('empty_file');
      return {isPacked: true, members, skipped: []};
    }
    const document = await documentIn(file, entries);
    if (document) throw new EngineError(document);
    if (entries.length === 0) throw new EngineError('empty_file');
    return await ofEntries(file, entries, name, depth);
  } catch (thrown) {
    throw inFile(thrown, name);
  }
}

/** Documents of other programs are archives as well, of no use member by member. */
async function documentIn(
  file: Sliceable,
  entries: readonly ZipEntry[],
): Promise<ErrorCode | null> {
  const has = (pattern: RegExp) => entries.some((entry) => pattern.test(entry.name));
  if (has(/^xl\/workbook\.bin$/i) || has(/^Index(\/Document\.iwa|\.zip)$/))
    return 'other_spreadsheet';
  const mime = entries.find((entry) => entry.name === 'mimetype');
  if (mime && mime.size < 256) {
    const type = new TextDecoder().decode(await unzippedWhole(file, mime, 256));
    if (type.includes('opendocument'))
      return type.includes('spreadsheet') ? 'other_spreadsheet' : 'not_text';
  }
  return has(/^\[Content_Types\]\.xml$/) ? 'not_text' : null;
}

async function ofEntries(
  file: Sliceable,
  entries: readonly ZipEntry[],
  name: string,
  depth: number,
): Promise<Contents> {
  const contents: Contents = {isPacked: true, members: [], skipped: []};
  for (const entry of entries) {
    const own = name + kWithin + entry.name;
    try {
      const kind = await kindInside(file, entry);
      if (kind === 'text') {
        const pieces = () => gathered(unzipped(file, entry));
        contents.members.push({name: own, packedSize: entry.packedSize, isSheet: false, pieces});
      } else if (kind === 'zip' && depth + 1 < kDeepest) {
        const inner = inMemory(await unzippedWhole(file, entry, kLargestWithin));
        const {members, skipped} = await ofArchive(inner, own, depth + 1);
        contents.members.push(...members);
        contents.skipped.push(...skipped);
      } else {
        throw new EngineError(kind === 'zip' ? 'bad_archive' : kind);
      }
    } catch (thrown) {
      const error = inFile(thrown, own);
      if (!isUnusable(error)) throw error;
      contents.skipped.push(error.body);
    }
  }
  return contents;
}

async function kindInside(file: Sliceable, entry: ZipEntry): Promise<Kind> {
  const pieces = unzipped(file, entry);
  try {
    const head = await pieces.next();
    if (!head) throw new EngineError('empty_file');
    const kind = await kindOf(inMemory(head));
    const isCompound = kind !== 'text' && kind !== 'zip';
    return isCompound
      ? await kindOf(inMemory(await unzippedWhole(file, entry, kLargestWithin)))
      : kind;
  } finally {
    pieces.close();
  }
}

/** Larger pieces: a platform's inflater gives crumbs, and each piece costs a crossing to the engine. */
function gathered(pieces: Pieces): Pieces {
  let rest: Uint8Array | null = null;
  return {
    async next() {
      const parts: Uint8Array[] = rest ? [rest] : [];
      let size = rest?.length ?? 0;
      rest = null;
      while (size < kSlice) {
        const piece = await pieces.next();
        if (!piece) break;
        parts.push(piece);
        size += piece.length;
      }
      if (parts.length < 2) return parts[0] ?? null;
      const all = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        all.set(part, at);
        at += part.length;
      }
      return all;
    },
    close: () => pieces.close(),
    taken: () => pieces.taken?.() ?? 0,
  };
}

function inMemory(bytes: Uint8Array): Sliceable {
  return {
    size: bytes.length,
    slice: (from, to) => ({
      arrayBuffer: async () => new Uint8Array(bytes.subarray(from, to)).buffer,
    }),
  };
}
