/** Amounts as steps of one ramp, from nothing (0) to most (5). */

export const kRampSteps = 5;

/** The same without roots, for shares that lie close together. */
export function evenStep(amount: number, most: number): number {
  if (!(amount > 0) || !(most > 0)) return 0;
  return Math.max(1, Math.min(kRampSteps, Math.ceil((amount / most) * kRampSteps)));
}

/** Square roots, so that one giant does not turn everybody else pale; nothing is 0, and anything at all at least 1. */
export function rampStep(amount: number, most: number): number {
  if (!(amount > 0) || !(most > 0)) return 0;
  return Math.max(1, Math.min(kRampSteps, Math.ceil(Math.sqrt(amount / most) * kRampSteps)));
}
