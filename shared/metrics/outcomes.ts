// Outcomes: won and lost among the records that closed (closings.ts says what that means). The rate is "of closed":
// it says nothing about the records that are still open.

import type { Pipeline } from "../definition/pipeline.ts";
import { CLOSED_LOST, CLOSED_WON, closingsOf } from "../log/closings.ts";
import type { Paths } from "../log/paths.ts";
import type { Period } from "../log/period.ts";
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
  const { fate } = closingsOf(pipeline, paths, period);
  const won = new Int32Array(groups);
  const lost = new Int32Array(groups);
  fate.forEach((closed, record) => {
    const number = group[record] ?? -1;
    if (number < 0) return;
    if (closed === CLOSED_WON) won[number] = (won[number] ?? 0) + 1;
    if (closed === CLOSED_LOST) lost[number] = (lost[number] ?? 0) + 1;
  });
  return Array.from(won, (wins, number) => outcomeOf(wins, lost[number] ?? 0));
}

function outcomeOf(won: number, lost: number): Outcome {
  const interval = wilson(won, won + lost);
  return interval === undefined ? { won, lost } : { won, lost, winRate: won / (won + lost), ...interval };
}
