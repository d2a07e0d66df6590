// How a stage is used, counted in the history of a board: who was ever in it, who went past it on the way, and who
// left it within the hour. Only what the history shows counts: a record that was first seen further on may have been
// in the stage, one that went by before there was such a stage could not, and a stay of no length at all is a date
// without a time of day.

import { mainLineOf, type Pipeline, type Stage } from "../../definition/pipeline.ts";
import { ENDS_HANDED_ON, type Paths } from "../../log/paths.ts";
import { NO_RANK, stageRanks } from "../../log/stage-ranks.ts";

/** Fewer say nothing of a stage. */
export const FEWEST_RECORDS = 20;

const HOUR_MS = 3_600_000;
/** Of those that left, the share from which on a stage is usually left at once. */
const USUAL_SHARE = 0.9;

export interface StageUse {
  readonly stage: Stage;
  /** Records that were ever in it. */
  readonly entered: number;
  /** Records that went from a stage before it to one after it without being in it. */
  readonly passed: number;
  /** Stays that came to an end. */
  readonly left: number;
  /** Those of an hour at most. */
  readonly leftWithinHour: number;
}

/**
 * The use of every stage of the pipeline, in its order; `addedMs` tells of stages that were added later since when
 * they are there.
 *
 * @example
 * stageUses(fixtures.offers, fixtures.paths("ada: Lead Won"))[1].passed //=> 1
 */
export function stageUses(
  pipeline: Pipeline,
  paths: Paths,
  addedMs: ReadonlyMap<string, number> = new Map(),
): readonly StageUse[] {
  const counts = pipeline.stages.map((stage) => ({
    stage,
    entered: 0,
    passed: 0,
    left: 0,
    leftWithinHour: 0,
  }));
  const { rank } = stageRanks(pipeline, paths);
  for (let record = 0; record < paths.recordIds.length; record++) {
    const from = paths.firstVisit[record] ?? 0;
    const to = paths.firstVisit[record + 1] ?? 0;
    const met = new Set(paths.stage.subarray(from, to));
    for (const number of met) {
      const use = counts[number];
      if (use !== undefined) use.entered += 1;
    }
    for (const [number, passedMs] of passedStages(rank, paths, { from, to })) {
      const use = counts[number];
      const isThere = passedMs >= (addedMs.get(use?.stage.id ?? "") ?? Number.NEGATIVE_INFINITY);
      if (use !== undefined && isThere && !met.has(number)) use.passed += 1;
    }
    for (const stay of finishedStays(paths, record)) {
      const use = counts[stay.stage];
      if (use === undefined || stay.lengthMs === 0) continue;
      use.left += 1;
      if (stay.lengthMs <= HOUR_MS) use.leftWithinHour += 1;
    }
  }
  return counts;
}

/**
 * Whether records usually leave the stage within the hour.
 *
 * @example
 * isLeftAtOnce({ stage: fixtures.offers.stages[0], entered: 35, passed: 0, left: 35, leftWithinHour: 34 }) //=> true
 */
export function isLeftAtOnce({ left, leftWithinHour }: StageUse): boolean {
  return left >= FEWEST_RECORDS && leftWithinHour >= left * USUAL_SHARE;
}

/**
 * Whether every record that came so far went past the stage.
 *
 * @example
 * isSkipped({ stage: fixtures.offers.stages[0], entered: 0, passed: 20, left: 0, leftWithinHour: 0 }) //=> true
 */
export function isSkipped({ entered, passed }: StageUse): boolean {
  return entered === 0 && passed >= FEWEST_RECORDS;
}

/**
 * The stages between which a stage stands on the main line; none beside it.
 *
 * @example
 * neighboursOf(fixtures.offers, fixtures.offers.stages[1]).map((stage) => stage.name) //=> ["Lead", "Won"]
 */
export function neighboursOf(pipeline: Pipeline, stage: Stage): readonly Stage[] {
  const line = mainLineOf(pipeline);
  const rank = line.indexOf(stage);
  return rank < 0 ? [] : line.filter((_, index) => index === rank - 1 || index === rank + 1);
}

// By number of a ranked stage that a record came by on its way: when it was first seen beyond it.
function passedStages(
  rank: Int16Array,
  paths: Paths,
  visits: { readonly from: number; readonly to: number },
): ReadonlyMap<number, number> {
  const passed = new Map<number, number>();
  let highest = NO_RANK;
  for (let visit = visits.from; visit < visits.to; visit++) {
    const own = rank[(paths.stage[visit] ?? 0) + 1] ?? NO_RANK;
    if (own <= highest) continue;
    for (let index = 1; highest !== NO_RANK && index < rank.length; index++) {
      const between = rank[index] ?? NO_RANK;
      if (between > highest && between < own) passed.set(index - 1, paths.enteredMs[visit] ?? 0);
    }
    highest = own;
  }
  return passed;
}

function finishedStays(paths: Paths, record: number): readonly { stage: number; lengthMs: number }[] {
  const from = paths.firstVisit[record] ?? 0;
  const to = paths.firstVisit[record + 1] ?? 0;
  const stays = [];
  for (let visit = from; visit < to; visit++) {
    const isLast = visit === to - 1;
    if (isLast && paths.ending[record] !== ENDS_HANDED_ON) break;
    const entered = isLast ? paths.enteredWallMs[visit] : paths.enteredMs[visit];
    const left = isLast ? paths.endWallMs[record] : paths.enteredMs[visit + 1];
    stays.push({ stage: paths.stage[visit] ?? -1, lengthMs: Math.max(0, (left ?? 0) - (entered ?? 0)) });
  }
  return stays;
}
