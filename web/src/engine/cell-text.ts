/** Cells of a spreadsheet as text: numbers as they are meant, dates as dates. */

/** What a number format makes of a number. */
export type NumberKind = 'number' | 'date' | 'time';

export interface CellOptions {
  kind: NumberKind;
  /** Days are counted from 1904, as old Macintoshes did. */
  from1904: boolean;
}

/**
 * Kinds of the formats every program knows without being told (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 are dates
 * in East Asian languages and unused in the others.
 */
export function builtinKind(id: number): NumberKind {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  const isDate = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36);
  return isDate || (id >= 50 && id <= 58) ? 'date' : 'number';
}

/** The kind of a format that the workbook spells out. */
export function kindOfFormat(code: string): NumberKind {
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';');
  const parts = first.replace(/general/gi, '').replace(/s\.0+/gi, 's');
  if (/[#0?]/.test(parts) || !/[ymdhs]/i.test(parts)) return 'number';
  return /[yd]/i.test(parts) || !/[hs]/i.test(parts) ? 'date' : 'time';
}

/** A number as the file holds it, as text of its kind. */
export function numberText(text: string, {kind, from1904}: CellOptions): string {
  if (kind === 'number') return plainNumber(text);
  const serial = Number(text);
  const whole = Math.floor(serial);
  // 31 December 9999 is the last day a spreadsheet knows.
  if (!(serial >= 0) || whole > 2_958_465) return plainNumber(text);
  const seconds = Math.round((serial - whole) * 86_400);
  if (whole === 0 && kind === 'time') return clockOf(seconds % 86_400);
  const day = dayOf(whole + Math.floor(seconds / 86_400), from1904);
  return seconds % 86_400 === 0 ? day : `${day} ${clockOf(seconds % 86_400)}`;
}

/**
 * Whole numbers stay as they are written, however long. Others lose what binary fractions add behind the fifteenth digit, as
 * spreadsheets show them, and their exponent.
 */
export function plainNumber(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return text;
  // Up to fifteen digits nothing needs to be cut.
  const short = String(text.length <= 15 ? number : Number(number.toPrecision(15)));
  if (!short.includes('e')) return short;
  if (Math.abs(number) >= 1) return BigInt(Number(short)).toString();
  return number.toFixed(20).replace(/\.?0+$/, '');
}

/** What day 0 of the calendar from 1904 is in the other. */
const kDaysTo1904 = 1462;
/** A shop's orders lie on few days: each is written once. */
const days = new Map<number, string>();

function dayOf(serial: number, from1904: boolean): string {
  const number = from1904 ? serial + kDaysTo1904 : serial;
  let day = days.get(number);
  if (day === undefined) days.set(number, (day = writtenDay(number)));
  return day;
}

function writtenDay(serial: number): string {
  // Spreadsheets believe that 1900 was a leap year: day 60 is its 29 February, and all before it are one day off.
  if (serial === 60) return '1900-02-29';
  const epoch = Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(epoch + serial * 86_400_000).toISOString().slice(0, 10);
}

function clockOf(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map(two)
    .join(':');
}
