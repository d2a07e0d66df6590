// Changes applied to a book: each in its order to drafts of the tabs that it names; what comes of all of them is
// then built in one go. Every check comes before the first byte; what no change named stays the same bytes.

import type { Change, Identify, ReplaceBody, SetCell } from "../../shared/table/change.ts";
import type { RowCells } from "../../shared/table/layout.ts";
import type { Table, TableRow } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Book, sheetTextOf } from "./book.ts";
import { type BookDraft, openDraft, sheetFor } from "./book-draft.ts";
import { type AppliedChanges, finishedBook } from "./finished-book.ts";
import { layOut } from "./lay-out.ts";
import { columnFor, filledRows, rowAsRead, rowAt, rowFor, type SheetDraft, setCell } from "./sheet-draft.ts";
import { cellSpans } from "./sheet-part.ts";
import { takeOff } from "./take-off.ts";

/** The fingerprint of a row, as the core computes it; `identify` compares it before it gives the row an id. */
export type FingerprintAt = (table: Table, row: TableRow) => string;

/**
 * The book with the changes made, in their order.
 *
 * @throws {StagelineError} `guard`, when a tab, column or row that a change names is not there (any more), or
 *   the write would tear a formula that fills many cells; `value`, when no cell can hold a value; `file`, when
 *   the book holds something that any write would break
 */
export function applyChanges(
  book: Book,
  changes: readonly Change[],
  fingerprintAt?: FingerprintAt,
): AppliedChanges {
  if (changes.length === 0) return { book, cells: 0, staleFormulas: [] };
  const draft = openDraft(book);
  for (const change of changes) applyChange(draft, change, fingerprintAt);
  return finishedBook(draft);
}

function applyChange(draft: BookDraft, change: Change, fingerprintAt: FingerprintAt | undefined): void {
  switch (change.kind) {
    case "layOut":
      layOut(draft, change);
      return;
    case "takeOff":
      takeOff(draft, sheetFor(draft, change.tab), change.columns);
      return;
    case "setField": {
      const sheet = sheetFor(draft, change.tab);
      const column = columnFor(sheet, change.field);
      setCell(sheet, { row: rowFor(sheet, change.record), column }, change.value);
      return;
    }
    case "append":
      append(draft, sheetFor(draft, change.tab), change.rows);
      return;
    case "replaceBody":
      replaceBody(sheetFor(draft, change.tab), change);
      return;
    case "setCell": {
      const sheet = sheetFor(draft, change.tab);
      // Several cells of one row may be set: each is held against the row as it was read.
      checkRow(sheet, { change, row: rowAsRead(sheet, change.atRow) }, fingerprintAt);
      setCell(sheet, { row: change.atRow, column: columnFor(sheet, change.field) }, change.value);
      return;
    }
    case "identify":
      identify(sheetFor(draft, change.tab), change, fingerprintAt);
      return;
  }
}

function append(draft: BookDraft, sheet: SheetDraft, rows: readonly RowCells[]): void {
  sheet.fallbackStyles ??= stylesAbove(draft, sheet);
  const first = sheet.lastRow + 1;
  rows.forEach((row, index) => {
    setRow(sheet, first + index, Object.entries(row));
    // A row without any value still takes its place, so that the rows below it keep theirs.
    sheet.lastRow = first + index;
  });
}

function replaceBody(sheet: SheetDraft, { rows, look }: ReplaceBody): void {
  sheet.look = look ?? sheet.look;
  const keys = [...sheet.columns.keys()];
  const unknown = rows.flatMap((row) => Object.keys(row)).find((key) => !sheet.columns.has(key));
  if (unknown !== undefined) columnFor(sheet, unknown);
  const leftOver = filledRows(sheet).filter((at) => at > rows.length + 1);
  rows.forEach((row, index) => {
    setRow(
      sheet,
      index + 2,
      keys.map((key) => [key, row[key] ?? null]),
    );
  });
  for (const at of leftOver) {
    setRow(
      sheet,
      at,
      keys.map((key) => [key, null]),
    );
  }
  sheet.lastRow = Math.max(1, ...filledRows(sheet).slice(-1));
}

function identify(sheet: SheetDraft, change: Identify, fingerprintAt: FingerprintAt | undefined): void {
  checkRow(sheet, { change, row: rowAt(sheet, change.atRow) }, fingerprintAt);
  setCell(sheet, { row: change.atRow, column: columnFor(sheet, "id") }, change.id);
}

function checkRow(
  sheet: SheetDraft,
  { change, row }: { readonly change: Identify | SetCell; readonly row: TableRow },
  fingerprintAt: FingerprintAt | undefined,
): void {
  if (fingerprintAt === undefined) {
    throw new StagelineError("usage", "a row is met by its place only where its fingerprint can be checked");
  }
  // By the columns as they are marked now: a tab that has just become ours had no marks when it was read.
  const table = { ...sheet.table, marks: Object.fromEntries(sheet.columns) };
  if (fingerprintAt(table, row) !== change.expectFingerprint) {
    const message = `${sheet.name}: row ${change.atRow} is not the row that was read; read the book again`;
    throw new StagelineError("guard", message);
  }
}

function setRow(
  sheet: SheetDraft,
  at: number,
  cells: readonly (readonly [string, RowCells[string]])[],
): void {
  for (const [key, value] of cells) {
    const column = columnFor(sheet, key);
    if (value !== undefined) setCell(sheet, { row: at, column }, value);
  }
}

// Where a column has no style of its own, as in a tab that people made, a new cell takes the number format of
// the cell above it and nothing else: no colour that somebody gave one row.
function stylesAbove(draft: BookDraft, sheet: SheetDraft): ReadonlyMap<number, number> {
  const text = sheetTextOf(draft.book.package, sheet.partName);
  const row = text?.rows.findLast((candidate) => candidate.at > 1 && candidate.at <= sheet.lastRow);
  if (text === undefined || row === undefined) return new Map();
  return new Map(
    cellSpans(text, row).map((cell) => [cell.column, draft.styles.plainStyleOf(cell.style)] as const),
  );
}
