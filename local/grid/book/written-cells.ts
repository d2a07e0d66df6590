// The rows of a tab as an .xlsx file holds them. Texts stand in their cells; a formula stands with its result, and one
// whose results spill as a formula of all the cells that it fills. A cell that holds nothing and looks as its column does
// is not written: the look of a column is that of its last cell.

import { cellAddress, isErrorCell } from "../../../shared/table/cell.ts";
import { encodeCellText, escapeText } from "../../book/xml-text.ts";
import { cellAt, type GridCell, heldIn, type Row, type Tab, type Value } from "../spreadsheet.ts";
import { rangeText } from "./file-ranges.ts";
import type { WrittenStyles } from "./written-styles.ts";

const ARRAY = /^=ARRAYFORMULA\(([\s\S]*)\)$/i;

/** The style of each column, by its last cell; 0 is the plain one. */
export function columnStyleNumbers(tab: Tab, styles: WrittenStyles): readonly number[] {
  return Array.from({ length: tab.maxColumns }, (_, index) =>
    styles.styleOf(cellAt(tab, tab.maxRows, index + 1)),
  );
}

/** The `<row>` elements of the tab. */
export function rowsText(tab: Tab, styles: WrittenStyles): string {
  const columns = columnStyleNumbers(tab, styles);
  const count = columns.some((style) => style !== 0) ? tab.maxRows : tab.rows.length;
  return Array.from({ length: count }, (_, index) =>
    rowText(tab.rows[index], { at: index + 1, tab, columns, styles }),
  ).join("");
}

interface RowPlace {
  readonly at: number;
  readonly tab: Tab;
  readonly columns: readonly number[];
  readonly styles: WrittenStyles;
}

function rowText(row: Row | undefined, { at, tab, columns, styles }: RowPlace): string {
  const cells = columns.map((column, index) => {
    const cell = row?.cells[index];
    const style = styles.styleOf(cell);
    const isBlank = heldIn(cell) === null && cell?.formula === undefined;
    if (isBlank && style === column) return "";
    const address = cellAddress(at, index);
    return cellText(cell, { address, style, area: spillArea(tab, cell, { row: at, column: index + 1 }) });
  });
  const inside = cells.join("");
  const pixels = row?.heightPixels;
  const height = pixels === undefined ? "" : ` ht="${(pixels * 3) / 4}" customHeight="1"`;
  const frame = `${row?.isHidden === true ? ' hidden="1"' : ""}${height}`;
  return inside === "" && frame === "" ? "" : `<row r="${at}"${frame}>${inside}</row>`;
}

function cellText(
  cell: GridCell | undefined,
  {
    address,
    style,
    area,
  }: { readonly address: string; readonly style: number; readonly area: string | undefined },
): string {
  const head = `r="${address}"${style === 0 ? "" : ` s="${style}"`}`;
  const value = heldIn(cell);
  const formula = cell?.formula === undefined ? "" : formulaText(cell.formula, address, area);
  if (value === null) return `<c ${head}>${formula}</c>`;
  if (typeof value === "string" && formula === "") {
    return `<c ${head} t="inlineStr"><is><t xml:space="preserve">${encodeCellText(value)}</t></is></c>`;
  }
  const [type, raw] = typedValue(value);
  return `<c ${head}${type}>${formula}<v>${raw}</v></c>`;
}

function formulaText(formula: string, address: string, area: string | undefined): string {
  const array = ARRAY.exec(formula)?.[1];
  const text = escapeText(array ?? formula.slice(1));
  const reference = area ?? (array === undefined ? undefined : address);
  return reference === undefined ? `<f>${text}</f>` : `<f t="array" ref="${reference}">${text}</f>`;
}

function spillArea(
  tab: Tab,
  cell: GridCell | undefined,
  { row, column }: { readonly row: number; readonly column: number },
): string | undefined {
  const results = cell?.call?.results ?? [];
  const [rows, columns] = [results.length, results[0]?.length ?? 0];
  const isBlocked = cell?.value !== null && typeof cell?.value === "object" && cell.value.error === "#REF!";
  if (rows * columns < 2 || isBlocked) return undefined;
  return rangeText({ tab: tab.id, row, column, rows, columns });
}

function typedValue(value: Exclude<Value, null>): readonly [string, string] {
  if (typeof value === "string") return [' t="str"', encodeCellText(value)];
  if (typeof value === "boolean") return [' t="b"', value ? "1" : "0"];
  return isErrorCell(value) ? [' t="e"', escapeText(value.error)] : ["", String(value)];
}
