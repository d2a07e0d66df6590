// The response rate: of the records that were written to, the share that answered, from the first e-mail out to
// the first reply after it. The rules are those of every conversion: a cohort by the time of the first e-mail,
// and entered = converted + dropped + pending.

import type { Pipeline } from "../definition/pipeline.ts";
import type { FirstResponse } from "../log/activities.ts";
import { type Paths, stageNow } from "../log/paths.ts";
import { type Period, windowOf } from "../log/period.ts";
import { isDrop, stageMask, stageRanks } from "../log/stage-ranks.ts";
import type { Passages } from "../statistics/first-passages.ts";
import { type PassageRates, passageRates } from "../statistics/passage-rates.ts";

export interface ResponseOptions extends Period {
  /** By record id, from `firstResponses`. */
  readonly responses: ReadonlyMap<string, FirstResponse>;
  /** @default 90 */
  readonly withinDays?: number;
}

const DAY_MS = 86_400_000;

/**
 * The response rate and its companions. `entered` are records written to, `converted` those that answered,
 * `dropped` those that did not and stand in a lost or avoid stage now.
 *
 * Source: METRICS, "Response rate" (house rule).
 *
 * @example
 * responses(fixtures.offers, fixtures.paths("ada: Lead"), { responses: new Map() }).entered //=> 0
 */
export function responses(pipeline: Pipeline, paths: Paths, options: ResponseOptions): PassageRates {
  const withinDays = options.withinDays ?? 90;
  const { startWallMs, endWallMs } = windowOf(options);
  const drop = stageMask(stageRanks(pipeline, paths), isDrop);
  const [converted, dropped, pending]: [number[], number[], number[]] = [[], [], []];
  let [mature, matureConverted] = [0, 0];
  paths.recordIds.forEach((id, record) => {
    const response = options.responses.get(id);
    if (response === undefined) return;
    const { sentWallMs, repliedWallMs } = response;
    if (sentWallMs < startWallMs || sentWallMs >= endWallMs) return;
    const isMature = sentWallMs <= paths.asOfWallMs - withinDays * DAY_MS;
    if (isMature) mature++;
    if (repliedWallMs !== undefined) {
      const days = daysBetween(sentWallMs, repliedWallMs);
      converted.push(days);
      if (isMature && days <= withinDays) matureConverted++;
    } else if (drop[stageNow(paths, record) + 1] === 1) {
      const lastVisit = (paths.firstVisit[record + 1] ?? 0) - 1;
      dropped.push(daysBetween(sentWallMs, paths.enteredWallMs[lastVisit] ?? 0));
    } else pending.push(daysBetween(sentWallMs, paths.endWallMs[record] ?? 0));
  });
  const passages: Passages = {
    converted: Float64Array.from(converted).sort(),
    dropped: Float64Array.from(dropped).sort(),
    pending: Float64Array.from(pending).sort(),
    mature,
    matureConverted,
    seenLater: 0,
  };
  return passageRates(passages, withinDays);
}

function daysBetween(fromWallMs: number, toWallMs: number): number {
  return Math.max(0, toWallMs - fromWallMs) / DAY_MS;
}
