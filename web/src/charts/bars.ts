/** Plain bars from zero, one per period or kind, on one scale; amounts that are not known have none. */
import {scaleBand, scaleLinear} from 'd3-scale';

export interface Bar {
  x: number;
  width: number;
  center: number;
  y: number;
  height: number;
}

export interface BarFrame {
  width: number;
  height: number;
  /** Room above the highest bar and below zero. */
  top: number;
  bottom: number;
}

/** Widest a bar may become. */
const kWidest = 40;

/** `most`: what reaches the top; less than the largest amount is raised to it. */
export function plainBars(
  amounts: readonly number[],
  {width, height, top, bottom}: BarFrame,
  most = 0,
): {bars: Bar[]; base: number; y: (amount: number) => number} {
  const base = height - bottom;
  const largest = Math.max(most, 0, ...amounts);
  const y = scaleLinear([0, largest > 0 ? largest : 1], [base, top]);
  const band = scaleBand(
    amounts.map((_, index) => index),
    [0, width],
  ).padding(0.16);
  const wide = Math.min(kWidest, band.bandwidth());
  const bars = amounts.map((amount, index) => {
    const center = (band(index) ?? 0) + band.bandwidth() / 2;
    const reach = y(Math.max(0, amount));
    return {x: center - wide / 2, width: wide, center, y: reach, height: base - reach};
  });
  return {bars, base, y};
}
