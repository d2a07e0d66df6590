// How long a thing takes when some have not finished: an unfinished one says "longer than this", and neither
// leaving it out nor taking it for finished is true. Where too few have finished, there is no answer yet.

/** Lengths in one unit, each sorted upwards. */
export interface Lengths {
  readonly finished: Float64Array;
  /** Still running at these lengths, or lost from sight then. */
  readonly open: Float64Array;
}

// Products of fractions miss 1 - share by a few units in the last place.
const ROUNDING = 1e-12;

/**
 * The shortest length by which at least `share` (0 to 1) have finished; `undefined` while the curve has not
 * come so far. One that finishes at a length was still running at all that end there or are open there.
 *
 * Source: Kaplan & Meier (1958), product-limit estimate; quantile as the first time at which S(t) ≤ 1 − share.
 *
 * @example
 * timeFinished({ finished: Float64Array.of(1, 2, 3), open: Float64Array.of(2) }, 0.5) //=> 2
 * timeFinished({ finished: Float64Array.of(1), open: Float64Array.of(5, 6) }, 0.5) //=> undefined
 */
export function timeFinished({ finished, open }: Lengths, share: number): number | undefined {
  let survival = 1;
  let openBefore = 0;
  for (let index = 0; index < finished.length; ) {
    const time = finished[index] ?? 0;
    const first = index;
    while (index < finished.length && finished[index] === time) index++;
    while (openBefore < open.length && (open[openBefore] ?? 0) < time) openBefore++;
    const running = finished.length - first + open.length - openBefore;
    survival *= 1 - (index - first) / running;
    if (survival <= 1 - share + ROUNDING) return time;
  }
  return undefined;
}
