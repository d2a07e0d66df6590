// Cells set in the text of a tab: each `<c>` that changes is replaced where it stands, and everything else in the
// tab stays the text that it was. All edits of a tab are made in one pass, so that ten thousand of them cost
// one walk over its rows.

import { type Cell, cellAddress, columnLetters } from "../../shared/table/cell.ts";
import { type CellFormula, type CellWriting, cellText, formulaCellText } from "./cell-text.ts";
import { withDimension } from "./sheet-frame.ts";
import { type CellSpan, cellSpans, type RowSpan, type SheetText } from "./sheet-part.ts";
import { type Splice, spliced, withAttribute } from "./xml-element.ts";

export interface CellEdit {
  /** With a formula: what it comes to now. */
  readonly value: Cell;
  readonly formula?: CellFormula;
  /** For a cell that is new; with `overPlain` also for one that is there and has the plain style. */
  readonly style: number;
  readonly overPlain: boolean;
}

/** By row (from 1), then by column (from 0). */
export type CellEdits = ReadonlyMap<number, ReadonlyMap<number, CellEdit>>;

export interface EditContext {
  readonly tab: string;
  readonly writing: CellWriting;
}

/** The text of the tab with the edits made. */
export function withCellEdits(sheet: SheetText, edits: CellEdits, context: EditContext): string {
  if (edits.size === 0 || sheet.data === undefined) return sheet.text;
  const splices: Splice[] = [];
  let newRows: string[] = [];
  let index = 0;
  const data = sheet.data;
  const isEmptyTag = data.openEnd === data.end;
  const flush = (): void => {
    const at = index === 0 ? data.openEnd : (sheet.rows[index - 1]?.end ?? data.openEnd);
    if (newRows.length > 0) splices.push({ start: at, end: at, text: newRows.join("") });
    newRows = [];
  };
  for (const at of [...edits.keys()].sort((left, right) => left - right)) {
    const rowEdits = edits.get(at) ?? new Map<number, CellEdit>();
    if ((sheet.rows[index]?.at ?? Number.POSITIVE_INFINITY) <= at) {
      flush();
      while ((sheet.rows[index]?.at ?? Number.POSITIVE_INFINITY) < at) index++;
    }
    const row = sheet.rows[index];
    if (row?.at === at) splices.push(...rowSplices(sheet, row, { edits: rowEdits, context }));
    else newRows.push(newRow(sheet.prefix, at, { edits: rowEdits, context }));
  }
  if (isEmptyTag) {
    const tag = `${data.prefix}sheetData`;
    return spliced(sheet.text, [
      { start: data.start, end: data.end, text: `<${tag}>${newRows.join("")}</${tag}>` },
    ]);
  }
  flush();
  return withDimension(spliced(sheet.text, splices), lastRowOf(edits), lastColumnOf(edits));
}

interface RowEdits {
  readonly edits: ReadonlyMap<number, CellEdit>;
  readonly context: EditContext;
}

function newRow(prefix: string, at: number, row: RowEdits): string {
  const cells = sortedColumns(row.edits).map((column) => editText(prefix, { at, column }, row));
  const inside = cells.join("");
  return inside === "" ? "" : `<${prefix}row r="${at}">${inside}</${prefix}row>`;
}

function rowSplices(sheet: SheetText, row: RowSpan, edits: RowEdits): readonly Splice[] {
  const cells = cellSpans(sheet, row);
  const splices: Splice[] = [];
  const isEmptyTag = row.openEnd === row.end;
  let inside = "";
  let added = 0;
  let index = 0;
  for (const column of sortedColumns(edits.edits)) {
    while ((cells[index]?.column ?? Number.POSITIVE_INFINITY) < column) index++;
    const cell = cells[index];
    if (cell?.column === column) {
      const text = editText(sheet.prefix, { at: row.at, column, cell }, edits);
      splices.push({ start: cell.start, end: cell.end, text });
      continue;
    }
    const text = editText(sheet.prefix, { at: row.at, column }, edits);
    const at = cells[index - 1]?.end ?? row.openEnd;
    added += text.length;
    if (isEmptyTag) inside += text;
    else splices.push({ start: at, end: at, text });
  }
  if (added === 0) return splices.filter((splice) => splice.text !== "" || splice.end > splice.start);
  const tag = sheet.text.slice(row.start, row.openEnd);
  const widened = withAttribute(tag, "spans", undefined);
  if (isEmptyTag) {
    const open = `${widened.slice(0, -2).trimEnd()}>`;
    return [{ start: row.start, end: row.end, text: `${open}${inside}</${sheet.prefix}row>` }];
  }
  return widened === tag ? splices : [{ start: row.start, end: row.openEnd, text: widened }, ...splices];
}

function editText(
  prefix: string,
  place: { readonly at: number; readonly column: number; readonly cell?: CellSpan },
  { edits, context }: RowEdits,
): string {
  const edit = edits.get(place.column);
  if (edit === undefined) return "";
  const present = place.cell?.style;
  const style = present === undefined || (edit.overPlain && present === 0) ? edit.style : present;
  const address = cellAddress(place.at, place.column);
  const at = { tab: context.tab, address, style, prefix };
  return edit.formula === undefined
    ? cellText(edit.value, at, context.writing)
    : formulaCellText(edit.value, at, edit.formula);
}

function sortedColumns(edits: ReadonlyMap<number, CellEdit>): readonly number[] {
  return [...edits.keys()].sort((left, right) => left - right);
}

function lastRowOf(edits: CellEdits): number {
  let last = 1;
  for (const row of edits.keys()) last = Math.max(last, row);
  return last;
}

function lastColumnOf(edits: CellEdits): string {
  let last = 0;
  for (const row of edits.values()) for (const column of row.keys()) last = Math.max(last, column);
  return columnLetters(last);
}
