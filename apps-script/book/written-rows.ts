// Rows of boards that were written, looked at once more. Nothing keeps people from sorting, inserting or deleting rows
// between the last read and the moment in which the writes arrive: then they land in the row of another record. So what
// is asked last, which is what sends the writes, are the IDs of the rows that were written.

import { type Cell, textOf } from "../../shared/table/cell.ts";
import { rowAsRead, rowAt } from "../../shared/table/planning/tab-draft.ts";
import type { Range } from "../spreadsheet-app.ts";
import type { RowEdits } from "./found-rows.ts";
import type { SheetDraft } from "./open-book.ts";
import type { CellEdit, Step } from "./planned-steps.ts";

/** A row of a board, and what was written into it. */
export interface WrittenRow {
  readonly draft: SheetDraft;
  readonly row: number;
  /** The ID that it has, if it is the row that was meant. */
  readonly id: string;
  /** Whether the ID itself was written: then it tells nothing, and the name does. */
  readonly isNamed: boolean;
  readonly name: string;
  readonly edits: RowEdits;
}

/** The rows of boards among the steps. */
export function writtenRows(steps: readonly Step[]): readonly WrittenRow[] {
  const rows = new Map<string, WrittenRow & { readonly edits: Map<number, CellEdit> }>();
  for (const step of steps) {
    if (step.kind !== "cells" || step.draft.key?.startsWith("board_") !== true) continue;
    const { draft } = step;
    const [id, name] = [draft.columns.get("id"), draft.columns.get("name")];
    if (draft.open === undefined || id === undefined || name === undefined) continue;
    for (const [row, edits] of step.edits) {
      const key = `${draft.name}\n${row}`;
      const known = rows.get(key);
      const all = new Map([...(known?.edits ?? []), ...edits]);
      // A row that the engine itself adds has a name that it wrote.
      if (all.has(name) && textOf(rowAsRead(draft, row).cells[id]) === "") continue;
      rows.set(key, {
        draft,
        row,
        id: textOf(rowAt(draft, row).cells[id]),
        isNamed: all.has(id),
        name: textOf(rowAsRead(draft, row).cells[name]),
        edits: all,
      });
    }
  }
  return [...rows.values()];
}

/** Sends what was written; back come all rows of the tabs in which one of them is another than was meant. */
export function displacedRows(written: readonly WrittenRow[]): readonly WrittenRow[] {
  const drafts = [...new Set(written.map(({ draft }) => draft))];
  return drafts.flatMap((draft) => {
    const own = written.filter((each) => each.draft === draft);
    return hasMisplaced(own) ? own : [];
  });
}

function hasMisplaced(written: readonly WrittenRow[]): boolean {
  const [{ draft } = {}] = written;
  const sheet = draft?.open?.sheet;
  const id = draft?.columns.get("id");
  const name = draft?.columns.get("name");
  if (sheet === undefined || id === undefined || name === undefined) return false;
  const rows = written.map(({ row }) => row);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const needsNames = written.some(({ isNamed }) => isNamed);
  const start = needsNames ? Math.min(id, name) : id;
  const width = needsNames ? Math.abs(id - name) + 1 : 1;
  const values = valuesOf(() => sheet.getRange(first, start + 1, last - first + 1, width));
  // Rows that are not there any more were deleted: nobody knows what else moved.
  if (values === undefined) return true;
  return written.some((each) => {
    const cell = (column: number) => values[each.row - first]?.[column - start];
    return !isMeantRow(each, { id: cell(id), name: cell(name) });
  });
}

/** Whether what a row shows now is what the row that was meant would show. */
function isMeantRow(
  { id, name, isNamed }: WrittenRow,
  shown: { readonly id: unknown; readonly name: unknown },
): boolean {
  if (textOf(shown.id as Cell) !== id) return false;
  // A name that is a day is compared by nobody.
  return !isNamed || typeof shown.name === "object" || textOf(shown.name as Cell) === name;
}

function valuesOf(range: () => Range): readonly (readonly unknown[])[] | undefined {
  try {
    return range().getValues();
  } catch {
    return undefined; // "outside the dimensions of the sheet", in the person's language
  }
}
