/** How unevenly revenue comes from customers: the curve of Lorenz in a square, and its point for the tenth who spent most. */

export interface LorenzFrame {
  /** Of the square. */
  side: number;
  left: number;
  top: number;
}

export interface Lorenz {
  line: string;
  /** Between the curve and the line of all being equal. */
  gap: string;
  equal: string;
  /** Where the last tenth of customers begins. */
  tenth: {x: number; y: number};
  x: (share: number) => number;
  y: (share: number) => number;
}

/** `curve`: shares of customers, those who spent least first, and of revenue; from (0, 0) to (1, 1). */
export function lorenz(
  curve: readonly (readonly [number, number])[],
  topTenth: number,
  {side, left, top}: LorenzFrame,
): Lorenz {
  const x = (share: number) => left + share * side;
  const y = (share: number) => top + (1 - share) * side;
  const round = (value: number) => Math.round(value * 100) / 100;
  const line = curve
    .map(
      ([people, money], index) =>
        `${index === 0 ? 'M' : 'L'}${round(x(people))},${round(y(money))}`,
    )
    .join('');
  return {
    line,
    gap: line === '' ? '' : `${line}Z`,
    equal: `M${x(0)},${y(0)}L${x(1)},${y(1)}`,
    tenth: {x: x(0.9), y: y(1 - topTenth)},
    x,
    y,
  };
}

/** The points of the curve nearest to each tenth of customers, without its ends. */
export function tenths(curve: readonly (readonly [number, number])[]): [number, number][] {
  const found: [number, number][] = [];
  for (let tenth = 1; tenth <= 9; ++tenth) {
    let best: readonly [number, number] | undefined;
    for (const point of curve) {
      if (!best || Math.abs(point[0] - tenth / 10) < Math.abs(best[0] - tenth / 10)) best = point;
    }
    if (best && best[0] > 0 && best[0] < 1 && best[0] !== found.at(-1)?.[0]) found.push([...best]);
  }
  return found;
}
