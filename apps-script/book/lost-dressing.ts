// What a tab of ours has lost that its cells do not tell: dropdowns that somebody cleared. A column that has any dropdown
// has not lost it: theirs stands.

import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { bookLayouts } from "../../shared/engine/book-layouts.ts";
import type { LostDressing } from "../../shared/engine/mending/mend-book.ts";
import { offeredValues } from "../../shared/table/dressing/offered-values.ts";
import { draftedBook, findDraft } from "../../shared/table/planning/drafted-book.ts";
import { tableOf } from "../../shared/table/tab-view.ts";
import { type OpenBook, readBook } from "./open-book.ts";

/** What the tabs of the book have lost, a line each. */
export function lostDressing(book: OpenBook): readonly LostDressing[] {
  const drafted = draftedBook(readBook(book));
  const { definition } = readSetup(book.tables, lastDefinition(book.tables));
  return bookLayouts(definition).flatMap((layout): readonly LostDressing[] => {
    const table = tableOf(book.tables, layout);
    const draft = table === undefined ? undefined : findDraft(drafted, table.tab);
    if (draft?.open === undefined || (draft.open.maxRows ?? 0) < 2) return [];
    const drawn = layout.columns.filter(
      (column) => offeredValues(drafted, draft, column)?.kind === "all" && draft.columns.has(column.key),
    );
    if (drawn.length === 0) return [];
    const [rules = []] = draft.open.sheet.getRange(2, 1, 1, draft.width).getDataValidations();
    const lost = drawn.filter(({ key }) => (rules[draft.columns.get(key) ?? 0] ?? null) === null);
    return lost.length === 0 ? [] : [{ tab: draft.name, message: message(lost.map(({ header }) => header)) }];
  });
}

function message(headers: readonly string[]): string {
  const names = headers.map((header) => `"${header}"`).join(", ");
  return headers.length === 1 ? `the dropdown of ${names} is back` : `the dropdowns of ${names} are back`;
}
