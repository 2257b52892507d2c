/** One picture per measure, one bar per group, the groups in the same order everywhere: zero-based, a scale per picture. */
import {max} from 'd3-array';
import {scaleLinear} from 'd3-scale';

export interface Panel<Measure extends string> {
  measure: Measure;
  bars: {id: number; value: number; width: number}[];
}

/** `width`: of the longest bar. A value of nothing still has a hairline. */
export function smallMultiples<Measure extends string>(
  groups: readonly {id: number; center: Readonly<Record<Measure, number>>}[],
  measures: readonly Measure[],
  width: number,
): Panel<Measure>[] {
  return measures.map((measure) => {
    const most = max(groups, (group) => group.center[measure]) ?? 0;
    const scale = scaleLinear([0, most > 0 ? most : 1], [0, width]);
    const bars = groups.map(({id, center}) => {
      const value = center[measure];
      return {id, value, width: Math.max(1, scale(Math.max(0, value)))};
    });
    return {measure, bars};
  });
}
