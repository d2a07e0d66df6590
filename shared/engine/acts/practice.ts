// Practice and live: one word in the first row of Pipelines, which counts for the whole book. It is set as if somebody
// had typed it, and rules from the next look on.

import { fingerprintIn } from "../../board/fingerprint.ts";
import { openTab } from "../../definition/setup/opened-tab.ts";
import { pipelineFromCells, pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import { setupReader } from "../../definition/setup/setup-reader.ts";
import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";

export interface PracticeChange {
  /** None where the book is so already. */
  readonly changes: readonly Change[];
  readonly sentence: string;
}

/**
 * What makes a book practise, or live.
 *
 * @throws {StagelineError} `usage`, when the book has no boards
 * @example
 * practiceChanges(fixtures.bookTables, { practice: false }) //=> { changes: [], sentence: "This book is live already" }
 */
export function practiceChanges(
  tables: Tables,
  { practice }: { readonly practice: boolean },
): PracticeChange {
  const tab = openTab(setupReader(tables), pipelinesTab);
  const [first] = tab?.rows ?? [];
  if (tab === undefined || first === undefined)
    throw new StagelineError("usage", "this book has no boards yet; make one first");
  if (pipelineFromCells(first.cells).row.practice === practice) {
    return { changes: [], sentence: practice ? "This book practises already" : "This book is live already" };
  }
  const place = {
    tab: tab.view.tab,
    atRow: first.at,
    expectFingerprint: fingerprintIn(pipelinesTab, first.cells),
  };
  return {
    changes: [{ kind: "setCell", ...place, field: "practice", value: practice ? "yes" : "no" }],
    sentence: practice
      ? "Practice is on: a move that is missing something stays, with a note on what is missing"
      : "This book is live: from now on a move that is missing something goes back, with the reason beside it",
  };
}
