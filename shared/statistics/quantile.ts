// The plain median of numbers that are all known. Durations of which some still run belong in kaplan-meier.ts.

/**
 * The middle of sorted numbers, of an even count the mean of the two in the middle; `undefined` of none.
 *
 * Source: Hyndman & Fan (1996), "Sample Quantiles in Statistical Packages", type 7 (and type 2) at one half.
 *
 * @example
 * medianOfSorted(Float64Array.of(1, 2, 4, 10)) //=> 3
 */
export function medianOfSorted(sorted: Float64Array): number | undefined {
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined || sorted.length % 2 === 1) return upper;
  return ((sorted[middle - 1] ?? upper) + upper) / 2;
}
