// The chance that a record which stands in a stage will be won. What the owner believes counts as ten records; every
// record that came through the stage and is decided counts as one. So a new board starts from the belief and ends at
// the history, without a day on which the one is dropped for the other.

import type { Pipeline } from "../definition/pipeline.ts";
import type { Paths } from "../log/paths.ts";
import { windowOf } from "../log/period.ts";
import { isDrop, stageMask, stageRanks } from "../log/stage-ranks.ts";
import { type BetaShape, betaMean } from "../statistics/beta-draw.ts";
import { firstPassages } from "../statistics/first-passages.ts";

export interface WinChance extends BetaShape {
  /** Stage id. */
  readonly stage: string;
  /** Mean of the distribution, 0 to 1. */
  readonly chance: number;
  /** Records that entered the stage and were won, or lost or given up, since. */
  readonly decided: number;
}

/** How many records the configured probability of a stage is worth. */
const BELIEF_WORTH = 10;

/** Without a belief, fewer than so many decided records say nothing. */
const FEWEST_DECIDED = 5;

/**
 * The chance of every open stage of which anything is known: a configured probability, or five decided records.
 *
 * Source: METRICS, "Forecast" (house rule); the conjugate prior of the binomial. Without a belief, Jeffreys' prior.
 *
 * @example
 * winChances(fixtures.offers, fixtures.paths("ada: Lead Won")) //=> []
 */
export function winChances(pipeline: Pipeline, paths: Paths): readonly WinChance[] {
  const ranks = stageRanks(pipeline, paths);
  const goal = stageMask(ranks, ({ kind }) => kind === "won");
  const drop = stageMask(ranks, isDrop);
  const beyond = new Uint8Array(ranks.rank.length);
  return pipeline.stages.flatMap(({ id, kind, winProbability }) => {
    if (kind !== "open") return [];
    const start = stageMask(ranks, (stage) => stage.id === id);
    const passage = { start, goal, drop, beyond, window: windowOf({}), withinDays: 0 };
    const { converted, dropped } = firstPassages(paths, passage);
    const [won, lost] = [converted.length, dropped.length];
    if (winProbability === undefined && won + lost < FEWEST_DECIDED) return [];
    const believed = winProbability === undefined ? 0.5 : winProbability * BELIEF_WORTH;
    const doubted = winProbability === undefined ? 0.5 : BELIEF_WORTH - believed;
    const shape = { alpha: believed + won, beta: doubted + lost };
    return [{ stage: id, ...shape, chance: betaMean(shape), decided: won + lost }];
  });
}
