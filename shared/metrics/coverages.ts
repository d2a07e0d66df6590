// How many of those with whom we keep in touch somebody was in touch with lately, in one direction or the other.

import { type Paths, stageNow } from "../log/paths.ts";
import type { Touches } from "../log/touches.ts";
import { wilson } from "../statistics/wilson.ts";

export interface Coverage {
  /** Records in the stage. */
  readonly n: number;
  readonly touched: number;
  /** touched ÷ n, with its Wilson 95 % interval. */
  readonly rate?: number;
  readonly low?: number;
  readonly high?: number;
}

/** A month, however long it is (METRICS, "Stage goals"). */
export const MONTH_DAYS = 31;

const DAY_MS = 86_400_000;

/**
 * The records that stand in a stage, and how many of them were touched in the last 31 days.
 *
 * Source: METRICS, "Stage goals" (house rule); Wilson (1927).
 *
 * @example
 * coverages(fixtures.paths("ada: Lead Won"), { stage: "won", touches: new Map() }).rate //=> 0
 */
export function coverages(
  paths: Paths,
  { stage, touches }: { readonly stage: string; readonly touches: ReadonlyMap<string, Touches> },
): Coverage {
  const since = paths.asOfWallMs - MONTH_DAYS * DAY_MS;
  const here = paths.recordIds.filter((_, record) => paths.stageIds[stageNow(paths, record)] === stage);
  const touched = here.filter((id) => (touches.get(id)?.lastWallMs ?? -Infinity) >= since).length;
  const interval = wilson(touched, here.length);
  const counts = { n: here.length, touched };
  return interval === undefined ? counts : { ...counts, rate: touched / here.length, ...interval };
}
