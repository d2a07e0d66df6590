// The stage ledger: every entry into a stage is accounted for by exactly one way out, or by standing there
// still. The identity is checked, so that a figure which does not add up stops the report instead of misleading.

import type { Pipeline } from "../definition/pipeline.ts";
import { ENDS_HANDED_ON, ENDS_REMOVED, type Paths } from "../log/paths.ts";
import { type Period, windowOf } from "../log/period.ts";
import { NO_RANK, type StageRanks, stageRanks } from "../log/stage-ranks.ts";
import { StagelineError } from "../value/stageline-error.ts";

/** Ways in which a visit can end, or not; `here` last. */
const ways = [
  "advanced",
  "branched",
  "parked",
  "movedBack",
  "lost",
  "avoided",
  "handedOn",
  "removed",
  "here",
] as const;
type Way = (typeof ways)[number];

/** Visits by how they ended; their sum is `entries`. */
export interface Ledger extends Readonly<Record<Way, number>> {
  /** Stage id. */
  readonly stage: string;
  /** Visits; a record that came back counts again. */
  readonly entries: number;
}

/**
 * The ledger of every stage of the pipeline, in its order; with a period, of the visits that began in it.
 *
 * A visit is told by the stage after it: of a higher rank `advanced`, of a lower one `movedBack`; without a rank
 * by its kind, an open or unknown stage being `branched`. From a stage without a rank, a record advances when it
 * comes to a higher rank than it ever held. Unit: visits.
 *
 * Source: METRICS, "Stage ledger" (house rule).
 *
 * @throws {StagelineError} `log`, when a ledger does not balance
 * @example
 * ledgers(fixtures.offers, fixtures.paths("ada: Lead Offer", "bob: Lead"))[0]?.advanced //=> 1
 */
export function ledgers(pipeline: Pipeline, paths: Paths, period: Period = {}): readonly Ledger[] {
  const { entries, ends } = countEnds(stageRanks(pipeline, paths), paths, period);
  const numbers = new Map(paths.stageIds.map((id, number) => [id, number]));
  return pipeline.stages.map(({ id }) => {
    const index = (numbers.get(id) ?? -1) + 1;
    const counts = ways.map((way, number) => [way, ends[index * ways.length + number] ?? 0] as const);
    const ledger = {
      stage: id,
      entries: entries[index] ?? 0,
      ...(Object.fromEntries(counts) as Record<Way, number>),
    };
    checkBalance(ledger);
    return ledger;
  });
}

function countEnds(ranks: StageRanks, paths: Paths, period: Period) {
  const { firstVisit, stage, enteredWallMs } = paths;
  const { startWallMs, endWallMs } = windowOf(period);
  const entries = new Float64Array(ranks.rank.length);
  const ends = new Float64Array(ranks.rank.length * ways.length);
  for (let record = 0; record < paths.recordIds.length; record++) {
    const to = firstVisit[record + 1] ?? 0;
    let highest = NO_RANK;
    for (let visit = firstVisit[record] ?? 0; visit < to; visit++) {
      const index = (stage[visit] ?? 0) + 1;
      highest = Math.max(highest, ranks.rank[index] ?? NO_RANK);
      const enteredMs = enteredWallMs[visit] ?? 0;
      if (enteredMs < startWallMs || enteredMs >= endWallMs) continue;
      const way =
        visit + 1 < to
          ? wayBetween(ranks, { index, next: (stage[visit + 1] ?? 0) + 1, highest })
          : wayAtEnd(paths.ending[record] ?? 0);
      const place = index * ways.length + ways.indexOf(way);
      entries[index] = (entries[index] ?? 0) + 1;
      ends[place] = (ends[place] ?? 0) + 1;
    }
  }
  return { entries, ends };
}

function wayAtEnd(ending: number): Way {
  if (ending === ENDS_REMOVED) return "removed";
  return ending === ENDS_HANDED_ON ? "handedOn" : "here";
}

interface Leaving {
  /** Stage numbers + 1. */
  readonly index: number;
  readonly next: number;
  /** The highest rank that the record held so far. */
  readonly highest: number;
}

function wayBetween(ranks: StageRanks, { index, next, highest }: Leaving): Way {
  const rank = ranks.rank[index] ?? NO_RANK;
  const nextRank = ranks.rank[next] ?? NO_RANK;
  if (nextRank !== NO_RANK) return nextRank > (rank === NO_RANK ? highest : rank) ? "advanced" : "movedBack";
  switch (ranks.stages[next]?.kind) {
    case "parked":
      return "parked";
    case "lost":
      return "lost";
    case "avoid":
      return "avoided";
    case "won":
      return "advanced";
    case "open":
    case undefined:
      return "branched";
  }
}

function checkBalance(ledger: Ledger): void {
  const sum = ways.reduce((total, way) => total + ledger[way], 0);
  if (sum === ledger.entries) return;
  throw new StagelineError(
    "log",
    `ledger of stage "${ledger.stage}": ${ledger.entries} entries, but ${sum} are accounted for`,
  );
}
