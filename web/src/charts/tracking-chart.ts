/** What came week by week beside what was expected, and the weeks to come with their intervals, on one line of time. */
import {scaleLinear} from 'd3-scale';
import {thinOut} from './labels.js';

export interface PastWeek {
  /** First day, `YYYY-MM-DD`. */
  from: string;
  actual: number;
  expected: number;
  judged: boolean;
}

export interface ComingWeek {
  from: string;
  expected: number;
  low: number;
  high: number;
}

export interface TrackingFrame {
  width: number;
  height: number;
  /** Room for the amounts at the left, names above, months below. */
  left: number;
  top: number;
  bottom: number;
  /** Of a month below the axis. */
  labelWidth: number;
}

export interface Reach {
  x: number;
  width: number;
}

export interface TrackingChart {
  /** The area of what came, as steps. */
  actual: string;
  /** Through the middles of the weeks. */
  expected: string;
  /** Weeks that the model has not seen. */
  judged: Reach | null;
  ahead: (Reach & {line: string; band: string}) | null;
  /** A week each, those to come last. */
  weeks: Reach[];
  grid: {y: number; amount: number}[];
  /** Where months begin, as many as have room. */
  months: {x: number; year: number; month: number}[];
  base: number;
}

const kDay = 86_400_000; // ms
const kWeek = 7; // days

export function trackingChart(
  past: readonly PastWeek[],
  coming: readonly ComingWeek[],
  {width, height, left, top, bottom, labelWidth}: TrackingFrame,
): TrackingChart {
  const base = height - bottom;
  const all = [...past, ...coming];
  const begin = all[0] ? dayOf(all[0].from) : 0;
  const end = dayOf(all.at(-1)?.from ?? '1970-01-01') + kWeek;
  const x = scaleLinear([begin, Math.max(end, begin + kWeek)], [left, width]);
  const most = Math.max(
    0,
    ...past.flatMap(({actual, expected}) => [actual, expected]),
    ...coming.map(({high}) => high),
  );
  const y = scaleLinear([0, most > 0 ? most : 1], [base, top]).nice(3);
  const start = ({from}: {from: string}) => round(x(dayOf(from)));
  const stop = ({from}: {from: string}) => round(x(dayOf(from) + kWeek));
  const middle = ({from}: {from: string}) => round(x(dayOf(from) + kWeek / 2));
  const through = (points: readonly string[]) =>
    points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point}`).join('');
  const steps = past.map((week) => `V${round(y(week.actual))}H${stop(week)}`).join('');
  const [first] = past;
  return {
    actual: first ? `M${start(first)},${base}${steps}V${base}Z` : '',
    expected: through(past.map((week) => `${middle(week)},${round(y(week.expected))}`)),
    judged: reachOf(past.filter(({judged}) => judged)),
    ahead: aheadOf(),
    weeks: all.map((week) => ({x: start(week), width: stop(week) - start(week)})),
    grid: y.ticks(3).map((amount) => ({y: y(amount), amount})),
    months: monthsOf(),
    base,
  };

  function reachOf(weeks: readonly {from: string}[]): Reach | null {
    const [from] = weeks;
    const to = weeks.at(-1);
    return from && to ? {x: start(from), width: stop(to) - start(from)} : null;
  }

  function aheadOf(): TrackingChart['ahead'] {
    const reach = reachOf(coming);
    if (!reach) return null;
    const upper = coming.map((week) => `${middle(week)},${round(y(week.high))}`);
    const lower = coming.map((week) => `${middle(week)},${round(y(week.low))}`).reverse();
    return {
      ...reach,
      line: through(coming.map((week) => `${middle(week)},${round(y(week.expected))}`)),
      band: `${through([...upper, ...lower])}Z`,
    };
  }

  /** Januaries first, then quarters, then the rest. */
  function monthsOf(): TrackingChart['months'] {
    const found: TrackingChart['months'] = [];
    const day = new Date(begin * kDay);
    for (let month = day.getUTCMonth() + 1; ; ++month) {
      const at = new Date(Date.UTC(day.getUTCFullYear(), month, 1));
      if (at.getTime() / kDay >= end) break;
      found.push({
        x: x(at.getTime() / kDay),
        year: at.getUTCFullYear(),
        month: at.getUTCMonth() + 1,
      });
    }
    const rank = ({month}: {month: number}) => (month === 1 ? 0 : month % 3 === 1 ? 1 : 2);
    const ordered = [...found].sort((a, b) => rank(a) - rank(b) || a.x - b.x);
    const room = ordered.filter((one) => one.x <= width - labelWidth);
    const kept = thinOut(
      room.map((one) => one.x),
      labelWidth,
    );
    return room.filter((_, index) => kept[index]).sort((a, b) => a.x - b.x);
  }
}

function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / kDay;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
