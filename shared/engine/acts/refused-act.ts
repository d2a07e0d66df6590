// An act from outside the grid is done whole or not at all: where its board cannot be trusted, or a stage refuses what
// was asked for, nothing of it is written.

import { StagelineError } from "../../value/stageline-error.ts";
import type { Reconciled } from "../reconcile.ts";

/**
 * Refuses to act on a board that a guard stopped.
 *
 * @throws {StagelineError} `guard`, with the reason
 * @example
 * refuseStopped({ stoppedTabs: [], problems: [] }, "Deals") //=> undefined
 */
export function refuseStopped(reconciled: Pick<Reconciled, "stoppedTabs" | "problems">, tab: string): void {
  if (!reconciled.stoppedTabs.includes(tab)) return;
  const [reason] = reconciled.problems.filter((problem) => problem.tab === tab);
  throw new StagelineError("guard", reason?.message ?? `"${tab}" has to be mended first; see check`);
}

/**
 * Refuses an act of which a stage's needs were the end: nothing of it is written then.
 *
 * @throws {StagelineError} `guard`, with the reason
 * @example
 * refuseRefused({ entries: [fixtures.entry] }, "rada") //=> undefined
 */
export function refuseRefused(after: Pick<Reconciled, "entries">, record: string): void {
  const refused = after.entries.find((entry) => entry.kind === "refused" && entry.record === record);
  if (refused !== undefined) throw new StagelineError("guard", `${refused.note}; nothing was changed`);
}
