// How records closed, and with which visit. A record is won from its first entry to any won stage, whatever follows;
// it is lost when it stands in a lost stage now and never was won. What was better avoided is neither.

import type { Pipeline } from "../definition/pipeline.ts";
import { ENDS_HERE, type Paths } from "./paths.ts";
import { type Period, windowOf } from "./period.ts";
import { stageMask, stageRanks } from "./stage-ranks.ts";

/** How a record closed; 0 where it did not. */
export const CLOSED_WON = 1;
export const CLOSED_LOST = 2;

export interface Closings {
  /** By record number. */
  readonly fate: Uint8Array;
  /** By record number: the visit with which it closed; says nothing where it did not. */
  readonly visit: Int32Array;
}

/**
 * The closings of all records; with a period, only those that lie in it.
 *
 * @example
 * closingsOf(fixtures.offers, fixtures.paths("ada: Lead Won", "bob: Lead"), {}).fate //=> Uint8Array.of(1, 0)
 */
export function closingsOf(pipeline: Pipeline, paths: Paths, period: Period): Closings {
  const { firstVisit, stage, enteredWallMs, ending } = paths;
  const { startWallMs, endWallMs } = windowOf(period);
  const ranks = stageRanks(pipeline, paths);
  const isWon = stageMask(ranks, ({ kind }) => kind === "won");
  const isLost = stageMask(ranks, ({ kind }) => kind === "lost");
  const fate = new Uint8Array(paths.recordIds.length);
  const visit = new Int32Array(paths.recordIds.length);
  for (let record = 0; record < fate.length; record++) {
    const to = firstVisit[record + 1] ?? 0;
    let won = firstVisit[record] ?? 0;
    while (won < to && isWon[(stage[won] ?? 0) + 1] === 0) won++;
    const hasWon = won < to;
    if (!hasWon && (ending[record] !== ENDS_HERE || isLost[(stage[to - 1] ?? 0) + 1] === 0)) continue;
    visit[record] = hasWon ? won : to - 1;
    const closedMs = enteredWallMs[visit[record] ?? 0] ?? 0;
    if (closedMs >= startWallMs && closedMs < endWallMs) fate[record] = hasWon ? CLOSED_WON : CLOSED_LOST;
  }
  return { fate, visit };
}
