/** A figure from period to period between the limits of what is ordinary. */
import {scaleLinear, scalePoint} from 'd3-scale';

export interface ControlPoint {
  value: number | null;
  mature: boolean;
  center: number | null;
  low: number | null;
  high: number | null;
  alarm: 'none' | 'above' | 'below';
}

export interface ControlFrame {
  width: number;
  height: number;
  top: number;
  left: number;
  bottom: number;
}

export interface Dot {
  /** Place of its point. */
  index: number;
  x: number;
  y: number;
  mature: boolean;
  alarm: ControlPoint['alarm'];
}

export interface ControlChart {
  /** Limits and means as steps, a piece for each run of periods that have them. */
  bands: string[];
  centers: string[];
  /** Between following periods that have a value. */
  line: string;
  dots: Dot[];
  /** Periods that are not judged. */
  hatched: {x: number; width: number}[];
  /** Ends of the scale. */
  low: {y: number; value: number};
  high: {y: number; value: number};
  base: number;
}

/** Room above the highest and below the lowest mark, of the scale. */
const kMargin = 0.06;

export function controlChart(
  points: readonly ControlPoint[],
  {width, height, top, left, bottom}: ControlFrame,
): ControlChart {
  const base = height - bottom;
  const amounts = points
    .flatMap(({value, low, high}) => [value, low, high])
    .filter((amount) => amount !== null);
  const least = amounts.length > 0 ? Math.min(...amounts) : 0;
  const most = amounts.length > 0 ? Math.max(...amounts) : 1;
  const room = (most - least || Math.abs(most) || 1) * kMargin;
  // What cannot be negative has no scale below zero.
  const floor = least >= 0 ? Math.max(0, least - room) : least - room;
  const y = scaleLinear([floor, most + room], [base, top]);
  const place = scalePoint(
    points.map((_, index) => index),
    [left, width],
  ).padding(0.5);
  const half = place.step() / 2;
  const x = (index: number) => place(index) ?? left;
  const round = (amount: number) => Math.round(amount * 100) / 100;

  const runs: {from: number; to: number}[] = [];
  points.forEach(({low, high}, index) => {
    if (low === null || high === null) return;
    const last = runs.at(-1);
    if (last && last.to === index - 1) last.to = index;
    else runs.push({from: index, to: index});
  });
  const steps = ({from, to}: {from: number; to: number}, of: (point: ControlPoint) => number) =>
    points.slice(from, to + 1).map((point, offset) => ({
      from: round(x(from + offset) - half),
      to: round(x(from + offset) + half),
      y: round(y(of(point))),
    }));
  const along = (pieces: readonly {from: number; to: number; y: number}[], start: string) =>
    pieces
      .map((piece, index) => `${index === 0 ? start : 'L'}${piece.from},${piece.y}H${piece.to}`)
      .join('');
  const bands = runs.map((run) => {
    const below = steps(run, ({low}) => low ?? 0)
      .reverse()
      .map((piece) => ({from: piece.to, to: piece.from, y: piece.y}));
    return `${along(
      steps(run, ({high}) => high ?? 0),
      'M',
    )}${along(below, 'L')}Z`;
  });
  const centers = runs.map((run) =>
    along(
      steps(run, ({center}) => center ?? 0),
      'M',
    ),
  );

  const dots = points.flatMap(({value, mature, alarm}, index) =>
    value === null ? [] : [{index, x: x(index), y: y(value), mature, alarm}],
  );
  const line = dots
    .map((dot, at) => {
      const before = dots[at - 1];
      const joined = before !== undefined && before.index === dot.index - 1;
      return `${joined ? 'L' : 'M'}${round(dot.x)},${round(dot.y)}`;
    })
    .join('');
  const hatched = points.flatMap(({mature}, index) =>
    mature ? [] : [{x: x(index) - half, width: 2 * half}],
  );
  return {
    bands,
    centers,
    line,
    dots,
    hatched,
    low: {y: y(least), value: least},
    high: {y: y(most), value: most},
    base,
  };
}
