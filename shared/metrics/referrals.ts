// Who recommends us: for each referrer that the rows name, the records that came of it. Case and spaces do not make
// two referrers of one.

import type { Pipeline } from "../definition/pipeline.ts";
import { CLOSED_WON, closingsOf } from "../log/closings.ts";
import type { Paths } from "../log/paths.ts";
import { type Period, windowOf } from "../log/period.ts";
import { nameKey } from "../table/cell.ts";

export interface Referral {
  /** As written first. */
  readonly referrer: string;
  /** Records that came through them. */
  readonly records: number;
  /** Of these, the ones that were won by as of. */
  readonly won: number;
}

export interface Referred extends Period {
  /** Record id → who referred it. */
  readonly referrers: ReadonlyMap<string, string>;
}

/**
 * The referrals of a board, the most first; with a period: of records whose history began in it.
 *
 * Source: METRICS, "Stage goals" (house rule).
 *
 * @example
 * const referrers = new Map([["ada", "Zoe"], ["bob", "zoe "]]);
 * referrals(fixtures.offers, fixtures.paths("ada: Lead Won", "bob: Lead"), { referrers })
 * //=> [{ referrer: "Zoe", records: 2, won: 1 }]
 */
export function referrals(
  pipeline: Pipeline,
  paths: Paths,
  { referrers, ...period }: Referred,
): readonly Referral[] {
  const { startWallMs, endWallMs } = windowOf(period);
  const { fate } = closingsOf(pipeline, paths, {});
  const byKey = new Map<string, { referrer: string; records: number; won: number }>();
  paths.recordIds.forEach((id, record) => {
    const referrer = referrers.get(id)?.trim() ?? "";
    const beganMs = paths.enteredWallMs[paths.firstVisit[record] ?? 0] ?? 0;
    if (referrer === "" || beganMs < startWallMs || beganMs >= endWallMs) return;
    const key = nameKey(referrer);
    const counts = byKey.get(key) ?? { referrer, records: 0, won: 0 };
    counts.records++;
    if (fate[record] === CLOSED_WON) counts.won++;
    byKey.set(key, counts);
  });
  return [...byKey.values()].sort((left, right) => right.records - left.records || right.won - left.won);
}
