// An ID that stands in the row of another record for a moment: people moved rows while a script wrote, and under the same
// lock it takes the ID out again. What was typed in that row is told of the record that it is or becomes, and not of the
// one whose ID is passing through. Only an ID of a record that began under another name, and that came to the row after
// the value did, is taken for such: any other is believed.

import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { begunRecords } from "../../shared/engine/duplicates/added-records.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { nameKey, textOf } from "../../shared/table/cell.ts";
import { columnMarks } from "../hands/grid-tables.ts";
import { type Overwritten, valueAt } from "./overwritten.ts";

/** The cell with the ID that was beside its value when that was put there; `undefined` where no ID strayed there since. */
export function withoutStrayId(
  cell: Overwritten,
  begun: Spreadsheet,
  entries: readonly Entry[],
): Overwritten | undefined {
  const tab = begun.tabs.find(({ id }) => id === cell.tab);
  const column = tab === undefined ? undefined : columnMarks(begun, tab)["id"];
  const record = column === undefined ? "" : textOf(valueAt(tab, { row: cell.row, column: column + 1 }));
  return record !== cell.record && isOfAnother(cell, entries) ? { ...cell, record } : undefined;
}

function isOfAnother({ record, name }: Overwritten, entries: readonly Entry[]): boolean {
  const others = entries.filter((entry) => entry.record === record && nameKey(entry.name) !== nameKey(name));
  return begunRecords(others).length > 0;
}
