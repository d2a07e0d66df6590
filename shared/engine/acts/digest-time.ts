// The time of the day from which reminders are mailed: one word in the first row of Pipelines, which counts for the whole
// book. It is set as if somebody had typed it.

import { fingerprintIn } from "../../board/fingerprint.ts";
import { openTab } from "../../definition/setup/opened-tab.ts";
import { pipelineFromCells, pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import { setupReader } from "../../definition/setup/setup-reader.ts";
import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { DIGEST_AT } from "../people/digests.ts";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * What makes the reminders go out at that time of the day; nothing where they do already.
 *
 * @throws {StagelineError} `usage`, when it is no time of the day, or the book has no boards
 * @example
 * digestTimeChanges(fixtures.bookTables, "08:00") //=> []
 */
export function digestTimeChanges(tables: Tables, at: string): readonly Change[] {
  if (!TIME.test(at)) throw new StagelineError("usage", `"${at}" is no time of the day; write it as 08:00`);
  const tab = openTab(setupReader(tables), pipelinesTab);
  const [first] = tab?.rows ?? [];
  if (tab === undefined || first === undefined)
    throw new StagelineError("usage", "this book has no boards yet; make one first");
  if ((pipelineFromCells(first.cells).row.digestAt ?? DIGEST_AT) === at) return [];
  const expectFingerprint = fingerprintIn(pipelinesTab, first.cells);
  const place = { tab: tab.view.tab, atRow: first.at, expectFingerprint };
  return [{ kind: "setCell", ...place, field: "digest_at", value: at }];
}
