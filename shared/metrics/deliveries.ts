// Whether what was promised came in time: the entry to the delivery stage beside the deadline of the record. What is
// not delivered and already too late counts as late now, or the share would look best while the worst still wait.

import type { Pipeline } from "../definition/pipeline.ts";
import { type Paths, stageNow, UNKNOWN_STAGE } from "../log/paths.ts";
import { type Period, type Window, windowOf } from "../log/period.ts";
import { isDrop, maskFrom, type StageMask, stageMask, stageRanks } from "../log/stage-ranks.ts";
import { wilson } from "../statistics/wilson.ts";
import { type Day, dayNumber } from "../value/day.ts";

export interface Deliveries {
  readonly inTime: number;
  readonly late: number;
  /** Begun, not delivered, and the deadline is not over. */
  readonly pending: number;
  /** inTime ÷ (inTime + late), with its Wilson 95 % interval. */
  readonly rate?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface Promised extends Period {
  /** Id of the stage that is entered with the delivery. */
  readonly stage: string;
  /** Record id → the day by which it was promised. */
  readonly deadlines: ReadonlyMap<string, Day>;
}

const DAY_MS = 86_400_000;

/**
 * The deliveries of the records with a deadline; with a period: that came, or became late, in it. Work has begun
 * where a record reached the stage before the delivery on the main line. Whoever skips the delivery stage has
 * delivered on entering the one after it; what was given up before is neither in time nor late. Unit: records.
 *
 * Source: METRICS, "Stage goals" (house rule); Wilson (1927).
 *
 * @example
 * const deadlines = new Map([["ada", parseDay("2026-01-03")], ["bob", parseDay("2026-01-03")]]);
 * deliveries(fixtures.offers, fixtures.paths("ada: Lead@0 Won@2", "bob: Lead@0 Offer@1"), { stage: "won", deadlines }).rate
 * //=> 0.5
 */
export function deliveries(pipeline: Pipeline, paths: Paths, promised: Promised): Deliveries {
  const ranks = stageRanks(pipeline, paths);
  const place = ranks.mainLine.findIndex(({ id }) => id === promised.stage);
  const before = ranks.mainLine[Math.max(0, place - 1)];
  const reading: Reading = {
    ...{ paths, window: windowOf(promised) },
    delivered: maskFrom(ranks, promised.stage),
    begun: maskFrom(ranks, before?.id ?? promised.stage),
    givenUp: stageMask(ranks, isDrop),
  };
  const counts = { inTime: 0, late: 0, pending: 0 };
  paths.recordIds.forEach((id, record) => {
    const deadline = promised.deadlines.get(id);
    const fate = deadline === undefined ? undefined : fateOf(reading, record, deadline);
    if (fate !== undefined) counts[fate]++;
  });
  const decided = counts.inTime + counts.late;
  const interval = wilson(counts.inTime, decided);
  return interval === undefined ? counts : { ...counts, rate: counts.inTime / decided, ...interval };
}

type Fate = "inTime" | "late" | "pending";

interface Reading {
  readonly paths: Paths;
  readonly window: Window;
  readonly delivered: StageMask;
  readonly begun: StageMask;
  readonly givenUp: StageMask;
}

function fateOf(reading: Reading, record: number, deadline: Day): Fate | undefined {
  const { paths, window, delivered, begun, givenUp } = reading;
  const deliveredMs = firstEntry(paths, record, delivered);
  const lateMs = (dayNumber(deadline) + 1) * DAY_MS;
  const isIn = (wallMs: number) => wallMs >= window.startWallMs && wallMs < window.endWallMs;
  if (deliveredMs !== undefined) {
    if (!isIn(deliveredMs)) return undefined;
    return deliveredMs < lateMs ? "inTime" : "late";
  }
  const now = stageNow(paths, record);
  const isGone = now === UNKNOWN_STAGE || givenUp[now + 1] === 1;
  if (isGone || firstEntry(paths, record, begun) === undefined) return undefined;
  if (paths.asOfWallMs < lateMs) return "pending";
  return isIn(lateMs) ? "late" : undefined;
}

function firstEntry(paths: Paths, record: number, meant: StageMask): number | undefined {
  const end = paths.firstVisit[record + 1] ?? 0;
  for (let visit = paths.firstVisit[record] ?? 0; visit < end; visit++) {
    if (meant[(paths.stage[visit] ?? 0) + 1] === 1) return paths.enteredWallMs[visit];
  }
  return undefined;
}
