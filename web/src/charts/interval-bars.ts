/** Bars of shares with their intervals as a wash; zero-based, one scale. */
import {max} from 'd3-array';
import {scaleBand, scaleLinear} from 'd3-scale';

export interface Share {
  /** null where nothing can be said yet. */
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface Frame {
  width: number;
  height: number;
  /** Room above the highest mark, for its label. */
  top: number;
  /** Room below zero, for the categories. */
  bottom: number;
}

export interface Bar {
  x: number;
  width: number;
  /** Middle of the bar. */
  center: number;
  /** Top of the bar; one that cannot be drawn (`known` is false) is hatched up to here. */
  y: number;
  height: number;
  known: boolean;
  /** The interval; null without one. */
  wash: {y: number; height: number} | null;
  /** Baseline of the label above bar and wash. */
  label: number;
}

export interface IntervalBars {
  bars: Bar[];
  /** The line that is zero. */
  base: number;
  /** The share at the top of the scale. */
  top: number;
  /** Thin lines to read by. */
  grid: {y: number; share: number}[];
}

/** Widest a bar may become. */
const kWidest = 64;

export function intervalBars(shares: readonly Share[], frame: Frame): IntervalBars {
  const base = frame.height - frame.bottom;
  const most = max(shares, (share) => share.high ?? share.value ?? 0) ?? 0;
  const y = scaleLinear([0, most > 0 ? most : 1], [base, frame.top]).nice(4);
  const band = scaleBand(
    shares.map((_, index) => index),
    [0, frame.width],
  ).paddingInner(0.32);
  const width = Math.min(band.bandwidth(), kWidest);
  const bars = shares.map(({value, low, high}, index): Bar => {
    const center = (band(index) ?? 0) + band.bandwidth() / 2;
    const x = center - width / 2;
    if (value === null) {
      const top = base - (base - frame.top) * 0.18;
      return {
        x,
        width,
        center,
        y: top,
        height: base - top,
        known: false,
        wash: null,
        label: top - 6,
      };
    }
    const top = y(value);
    const wash = low === null || high === null ? null : {y: y(high), height: y(low) - y(high)};
    const label = Math.min(top, wash?.y ?? top) - 6;
    return {x, width, center, y: top, height: base - top, known: true, wash, label};
  });
  const [, top = 1] = y.domain();
  const grid = y.ticks(4).map((share) => ({y: y(share), share}));
  return {bars, base, top, grid};
}
