// Outcomes: won and lost among the records that closed. A record is won from its first entry to any won stage,
// whatever follows; it is lost when it stands in a lost stage now and never was won. What was better avoided is
// neither. The rate is "of closed": it says nothing about the records that are still open.

import type { Pipeline } from "../definition/pipeline.ts";
import { ENDS_HERE, type Paths } from "../log/paths.ts";
import { type Period, windowOf } from "../log/period.ts";
import { stageMask, stageRanks } from "../log/stage-ranks.ts";
import { wilson } from "../statistics/wilson.ts";

export interface Outcome {
  readonly won: number;
  readonly lost: number;
  /** won ÷ (won + lost), with its Wilson 95 % interval. */
  readonly winRate?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface OutcomeGroups extends Period {
  /** By record number: the number of its group, from 0; records of a negative group are left out. */
  readonly group: Int32Array;
  readonly groups: number;
}

const OPEN = 0;
const WON = 1;
const LOST = 2;

/**
 * Records that closed, with a period: closed in it. Unit: records.
 *
 * Source: METRICS, "Win rate" (house rule); Wilson (1927).
 *
 * @example
 * outcomes(fixtures.offers, fixtures.paths("ada: Lead Won", "bob: Lead Lost")).winRate //=> 0.5
 */
export function outcomes(pipeline: Pipeline, paths: Paths, period: Period = {}): Outcome {
  const group = new Int32Array(paths.recordIds.length);
  return outcomesByGroup(pipeline, paths, { ...period, group, groups: 1 })[0] ?? { won: 0, lost: 0 };
}

/**
 * The outcomes of every group of records, by group number.
 *
 * @example
 * outcomesByGroup(fixtures.offers, fixtures.paths("ada: Lead Won"), { group: Int32Array.of(1), groups: 2 })[1]?.won
 * //=> 1
 */
export function outcomesByGroup(
  pipeline: Pipeline,
  paths: Paths,
  { group, groups, ...period }: OutcomeGroups,
): readonly Outcome[] {
  const closings = closingsOf(pipeline, paths, period);
  const won = new Int32Array(groups);
  const lost = new Int32Array(groups);
  closings.forEach((closing, record) => {
    const number = group[record] ?? -1;
    if (number < 0) return;
    if (closing === WON) won[number] = (won[number] ?? 0) + 1;
    if (closing === LOST) lost[number] = (lost[number] ?? 0) + 1;
  });
  return Array.from(won, (wins, number) => outcomeOf(wins, lost[number] ?? 0));
}

function closingsOf(pipeline: Pipeline, paths: Paths, period: Period): Uint8Array {
  const { firstVisit, stage, enteredWallMs, ending } = paths;
  const { startWallMs, endWallMs } = windowOf(period);
  const ranks = stageRanks(pipeline, paths);
  const isWon = stageMask(ranks, ({ kind }) => kind === "won");
  const isLost = stageMask(ranks, ({ kind }) => kind === "lost");
  return Uint8Array.from(paths.recordIds, (_, record) => {
    const to = firstVisit[record + 1] ?? 0;
    let visit = firstVisit[record] ?? 0;
    while (visit < to && isWon[(stage[visit] ?? 0) + 1] === 0) visit++;
    const hasWon = visit < to;
    if (!hasWon && (ending[record] !== ENDS_HERE || isLost[(stage[to - 1] ?? 0) + 1] === 0)) return OPEN;
    const closedMs = enteredWallMs[hasWon ? visit : to - 1] ?? 0;
    if (closedMs < startWallMs || closedMs >= endWallMs) return OPEN;
    return hasWon ? WON : LOST;
  });
}

function outcomeOf(won: number, lost: number): Outcome {
  const interval = wilson(won, won + lost);
  return interval === undefined ? { won, lost } : { won, lost, winRate: won / (won + lost), ...interval };
}
