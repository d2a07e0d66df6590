// Writes that landed in the rows of others, taken out of them at once: their seals are emptied, so that nobody takes one
// record for the other, and the head says that a run did not end, so that the next look is one at everything. Cells of
// people's that were written over are told, for that look to put back what the history knows of them.

import type { OverwrittenCells } from "../../shared/engine/acts/put-back.ts";
import { openChanges } from "../../shared/engine/head.ts";
import { textOf } from "../../shared/table/cell.ts";
import { bookOf, type OpenBook, type OpenTab } from "./open-book.ts";
import type { TabDraft } from "./tab-draft.ts";
import { cellsFromValues } from "./table-from-values.ts";
import { writeChanges } from "./write-changes.ts";
import { isMeantRow, type WrittenRow } from "./written-rows.ts";
import { writtenValue } from "./written-value.ts";

/** What tells whose row it is. */
const SEALS: readonly string[] = ["memory", "fingerprint"];
/** What the next look computes anew. */
const DERIVED: readonly string[] = ["since", "due", "score", "status_note"];

/** Takes the writes out of these rows; back come people's cells that they wrote over. `state` is the head as it is now. */
export function clearMisplaced(
  book: Pick<OpenBook, "spreadsheet" | "zone">,
  state: OpenTab,
  rows: readonly WrittenRow[],
): readonly OverwrittenCells[] {
  const found = rows.map((written) => ({ written, shown: shownRow(book, written) }));
  writeChanges(bookOf({ ...book, tabs: [state] }), openChanges([state.table]), () => "");
  return found.flatMap(({ written, shown }) => (shown === undefined ? [] : clearRow(written, shown)));
}

/** The cells of the row as they are; `undefined` where it is the row that was meant, or is not there any more. */
function shownRow(
  { zone }: Pick<OpenBook, "zone">,
  written: WrittenRow,
): ReturnType<typeof cellsFromValues> | undefined {
  const { draft, row } = written;
  const sheet = draft.open?.sheet;
  if (sheet === undefined || row > sheet.getMaxRows()) return undefined;
  const [values = []] = sheet.getRange(row, 1, 1, draft.width).getValues();
  const at = (key: string) => draft.columns.get(key) ?? -1;
  if (isMeantRow(written, { id: values[at("id")], name: values[at("name")] })) return undefined;
  return cellsFromValues(values, zone);
}

function clearRow(
  { draft, row, isNamed, edits }: WrittenRow,
  shown: ReturnType<typeof cellsFromValues>,
): readonly OverwrittenCells[] {
  const sheet = draft.open?.sheet;
  const idColumn = draft.columns.get("id") ?? -1;
  const id = isNamed ? "" : textOf(shown[idColumn]);
  const fields: string[] = [];
  for (const [column, { value }] of edits) {
    // What somebody typed over it since is theirs.
    if (JSON.stringify(shown[column] ?? null) !== JSON.stringify(value)) continue;
    const key = keyOf(draft, column);
    if (key === undefined || DERIVED.includes(key)) continue;
    if (column === idColumn || SEALS.includes(key) || id === "") {
      sheet?.getRange(row, column + 1).setValue(writtenValue(null));
    } else fields.push(key);
  }
  return id === "" || fields.length === 0 ? [] : [{ tab: draft.name, record: id, fields }];
}

function keyOf(draft: TabDraft, column: number): string | undefined {
  return [...draft.columns].find(([, at]) => at === column)?.[0];
}
