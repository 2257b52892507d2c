/** The orders of one customer on a line of time. */
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
}

/** `from` and `to` as `YYYY-MM-DD`; orders without an amount get the smallest tick. */
export function timeline(
  orders: readonly {date: string; amount: number}[],
  from: string,
  to: string,
  {width, height}: {width: number; height: number},
): Timeline {
  const begin = new Date(`${from}T00:00:00Z`);
  const end = new Date(`${to}T00:00:00Z`);
  const x = scaleUtc(
    [begin, end > begin ? end : new Date(begin.getTime() + 86_400_000)],
    [0, width],
  );
  const most = Math.max(0, ...orders.map(({amount}) => amount));
  const tall = scaleLinear([0, most > 0 ? most : 1], [kSmallest, height]).clamp(true);
  const ticks = orders.map(({date, amount}) => ({
    x: x(new Date(`${date}T00:00:00Z`)),
    height: tall(amount),
  }));
  const years: Timeline['years'] = [];
  for (let year = begin.getUTCFullYear() + 1; year <= end.getUTCFullYear(); ++year) {
    years.push({x: x(Date.UTC(year, 0, 1)), year});
  }
  return {ticks, years};
}

/** Lower than this a tick could not be seen. */
const kSmallest = 5;
