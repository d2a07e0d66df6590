// Cells set, and rows added at the end of a tab. What is asked of the spreadsheet and what no cell can hold is found out
// when a writing is made; then it only writes.

import { cellBlocks } from "../../shared/engine/writing/cell-blocks.ts";
import { dayFormats } from "../../shared/engine/writing/day-formats.ts";
import type { CellEdit, Step } from "../../shared/engine/writing/planned-steps.ts";
import { type Cell, columnLetters } from "../../shared/table/cell.ts";
import { NEW_TAB } from "../../shared/table/dressing/tab-size.ts";
import type { OpenTab } from "./open-book.ts";
import { makeRoomForRows, type WrittenBook, type WrittenTab, writtenTab } from "./written-book.ts";
import { writtenValue } from "./written-value.ts";

/** Rows that are added one by one; more are worth asking where the tab ends. */
const MOST_SINGLE_ROWS = 20;
/** What tells that the engine has seen a row; written after everything else of it. */
const SEALS: readonly string[] = ["memory", "fingerprint"];

type CellStep = Extract<Step<OpenTab>, { kind: "cells" }>;
type Edits = ReadonlyMap<number, ReadonlyMap<number, CellEdit>>;

/** What sets the cells of the step. */
export function cellWriting(book: WrittenBook, step: CellStep): () => void {
  const blocks = passesOf(step)
    .flatMap((edits) => cellBlocks(edits))
    .map(({ row, column, values }) => ({
      row,
      column,
      values: values.map((cells) => cells.map(({ value }) => writtenValue(value))),
    }));
  return () => {
    const tab = writtenTab(book, step.draft);
    makeRoomForRows(
      tab,
      [...step.edits.keys()].reduce((last, row) => Math.max(last, row), 1),
    );
    for (const { row, column, values } of blocks) {
      tab.sheet.getRange(row, column + 1, values.length, values[0]?.length ?? 1).setValues(values);
    }
    setDateFormats(tab, step.edits);
  };
}

/** What replaces all rows of a tab that was not read. */
export function replaceRows(
  book: WrittenBook,
  { draft, rows }: Extract<Step<OpenTab>, { kind: "replace" }>,
): () => void {
  const values = matrixOf(rows, draft.width);
  const tab = writtenTab(book, draft);
  // Fewer fit into every tab that nobody made shorter, and to ask is a trip.
  if (rows.length >= NEW_TAB.rows) tab.rows ??= tab.sheet.getMaxRows();
  return () => {
    const { sheet } = tab;
    makeRoomForRows(tab, rows.length + 1);
    sheet.getRange(`A2:${columnLetters(draft.width - 1)}`).clearContent();
    if (values.length > 0) sheet.getRange(2, 1, values.length, draft.width).setValues(values);
  };
}

/** What adds the rows of the step below all others. */
export function addRows(
  book: WrittenBook,
  { draft, rows }: Extract<Step<OpenTab>, { kind: "add" }>,
): () => void {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const values = matrixOf(rows, width);
  const tab = writtenTab(book, draft);
  const isMany = rows.length > MOST_SINGLE_ROWS;
  const last = isMany ? tab.sheet.getLastRow() : 0;
  if (isMany) tab.rows ??= tab.sheet.getMaxRows();
  return () => {
    if (!isMany) for (const row of values) tab.sheet.appendRow(row);
    else {
      makeRoomForRows(tab, last + rows.length);
      tab.sheet.getRange(last + 1, 1, values.length, width).setValues(values);
    }
  };
}

function matrixOf(rows: readonly (readonly Cell[])[], width: number): (string | number | boolean)[][] {
  return rows.map((row) => Array.from({ length: width }, (_, at) => writtenValue(row[at] ?? null)));
}

// Of a board, the seals of its rows come last: a row that is sealed must be as the seal says.
function passesOf({ draft, edits }: CellStep): readonly Edits[] {
  const seals = new Set(SEALS.flatMap((key) => draft.columns.get(key) ?? []));
  if (draft.key?.startsWith("board_") !== true || seals.size === 0) return [edits];
  return [only(edits, (column) => !seals.has(column)), only(edits, (column) => seals.has(column))];
}

function only(edits: Edits, isMeant: (column: number) => boolean): Edits {
  const rows = [...edits].map(
    ([row, cells]) => [row, new Map([...cells].filter(([column]) => isMeant(column)))] as const,
  );
  return new Map(rows.filter(([, cells]) => cells.size > 0));
}

function setDateFormats(tab: WrittenTab, edits: Edits): void {
  for (const { row, column, values } of cellBlocks(dayFormats(edits))) {
    const range = tab.sheet.getRange(row, column + 1, values.length, values[0]?.length ?? 1);
    range.setNumberFormats(values.map((each) => [...each]));
  }
}
