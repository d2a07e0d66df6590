// A book while changes are applied to it: its tabs, and the parts that all tabs share. It lives inside one call
// of `applyChanges`. Tabs are opened when a change first names them: a tab that nobody names is not looked at.

import { nameKey } from "../../shared/table/cell.ts";
import type { TabLayout } from "../../shared/table/layout.ts";
import { tabNameFault } from "../../shared/table/tab-name.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Book, sheetTextOf, stylesPartName } from "./book.ts";
import { emptyStyles } from "./empty-package.ts";
import { partText } from "./package.ts";
import { relationshipsPart, withContentType, withRelationship } from "./part-links.ts";
import { openSheet, type SheetDraft } from "./sheet-draft.ts";
import { emptySheet } from "./sheet-frame.ts";
import { openStyles, type Styles } from "./styles-part.ts";
import { type NewName, withSheet } from "./workbook-edit.ts";

export interface BookDraft {
  readonly book: Book;
  readonly styles: Styles;
  readonly stylesPart: string;
  readonly sheets: SheetDraft[];
  /** Marks to set. */
  readonly names: NewName[];
  /** Tabs, by index, whose marks go. */
  readonly unmarked: Set<number>;
  /** Layouts whose dropdowns and colours are drawn once every cell is known. */
  readonly layouts: { readonly sheet: SheetDraft; readonly layout: TabLayout }[];
  workbookText: string;
  relationshipsText: string;
  contentTypesText: string;
}

interface TabIdentity {
  readonly name: string;
  readonly key: string | undefined;
}

export const contentTypesPart = "[Content_Types].xml";
const CONTENT_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export function openDraft(book: Book): BookDraft {
  const { workbook, package: pack } = book;
  const draft: BookDraft = {
    book,
    styles: openStyles(partText(pack, stylesPartName(workbook) ?? "") ?? emptyStyles),
    stylesPart: stylesPartName(workbook) ?? `${folderOf(workbook.partName)}styles.xml`,
    sheets: [],
    names: [],
    unmarked: new Set(),
    layouts: [],
    workbookText: workbook.text,
    relationshipsText: partText(pack, relationshipsPart(workbook.partName)) ?? "",
    contentTypesText: partText(pack, contentTypesPart) ?? "",
  };
  if (stylesPartName(workbook) === undefined) {
    linkPart(draft, "styles", { partName: draft.stylesPart, contentType: `${CONTENT_TYPES}.styles+xml` });
  }
  return draft;
}

/** The tab of that name, or drawn by the layout of that key; `undefined` where there is none. */
export function findSheet(draft: BookDraft, name: string, key = name): SheetDraft | undefined {
  const find = (matches: (tab: TabIdentity) => boolean): SheetDraft | undefined =>
    draft.sheets.find(matches) ?? openTable(draft, matches);
  return (
    find((tab) => tab.name === name) ??
    find((tab) => nameKey(tab.name) === nameKey(name)) ??
    find((tab) => tab.key === key)
  );
}

/** The tab of that name. @throws {StagelineError} `guard`, when there is none */
export function sheetFor(draft: BookDraft, name: string): SheetDraft {
  const sheet = findSheet(draft, name);
  if (sheet !== undefined) return sheet;
  const names = draft.book.tables.map((table) => `"${table.tab}"`).join(", ");
  const others = names === "" ? "it has none" : `it has ${names}`;
  throw new StagelineError("guard", `the book has no tab "${name}", ${others}`);
}

/** A new tab behind all others. @throws {StagelineError} `usage`, when no tab can have that name */
export function addSheet(
  draft: BookDraft,
  tab: {
    readonly name: string;
    readonly hidden: boolean;
    readonly colour?: string | undefined;
    readonly gridLines?: "none" | undefined;
  },
): SheetDraft {
  checkName(draft, tab.name);
  const { workbook } = draft.book;
  const made = draft.sheets.filter((sheet) => sheet.source === undefined);
  const index = workbook.sheets.length + made.length;
  const partName = freePart(draft, `${folderOf(workbook.partName)}worksheets/sheet`);
  const relationId = linkPart(draft, "worksheet", {
    partName,
    contentType: `${CONTENT_TYPES}.worksheet+xml`,
  });
  draft.workbookText = withSheet(draft.workbookText, { name: tab.name, relationId, hidden: tab.hidden });
  const sheet = openSheet(
    { name: tab.name, index, partName, source: undefined, text: emptySheet(tab.colour, tab.gridLines) },
    { tab: tab.name, header: [], rows: [], marks: {}, merges: [] },
  );
  draft.sheets.push(sheet);
  return sheet;
}

function openTable(draft: BookDraft, matches: (tab: TabIdentity) => boolean): SheetDraft | undefined {
  const { book } = draft;
  const table = book.tables.find((candidate) => matches({ name: candidate.tab, key: candidate.key }));
  const entry = book.workbook.sheets.find((candidate) => candidate.name === table?.tab);
  if (table === undefined || entry === undefined) return undefined;
  const open = draft.sheets.find((sheet) => sheet.index === entry.index);
  if (open !== undefined) return open;
  const text = sheetTextOf(book.package, entry.partName)?.text;
  if (text === undefined) return undefined;
  const place = { name: entry.name, index: entry.index, partName: entry.partName, source: text, text };
  const sheet = openSheet(place, table);
  draft.sheets.push(sheet);
  return sheet;
}

function linkPart(
  draft: BookDraft,
  kind: string,
  part: { readonly partName: string; readonly contentType: string },
): string {
  const linked = withRelationship(draft.relationshipsText, kind, part.partName);
  draft.relationshipsText = linked.text;
  draft.contentTypesText = withContentType(draft.contentTypesText, part.partName, part.contentType);
  return linked.id;
}

function freePart(draft: BookDraft, stem: string): string {
  const taken = new Set(
    [...draft.book.package.parts.keys(), ...draft.sheets.map((sheet) => sheet.partName)].map((name) =>
      name.toLowerCase(),
    ),
  );
  let count = 1;
  while (taken.has(`${stem}${count}.xml`.toLowerCase())) count += 1;
  return `${stem}${count}.xml`;
}

function folderOf(partName: string): string {
  return partName.slice(0, partName.lastIndexOf("/") + 1);
}

function checkName(draft: BookDraft, name: string): void {
  const isTaken = draft.book.workbook.sheets.some((sheet) => nameKey(sheet.name) === nameKey(name));
  const wrong = tabNameFault(name) ?? (isTaken ? "is there already, but is no tab with cells" : undefined);
  if (wrong !== undefined) throw new StagelineError("usage", `tab "${name}" ${wrong}`);
}
