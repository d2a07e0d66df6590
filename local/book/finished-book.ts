// The book that comes of a draft: the texts of the tabs that changed, then the parts that all tabs share. What a
// write would break without anybody noticing (a signature, a part of a formula that fills many cells) is
// refused here, before there is a book to save.

import { cellAddress } from "../../shared/table/cell.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { withBodyLook } from "./body-look.ts";
import { type Book, bookOf } from "./book.ts";
import { type BookDraft, contentTypesPart } from "./book-draft.ts";
import { hasFormula } from "./cell-value.ts";
import { type ChartedTab, chartedTab } from "./charts/tab-charts.ts";
import { type Dressing, dressed, dressingOf, reachingDressing } from "./column-dressing.ts";
import { isMark } from "./marks.ts";
import { type Package, partText, textBytes, withParts } from "./package.ts";
import { relationshipsPart, withoutContentType, withoutRelationships } from "./part-links.ts";
import type { SheetDraft } from "./sheet-draft.ts";
import { withCellEdits } from "./sheet-edit.ts";
import { blockFormulaAt, sheetFormulas, withOwnFormulas } from "./sheet-formulas.ts";
import { cellSpans, readSheetText, type SheetText } from "./sheet-part.ts";
import { staleFormulas } from "./stale-formulas.ts";
import { takenOffText } from "./take-off.ts";
import { LISTS } from "./value-lists.ts";
import { withHiddenNames, withoutNames, withVisibleTabOnTop } from "./workbook-edit.ts";
import { readWorkbook } from "./workbook-part.ts";

export interface AppliedChanges {
  /** The very book that was given, when there was nothing to change. */
  readonly book: Book;
  /** Cells that were set. */
  readonly cells: number;
  /** Formulas anywhere in the book whose shown results are now old, as "Summary!B2". */
  readonly staleFormulas: readonly string[];
}

/** The book with all that the draft holds; the very book that it began with where that is nothing. */
export function finishedBook(draft: BookDraft): AppliedChanges {
  const { book } = draft;
  const dressings = draft.layouts
    .filter(({ sheet }) => sheet.takenOff === undefined)
    .map(({ sheet, layout }) => ({
      sheet,
      dressing: dressingOf(draft, sheet, layout),
    }));
  const parts = new Map<string, Uint8Array | undefined>();
  let dropsCalculationChain = false;
  for (const sheet of draft.sheets) {
    const dressing = dressings.findLast((candidate) => candidate.sheet === sheet)?.dressing;
    const { text, replacesFormula } = finishedSheet(draft, sheet, dressing);
    const charted = withItsCharts(draft, sheet, text);
    if (charted.text !== sheet.source) parts.set(sheet.partName, textBytes(charted.text));
    for (const [name, part] of charted.parts) addPart(book, parts, { name, text: part });
    dropsCalculationChain ||= replacesFormula;
  }
  if (dropsCalculationChain) dropCalculationChain(draft, parts);
  addSharedParts(draft, parts);
  if (parts.size === 0) return { book, cells: 0, staleFormulas: [] };
  refuseUnkeepable(book.package);
  const pack = withParts(book.package, parts);
  const after = bookOf(pack, readWorkbook(pack, "book"), book.file);
  const edited = draft.sheets.filter((sheet) => sheet.edits.size > 0);
  const edits = new Map(edited.map((sheet) => [sheet.name, sheet.edits]));
  const shown = edited.filter(({ key }) => key !== LISTS);
  const cells = shown.reduce(
    (sum, sheet) => sum + [...sheet.edits.values()].reduce((inRows, row) => inRows + row.size, 0),
    0,
  );
  return { book: after, cells, staleFormulas: staleFormulas(after, edits) };
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
  if (sheet.takenOff !== undefined) return { text: takenOffText(text, sheet.takenOff), replacesFormula };
  const looked =
    sheet.look === undefined ? text : withBodyLook(text, sheet, { ...sheet.look, styles: draft.styles });
  if (dressing !== undefined) return { text: dressed(looked, sheet, dressing), replacesFormula };
  const isOurs = sheet.key !== undefined && sheet.edits.size > 0;
  return { text: isOurs ? reachingDressing(looked, sheet.lastRow) : looked, replacesFormula };
}

function withItsCharts(draft: BookDraft, sheet: SheetDraft, text: string): ChartedTab {
  const { look, takenOff } = sheet;
  if (look === undefined || takenOff !== undefined) return { text, parts: new Map() };
  return chartedTab(draft, { sheet, text }, look.charts);
}

function addPart(
  { package: pack }: Book,
  parts: Map<string, Uint8Array | undefined>,
  { name, text }: { readonly name: string; readonly text: string | undefined },
): void {
  if (text === partText(pack, name)) return;
  parts.set(name, text === undefined ? undefined : textBytes(text));
}

// Whether any edited cell holds a formula now; one that fills a block of cells as a whole must not lose a part.
function checkFormulas(sheet: SheetDraft, text: SheetText): boolean {
  if (sheet.edits.size === 0 || !text.text.includes(`<${text.prefix}f`)) return false;
  const blocks = sheetFormulas(text).filter(({ reference }) => reference?.includes(":") === true);
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
  if (parts.size === 0 && draft.names.length === 0 && draft.unmarked.size === 0) return;
  const unmarked = withoutNames(
    draft.workbookText,
    ({ name, sheet }) => isMark(name) && sheet !== undefined && draft.unmarked.has(sheet),
  );
  const named = withHiddenNames(unmarked, draft.names);
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
