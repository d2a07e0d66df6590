// What the tabs of a spreadsheet have lost that their cells do not tell.

import { lostDressing } from "../../../shared/engine/mending/lost-dressing.ts";
import type { LostDressing } from "../../../shared/engine/mending/mend-book.ts";
import type { TabLayout } from "../../../shared/table/layout.ts";
import type { DraftedBook } from "../../../shared/table/planning/drafted-book.ts";
import type { SeenSheets } from "./seen-sheets.ts";
import type { SheetDraft, SheetTab } from "./sheet-place.ts";

/** What is lost, by the answer to `lostQuestion` for the same layouts. */
export function lostInSheets(
  drafted: DraftedBook<SheetTab>,
  layouts: readonly TabLayout[],
  seen: SeenSheets,
): readonly LostDressing[] {
  const sheetOf = ({ open }: SheetDraft) => seen.of({ sheetId: open?.shape.id ?? 0 });
  return lostDressing(drafted, layouts, {
    ruled: (draft) => (column) => sheetOf(draft).present.ruleAt(2, column) !== undefined,
    hidden: (draft) => (column) => !sheetOf(draft).isShown(column),
  });
}
