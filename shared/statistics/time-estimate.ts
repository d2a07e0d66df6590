// What lengths of stays come to, finished and open ones: the figures that stand beside each other wherever a time is told.

import { timeFinished } from "./kaplan-meier.ts";
import { medianOfSorted } from "./quantile.ts";
import { sortLengths } from "./sorted-lengths.ts";

/** In days, where the lengths are. */
export interface TimeEstimate {
  /** Days by which half, and four fifths, have left; absent while the curve has not come so far. */
  readonly medianDays?: number;
  readonly p80Days?: number;
  /** Plain median of the finished ones: biased short. */
  readonly plainMedianDays?: number;
  /** Stays, finished or not. */
  readonly n: number;
}

/**
 * What lengths come to, each in whatever order; the arrays are sorted in place.
 *
 * @example
 * timeEstimate({ finished: Float64Array.of(6, 4), open: Float64Array.of() })
 * //=> { n: 2, medianDays: 4, p80Days: 6, plainMedianDays: 5 }
 */
export function timeEstimate(lengths: {
  readonly finished: Float64Array;
  readonly open: Float64Array;
}): TimeEstimate {
  const finished = sortLengths(lengths.finished);
  const open = sortLengths(lengths.open);
  const median = timeFinished({ finished, open }, 0.5);
  const p80 = timeFinished({ finished, open }, 0.8);
  const plainMedian = medianOfSorted(finished);
  return {
    n: finished.length + open.length,
    ...(median === undefined ? {} : { medianDays: median }),
    ...(p80 === undefined ? {} : { p80Days: p80 }),
    ...(plainMedian === undefined ? {} : { plainMedianDays: plainMedian }),
  };
}
