// The formula of a dropdown, as a file holds it: short values stand in it; all others in our hidden tab of lists, to
// whose filled cells it refers, so that no blank line is offered and none is taken for a value.

import { columnLetters } from "../../shared/table/cell.ts";
import type { ColumnLayout, Dropdown, TabLayout } from "../../shared/table/layout.ts";
import type { BookDraft } from "./book-draft.ts";
import { quotedTab } from "./marks.ts";
import { columnFor, type SheetDraft } from "./sheet-draft.ts";
import {
  COUNT_ROW,
  FIRST_ROW,
  listCells,
  listsSheet,
  NAME_ROW,
  nameOfColumn,
  placedList,
} from "./value-lists.ts";

// Excel's limit for values that stand in the dropdown itself, the quotes around them included.
const MOST_INLINE_CHARACTERS = 255;

/** The formula for the cells of a column from row 2 on; may write values to our tab of lists. */
export function dropdownFormula(
  draft: BookDraft,
  sheet: SheetDraft,
  { layout, column }: { readonly layout: TabLayout; readonly column: ColumnLayout },
): string | undefined {
  const { dropdown } = column;
  if (dropdown === undefined) return undefined;
  const name = `${layout.key}.${column.key}`;
  switch (dropdown.kind) {
    case "values": {
      if (dropdown.values.length === 0) return undefined;
      const inline = inlineList(dropdown.values);
      if (inline !== undefined) return inline;
      const place = placedList(draft, name, dropdown);
      return listCells(place, FIRST_ROW, FIRST_ROW + place.room - 1);
    }
    case "column":
      return filledCells(draft, nameOfColumn(dropdown), dropdown);
    case "joined":
      return filledCells(draft, name, dropdown);
    case "by row":
      return listOfRow(draft, sheet, dropdown);
  }
}

function inlineList(values: readonly string[]): string | undefined {
  const isPlain = values.every((value) => value !== "" && value === value.trim() && !/[",\n\r]/.test(value));
  const formula = `"${values.join(",")}"`;
  return isPlain && formula.length <= MOST_INLINE_CHARACTERS ? formula : undefined;
}

function filledCells(
  draft: BookDraft,
  name: string,
  list: Exclude<Dropdown, { kind: "by row" | "values" }>,
): string {
  const place = placedList(draft, name, list);
  return `OFFSET(${listCells(place, FIRST_ROW)},0,0,MAX(1,${listCells(place, COUNT_ROW)}),1)`;
}

// The list whose name ends with what the row says; the first, empty one where there is none.
function listOfRow(
  draft: BookDraft,
  sheet: SheetDraft,
  { name, column, lists }: Extract<Dropdown, { kind: "by row" }>,
): string {
  for (const { is, list } of lists) placedList(draft, `${name} ${is}`, list);
  const tab = quotedTab(listsSheet(draft).name);
  const said = `$${columnLetters(columnFor(sheet, column))}2`;
  const match = `IFERROR(MATCH("${name} "&${said},${tab}!$${NAME_ROW}:$${NAME_ROW},0),1)`;
  const count = `INDEX(${tab}!$${COUNT_ROW}:$${COUNT_ROW},${match})`;
  return `OFFSET(${tab}!$A$${FIRST_ROW},0,${match}-1,MAX(1,${count}),1)`;
}
