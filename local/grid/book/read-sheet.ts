// One tab of an .xlsx file as a tab of the grid: its cells with their looks, and what frames them. Values are read by
// the readers of the book, so that both see one and the same. What the file says of other tabs (dropdowns, colours,
// names) is read when all tabs are there. A tab is at least as large as Google makes one.

import { isErrorCell, isSerialCell } from "../../../shared/table/cell.ts";
import { type CellContext, cellValue } from "../../book/cell-value.ts";
import { type SheetFormula, sheetFormulas } from "../../book/sheet-formulas.ts";
import { columnStyles } from "../../book/sheet-frame.ts";
import { cellSpans, type RowSpan, type SheetText } from "../../book/sheet-part.ts";
import { rowOf, tidied } from "../cell-block.ts";
import { isCustomCall } from "../custom-call.ts";
import { type GridCell, newTab, type Row, type Tab, type Value } from "../spreadsheet.ts";
import type { Look } from "./file-looks.ts";
import { readFrame } from "./read-sheet-frame.ts";
import { withSpills } from "./read-spills.ts";

export interface SheetReading {
  readonly sheet: SheetText;
  readonly context: CellContext;
  readonly looks: readonly Look[];
}

/** The tab without dropdowns, colours by rule and notes. */
export function readSheet(
  place: { readonly id: number; readonly name: string; readonly isHidden: boolean },
  reading: SheetReading,
): Tab {
  const { sheet } = reading;
  const empty = newTab(place.id, place.name);
  const rows = readRows(reading);
  const width = Math.max(0, ...rows.map((row) => row?.cells.length ?? 0));
  const size = {
    id: place.id,
    maxRows: Math.max(empty.maxRows, rows.length),
    maxColumns: Math.max(empty.maxColumns, width),
  };
  return {
    ...empty,
    ...size,
    isHidden: place.isHidden,
    ...readFrame(sheet, size),
    rows: withColumnLooks(withSpills(rows, sheetFormulas(sheet)), reading, size),
  };
}

const BARE: Row = { cells: [], refers: false, computes: false };

function readRows(reading: SheetReading): readonly (Row | undefined)[] {
  const { sheet } = reading;
  const formulas = formulaIndex(sheet);
  const rows: (Row | undefined)[] = [];
  for (const row of sheet.rows) {
    const cells = readCells(row, reading, formulas);
    while (rows.length < row.at - 1) rows.push(undefined);
    rows[row.at - 1] = rowOf(cells, { ...BARE, ...rowFrame(sheet.text.slice(row.start, row.openEnd)) });
  }
  return rows;
}

const PIXELS_IN_POINT = 4 / 3;

function rowFrame(head: string): Pick<Row, "isHidden" | "heightPixels"> {
  const height = /\scustomHeight="(?:1|true)"/.test(head) ? /\sht="([\d.]+)"/.exec(head)?.[1] : undefined;
  return {
    ...(/\shidden="(?:1|true)"/.test(head) ? { isHidden: true } : {}),
    ...(height === undefined ? {} : { heightPixels: Math.round(Number(height) * PIXELS_IN_POINT) }),
  };
}

type FormulaIndex = ReadonlyMap<number, ReadonlyMap<number, SheetFormula>>;

function formulaIndex(sheet: SheetText): FormulaIndex {
  const index = new Map<number, Map<number, SheetFormula>>();
  for (const formula of sheetFormulas(sheet)) {
    const row = index.get(formula.row) ?? new Map<number, SheetFormula>();
    index.set(formula.row, row.set(formula.column, formula));
  }
  return index;
}

function readCells(
  row: RowSpan,
  { sheet, context, looks }: SheetReading,
  formulas: FormulaIndex,
): readonly (GridCell | undefined)[] {
  const cells: (GridCell | undefined)[] = [];
  for (const span of cellSpans(sheet, row)) {
    const value = heldValue(cellValue(sheet, span, context));
    const formula = formulas.get(row.at)?.get(span.column);
    while (cells.length < span.column) cells.push(undefined);
    // An empty text is a result, too; without any, the cell would say that nobody has worked it out.
    const held = formula === undefined ? value : (value ?? "");
    cells[span.column] = tidied({
      value: held,
      ...(formula === undefined ? {} : { formula: formulaText(formula) }),
      ...looks[span.style],
    });
  }
  return cells;
}

// A formula that fills several cells as one is written around what it fills them with, as Google does when it opens
// such a file; a call of a custom function spills of itself.
function formulaText({ formula, kind }: SheetFormula): string {
  return kind === "array" && !isCustomCall(`=${formula}`) ? `=ARRAYFORMULA(${formula})` : `=${formula}`;
}

function heldValue(cell: ReturnType<typeof cellValue>): Value {
  if (isSerialCell(cell)) return cell.serial;
  return isErrorCell(cell) ? { error: cell.error } : cell;
}

// A column's style is that of its cells which the file does not name.
function withColumnLooks(
  rows: readonly (Row | undefined)[],
  { sheet, looks }: SheetReading,
  size: Pick<Tab, "maxRows" | "maxColumns">,
): readonly (Row | undefined)[] {
  const styleOf = columnStyles(sheet.text);
  const plain = Array.from({ length: size.maxColumns }, (_, column) =>
    tidied({ value: null, ...looks[styleOf(column)] }),
  );
  if (plain.every((cell) => cell === undefined)) return rows;
  const named = new Map(
    sheet.rows.map((row) => [row.at, new Set(cellSpans(sheet, row).map(({ column }) => column))]),
  );
  const blank = rowOf(plain);
  return Array.from({ length: size.maxRows }, (_, index) => {
    const row = rows[index];
    const columns = named.get(index + 1);
    if (row === undefined && columns === undefined) return blank;
    const cells = plain.map((cell, column) => (columns?.has(column) === true ? row?.cells[column] : cell));
    return rowOf(cells, row);
  });
}
