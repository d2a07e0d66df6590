// The fingerprint of a row of any tab of ours, by the definition that is in force: before a row that is met by its place
// gets a value, it must still be the row that was read.

import { fingerprintIn } from "../../board/fingerprint.ts";
import type { Definition } from "../../definition/pipeline.ts";
import type { TabDraft } from "../../table/planning/tab-draft.ts";
import { viewOf } from "../../table/tab-view.ts";
import type { TableRow } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { bookLayouts } from "../book-layouts.ts";

export type FingerprintIn = (draft: TabDraft, row: TableRow) => string;

/**
 * The fingerprints of rows in a book with this definition.
 *
 * @throws {StagelineError} `guard`, by what comes back, for a tab that is none of ours
 * @example
 * const draft = draftOf("Deals", { table: fixtures.dealsTable });
 * const [row] = fixtures.dealsTable.rows;
 * fingerprintsOf(fixtures.book)(draft, row) === fingerprintsOf(fixtures.book)(draft, { ...row, at: 9 }) //=> true
 */
export function fingerprintsOf(definition: Definition): FingerprintIn {
  const layouts = bookLayouts(definition);
  return (draft, row) => {
    const layout =
      layouts.find(({ key }) => key === draft.key) ?? layouts.find(({ tab }) => tab === draft.name);
    if (layout === undefined) {
      throw new StagelineError("guard", `the tab "${draft.name}" is none of ours`);
    }
    // By the columns as they are marked now: a tab that has just become ours had no marks when it was read.
    const table = {
      tab: draft.name,
      header: draft.rows.get(1) ?? [],
      marks: Object.fromEntries(draft.columns),
    };
    const [view] = viewOf({ ...table, merges: [], rows: [row] }, layout).rows;
    return fingerprintIn(layout, view?.cells ?? {});
  };
}
