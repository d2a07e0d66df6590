// What tabs of ours in a Google spreadsheet have lost that their cells do not tell: dropdowns that somebody cleared, and
// columns of the engine that somebody has shown. A column that has any rule has not lost its dropdown: theirs stands. A
// dropdown by row stands in some rows only, and is missed by nobody.

import { offeredValues } from "../../table/dressing/offered-values.ts";
import type { ColumnLayout, TabLayout } from "../../table/layout.ts";
import { type DraftedBook, findDraft } from "../../table/planning/drafted-book.ts";
import { columnFor, type ReadTab, type TabDraft } from "../../table/planning/tab-draft.ts";
import { tableOf } from "../../table/tab-view.ts";
import { columnsAreHidden, dropdownsAreBack } from "./lost-words.ts";
import type { LostDressing } from "./mend-book.ts";

/** Whether it is so of a column, from 0. */
export type IsSo = (column: number) => boolean;

/** What a host sees of a tab; asked of tabs alone that have such a thing to lose. */
export interface SeenDressing<Tab extends ReadTab = ReadTab> {
  /** Whether a column has a rule in the first row below the header. */
  readonly ruled: (draft: TabDraft<Tab>) => IsSo;
  /** Whether a column is hidden; absent where the host does not look. */
  readonly hidden?: (draft: TabDraft<Tab>) => IsSo;
}

/**
 * What the tabs that these layouts drew have lost, a line for each kind of loss.
 *
 * @example
 * const book = draftedBook(fixtures.pricesBook);
 * const [article] = fixtures.pricesLayout.columns;
 * const columns = [{ ...article, dropdown: { kind: "values", values: ["Apple"] } }];
 * const layouts = [{ ...fixtures.pricesLayout, columns }];
 * lostDressing(book, layouts, { ruled: () => () => true }) //=> []
 * lostDressing(book, layouts, { ruled: () => () => false })
 * //=> [{ tab: "Prices", message: 'the dropdown of "Article" is back' }]
 */
export function lostDressing<Tab extends ReadTab>(
  book: DraftedBook<Tab>,
  layouts: readonly TabLayout[],
  seen: SeenDressing<Tab>,
): readonly LostDressing[] {
  const tables = book.tabs.map(({ table }) => table);
  return layouts.flatMap((layout) => {
    const table = tableOf(tables, layout);
    const draft = table === undefined ? undefined : findDraft(book, table.tab);
    if (draft?.open === undefined || (draft.open.maxRows ?? 0) < 2) return [];
    const columns = layout.columns.filter(({ key }) => draft.columns.has(key));
    const drawn = columns.filter((column) => offeredValues(book, draft, column)?.kind === "all");
    const cleared = lostOf(draft, drawn, seen.ruled);
    const hidden = columns.filter((column) => column.hidden === true);
    const shown = seen.hidden === undefined ? [] : lostOf(draft, hidden, seen.hidden);
    return [
      ...(cleared.length === 0 ? [] : [{ tab: draft.name, message: dropdownsAreBack(cleared) }]),
      ...(shown.length === 0 ? [] : [{ tab: draft.name, message: columnsAreHidden(shown) }]),
    ];
  });
}

function lostOf<Tab extends ReadTab>(
  draft: TabDraft<Tab>,
  columns: readonly ColumnLayout[],
  kept: (draft: TabDraft<Tab>) => IsSo,
): readonly ColumnLayout[] {
  if (columns.length === 0) return [];
  const isKept = kept(draft);
  return columns.filter(({ key }) => !isKept(columnFor(draft, key)));
}
