// Why records were won and lost, in the words of the rows. What has no reason yet is counted, too: it is what somebody
// has to ask for.

import type { Pipeline } from "../definition/pipeline.ts";
import { CLOSED_LOST, CLOSED_WON, closingsOf } from "../log/closings.ts";
import type { Paths } from "../log/paths.ts";
import type { Period } from "../log/period.ts";
import { nameKey } from "../table/cell.ts";

export interface Reason {
  /** As written first; empty where nobody said. */
  readonly reason: string;
  readonly records: number;
}

export interface Reasoned extends Period {
  readonly fate: "won" | "lost";
  /** Record id → its reason. */
  readonly told: ReadonlyMap<string, string>;
}

/**
 * The reasons of the records that closed so, the most frequent first and the untold last; with a period: that closed
 * in it. Case and spaces do not make two reasons of one. Unit: records.
 *
 * Source: METRICS, "Stage goals" (house rule).
 *
 * @example
 * const told = new Map([["ada", "Price"], ["bob", "price"]]);
 * reasons(fixtures.offers, fixtures.paths("ada: Lead Lost", "bob: Lead Lost", "cyd: Lead Lost"), { fate: "lost", told })
 * //=> [{ reason: "Price", records: 2 }, { reason: "", records: 1 }]
 */
export function reasons(
  pipeline: Pipeline,
  paths: Paths,
  { fate, told, ...period }: Reasoned,
): readonly Reason[] {
  const closings = closingsOf(pipeline, paths, period);
  const meant = fate === "won" ? CLOSED_WON : CLOSED_LOST;
  const counts = new Map<string, { reason: string; records: number }>();
  paths.recordIds.forEach((id, record) => {
    if (closings.fate[record] !== meant) return;
    const reason = told.get(id)?.trim() ?? "";
    const count = counts.get(nameKey(reason)) ?? { reason, records: 0 };
    count.records++;
    counts.set(nameKey(reason), count);
  });
  const isUntold = ({ reason }: Reason) => Number(reason === "");
  return [...counts.values()].sort(
    (left, right) => isUntold(left) - isUntold(right) || right.records - left.records,
  );
}
