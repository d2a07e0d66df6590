// What a tab of ours has lost that its cells do not tell: dropdowns that somebody cleared.

import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { bookLayouts } from "../../shared/engine/book-layouts.ts";
import { lostDressing } from "../../shared/engine/mending/lost-dressing.ts";
import type { LostDressing } from "../../shared/engine/mending/mend-book.ts";
import { draftedBook } from "../../shared/table/planning/drafted-book.ts";
import { type OpenBook, readBook, type SheetDraft } from "./open-book.ts";

/** What the tabs of the book have lost, a line each. */
export function lostDropdowns(book: OpenBook): readonly LostDressing[] {
  const { definition } = readSetup(book.tables, lastDefinition(book.tables));
  const ruled = ({ open, width }: SheetDraft) => {
    const [rules = []] = open?.sheet.getRange(2, 1, 1, width).getDataValidations() ?? [];
    return (column: number) => (rules[column] ?? null) !== null;
  };
  return lostDressing(draftedBook(readBook(book)), bookLayouts(definition), { ruled });
}
