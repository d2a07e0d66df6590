// Changes applied to a book: first each in its order to drafts of the tabs that it names, then the texts of those
// tabs, then the parts that all tabs share. Every check comes before the first byte is built; what was not
// named by a change is the same bytes in the new book.

import { cellAddress } from "../../shared/table/cell.ts";
import type { Change, Identify } from "../../shared/table/change.ts";
import type { RowCells } from "../../shared/table/layout.ts";
import type { Table, TableRow } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Book, bookOf, sheetTextOf } from "./book.ts";
import { type BookDraft, contentTypesPart, openDraft, sheetFor } from "./book-draft.ts";
import { hasFormula } from "./cell-value.ts";
import { type Dressing, dressed, dressingOf, reachingDressing } from "./column-dressing.ts";
import { layOut } from "./lay-out.ts";
import { type Package, textBytes, withParts } from "./package.ts";
import { relationshipsPart, withoutContentType, withoutRelationships } from "./part-links.ts";
import { columnFor, filledRows, rowAt, rowFor, type SheetDraft, setCell } from "./sheet-draft.ts";
import { type CellEdits, withCellEdits } from "./sheet-edit.ts";
import { blockFormulaAt, sheetFormulas, withOwnFormulas } from "./sheet-formulas.ts";
import { cellSpans, readSheetText, type SheetText } from "./sheet-part.ts";
import { type ChangedCells, staleFormulas } from "./stale-formulas.ts";
import { readWorkbook, withHiddenNames, withVisibleTabOnTop } from "./workbook-part.ts";

export interface AppliedChanges {
  /** The very book that was given, when there was nothing to change. */
  readonly book: Book;
  /** Cells that were set. */
  readonly cells: number;
  /** Formulas anywhere in the book whose shown results are now old, as "Summary!B2". */
  readonly staleFormulas: readonly string[];
}

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
  return finished(draft);
}

function applyChange(draft: BookDraft, change: Change, fingerprintAt: FingerprintAt | undefined): void {
  switch (change.kind) {
    case "layOut":
      layOut(draft, change.tab, change.layout);
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
      replaceBody(sheetFor(draft, change.tab), change.rows);
      return;
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

function replaceBody(sheet: SheetDraft, rows: readonly RowCells[]): void {
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
  if (fingerprintAt === undefined) {
    throw new StagelineError("usage", "a row can be given an id only where its fingerprint can be checked");
  }
  const row = rowAt(sheet, change.atRow);
  if (fingerprintAt(sheet.table, row) !== change.expectFingerprint) {
    const message = `${sheet.name}: row ${change.atRow} is not the row that was read; read the book again`;
    throw new StagelineError("guard", message);
  }
  setCell(sheet, { row: change.atRow, column: columnFor(sheet, "id") }, change.id);
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

function finished(draft: BookDraft): AppliedChanges {
  const { book } = draft;
  const dressings = draft.layouts.map(({ sheet, layout }) => ({
    sheet,
    dressing: dressingOf(draft, sheet, layout),
  }));
  const parts = new Map<string, Uint8Array | undefined>();
  let dropsCalculationChain = false;
  for (const sheet of draft.sheets) {
    const dressing = dressings.findLast((candidate) => candidate.sheet === sheet)?.dressing;
    const { text, replacesFormula } = finishedSheet(draft, sheet, dressing);
    if (text !== sheet.source) parts.set(sheet.partName, textBytes(text));
    dropsCalculationChain ||= replacesFormula;
  }
  if (dropsCalculationChain) dropCalculationChain(draft, parts);
  addSharedParts(draft, parts);
  if (parts.size === 0) return { book, cells: 0, staleFormulas: [] };
  refuseUnkeepable(book.package);
  const pack = withParts(book.package, parts);
  const after = bookOf(pack, readWorkbook(pack, "book"), book.file);
  const edited = draft.sheets.filter((sheet) => sheet.edits.size > 0);
  const changed = new Map(edited.map((sheet) => [sheet.name, changedCells(sheet.edits)]));
  const cells = edited.reduce(
    (sum, sheet) => sum + [...sheet.edits.values()].reduce((inRows, row) => inRows + row.size, 0),
    0,
  );
  return { book: after, cells, staleFormulas: staleFormulas(after, changed) };
}

function finishedSheet(
  draft: BookDraft,
  sheet: SheetDraft,
  dressing: Dressing | undefined,
): { readonly text: string; readonly replacesFormula: boolean } {
  const present = readSheetText(sheet.text);
  if (present === undefined) return { text: sheet.text, replacesFormula: false };
  const replacesFormula = checkFormulas(sheet, present);
  const owned = replacesFormula ? ownFormulas(sheet, present) : present;
  const writing = { styles: draft.styles, date1904: draft.book.workbook.date1904 };
  const text = withCellEdits(owned, sheet.edits, { tab: sheet.name, writing });
  if (dressing !== undefined) return { text: dressed(text, sheet, dressing), replacesFormula };
  const isOurs = sheet.key !== undefined && sheet.edits.size > 0;
  return { text: isOurs ? reachingDressing(text, sheet.lastRow) : text, replacesFormula };
}

// Whether any edited cell holds a formula now; one that fills a block of cells as a whole must not lose a part.
function checkFormulas(sheet: SheetDraft, text: SheetText): boolean {
  if (sheet.edits.size === 0 || !text.text.includes(`<${text.prefix}f`)) return false;
  const blocks = sheetFormulas(text).filter(({ kind }) => kind === "array" || kind === "dataTable");
  let replaces = false;
  for (const row of text.rows) {
    const edits = sheet.edits.get(row.at);
    if (edits === undefined) continue;
    for (const column of edits.keys()) {
      const block = blockFormulaAt(blocks, row.at, column);
      if (block === undefined) continue;
      const message = `${sheet.name}!${cellAddress(row.at, column)} belongs to a formula that fills ${block.reference}; only the whole of it can be changed`;
      throw new StagelineError("guard", message);
    }
    replaces ||= cellSpans(text, row).some((cell) => edits.has(cell.column) && hasFormula(text, cell));
  }
  return replaces;
}

function ownFormulas(sheet: SheetDraft, text: SheetText): SheetText {
  const owned = withOwnFormulas(text, (row, column) => sheet.edits.get(row)?.has(column) === true);
  return (owned === text.text ? undefined : readSheetText(owned)) ?? text;
}

// A list of the cells with formulas, which must not name one that has none; programs make it anew.
function dropCalculationChain(draft: BookDraft, parts: Map<string, Uint8Array | undefined>): void {
  const chain = draft.book.workbook.relationships.find(({ kind }) => kind === "calcChain");
  if (chain === undefined) return;
  parts.set(chain.target, undefined);
  draft.relationshipsText = withoutRelationships(draft.relationshipsText, "calcChain");
  draft.contentTypesText = withoutContentType(draft.contentTypesText, chain.target);
}

function addSharedParts(draft: BookDraft, parts: Map<string, Uint8Array | undefined>): void {
  const { workbook, package: pack } = draft.book;
  const isNewStyles = !pack.parts.has(draft.stylesPart);
  if (parts.size === 0 && draft.names.length === 0) return;
  const named = withHiddenNames(draft.workbookText, draft.names);
  const texts: readonly (readonly [string, string])[] = [
    [workbook.partName, draft.workbookText === workbook.text ? named : withVisibleTabOnTop(named)],
    [relationshipsPart(workbook.partName), draft.relationshipsText],
    [contentTypesPart, draft.contentTypesText],
    [draft.stylesPart, draft.styles.text()],
  ];
  const decoder = new TextDecoder();
  for (const [name, text] of texts) {
    const before = pack.parts.get(name);
    const isSame = before !== undefined && decoder.decode(before) === text;
    if (!isSame || (name === draft.stylesPart && isNewStyles)) parts.set(name, textBytes(text));
  }
}

function refuseUnkeepable(pack: Package): void {
  const names = [...pack.parts.keys()];
  const signatures = names.filter((name) => name.startsWith("_xmlsignatures/") && !name.endsWith("/"));
  const revisions = names.filter((name) => name.startsWith("xl/revisions/"));
  const broken = [
    ...signatures.map((name) => `a digital signature (${name})`),
    ...revisions.slice(0, 1).map((name) => `a history of shared changes (${name})`),
  ];
  if (broken.length === 0) return;
  const list = broken.join(", ");
  throw new StagelineError(
    "file",
    `the book holds what any write would break: ${list}; save a copy without it`,
  );
}

function changedCells(edits: CellEdits): ChangedCells {
  const changed = new Map<number, Set<number>>();
  for (const [row, columns] of edits) {
    for (const column of columns.keys()) {
      const rows = changed.get(column) ?? new Set<number>();
      rows.add(row);
      changed.set(column, rows);
    }
  }
  return changed;
}
