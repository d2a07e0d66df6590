// Which formulas show an old result after a write: those that refer, directly or through others, to a cell that
// was changed. Their results stand in the file until a spreadsheet program counts again, so the one who wrote
// says which they are. References that a formula makes up as it runs (INDIRECT, OFFSET) cannot be seen.

import { cellAddress, nameKey } from "../../shared/table/cell.ts";
import { type Book, sheetTextOf } from "./book.ts";
import { namesIn, type Reference, rangeOf, referencesIn } from "./formula-text.ts";
import { partText } from "./package.ts";
import { relationshipsOf, relationshipsPart } from "./part-links.ts";
import type { CellEdits } from "./sheet-edit.ts";
import { sheetFormulas } from "./sheet-formulas.ts";
import { LISTS } from "./value-lists.ts";
import { attributesOf, rootOf } from "./xml-element.ts";

interface Formula {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly references: readonly Reference[];
}

interface Span {
  first: number;
  last: number;
}

/** The stale formulas of `book` after the write that made these edits in its tabs, as "Summary!B2", in the order of tabs and cells. */
export function staleFormulas(book: Book, edits: ReadonlyMap<string, CellEdits>): readonly string[] {
  const formulas = formulasOf(book);
  if (formulas.length === 0) return [];
  const touched = spansOf(edits);
  const stale = new Set<Formula>();
  const own = (formula: Formula): boolean =>
    edits.get(formula.tab)?.get(formula.row)?.has(formula.column) === true;
  let before = -1;
  while (stale.size > before) {
    before = stale.size;
    for (const formula of formulas) {
      if (stale.has(formula) || own(formula)) continue;
      if (!formula.references.some((reference) => meets(touched, formula.tab, reference))) continue;
      stale.add(formula);
      touch(touched, formula.tab, formula.column, formula.row);
    }
  }
  return formulas
    .filter((formula) => stale.has(formula))
    .map(({ tab, row, column }) => `${tab}!${cellAddress(row, column)}`);
}

// Our own lists are written with what they come to, and are all the formulas of most books.
function formulasOf(book: Book): readonly Formula[] {
  const tabs = book.workbook.sheets.flatMap(({ name, isWorksheet, partName }) => {
    const sheet = isWorksheet && name !== LISTS ? sheetTextOf(book.package, partName) : undefined;
    const formulas = sheet === undefined ? [] : sheetFormulas(sheet);
    return formulas.length === 0 ? [] : [{ name, formulas }];
  });
  if (tabs.length === 0) return [];
  const named = namedReferences(book);
  return tabs.flatMap(({ name: tab, formulas }) =>
    formulas.map(({ row, column, formula }) => ({
      tab,
      row,
      column,
      references: [
        ...referencesIn(formula),
        ...(named.size === 0 ? [] : namesIn(formula).flatMap((name) => named.get(nameKey(name)) ?? [])),
      ],
    })),
  );
}

// Names of ranges and of tables; a name that is built from other names is not followed.
function namedReferences(book: Book): ReadonlyMap<string, readonly Reference[]> {
  const named = new Map<string, readonly Reference[]>();
  for (const { name, formula } of book.workbook.names) {
    const references = referencesIn(formula);
    if (references.length > 0) named.set(nameKey(name), references);
  }
  for (const entry of book.workbook.sheets) {
    const links = partText(book.package, relationshipsPart(entry.partName));
    for (const link of relationshipsOf(entry.partName, links)) {
      const text = link.kind === "table" ? partText(book.package, link.target) : undefined;
      const table = text === undefined ? undefined : rootOf(text);
      if (text === undefined || table === undefined) continue;
      const attributes = attributesOf(text, table);
      const name = nameKey(attributes.get("displayName") ?? attributes.get("name") ?? "");
      named.set(name, [{ ...rangeOf(attributes.get("ref") ?? ""), tab: entry.name }]);
    }
  }
  return named;
}

// By tab and column, the first and the last changed row: near enough to say "may be stale" without a walk
// over every cell for every formula.
function spansOf(edits: ReadonlyMap<string, CellEdits>): Map<string, Map<number, Span>> {
  const spans = new Map<string, Map<number, Span>>();
  for (const [tab, rows] of edits) {
    for (const [row, columns] of rows) for (const column of columns.keys()) touch(spans, tab, column, row);
  }
  return spans;
}

function touch(
  spans: Map<string, Map<number, Span>>,
  ...place: [tab: string, column: number, row: number]
): void {
  const [tab, column, row] = place;
  const key = nameKey(tab);
  const columns = spans.get(key) ?? new Map<number, Span>();
  spans.set(key, columns);
  const span = columns.get(column);
  if (span === undefined) columns.set(column, { first: row, last: row });
  else {
    span.first = Math.min(span.first, row);
    span.last = Math.max(span.last, row);
  }
}

function meets(
  spans: ReadonlyMap<string, ReadonlyMap<number, Span>>,
  ownTab: string,
  reference: Reference,
): boolean {
  const columns = spans.get(nameKey(reference.tab ?? ownTab));
  if (columns === undefined) return false;
  for (const [column, span] of columns) {
    const isInColumns = column >= reference.firstColumn && column <= reference.lastColumn;
    if (isInColumns && span.first <= reference.lastRow && span.last >= reference.firstRow) return true;
  }
  return false;
}
