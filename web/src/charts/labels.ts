/** Places for labels in one line that must not touch each other. */

export interface Wanted {
  /** Where its middle would best be. */
  at: number;
  width: number;
}

/** Middles of the labels, in the order given: as near as possible to where they would be, `gap` apart, within 0 and `width`. */
export function placeLabels(labels: readonly Wanted[], width: number, gap: number): number[] {
  const order = labels.map((_, index) => index).sort((a, b) => at(a) - at(b) || a - b);
  const places = labels.map(() => 0);
  let free = 0;
  for (const index of order) {
    const half = wide(index) / 2;
    places[index] = Math.max(at(index), free + half);
    free = (places[index] ?? 0) + half + gap;
  }
  let end = width;
  for (const index of order.reverse()) {
    const half = wide(index) / 2;
    places[index] = Math.min(places[index] ?? 0, end - half);
    end = (places[index] ?? 0) - half - gap;
  }
  return places;

  function at(index: number): number {
    return labels[index]?.at ?? 0;
  }
  function wide(index: number): number {
    return labels[index]?.width ?? 0;
  }
}

/** Which of the places on an axis can be written, the most important first; the others would touch them. */
export function thinOut(places: readonly number[], apart: number): boolean[] {
  const kept: number[] = [];
  return places.map((place) => {
    const free = kept.every((other) => Math.abs(other - place) >= apart);
    if (free) kept.push(place);
    return free;
  });
}
