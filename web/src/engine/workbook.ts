/** Workbooks as spreadsheet programs of today save them: each sheet becomes the text of a CSV file, line by line. */
import {builtinKind, kindOfFormat} from './cell-text.js';
import type {NumberKind} from './cell-text.js';
import {EngineError} from './errors.js';
import {SheetPieces} from './sheet.js';
import type {Book} from './sheet.js';
import type {Pieces, Sliceable} from './source.js';
import {Words, readPart} from './workbook-part.js';
import {attributeOf} from './xml.js';
import type {ZipEntry} from './zip.js';

export interface Sheet {
  name: string;
  /** Bytes it takes in the archive. */
  packedSize: number;
  /** UTF-8, one line for each row up to the last that is filled: the line number is the row's. */
  pieces(): Pieces;
}

/** Strings are kept while the sheets are read. */
const kLargestStrings = 512 << 20;

const kMainPart = 'xl/workbook.xml';

export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some(({name}) => name.toLowerCase() === kMainPart);
}

/** The sheets, in the order of their tabs. */
export async function readWorkbook(
  file: Sliceable,
  entries: readonly ZipEntry[],
): Promise<Sheet[]> {
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const sheets: {name: string; id: string}[] = [];
  let from1904 = false;
  await readPart(file, parts.get(kMainPart), {
    open(tag, inside) {
      if (tag === 'sheet') {
        const id = attributeOf(inside, '[\\w]+:id') ?? '';
        sheets.push({name: attributeOf(inside, 'name') ?? '', id});
      }
      if (tag === 'workbookPr')
        from1904 = /^(1|true|on)$/.test(attributeOf(inside, 'date1904') ?? '');
    },
  });
  const targets = await readTargets(file, parts.get('xl/_rels/workbook.xml.rels'));
  const kinds = await readKinds(file, parts.get('xl/styles.xml'));
  const stringsEntry = parts.get('xl/sharedstrings.xml');
  let strings: Promise<readonly string[]> | undefined;
  const book: Book = {
    file,
    kinds,
    from1904,
    strings: () => (strings ??= readStrings(file, stringsEntry)),
  };
  return sheets.flatMap(({name, id}) => {
    const entry = parts.get(targets.get(id) ?? '');
    return entry
      ? [{name, packedSize: entry.packedSize, pieces: () => new SheetPieces(book, entry)}]
      : [];
  });
}

/** Parts of worksheets by the id that the workbook calls them. */
async function readTargets(
  file: Sliceable,
  entry: ZipEntry | undefined,
): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readPart(file, entry, {
    open(tag, inside) {
      if (tag !== 'Relationship') return;
      if (!attributeOf(inside, 'Type')?.endsWith('/worksheet')) return;
      const target = attributeOf(inside, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      targets.set(attributeOf(inside, 'Id') ?? '', path.toLowerCase());
    },
  });
  return targets;
}

/** What the cell styles make of numbers, by the style's place. */
async function readKinds(file: Sliceable, entry: ZipEntry | undefined): Promise<NumberKind[]> {
  const formats = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let isCellStyle = false;
  await readPart(file, entry, {
    open(tag, inside) {
      if (tag === 'cellXfs') isCellStyle = true;
      const id = Number(attributeOf(inside, 'numFmtId') ?? 0);
      if (tag === 'numFmt') formats.set(id, kindOfFormat(attributeOf(inside, 'formatCode') ?? ''));
      if (tag === 'xf' && isCellStyle) kinds.push(formats.get(id) ?? builtinKind(id));
    },
    close(tag) {
      if (tag === 'cellXfs') isCellStyle = false;
    },
  });
  return kinds;
}

async function readStrings(file: Sliceable, entry: ZipEntry | undefined): Promise<string[]> {
  if (entry && entry.size > kLargestStrings) throw new EngineError('too_large');
  const strings: string[] = [];
  const words = new Words();
  await readPart(file, entry, {
    open(tag) {
      if (tag === 'si') words.begin();
      words.open(tag);
    },
    close(tag) {
      words.close(tag);
      if (tag === 'si') strings.push(words.end());
    },
    text: (text) => words.text(text),
  });
  return strings;
}
