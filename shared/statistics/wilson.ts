// How far a share seen in a few records may lie from the share that holds. The Wilson interval stays between 0
// and 1 and is honest at small n and at 0 of n, where the textbook interval has no width.

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution: what two-sided 95 % intervals are drawn with. */
export const Z_95 = 1.959963984540054;

/**
 * The 95 % interval of k of n; `undefined` when n is 0.
 *
 * Source: Wilson (1927), "Probable Inference", without continuity correction; advised by Brown, Cai and
 * DasGupta (2001), "Interval Estimation for a Binomial Proportion".
 *
 * @example
 * wilson(0, 0) //=> undefined
 * wilson(0, 10)?.low //=> 0
 */
export function wilson(k: number, n: number): Interval | undefined {
  if (n <= 0) return undefined;
  const share = k / n;
  const zSquared = Z_95 * Z_95;
  const centre = (share + zSquared / (2 * n)) / (1 + zSquared / n);
  const half = (Z_95 / (1 + zSquared / n)) * Math.sqrt((share * (1 - share)) / n + zSquared / (4 * n * n));
  // At 0 of n and n of n the bounds are exact; rounding must not push them past.
  return { low: k === 0 ? 0 : Math.max(0, centre - half), high: k === n ? 1 : Math.min(1, centre + half) };
}
