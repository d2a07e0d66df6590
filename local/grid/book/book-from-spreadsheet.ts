// The bytes of an .xlsx file that holds a spreadsheet of the grid: a book that the command takes, with the metadata of
// our keys as the marks that it knows columns and tabs by. Not in the file: other metadata, protections, row metadata,
// and the size of a tab beyond what is used or drawn.

import { CHARTS_MARK, chartsInMark } from "../../../shared/table/dressing/kept-charts.ts";
import { columnMark, tabMark } from "../../book/marks.ts";
import { type Package, packageBytes, textBytes } from "../../book/package.ts";
import type { NewName } from "../../book/workbook-edit.ts";
import { withHiddenNames } from "../../book/workbook-edit.ts";
import { escapeAttribute, escapeText } from "../../book/xml-text.ts";
import { rowOf } from "../cell-block.ts";
import { metadataOf } from "../metadata.ts";
import type { ConditionalFormat } from "../protocol.ts";
import { newTab, type Spreadsheet, type Tab } from "../spreadsheet.ts";
import { coloursText } from "./file-colours.ts";
import { fixedRangeText } from "./file-ranges.ts";
import { VALUES_TAB } from "./file-rules.ts";
import { notesDrawing, notesOf, notesPart } from "./notes-part.ts";
import { COLUMN_KEY, TAB_KEY } from "./spreadsheet-from-book.ts";
import { writtenCharts } from "./written-charts.ts";
import { CHARTS_ID, NOTES_ID, packageParts } from "./written-package.ts";
import { type RuleWriting, rulesText } from "./written-rules.ts";
import { sheetText } from "./written-sheet.ts";
import { writtenStyles } from "./written-styles.ts";

const VALUES_TAB_ID = -1;

export function bookFromSpreadsheet(state: Spreadsheet): Uint8Array {
  return packageBytes(packageFromSpreadsheet(state));
}

/** The same, as the parts of the file. */
export function packageFromSpreadsheet(state: Spreadsheet): Package {
  const styles = writtenStyles();
  const lists: (readonly string[])[] = [];
  const sheets = state.tabs.map((tab) => {
    const ours = ourColumns(state, tab);
    const notes = notesOf(tab);
    const charts = writtenCharts(state, tab, chartKeys(state, tab));
    const text = sheetText(tab, {
      styles,
      colours: coloursText(tab.conditionalFormats, styles.ruleStyleOf, (format) => ownerOf(format, ours)),
      rules: rulesText(tab, ruleWriting(state, lists, ours)),
      notesId: notes.length === 0 ? undefined : NOTES_ID,
      chartsId: charts === undefined ? undefined : CHARTS_ID,
    });
    return { name: tab.name, isHidden: tab.isHidden, text, notes, charts };
  });
  const values = lists.length === 0 ? [] : [valuesSheet(lists, styles)];
  const all = [...sheets, ...values].map(({ notes, charts, ...sheet }) => ({
    ...sheet,
    ...(charts === undefined ? {} : { charts }),
    ...(notes.length === 0 ? {} : { notes: notesPart(notes), drawing: notesDrawing(notes) }),
  }));
  const workbook = withHiddenNames(workbookText(state, all), marksOf(state));
  return asPackage(packageParts({ workbook, styles: styles.text(), sheets: all }));
}

function asPackage(parts: Readonly<Record<string, string>>): Package {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return {
    parts: new Map(Object.entries(parts).map(([name, text]) => [name, textBytes(declaration + text)])),
  };
}

function workbookText(
  state: Spreadsheet,
  sheets: readonly { readonly name: string; readonly isHidden: boolean }[],
): string {
  const entries = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const open = Math.max(
    0,
    sheets.findIndex(({ isHidden }) => !isHidden),
  );
  const names = state.namedRanges.map(({ name, range }) => {
    const tab = state.tabs.find(({ id }) => id === range?.tab);
    const text = range === undefined || tab === undefined ? "#REF!" : fixedRangeText(tab.name, range);
    return `<definedName name="${escapeAttribute(name)}">${escapeText(text)}</definedName>`;
  });
  return (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<bookViews><workbookView activeTab="${open}"/></bookViews><sheets>${entries.join("")}</sheets>` +
    `${names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`}</workbook>`
  );
}

function marksOf(state: Spreadsheet): readonly NewName[] {
  return state.tabs.flatMap((tab, index) =>
    metadataOf(state, { tab: tab.id }).flatMap(({ key, value, place }) => {
      if (key === TAB_KEY && place.kind === "tab") return [tabMark(index, value)];
      if (key !== COLUMN_KEY || place.kind !== "column") return [];
      return [columnMark({ index, name: tab.name }, value, place.column - 1)];
    }),
  );
}

// Which charts are ours, by the mark of the tab.
function chartKeys(state: Spreadsheet, tab: Tab): (id: number) => string | undefined {
  const marks = metadataOf(state, { tab: tab.id, key: CHARTS_MARK });
  const keys = new Map(marks.flatMap(({ value }) => chartsInMark(value)).map(({ id, key }) => [id, key]));
  return (id) => keys.get(id);
}

function ourColumns(state: Spreadsheet, tab: Tab): ReadonlySet<number> {
  const entries = metadataOf(state, { tab: tab.id, key: COLUMN_KEY });
  return new Set(entries.flatMap(({ place }) => (place.kind === "column" ? [place.column] : [])));
}

function ownerOf({ ranges }: ConditionalFormat, ours: ReadonlySet<number>): "ours" | "theirs" {
  return ranges.every(({ column, columns }) => columns === 1 && ours.has(column)) ? "ours" : "theirs";
}

function ruleWriting(
  state: Spreadsheet,
  lists: (readonly string[])[],
  ours: ReadonlySet<number>,
): RuleWriting {
  return {
    tabText: (range) => {
      const tab = state.tabs.find(({ id }) => id === range.tab);
      return tab === undefined ? undefined : fixedRangeText(tab.name, range);
    },
    placeList: (values) => {
      const known = lists.findIndex((list) => JSON.stringify(list) === JSON.stringify(values));
      const column = known < 0 ? lists.push(values) : known + 1;
      const range = { tab: VALUES_TAB_ID, row: 1, column, rows: Math.max(1, values.length), columns: 1 };
      return fixedRangeText(VALUES_TAB, range);
    },
    isOurs: (column) => ours.has(column),
  };
}

function valuesSheet(lists: readonly (readonly string[])[], styles: ReturnType<typeof writtenStyles>) {
  const count = Math.max(...lists.map((list) => list.length));
  const tab: Tab = {
    ...newTab(VALUES_TAB_ID, VALUES_TAB),
    maxColumns: lists.length,
    rows: Array.from({ length: count }, (_, row) =>
      rowOf(lists.map((list) => ({ value: list[row] ?? null }))),
    ),
  };
  const text = sheetText(tab, { styles, colours: "", rules: "", notesId: undefined, chartsId: undefined });
  return { name: VALUES_TAB, isHidden: true, text, notes: [], charts: undefined };
}
