// A book in memory: the parts of its file, and its tabs as tables. The parts are the truth; the tables are read
// from them when somebody asks, and a part that did not change is not read again. A book is never changed: a
// change gives another book, which shares every part that stayed the same.
//
// Cells are read here and not by a library: a write has to find the cell in the text anyway, and two readers
// would have to agree on every odd file. The library that was tried also turns dates into `Date` and refuses
// a book for one formatted cell in a far corner of any tab.

import type { Cell } from "../../shared/table/cell.ts";
import type { Table, TableRow } from "../../shared/table/table.ts";
import { type CellContext, cellValue } from "./cell-value.ts";
import { emptyPackage } from "./empty-package.ts";
import { marksOf, type TabMarks } from "./marks.ts";
import { type Package, partText, readPackage } from "./package.ts";
import { sharedStrings } from "./shared-strings-part.ts";
import { cellSpans, type RowSpan, readSheetText, type SheetText } from "./sheet-part.ts";
import { dateStyles } from "./styles-part.ts";
import { readWorkbook, type SheetEntry, type Workbook } from "./workbook-part.ts";
import { attributesOf, childNamed, childrenOf } from "./xml-element.ts";

export interface Book {
  /** Every tab that has cells, in the order of the tabs. */
  readonly tables: readonly Table[];
  readonly package: Package;
  readonly workbook: Workbook;
  /** The file that it was read from or saved to; absent in a new book. */
  readonly file?: FileStamp;
}

/** A file as it was when its book was read or saved: what tells that somebody else has written it since. */
export interface FileStamp {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly sha256: string;
  /** The parts as they stand in that file. */
  readonly package: Package;
}

/**
 * The book in the bytes of an .xlsx file; `name` is what the messages call it.
 *
 * @throws {StagelineError} `file`, when they are not a workbook that can be kept whole
 */
export function readBook(bytes: Uint8Array, name: string): Book {
  const pack = readPackage(bytes, name);
  return bookOf(pack, readWorkbook(pack, name));
}

/** A book without a tab; lay out at least one before saving it. */
export function newBook(): Book {
  const pack = emptyPackage();
  return bookOf(pack, readWorkbook(pack, "new book"));
}

/** The book of a package; tables are read when they are first asked for. */
export function bookOf(pack: Package, workbook: Workbook, file?: FileStamp): Book {
  let tables: readonly Table[] | undefined;
  const book = {
    package: pack,
    workbook,
    get tables() {
      tables ??= readTables(pack, workbook);
      return tables;
    },
  };
  return file === undefined ? book : Object.defineProperty(book, "file", { value: file, enumerable: true });
}

/** The styles part and the part of shared texts, where the book has them. */
export function stylesPartName(workbook: Workbook): string | undefined {
  return workbook.relationships.find((relationship) => relationship.kind === "styles")?.target;
}

/** The places of rows in a tab; read once for the same bytes. */
export function sheetTextOf(pack: Package, partName: string): SheetText | undefined {
  const bytes = pack.parts.get(partName);
  if (bytes === undefined) return undefined;
  let sheet = sheetTexts.get(bytes)?.deref();
  if (sheet === undefined) {
    sheet = readSheetText(partText(pack, partName) ?? "");
    if (sheet !== undefined) sheetTexts.set(bytes, new WeakRef(sheet));
  }
  return sheet;
}

const sheetTexts = new WeakMap<Uint8Array, WeakRef<SheetText>>();
// Keyed by the bytes of the tab; good while the marks, names and styles that went in are the same.
const tablesByBytes = new WeakMap<Uint8Array, { readonly key: string; readonly table: Table }>();
const stringsByBytes = new WeakMap<Uint8Array, readonly string[]>();

function readTables(pack: Package, workbook: Workbook): readonly Table[] {
  const context = cellContext(pack, workbook);
  const marks = marksOf(workbook);
  return workbook.sheets.flatMap((entry) => {
    const bytes = pack.parts.get(entry.partName);
    if (bytes === undefined || !entry.isWorksheet) return [];
    const tabMarks = marks.get(entry.index) ?? { columns: {}, areShown: false };
    const known = tablesByBytes.get(bytes);
    const key = JSON.stringify([entry.name, tabMarks]);
    if (known?.key === key) return [known.table];
    const sheet = sheetTextOf(pack, entry.partName);
    if (sheet === undefined) return [];
    const table = tableOf(entry, tabMarks, { sheet, context });
    tablesByBytes.set(bytes, { key, table });
    return [table];
  });
}

function tableOf(
  entry: SheetEntry,
  marks: TabMarks,
  { sheet, context }: { readonly sheet: SheetText; readonly context: CellContext },
): Table {
  let header: readonly Cell[] = [];
  const rows: TableRow[] = [];
  for (const row of sheet.rows) {
    const cells = valuesOf(sheet, row, context);
    if (row.at === 1) header = cells;
    else if (cells.some((cell) => cell !== null)) rows.push({ at: row.at, cells });
  }
  return {
    tab: entry.name,
    ...(marks.key === undefined ? {} : { key: marks.key }),
    header,
    rows,
    marks: marks.columns,
    merges: mergesOf(sheet),
  };
}

function valuesOf(sheet: SheetText, row: RowSpan, context: CellContext): readonly Cell[] {
  const values: Cell[] = [];
  for (const cell of cellSpans(sheet, row)) {
    const value = cellValue(sheet, cell, context);
    if (value === null) continue;
    while (values.length < cell.column) values.push(null);
    values[cell.column] = value;
  }
  return values;
}

/** What cells refer to by number: shared texts and styles. */
export function cellContext(pack: Package, workbook: Workbook): CellContext {
  const stringsPart = workbook.relationships.find((relationship) => relationship.kind === "sharedStrings");
  const stylesPart = stylesPartName(workbook);
  const stylesText = stylesPart === undefined ? undefined : partText(pack, stylesPart);
  return {
    strings: stringsPart === undefined ? [] : stringsOf(pack, stringsPart.target),
    dateStyles: stylesText === undefined ? [] : dateStyles(stylesText),
    date1904: workbook.date1904,
  };
}

function stringsOf(pack: Package, partName: string): readonly string[] {
  const bytes = pack.parts.get(partName);
  if (bytes === undefined) return [];
  const strings = stringsByBytes.get(bytes) ?? sharedStrings(partText(pack, partName) ?? "");
  stringsByBytes.set(bytes, strings);
  return strings;
}

function mergesOf(sheet: SheetText): readonly string[] {
  const list = childNamed(sheet.text, sheet.root, "mergeCells");
  if (list === undefined) return [];
  return childrenOf(sheet.text, list).map((merge) => attributesOf(sheet.text, merge).get("ref") ?? "");
}
