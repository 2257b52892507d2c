/** One sheet of a workbook as the text of a CSV file. */
import {numberText} from './cell-text.js';
import type {NumberKind} from './cell-text.js';
import type {Pieces, Sliceable} from './source.js';
import {PartReader, Words} from './workbook-part.js';
import {attributeOf} from './xml.js';
import type {XmlListener} from './xml.js';
import type {ZipEntry} from './zip.js';

/** Read by all sheets alike. */
export interface Book {
  file: Sliceable;
  strings: () => Promise<readonly string[]>;
  kinds: readonly NumberKind[];
  from1904: boolean;
}

/** Given to the engine at once. */
const kPiece = 256 << 10;
/** Rows looked at for the width of the table; shorter rows are filled up to it. */
const kRowsForWidth = 200;
/** Columns of the widest sheet there can be. */
const kMostColumns = 16_384;

/** The cell at hand. */
interface Cell {
  type: string;
  style: number;
  value: string;
}

/** UTF-8, one line for each row up to the last that is filled, so that the number of a line is its row's. */
export class SheetPieces implements Pieces {
  readonly #book: Book;
  readonly #part: PartReader;
  readonly #encoder = new TextEncoder();
  readonly #words = new Words();
  #strings: readonly string[] | undefined;
  #lines = '';
  /** Rows that wait until the width is known. */
  #early: {row: number; cells: string[]}[] | null = [];
  #width = 0;
  /** 1-based number of the row written last, and of the one at hand. */
  #written = 0;
  #row = 0;
  #cells: string[] = [];
  #column = 0;
  #cell: Cell = {type: 'n', style: 0, value: ''};
  #isValue = false;

  constructor(book: Book, entry: ZipEntry) {
    this.#book = book;
    const listener: XmlListener = {
      open: (tag, inside) => this.#open(tag, inside),
      close: (tag) => this.#close(tag),
      text: (text) => this.#text(text),
    };
    this.#part = new PartReader(book.file, entry, listener);
  }

  async next(): Promise<Uint8Array | null> {
    this.#strings ??= await this.#book.strings();
    while (this.#lines.length < kPiece) {
      if (await this.#part.read()) continue;
      this.#settleWidth();
      break;
    }
    if (this.#lines === '') return null;
    const piece = this.#encoder.encode(this.#lines);
    this.#lines = '';
    return piece;
  }

  close(): void {
    this.#part.close();
  }

  taken(): number {
    return this.#part.taken();
  }

  #open(tag: string, inside: string): void {
    switch (tag) {
      case 'row':
        this.#row = Number(attributeOf(inside, 'r') ?? this.#row + 1);
        this.#cells = [];
        this.#column = 0;
        break;
      case 'c':
        this.#column = columnOf(attributeOf(inside, 'r') ?? '') || this.#column + 1;
        this.#cell = {
          type: attributeOf(inside, 't') ?? 'n',
          style: Number(attributeOf(inside, 's') ?? 0),
          value: '',
        };
        this.#words.begin();
        break;
      case 'v':
        this.#isValue = true;
        break;
      default:
        this.#words.open(tag);
    }
  }

  #text(text: string): void {
    if (this.#isValue) this.#cell.value += text;
    else this.#words.text(text);
  }

  #close(tag: string): void {
    switch (tag) {
      case 'v':
        this.#isValue = false;
        break;
      case 'c': {
        const text = this.#textOf(this.#cell);
        if (text !== '' && this.#column <= kMostColumns) {
          while (this.#cells.length < this.#column - 1) this.#cells.push('');
          this.#cells[this.#column - 1] = text;
        }
        break;
      }
      case 'row':
        if (this.#cells.length > 0) this.#keep(this.#row, this.#cells);
        break;
      default:
        this.#words.close(tag);
    }
  }

  #textOf({type, style, value}: Cell): string {
    switch (type) {
      case 's':
        return shownText(this.#strings?.[Number(value)] ?? '');
      case 'inlineStr':
        return shownText(this.#words.end());
      case 'str':
        return shownText(value);
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      // An error of a formula: nothing is known.
      case 'e':
        return '';
      case 'd':
        return value.replace('T', ' ').replace(/Z$|\.\d+Z?$/, '');
      default: {
        const kind = this.#book.kinds[style] ?? 'number';
        return value === '' ? '' : numberText(value, {kind, from1904: this.#book.from1904});
      }
    }
  }

  #keep(row: number, cells: string[]): void {
    if (!this.#early) return this.#write(row, cells);
    this.#early.push({row, cells});
    if (this.#early.length >= kRowsForWidth) this.#settleWidth();
  }

  #settleWidth(): void {
    const rows = this.#early ?? [];
    this.#early = null;
    this.#width = Math.max(0, ...rows.map(({cells}) => cells.length));
    for (const {row, cells} of rows) this.#write(row, cells);
  }

  #write(row: number, cells: string[]): void {
    // Rows without a cell are not in the file; those out of order are none a spreadsheet wrote.
    if (row > this.#written + 1) this.#lines += '\n'.repeat(row - this.#written - 1);
    this.#written = Math.max(row, this.#written + 1);
    for (let i = 0; i < cells.length; ++i)
      this.#lines += (i > 0 ? ',' : '') + quoted(cells[i] ?? '');
    this.#lines += ','.repeat(Math.max(0, this.#width - cells.length)) + '\n';
  }
}

/** 1 for A, 27 for AA; 0 where `reference` names no column. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; ++i) {
    const letter = (reference.charCodeAt(i) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

/** A line break within a cell would shift the numbers of all lines below. */
function shownText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) =>
        String.fromCharCode(parseInt(hex as string, 16)),
      )
    : text;
  return /[\r\n\0]/.test(plain) ? plain.replace(/[\r\n\0]+/g, ' ') : plain;
}

function quoted(text: string): string {
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
