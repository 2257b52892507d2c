/** How many points customers hold at the end of each month, a line for each way of spending them. */
import {scaleLinear} from 'd3-scale';

export interface Frame {
  width: number;
  height: number;
  /** Room above the lines, for the figures at their left, and for the months below. */
  top: number;
  left: number;
  bottom: number;
  /** That a month below the axis takes. */
  tickWidth: number;
}

export interface PointsLines {
  /** `end` is the last point; `label` is where its name stands, clear of the others. */
  lines: {path: string; end: {x: number; y: number}; label: number}[];
  /** Places of the months that are named, from 0 on. */
  ticks: {x: number; month: number}[];
  grid: {y: number; value: number}[];
  base: number;
}

const kLabelHeight = 15;

/** `series`: by way, one value of at least 0 for each month; all of one length, above 0. */
export function pointsLines(
  series: readonly (readonly number[])[],
  {width, height, top, left, bottom, tickWidth}: Frame,
): PointsLines {
  const months = Math.max(1, ...series.map(({length}) => length));
  const base = height - bottom;
  const most = Math.max(1, ...series.flat());
  const x = scaleLinear([0, Math.max(1, months - 1)], [left, width]);
  const y = scaleLinear([0, most], [base, top]).nice(4);
  const lines = series.map((values) => {
    const points = values.map((value, month) => `${round(x(month))},${round(y(value))}`);
    const end = {x: x(values.length - 1), y: y(values.at(-1) ?? 0)};
    return {path: `M${points.join('L')}`, end, label: end.y};
  });
  const sorted = [...lines].sort((a, b) => a.label - b.label);
  for (const [i, line] of sorted.entries()) {
    const above = sorted[i - 1];
    if (above) line.label = Math.max(line.label, above.label + kLabelHeight);
  }
  const step = Math.max(1, Math.ceil((months * tickWidth) / (width - left)));
  const ticks = Array.from({length: Math.ceil(months / step)}, (_, i) => ({
    x: x(i * step),
    month: i * step,
  }));
  return {lines, ticks, grid: y.ticks(4).map((value) => ({y: y(value), value})), base};
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
