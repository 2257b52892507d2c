/**
 * Which rows of a very long table are in view. No browser scrolls further than some 17 to 33 million pixels, so a long
 * table has a shorter scroll range than its rows would need; the place in the table is then a number of rows, and the
 * scroll bar follows it.
 */

/** Well below what the strictest browser shows. */
export const kLongestRange = 5_000_000;

export interface ScrollRange {
  rows: number;
  rowHeight: number;
  /** Height of the part in view. */
  view: number;
}

/** Height of what is scrolled. */
export function rangeHeight({rows, rowHeight, view}: ScrollRange): number {
  return Math.max(view, Math.min(rows * rowHeight, kLongestRange));
}

/** Whether a pixel of scrolling is more than a pixel of rows. */
export function isScaled({rows, rowHeight}: ScrollRange): boolean {
  return rows * rowHeight > kLongestRange;
}

/** The largest first row: with it the last row ends at the lower border of the view. */
export function lastTop({rows, rowHeight, view}: ScrollRange): number {
  return Math.max(0, rows - view / rowHeight);
}

/** First row in view, with the part of it that is scrolled away, from where the scroll bar stands. */
export function topAt(scroll: number, range: ScrollRange): number {
  const way = rangeHeight(range) - range.view;
  if (way <= 0) return 0;
  return clamp(scroll / way, 0, 1) * lastTop(range);
}

/** Where the scroll bar stands when `top` is the first row in view. */
export function scrollFor(top: number, range: ScrollRange): number {
  const way = rangeHeight(range) - range.view;
  const last = lastTop(range);
  return last <= 0 ? 0 : (clamp(top, 0, last) / last) * way;
}

export function clampTop(top: number, range: ScrollRange): number {
  return clamp(top, 0, lastTop(range));
}

/** The rows to draw: from (included) to (excluded), one more than fits so that no gap shows at the borders. */
export function rowsInView(
  top: number,
  {rows, rowHeight, view}: ScrollRange,
): {from: number; to: number} {
  const from = clamp(Math.floor(top), 0, Math.max(0, rows - 1));
  const to = Math.min(rows, Math.ceil(top + view / rowHeight) + 1);
  return {from, to};
}

/** The nearest first row that has `row` wholly in view. */
export function topToShow(row: number, top: number, range: ScrollRange): number {
  const fits = Math.max(1, Math.floor(range.view / range.rowHeight));
  if (row < top) return clampTop(row, range);
  if (row > top + fits - 1) return clampTop(row - range.view / range.rowHeight + 1, range);
  return top;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
