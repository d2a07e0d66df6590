// How much of what changes from one time to the next is only noise: the natural limits of a series (the X of an XmR
// chart). They come from how far neighbours lie apart, not from the spread of all, so that a drift does not hide itself.

export interface NaturalLimits {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Of fewer points the limits would say more about these points than about what brings them forth. */
export const FEWEST_POINTS = 12;

/** 3 ÷ d2, d2 = 1.128 being what a range of two is of the standard deviation; rounded as the books have it. */
const RANGES_TO_LIMIT = 2.66;

/**
 * Mean ± 2.66 × the mean moving range; `undefined` of fewer than 12 points. The lower limit may lie below 0.
 *
 * Source: Wheeler (1993), "Understanding Variation"; ISO 7870-2:2013, individuals chart.
 *
 * @example
 * naturalLimits([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]) //=> { mean: 3, low: 3, high: 3 }
 * naturalLimits([1, 2, 3]) //=> undefined
 */
export function naturalLimits(values: readonly number[]): NaturalLimits | undefined {
  if (values.length < FEWEST_POINTS) return undefined;
  const mean = meanOf(values);
  const half =
    RANGES_TO_LIMIT * meanOf(values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? 0))));
  return { mean, low: mean - half, high: mean + half };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
