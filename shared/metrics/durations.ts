// Time in a stage, in days by the wall clock: the latest visit of each record, and all of its visits together.
// A visit that still runs, or whose record was removed, says only "longer than this"; leaving such visits out
// would make every stage look quick. A record that was handed on has left its stage.

import type { Pipeline } from "../definition/pipeline.ts";
import { ENDS_HANDED_ON, type Paths, UNKNOWN_STAGE } from "../log/paths.ts";
import { type Period, type Window, windowOf } from "../log/period.ts";
import { type TimeEstimate, timeEstimate } from "../statistics/time-estimate.ts";

export interface StageDurations {
  /** Stage id. */
  readonly stage: string;
  /** Of the latest visit. */
  readonly latest: TimeEstimate;
  /** Of all visits of a record together. */
  readonly cumulative: TimeEstimate;
}

const DAY_MS = 86_400_000;

/**
 * How long records stay in every stage of the pipeline, in its order; with a period, by the visits that began
 * in it.
 *
 * Source: METRICS, "Durations" (house rule); Kaplan & Meier (1958).
 *
 * @example
 * durations(fixtures.offers, fixtures.paths("ada: Lead@0 Offer@4", "bob: Lead@0 Offer@6"))[0]?.latest
 * //=> { n: 2, medianDays: 4, p80Days: 6, plainMedianDays: 5 }
 */
export function durations(pipeline: Pipeline, paths: Paths, period: Period = {}): readonly StageDurations[] {
  const gathered = gather(paths, windowOf(period));
  const numbers = new Map(paths.stageIds.map((id, number) => [id, number]));
  return pipeline.stages.map(({ id }) => {
    const lengths = gathered[numbers.get(id) ?? -1];
    return {
      stage: id,
      latest: lengths === undefined ? { n: 0 } : timeOf(lengths.latest),
      cumulative: lengths === undefined ? { n: 0 } : timeOf(lengths.cumulative),
    };
  });
}

// One array per stage, a place per record that was in it: finished lengths from the front, open from the back.
interface Lengths {
  readonly days: Float64Array;
  finished: number;
  open: number;
}

interface StageLengths {
  readonly latest: Lengths;
  readonly cumulative: Lengths;
}

function gather(paths: Paths, window: Window): readonly StageLengths[] {
  const { firstVisit, stage, enteredWallMs, ending, endWallMs } = paths;
  const stages = roomFor(paths);
  const countedBy = new Int32Array(stages.length).fill(-1);
  const place = new Int32Array(stages.length);
  for (let record = 0; record < paths.recordIds.length; record++) {
    const first = firstVisit[record] ?? 0;
    const last = (firstVisit[record + 1] ?? 0) - 1;
    let leftMs = endWallMs[record] ?? 0;
    // Backwards, so that the first visit met of a stage is the latest.
    for (let visit = last; visit >= first; visit--) {
      const number = stage[visit] ?? UNKNOWN_STAGE;
      const enteredMs = enteredWallMs[visit] ?? 0;
      const days = Math.max(0, leftMs - enteredMs) / DAY_MS;
      leftMs = enteredMs;
      if (number === UNKNOWN_STAGE || enteredMs < window.startWallMs || enteredMs >= window.endWallMs)
        continue;
      const lengths = stages[number];
      if (lengths === undefined) continue;
      if (countedBy[number] === record) {
        const at = place[number] ?? 0;
        lengths.cumulative.days[at] = (lengths.cumulative.days[at] ?? 0) + days;
        continue;
      }
      countedBy[number] = record;
      const isFinished = visit < last || ending[record] === ENDS_HANDED_ON;
      put(lengths.latest, days, isFinished);
      place[number] = put(lengths.cumulative, days, isFinished);
    }
  }
  return stages;
}

function roomFor({ stageIds, stage }: Paths): readonly StageLengths[] {
  const visits = new Int32Array(stageIds.length);
  for (let visit = 0; visit < stage.length; visit++) {
    const number = stage[visit] ?? UNKNOWN_STAGE;
    if (number !== UNKNOWN_STAGE) visits[number] = (visits[number] ?? 0) + 1;
  }
  return Array.from(visits, (count) => ({ latest: room(count), cumulative: room(count) }));
}

function room(count: number): Lengths {
  return { days: new Float64Array(count), finished: 0, open: 0 };
}

function put(lengths: Lengths, days: number, isFinished: boolean): number {
  const at = isFinished ? lengths.finished++ : lengths.days.length - ++lengths.open;
  lengths.days[at] = days;
  return at;
}

function timeOf({ days, finished, open }: Lengths): TimeEstimate {
  return timeEstimate({
    finished: days.subarray(0, finished),
    open: days.subarray(days.length - open),
  });
}
