// Drawing a tab: a new one is made as its layout says; one that is there gets the columns that it lacks, at the
// right of all that is used. What people did to columns that are there (width, format, header, order) stays.
// A column is known by its mark, then by its header, then by another name that the layout gives for it.

import { type Cell, nameKey, textOf } from "../../shared/table/cell.ts";
import type { LayOut } from "../../shared/table/change.ts";
import { headerNames } from "../../shared/table/columns.ts";
import type { ColumnLayout, TabLayout } from "../../shared/table/layout.ts";
import { addSheet, type BookDraft, findSheet } from "./book-draft.ts";
import { columnMark, marksOf, tabMark } from "./marks.ts";
import { formatCode } from "./number-format.ts";
import { type SheetDraft, setCell, usedColumns, valueAt } from "./sheet-draft.ts";
import { type ColumnFrame, hiddenColumns, withColumns, withHiddenColumns } from "./sheet-frame.ts";

/** Makes or completes the tab; its dropdowns and colours are drawn when all changes are made. */
export function layOut(draft: BookDraft, { tab, layout, places, hidesAgain }: LayOut): void {
  const sheet = keyedSheet(draft, layout.key) ?? findSheet(draft, tab) ?? newSheet(draft, layout);
  hideMarks(draft, sheet);
  if (sheet.key !== layout.key) {
    sheet.key = layout.key;
    draft.names.push(tabMark(sheet.index, layout.key));
  }
  const headers = places === undefined ? headerColumns(sheet) : new Map<string, number>();
  const added: ColumnFrame[] = [];
  for (const column of layout.columns) {
    const at = sheet.columns.get(column.key) ?? places?.[column.key] ?? knownColumn(sheet, column, headers);
    if (at === undefined) added.push(addColumn(draft, sheet, column));
    else keepColumn(draft, sheet, { column, at });
  }
  sheet.text = withColumns(sheet.text, added);
  if (hidesAgain === true) sheet.text = withHiddenColumns(sheet.text, shownColumns(sheet, layout));
  draft.layouts.push({ sheet, layout });
}

// LibreOffice keeps hidden names, but shows them to people from then on.
function hideMarks(draft: BookDraft, sheet: SheetDraft): void {
  const marks = marksOf(draft.book.workbook).get(sheet.index);
  if (marks?.areShown !== true) return;
  if (marks.key !== undefined) draft.names.push(tabMark(sheet.index, marks.key));
  for (const [key, column] of Object.entries(marks.columns)) draft.names.push(columnMark(sheet, key, column));
}

function shownColumns(sheet: SheetDraft, layout: TabLayout): readonly number[] {
  const isHidden = hiddenColumns(sheet.text);
  return layout.columns
    .filter((column) => column.hidden === true)
    .flatMap(({ key }) => sheet.columns.get(key) ?? [])
    .filter((at) => !isHidden(at));
}

function keyedSheet(draft: BookDraft, key: string): SheetDraft | undefined {
  const table = draft.book.tables.find((candidate) => candidate.key === key);
  return table === undefined
    ? draft.sheets.find((sheet) => sheet.key === key)
    : findSheet(draft, table.tab, key);
}

function newSheet(draft: BookDraft, layout: TabLayout): SheetDraft {
  const { tab, hidden, tabColour, gridLines } = layout;
  return addSheet(draft, { name: tab, hidden, colour: tabColour, gridLines });
}

function headerColumns(sheet: SheetDraft): ReadonlyMap<string, number> {
  const headers = new Map<string, number>();
  sheet.table.header.forEach((cell: Cell, column) => {
    const name = nameKey(textOf(cell));
    if (name !== "" && !headers.has(name)) headers.set(name, column);
  });
  return headers;
}

function knownColumn(
  sheet: SheetDraft,
  column: ColumnLayout,
  headers: ReadonlyMap<string, number>,
): number | undefined {
  const marked = new Set(sheet.columns.values());
  return headerNames(column)
    .map((name) => headers.get(nameKey(name)))
    .find((at) => at !== undefined && !marked.has(at));
}

function keepColumn(
  draft: BookDraft,
  sheet: SheetDraft,
  { column, at }: { readonly column: ColumnLayout; readonly at: number },
): void {
  if (!sheet.columns.has(column.key)) {
    sheet.columns.set(column.key, at);
    draft.names.push(columnMark(sheet, column.key, at));
  }
  const present = textOf(valueAt(sheet, 1, at));
  if (present === "" || column.ownHeader === true) writeHeader(draft, sheet, { column, at });
}

function addColumn(draft: BookDraft, sheet: SheetDraft, column: ColumnLayout): ColumnFrame {
  const at = usedColumns(sheet);
  sheet.columns.set(column.key, at);
  draft.names.push(columnMark(sheet, column.key, at));
  writeHeader(draft, sheet, { column, at });
  return {
    column: at,
    widthCharacters: column.widthCharacters,
    hidden: column.hidden ?? false,
    style: draft.styles.styleOf(0, { format: formatCode(column.format) }),
  };
}

/** The styles of the headers that we write. */
export function headerStyles(draft: BookDraft): readonly number[] {
  return (["bold", "quiet"] as const).map((font) => draft.styles.styleOf(0, { font }));
}

function writeHeader(
  draft: BookDraft,
  sheet: SheetDraft,
  { column, at }: { readonly column: ColumnLayout; readonly at: number },
): void {
  const font = column.derived === true ? "quiet" : "bold";
  setCell(sheet, { row: 1, column: at, style: draft.styles.styleOf(0, { font }) }, column.header);
}
