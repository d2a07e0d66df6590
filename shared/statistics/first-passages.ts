// How long records take from a first stage to a goal, and what became of those that have not come there: the
// raw material of conversions and cycles. Each record counts once, from its first visit to a start stage; it
// has dropped when it stands in a stage of giving up now, so that one that was reopened has not dropped.
// Lengths are days on the wall clock: a week across a change of clocks is seven days.

import { ENDS_HERE, type Paths } from "../log/paths.ts";
import type { Window } from "../log/period.ts";
import type { StageMask } from "../log/stage-ranks.ts";
import { sortLengths } from "./sorted-lengths.ts";

export interface Passage {
  readonly start: StageMask;
  readonly goal: StageMask;
  /** Stages of giving up. */
  readonly drop: StageMask;
  /** Stages that lie beyond the start, for `Passages.seenLater`. */
  readonly beyond: StageMask;
  /** Only records whose first visit to a start stage began in it. */
  readonly window: Window;
  /** For those that had time: see `Passages.mature`. */
  readonly withinDays: number;
}

/** Days from the first visit to a start stage, each sorted upwards. */
export interface Passages {
  /** To the first visit to a goal after it. */
  readonly converted: Float64Array;
  /** To the beginning of the last visit, which is one of giving up. */
  readonly dropped: Float64Array;
  /** To the end of what is known: as of, or when the record was removed or handed on. */
  readonly pending: Float64Array;
  /** Records whose first visit to a start stage began at least `withinDays` before as of. */
  readonly mature: number;
  /** Of those, the ones that came to a goal within `withinDays`. */
  readonly matureConverted: number;
  /** Records without a visit to a start stage whose first visit beyond it began in the window. */
  readonly seenLater: number;
}

const DAY_MS = 86_400_000;

/**
 * What became of the records that entered a start stage. A record whose start is itself a goal is left out.
 *
 * @example
 * firstPassages(fixtures.paths("ada: Lead Offer"), fixtures.leadToOffer).converted.length //=> 1
 */
export function firstPassages(paths: Paths, passage: Passage): Passages {
  const { start, goal, drop, window } = passage;
  const { firstVisit, stage, enteredWallMs, ending, endWallMs, asOfWallMs } = paths;
  const records = paths.recordIds.length;
  const converted = new Float64Array(records);
  const dropped = new Float64Array(records);
  const pending = new Float64Array(records);
  const matureWallMs = asOfWallMs - passage.withinDays * DAY_MS;
  let [convertedCount, droppedCount, pendingCount, mature, matureConverted] = [0, 0, 0, 0, 0];
  let seenLater = 0;
  for (let record = 0; record < records; record++) {
    const end = firstVisit[record + 1] ?? 0;
    let visit = firstVisit[record] ?? 0;
    while (visit < end && start[(stage[visit] ?? 0) + 1] === 0) visit++;
    if (visit === end) {
      const later = firstBeyond(paths, passage.beyond, record);
      if (later >= window.startWallMs && later < window.endWallMs) seenLater++;
      continue;
    }
    if (goal[(stage[visit] ?? 0) + 1] === 1) continue;
    const enteredMs = enteredWallMs[visit] ?? 0;
    if (enteredMs < window.startWallMs || enteredMs >= window.endWallMs) continue;
    const isMature = enteredMs <= matureWallMs;
    if (isMature) mature++;
    do visit++;
    while (visit < end && goal[(stage[visit] ?? 0) + 1] === 0);
    if (visit < end) {
      const days = daysBetween(enteredMs, enteredWallMs[visit] ?? 0);
      converted[convertedCount++] = days;
      if (isMature && days <= passage.withinDays) matureConverted++;
    } else if (ending[record] === ENDS_HERE && drop[(stage[end - 1] ?? 0) + 1] === 1) {
      dropped[droppedCount++] = daysBetween(enteredMs, enteredWallMs[end - 1] ?? 0);
    } else {
      pending[pendingCount++] = daysBetween(enteredMs, endWallMs[record] ?? 0);
    }
  }
  return {
    converted: sortLengths(converted.subarray(0, convertedCount)),
    dropped: sortLengths(dropped.subarray(0, droppedCount)),
    pending: sortLengths(pending.subarray(0, pendingCount)),
    mature,
    matureConverted,
    seenLater,
  };
}

// NaN, which lies in no window, when there was none.
function firstBeyond({ firstVisit, stage, enteredWallMs }: Paths, beyond: StageMask, record: number): number {
  const end = firstVisit[record + 1] ?? 0;
  for (let visit = firstVisit[record] ?? 0; visit < end; visit++) {
    if (beyond[(stage[visit] ?? 0) + 1] === 1) return enteredWallMs[visit] ?? NaN;
  }
  return NaN;
}

// Clocks set back can make a short stay seem to end before it began.
function daysBetween(fromWallMs: number, toWallMs: number): number {
  return Math.max(0, toWallMs - fromWallMs) / DAY_MS;
}
