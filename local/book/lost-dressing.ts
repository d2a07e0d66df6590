// What a tab of ours has lost that its cells do not tell: dropdowns that somebody cleared, and columns of the engine
// that somebody has shown. A column that has any dropdown has not lost it: theirs stands.

import { columnsAreHidden, dropdownsAreBack } from "../../shared/engine/mending/lost-words.ts";
import type { LostDressing } from "../../shared/engine/mending/mend-book.ts";
import type { ColumnLayout, TabLayout } from "../../shared/table/layout.ts";
import { tableOf } from "../../shared/table/tab-view.ts";
import type { Table } from "../../shared/table/table.ts";
import type { Book } from "./book.ts";
import { dropdownColumns } from "./dropdowns.ts";
import { partText } from "./package.ts";
import { hiddenColumns } from "./sheet-frame.ts";

/** What the tabs that these layouts drew have lost, a line for each kind of loss. */
export function lostDressing(book: Book, layouts: readonly TabLayout[]): readonly LostDressing[] {
  return layouts.flatMap((layout) => {
    const table = tableOf(book.tables, layout);
    const entry = book.workbook.sheets.find(({ name }) => name === table?.tab);
    const text = entry === undefined ? undefined : partText(book.package, entry.partName);
    return table === undefined || text === undefined ? [] : lostOn(table, { layout, text });
  });
}

function lostOn(
  table: Table,
  { layout, text }: { readonly layout: TabLayout; readonly text: string },
): readonly LostDressing[] {
  const hasDropdown = dropdownColumns(text);
  const isHidden = hiddenColumns(text);
  const headersOf = (isLost: (column: ColumnLayout, at: number) => boolean) =>
    layout.columns.filter((column) => {
      const at = table.marks[column.key];
      return at !== undefined && isLost(column, at);
    });
  const cleared = headersOf((column, at) => isDrawn(column) && !hasDropdown(at));
  const shown = headersOf((column, at) => column.hidden === true && !isHidden(at));
  return [
    ...(cleared.length === 0 ? [] : [{ tab: table.tab, message: dropdownsAreBack(cleared) }]),
    ...(shown.length === 0 ? [] : [{ tab: table.tab, message: columnsAreHidden(shown) }]),
  ];
}

function isDrawn({ dropdown }: ColumnLayout): boolean {
  return dropdown !== undefined && (dropdown.kind !== "values" || dropdown.values.length > 0);
}
