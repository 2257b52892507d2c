/** Columns that line up in a terminal, where a Chinese character takes the place of two letters. */

/** Code points that are two cells wide: East Asian Wide and Fullwidth, as far as shops write them. */
const kWide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Cells that `text` takes in a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    // Marks that sit on the letter before, and control characters.
    if (/[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u.test(character)) continue;
    width += kWide.some(([from, to]) => point >= from && point <= to) ? 2 : 1;
  }
  return width;
}

/** `text` made fit to be shown: no control characters, and no more than `width` cells. */
export function shortened(text: string, width: number): string {
  const clean = text.replace(/\p{Cc}+/gu, ' ');
  if (widthOf(clean) <= width) return clean;
  let short = '';
  for (const character of clean) {
    if (widthOf(short + character) >= width) break;
    short += character;
  }
  return `${short}…`;
}

/** Lines of a table; `sides` tells for each column on which side its text stands, `<` or `>`. */
export function table(rows: readonly (readonly string[])[], sides: string): string[] {
  const widths = Array.from(sides, (_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    widths
      .map((width, column) => {
        const text = row[column] ?? '';
        const blanks = ' '.repeat(width - widthOf(text));
        return sides[column] === '>' ? blanks + text : text + blanks;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A bar of at most `width` cells for a share of 0 to 1; something always shows as something. */
export function bar(share: number, width: number): string {
  return share > 0 ? '█'.repeat(Math.max(1, Math.round(share * width))) : '';
}
