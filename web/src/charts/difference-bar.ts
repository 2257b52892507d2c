/** A difference with its interval beside zero, on a scale of its own that holds both. */

export interface DifferenceBar {
  zero: number;
  point: number;
  from: number;
  to: number;
}

/** Places from 0 to `width`, zero in the middle. */
export function differenceBar(
  {difference, low, high}: {difference: number; low: number; high: number},
  width: number,
): DifferenceBar {
  const reach = Math.max(Math.abs(low), Math.abs(high)) || 1;
  const at = (value: number) => (width / 2) * (1 + value / reach);
  return {zero: width / 2, point: at(difference), from: at(low), to: at(high)};
}
