/** Archives and workbooks for tests, written by hand. */
import {deflateRawSync} from 'node:zlib';
import {encoded} from './encoders.js';

export interface Packed {
  name: string;
  bytes: Uint8Array | string;
  stored?: boolean;
  locked?: boolean;
  /** Of the name; default UTF-8, and told so. */
  encoding?: string;
  /** What the archive says instead of the truth. */
  saidSize?: number;
  damaged?: boolean;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

export function zipped(files: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const {name, bytes, stored, locked, encoding, saidSize, damaged} of files) {
    const plain = typeof bytes === 'string' ? utf8(bytes) : bytes;
    const packed = Buffer.from(stored ? plain : deflateRawSync(plain));
    if (damaged) packed.writeUInt8((packed[packed.length >> 1] ?? 0) ^ 0x55, packed.length >> 1);
    const title = encoding ? encoded(encoding, name) : utf8(name);
    const flags = (locked ? 1 : 0) | (encoding ? 0 : 0x800);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crcOf(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(saidSize ?? plain.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, end, title]));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, listed, end]));
}

const kCrcs = Int32Array.from({length: 256}, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ (kCrcs[(crc ^ byte) & 0xff] as number);
  return ~crc >>> 0;
}

export interface BookOptions {
  /** The insides of `sheetData`, by the sheet's name. */
  sheets: Record<string, string>;
  /** The insides of `si`. */
  strings?: string[];
  /** Number formats of the cell styles: an id, or a code. */
  formats?: (number | string)[];
  from1904?: boolean;
  /** Of the main part: `x:` in the workbooks of some programs. */
  prefix?: string;
}

export function workbook({
  sheets,
  strings = [],
  formats = [],
  ...options
}: BookOptions): Uint8Array {
  const {from1904 = false, prefix: p = ''} = options;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
  const names = Object.keys(sheets);
  const codes = formats.filter((format) => typeof format === 'string');
  const idOf = (format: number | string) =>
    typeof format === 'number' ? format : 164 + codes.indexOf(format);
  const escaped = (text: string) =>
    text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${main} xmlns:r="r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${codes
      .map((code) => `<numFmt numFmtId="${idOf(code)}" formatCode="${escaped(code)}"/>`)
      .join(
        '',
      )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${['<xf numFmtId="0"/>', ...formats.map((format) => `<xf numFmtId="${idOf(format)}" xfId="0"/>`)].join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  };
  for (const [i, name] of names.entries())
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `${head}<${p}worksheet ${main}><${p}sheetData>${sheets[name]}</${p}sheetData></${p}worksheet>`;
  return zipped(Object.entries(files).map(([name, bytes]) => ({name, bytes})));
}
