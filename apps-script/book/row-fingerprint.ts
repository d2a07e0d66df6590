// The fingerprint of a row of any tab of ours, by the definition that is in force: before a row that is met by its place
// gets a value, it must still be the row that was read.

import { fingerprintIn } from "../../shared/board/fingerprint.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { bookLayouts } from "../../shared/engine/book-layouts.ts";
import type { TabDraft } from "../../shared/table/planning/tab-draft.ts";
import { viewOf } from "../../shared/table/tab-view.ts";
import type { TableRow } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";

export type FingerprintIn = (draft: TabDraft, row: TableRow) => string;

/** The fingerprints of rows in a book with this definition. */
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
