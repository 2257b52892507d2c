/** By how much two shares differ, and how sure that is. */

/** A share with the ends of its Wilson interval. */
export interface Share {
  rate: number;
  low: number;
  high: number;
}

export interface Difference {
  /** The first less the second. */
  difference: number;
  low: number;
  high: number;
  verdict: 'higher' | 'lower' | 'no_difference';
}

/**
 * The interval that the engine gives for neighbours, from the intervals of both: Newcombe (1998), Statistics in Medicine 17,
 * method 10. Where it leaves out 0, chance alone would not make the difference in 19 cases of 20.
 */
export function rateDifference(one: Share, other: Share): Difference {
  const difference = one.rate - other.rate;
  const low = difference - Math.hypot(one.rate - one.low, other.high - other.rate);
  const high = difference + Math.hypot(one.high - one.rate, other.rate - other.low);
  return {
    difference,
    low,
    high,
    verdict: low > 0 ? 'higher' : high < 0 ? 'lower' : 'no_difference',
  };
}
