// Values that a script writes. Each is put in as if it were typed, and is stopped by a rule that refuses it; then
// nothing of that write is done.

import { withBlock } from "../cell-block.ts";
import { writtenCell } from "../entered-cell.ts";
import { GridError } from "../grid-error.ts";
import { withInserted } from "../inserted-lines.ts";
import { checkInside } from "../limits.ts";
import type { GridRange, ScriptWrite, Written } from "../protocol.ts";
import { type Spreadsheet, tabById, usedSize, withTab } from "../spreadsheet.ts";
import { checkRule } from "../validation-rules.ts";

type Write<Kind extends ScriptWrite["do"]> = Extract<ScriptWrite, { do: Kind }>;

/** @throws {GridError} where the sizes differ, the range is outside, or a rule refuses a value */
export function withValues(state: Spreadsheet, { range, values }: Write<"setValues">): Spreadsheet {
  const tab = tabById(state, range.tab);
  checkInside(tab, range);
  checkShape(range, values);
  const after = withBlock(tab, range, (cell, row, column) => {
    const written = values[row - range.row]?.[column - range.column];
    if (written === undefined) return cell;
    const entered = writtenCell(cell, written, state);
    checkRule(state, entered, { row, column });
    return entered;
  });
  return withTab(state, after);
}

/** Below the last row that holds anything; the tab grows where that is its last one. */
export function withAppendedRow(state: Spreadsheet, { tab: id, values }: Write<"appendRow">): Spreadsheet {
  const tab = tabById(state, id);
  const row = usedSize(tab).rows + 1;
  const isFull = row > tab.maxRows;
  const roomy = isFull
    ? withInserted(state, { tab: id, axis: "rows", before: row, count: 1, like: "line before" })
    : state;
  const wide =
    values.length > tab.maxColumns
      ? withInserted(roomy, {
          tab: id,
          axis: "columns",
          before: tab.maxColumns + 1,
          count: values.length - tab.maxColumns,
          like: "line before",
        })
      : roomy;
  const range = { tab: id, row, column: 1, rows: 1, columns: values.length };
  return values.length === 0 ? state : withValues(wide, { do: "setValues", range, values: [values] });
}

function checkShape(range: GridRange, values: readonly (readonly Written[])[]): void {
  if (values.length !== range.rows) throw mismatch("rows", values.length, range.rows);
  const odd = values.find((row) => row.length !== range.columns);
  if (odd !== undefined) throw mismatch("columns", odd.length, range.columns);
}

function mismatch(noun: "rows" | "columns", data: number, range: number): GridError {
  return new GridError(
    `The number of ${noun} in the data does not match the number of ${noun} in the range. The data has ${data} but the range has ${range}.`,
  );
}
