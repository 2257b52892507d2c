/** How many have come back by each day: steps of a survival curve turned over, with their band. */
import {scaleLinear} from 'd3-scale';
import {placeLabels, thinOut} from './labels.js';

/** Parallel lists: shares of those who have not come back by the end of a day. */
export interface Survivors {
  days: readonly number[];
  share: readonly number[];
  low: readonly number[];
  high: readonly number[];
  at_risk: readonly number[];
}

export interface Frame {
  width: number;
  height: number;
  /** Room for the labels above the curve, the shares at its left, the days and numbers below. */
  top: number;
  left: number;
  bottom: number;
  /** Of a label above the curve, and of the one of the median. */
  labelWidth: number;
  halfWidth: number;
}

export interface Mark {
  day: number;
  x: number;
  y: number;
  /** Middle of the label above. */
  label: number;
  value: number;
  low: number;
  high: number;
}

export interface ReturnCurve {
  line: string;
  band: string;
  marks: Mark[];
  /** The day by which half had come back. */
  median: Mark | null;
  /** Days below the axis, and who was watched without a second order when each began. */
  ticks: {day: number; x: number; atRisk: number}[];
  grid: {y: number; share: number}[];
  base: number;
}

/** Days that are spoken of, and those that may stand below the axis, the most important first. */
const kMarks = [30, 90, 365];
const kTicks = [0, 365, 90, 180, 30, 730, 1095, 1460, 1825, 2555, 3650];

export function returnCurve(
  curve: Survivors,
  median: number | null,
  {width, height, top, left, bottom, labelWidth, halfWidth}: Frame,
): ReturnCurve {
  const {days} = curve;
  const base = height - bottom;
  const last = days.at(-1) ?? 0;
  const came = (shares: readonly number[], index: number) => 1 - (shares[index] ?? 1);
  const most = Math.max(0, ...days.map((_, index) => came(curve.low, index)));
  const x = scaleLinear([0, Math.max(1, last)], [left, width]);
  const y = scaleLinear([0, most > 0 ? most : 1], [base, top]).nice(4);

  const steps = (shares: readonly number[]) =>
    days.map((day, index) => ({x: x(day), y: y(came(shares, index))}));
  const upper = steps(curve.low);
  const lower = steps(curve.high);
  const markAt = (day: number): Mark => {
    const index = lastUpTo(days, day);
    const value = came(curve.share, index);
    return {
      day,
      x: x(day),
      y: y(value),
      label: x(day),
      value,
      low: came(curve.high, index),
      high: came(curve.low, index),
    };
  };
  const marks = kMarks.filter((day) => day <= last).map(markAt);
  const half = median === null ? null : markAt(median);
  const labelled = half ? [...marks, half] : marks;
  const places = placeLabels(
    labelled.map((mark) => ({at: mark.x - left, width: mark === half ? halfWidth : labelWidth})),
    width - left,
    6,
  );
  labelled.forEach((mark, index) => (mark.label = left + (places[index] ?? 0)));

  const candidates = [...new Set([0, last, ...kTicks])].filter((day) => days.includes(day));
  const kept = thinOut(candidates.map(x), 40);
  const ticks = candidates
    .filter((_, index) => kept[index])
    .sort((a, b) => a - b)
    .map((day) => ({
      day,
      x: Math.min(x(day), width - 12),
      atRisk: curve.at_risk[days.indexOf(day)] ?? 0,
    }));
  return {
    line: forward(steps(curve.share)),
    band: days.length === 0 ? '' : `${forward(upper)}${back(lower)}Z`,
    marks,
    median: half,
    ticks,
    grid: y.ticks(4).map((share) => ({y: y(share), share})),
    base,
  };
}

interface Point {
  x: number;
  y: number;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Level until the next day, then up. */
function forward(points: readonly Point[]): string {
  return points
    .map(({x, y}, index) => `${index === 0 ? `M${round(x)},` : `H${round(x)}V`}${round(y)}`)
    .join('');
}

/** The same steps from the last to the first, to close an area. */
function back(points: readonly Point[]): string {
  return [...points]
    .reverse()
    .map(({x, y}, index) => (index === 0 ? `L${round(x)},${round(y)}` : `V${round(y)}H${round(x)}`))
    .join('');
}

function lastUpTo(days: readonly number[], day: number): number {
  let found = 0;
  days.forEach((one, index) => {
    if (one <= day) found = index;
  });
  return found;
}
