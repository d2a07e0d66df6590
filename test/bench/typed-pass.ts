// The least that any program can do: columns that are already numbers and already grouped by record, one pass
// for counts and times, no estimates. What the core needs beyond it is what reading and estimating cost.

import type { Paths } from "../../shared/log/paths.ts";
import { stageRanks } from "../../shared/log/stage-ranks.ts";
import { bigPipeline } from "./log-rows.ts";

/** Counts of records by highest rank, by step converted, and the mean days of finished visits. */
export function typedPass(paths: Paths): readonly number[] {
  const { rank, mainLine } = stageRanks(bigPipeline, paths);
  const { firstVisit, stage, enteredWallMs } = paths;
  const ranks = mainLine.length;
  const highestCounts = new Int32Array(ranks);
  const converted = new Int32Array(ranks);
  const seen = new Int32Array(ranks);
  let [milliseconds, visits] = [0, 0];
  for (let record = 0; record < paths.recordIds.length; record++) {
    const from = firstVisit[record] ?? 0;
    let highest = -1;
    for (let visit = (firstVisit[record + 1] ?? 0) - 1; visit >= from; visit--) {
      const own = rank[(stage[visit] ?? 0) + 1] ?? -1;
      milliseconds += (enteredWallMs[visit + 1] ?? 0) - (enteredWallMs[visit] ?? 0);
      visits++;
      if (own === -1) continue;
      seen[own] = record;
      if (highest > own) converted[own] = (converted[own] ?? 0) + 1;
      else highest = own;
    }
    if (highest >= 0) highestCounts[highest] = (highestCounts[highest] ?? 0) + 1;
  }
  return [...highestCounts, ...converted, milliseconds / visits];
}
