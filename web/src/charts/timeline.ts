/** The orders of one customer on a line of time, and when the next one is likely. */
import {scaleLinear, scaleUtc} from 'd3-scale';

export interface Tick {
  x: number;
  /** Height above the line; the largest order has `height`. */
  height: number;
}

export interface Timeline {
  ticks: Tick[];
  /** Where years begin, as far as they fall on the line. */
  years: {x: number; year: number}[];
  /** The day up to which all is known. */
  known: number;
  /** When the next order is likely; `open` where it goes on beyond the line. */
  ahead: {x: number; width: number; open: boolean} | null;
}

/** Days between which the next order is likely; without `to` it may never come. */
export interface Ahead {
  from: string;
  to: string | null;
}

/**
 * `from` and `to` as `YYYY-MM-DD`; orders without an amount get the smallest tick. The line goes on as far as `ahead` needs,
 * and beyond half of it only to where that begins, so that what was stays legible.
 */
export function timeline(
  orders: readonly {date: string; amount: number}[],
  from: string,
  to: string,
  {width, height}: {width: number; height: number},
  ahead: Ahead | null = null,
): Timeline {
  const begin = midnight(from);
  const known = midnight(to);
  const end = new Date(Math.max(known, begin + kDay, aheadUntil(begin, known, ahead)));
  const x = scaleUtc([new Date(begin), end], [0, width]).clamp(true);
  const most = Math.max(0, ...orders.map(({amount}) => amount));
  const tall = scaleLinear([0, most > 0 ? most : 1], [kSmallest, height]).clamp(true);
  const ticks = orders.map(({date, amount}) => ({
    x: x(midnight(date)),
    height: tall(amount),
  }));
  const years: Timeline['years'] = [];
  for (let year = new Date(begin).getUTCFullYear() + 1; year <= end.getUTCFullYear(); ++year) {
    years.push({x: x(Date.UTC(year, 0, 1)), year});
  }
  const band = ahead && {
    x: x(midnight(ahead.from)),
    width: (ahead.to === null ? width : x(midnight(ahead.to))) - x(midnight(ahead.from)),
    open: ahead.to === null || midnight(ahead.to) > end.getTime(),
  };
  return {ticks, years, known: x(known), ahead: band};
}

/** Where the line ends: with the band and a little beyond, or, where that has no end, as far on as is known. */
function aheadUntil(begin: number, known: number, ahead: Ahead | null): number {
  if (!ahead) return known;
  const behind = (day: string) => midnight(day) + (midnight(day) - begin) * kBeyond;
  const most = known + Math.max(known - begin, kLeastAhead * kDay);
  const wanted = ahead.to === null ? most : behind(ahead.to);
  return Math.max(Math.min(most, wanted), behind(ahead.from));
}

function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

const kDay = 86_400_000;

/** Days that may be ahead however short the past is. */
const kLeastAhead = 90;

/** Room behind the band, of the line before it. */
const kBeyond = 0.03;

/** Lower than this a tick could not be seen. */
const kSmallest = 5;
