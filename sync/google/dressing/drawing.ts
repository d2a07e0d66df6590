// The layouts of a plan, and what they are drawn over.

import type { sheets_v4 } from "@googleapis/sheets";
import type { DraftedBook } from "../../../shared/table/planning/drafted-book.ts";
import type { DraftedLayout } from "../../../shared/table/planning/drafted-layout.ts";
import type { SeenSheets } from "./seen-sheets.ts";
import type { SheetPlaces, SheetTab } from "./sheet-place.ts";

/** One request of a batch. */
export type Request = sheets_v4.Schema$Request;

export interface Drawing {
  readonly drafted: DraftedBook<SheetTab>;
  readonly layouts: readonly DraftedLayout<SheetTab>[];
  readonly places: SheetPlaces;
  readonly seen: SeenSheets;
}

/** Whether the same plan takes the layout off again: then it is drawn without what would have to be taken off, too. */
export function isLeft({ draft, layout }: DraftedLayout): boolean {
  return draft.key !== layout.key;
}
