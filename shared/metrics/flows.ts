// What happened on a board in a period, by when it happened: records that entered, moves along the main line, wins
// and losses. A flow says nothing about how many of the same records go on; that is conversion.

import type { Pipeline } from "../definition/pipeline.ts";
import { ENDS_HERE, type Paths } from "../log/paths.ts";
import { type Period, windowOf } from "../log/period.ts";
import { NO_RANK, type StageRanks, stageRanks } from "../log/stage-ranks.ts";
import { type Day, dayNumber } from "../value/day.ts";

export interface Flow {
  /** Records whose path began. */
  readonly entered: number;
  /** Moves to a higher rank than the record ever held, into a won stage included. */
  readonly movedOn: number;
  /** Records that came to a won stage for the first time. */
  readonly won: number;
  /** Records that came to the lost stage in which they stand now, and never were won. */
  readonly lost: number;
}

export interface FlowGroups extends Period {
  /** By record number: the number of its group, from 0; records of a negative group are left out. */
  readonly group: Int32Array;
  readonly groups: number;
}

/**
 * What happened in a period. Won and lost are those of `outcomes`. Unit: records, and for `movedOn` moves.
 *
 * Source: METRICS, "Reached, converted" (house rule).
 *
 * @example
 * flows(fixtures.offers, fixtures.paths("ada: Lead@0 Offer@3 Won@5", "bob: Lead@4 Lost@6"), {})
 * //=> { entered: 2, movedOn: 2, won: 1, lost: 1 }
 */
export function flows(pipeline: Pipeline, paths: Paths, period: Period): Flow {
  const group = new Int32Array(paths.recordIds.length);
  return flowsByGroup(pipeline, paths, { ...period, group, groups: 1 })[0] ?? NOTHING;
}

/**
 * The flows of every group of records, by group number.
 *
 * @example
 * flowsByGroup(fixtures.offers, fixtures.paths("ada: Lead Offer"), { group: Int32Array.of(1), groups: 2 })[1]?.movedOn
 * //=> 1
 */
export function flowsByGroup(pipeline: Pipeline, paths: Paths, grouping: FlowGroups): readonly Flow[] {
  const { group, groups, ...period } = grouping;
  const ranks = stageRanks(pipeline, paths);
  const { startWallMs, endWallMs } = windowOf(period);
  const sums = Array.from({ length: groups }, () => ({ ...NOTHING }));
  paths.recordIds.forEach((_, record) => {
    const sum = sums[group[record] ?? -1];
    if (sum === undefined) return;
    tellFlow({ ranks, paths }, record, (way, wallMs) => {
      if (wallMs >= startWallMs && wallMs < endWallMs) sum[way] += 1;
    });
  });
  return sums;
}

/**
 * The flows of so many weeks that follow each other, from the day with which the first begins.
 *
 * @example
 * flowsByWeek(fixtures.offers, fixtures.paths("ada: Lead@0 Offer@8"), { from: parseDay("2026-01-01"), weeks: 2 })
 *   .map(({ entered, movedOn }) => [entered, movedOn]) //=> [[1, 0], [0, 1]]
 */
export function flowsByWeek(
  pipeline: Pipeline,
  paths: Paths,
  { from, weeks }: { readonly from: Day; readonly weeks: number },
): readonly Flow[] {
  const ranks = stageRanks(pipeline, paths);
  const startWallMs = dayNumber(from) * DAY_MS;
  const sums = Array.from({ length: weeks }, () => ({ ...NOTHING }));
  paths.recordIds.forEach((_, record) => {
    tellFlow({ ranks, paths }, record, (way, wallMs) => {
      const sum = sums[Math.floor((wallMs - startWallMs) / WEEK_MS)];
      if (sum !== undefined) sum[way] += 1;
    });
  });
  return sums;
}

const NOTHING = { entered: 0, movedOn: 0, won: 0, lost: 0 };
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

interface Reading {
  readonly ranks: StageRanks;
  readonly paths: Paths;
}

// Each thing that happened to the record, with its time on the wall clock.
function tellFlow(
  { ranks, paths }: Reading,
  record: number,
  told: (way: keyof Flow, wallMs: number) => void,
): void {
  const { firstVisit, stage, enteredWallMs, ending } = paths;
  const [first, end] = [firstVisit[record] ?? 0, firstVisit[record + 1] ?? 0];
  let highest = NO_RANK;
  let hasWon = false;
  for (let visit = first; visit < end; visit++) {
    const enteredMs = enteredWallMs[visit] ?? 0;
    const index = (stage[visit] ?? 0) + 1;
    const rank = ranks.rank[index] ?? NO_RANK;
    const kind = ranks.stages[index]?.kind;
    if (visit === first) told("entered", enteredMs);
    else if (rank > highest) told("movedOn", enteredMs);
    highest = Math.max(highest, rank);
    if (kind === "won" && !hasWon) told("won", enteredMs);
    hasWon ||= kind === "won";
    if (kind === "lost" && !hasWon && visit + 1 === end && ending[record] === ENDS_HERE)
      told("lost", enteredMs);
  }
}
