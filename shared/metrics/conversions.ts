// Conversion: of the records that entered A, the share that later came to B. It is counted over a cohort, the
// records whose first entry to A lies in the period, so it never exceeds 1; and by fate at as of, so that
// entered = converted + dropped + pending, always. Entries are real ones: a record that was first seen beyond A
// has no time at A to count from, and is told beside it as `firstSeenLater`.

import type { Pipeline } from "../definition/pipeline.ts";
import type { Paths } from "../log/paths.ts";
import { type Period, windowOf } from "../log/period.ts";
import {
  isDrop,
  maskFrom,
  NO_RANK,
  type StageMask,
  type StageRanks,
  stageMask,
  stageRanks,
} from "../log/stage-ranks.ts";
import { firstPassages } from "../statistics/first-passages.ts";
import { type PassageRates, passageRates } from "../statistics/passage-rates.ts";

export interface Conversion extends PassageRates {
  /** Stage ids. */
  readonly from: string;
  readonly to: string;
  /** Records that reached `from` only by being seen beyond it, without an entry of it. */
  readonly firstSeenLater: number;
}

export interface ConversionOptions extends Period {
  /** @default 90 */
  readonly withinDays?: number;
}

export interface ConversionPair extends ConversionOptions {
  readonly start: string;
  readonly goal: string;
  /**
   * "loose": the goal or a ranked stage after it, anything between; "strict": the goal itself.
   * @default "loose"
   */
  readonly order?: "loose" | "strict";
}

const WITHIN_DAYS = 90;

/**
 * The conversion of every step of the main line, in loose order. Unit of counts: records; of rates: 0 to 1.
 *
 * Source: METRICS, "Reached, converted" (house rule); estimators where they stand in statistics/.
 *
 * @example
 * conversions(fixtures.offers, fixtures.paths("ada: Lead Offer", "bob: Lead"))[0]?.rate //=> 0.5
 */
export function conversions(
  pipeline: Pipeline,
  paths: Paths,
  options: ConversionOptions = {},
): readonly Conversion[] {
  const ranks = stageRanks(pipeline, paths);
  return ranks.mainLine.slice(1).map((goal, index) => {
    const start = ranks.mainLine[index]?.id ?? "";
    return conversionIn(ranks, paths, { ...options, start, goal: goal.id });
  });
}

/**
 * The conversion between any two stages. A goal that is not ranked after the start is meant itself, in either
 * order. Of an id that the pipeline has not, nothing is counted.
 *
 * @example
 * conversion(fixtures.offers, fixtures.paths("ada: Lead Won"), { start: "lead", goal: "offer" }).converted //=> 1
 */
export function conversion(pipeline: Pipeline, paths: Paths, pair: ConversionPair): Conversion {
  return conversionIn(stageRanks(pipeline, paths), paths, pair);
}

function conversionIn(ranks: StageRanks, paths: Paths, pair: ConversionPair): Conversion {
  const withinDays = pair.withinDays ?? WITHIN_DAYS;
  const start = stageMask(ranks, (stage) => stage.id === pair.start);
  const goal = goalOf(ranks, pair);
  const drop = stageMask(ranks, isDrop);
  const passages = firstPassages(paths, {
    ...{ start, goal, drop, withinDays },
    beyond: beyond(ranks, pair.start),
    window: windowOf(pair),
  });
  return {
    from: pair.start,
    to: pair.goal,
    firstSeenLater: passages.seenLater,
    ...passageRates(passages, withinDays),
  };
}

function goalOf(ranks: StageRanks, { start, goal, order }: ConversionPair): StageMask {
  const loose = maskFrom(ranks, goal);
  const startIndex = ranks.stages.findIndex((stage) => stage?.id === start);
  if (order !== "strict" && loose[startIndex] !== 1) return loose;
  return stageMask(ranks, (stage) => stage.id === goal);
}

function beyond(ranks: StageRanks, start: string): StageMask {
  const rank = ranks.mainLine.findIndex((stage) => stage.id === start);
  return Uint8Array.from(ranks.rank, (other) => (rank !== NO_RANK && other > rank ? 1 : 0));
}
