// A spreadsheet of the grid from the bytes of an .xlsx file, as Google makes one when such a file is opened with it, and
// with our marks as the developer metadata that they stand for. What the grid has no place for is left out: charts of
// people, pictures, passwords, scales of colours, metadata other than our marks; left-out.ts says it in words.

import { CHARTS_MARK, chartsMark } from "../../../shared/table/dressing/kept-charts.ts";
import { type Book, cellContext, readBook, sheetTextOf, stylesPartName } from "../../book/book.ts";
import { isMark, marksOf } from "../../book/marks.ts";
import { type Package, partText } from "../../book/package.ts";
import type { SheetEntry, Workbook } from "../../book/workbook-part.ts";
import { withMetadata } from "../metadata.ts";
import type { Metadata, NamedRange } from "../protocol.ts";
import {
  type NewSpreadsheet,
  newSpreadsheet,
  newTab,
  type Spreadsheet,
  type Tab,
  withTab,
} from "../spreadsheet.ts";
import { readColours } from "./file-colours.ts";
import { fileLooks } from "./file-looks.ts";
import { referencedRange } from "./file-ranges.ts";
import { VALUES_TAB } from "./file-rules.ts";
import { withNotes } from "./notes-part.ts";
import { readCharts } from "./read-charts.ts";
import { withRules } from "./read-rules.ts";
import { readSheet } from "./read-sheet.ts";

/** The keys of the metadata that stand for our marks: the value is the key of the column or of the tab's layout. */
export const COLUMN_KEY = "stageline_column";
export const TAB_KEY = "stageline_tab";

const UNKNOWN_PRINT = "-";
const FIRST_LATER_ID = 1001;

/** @throws {StagelineError} `file`, when the bytes are not a workbook that can be read */
export function spreadsheetFromBook(
  bytes: Uint8Array,
  plan: Omit<NewSpreadsheet, "tabs"> & { readonly name: string },
): Spreadsheet {
  return spreadsheetOfBook(readBook(bytes, plan.name), plan);
}

/** The same of a book that was read. */
export function spreadsheetOfBook(
  { package: pack, workbook }: Book,
  plan: Omit<NewSpreadsheet, "tabs">,
): Spreadsheet {
  const context = cellContext(pack, workbook);
  const styles = stylesPartName(workbook);
  const looks = fileLooks((styles === undefined ? undefined : partText(pack, styles)) ?? "");
  const entries = workbook.sheets.filter(({ isWorksheet }) => isWorksheet);
  const plain = entries.map((entry) => {
    const place = { id: idOf(entry), name: entry.name, isHidden: entry.hidden };
    const sheet = sheetTextOf(pack, entry.partName);
    return sheet === undefined
      ? newTab(place.id, place.name)
      : readSheet(place, { sheet, context, looks: looks.cells });
  });
  const tabs = plain.map((tab, index) => {
    const entry = entries[index];
    const sheet = entry === undefined ? undefined : sheetTextOf(pack, entry.partName);
    if (entry === undefined || sheet === undefined) return tab;
    const ruled = withRules(withNotes(tab, pack, entry.partName), sheet, plain);
    return { ...ruled, conditionalFormats: readColours(ruled, sheet, looks.rules) };
  });
  const kept = tabs.filter(({ name, isHidden }) => name !== VALUES_TAB || !isHidden);
  const metadata = metadataOf(workbook, FIRST_LATER_ID + workbook.sheets.length);
  const state: Spreadsheet = {
    ...newSpreadsheet({ ...plan, tabs: [] }),
    tabs: kept,
    metadata,
    namedRanges: namedRangesOf(workbook, kept),
    nextId: FIRST_LATER_ID + workbook.sheets.length + metadata.length,
  };
  return entries.reduce((before, entry) => withCharts(before, pack, entry), state);
}

// With the mark that tells which they are; what was drawn is not known, so that the next look draws it again.
function withCharts(state: Spreadsheet, pack: Package, entry: SheetEntry): Spreadsheet {
  const tab = state.tabs.find(({ id }) => id === idOf(entry));
  const charts = tab === undefined ? [] : readCharts(pack, { tab, partName: entry.partName }, state.tabs);
  if (tab === undefined || charts.length === 0) return state;
  const made = charts.map((chart, index) => ({ ...chart, id: state.nextId + index }));
  const kept = made.map(({ key, id, place }) => {
    return { key, id, print: UNKNOWN_PRINT, row: place.row, column: place.column - 1 };
  });
  const shown = withTab(state, { ...tab, charts: made.map(({ key: _, ...chart }) => chart) });
  return withMetadata(
    { ...shown, nextId: state.nextId + made.length },
    {
      key: CHARTS_MARK,
      value: chartsMark(kept),
      isVisibleToAll: true,
      place: { kind: "tab", tab: tab.id },
    },
  );
}

function idOf({ index }: SheetEntry): number {
  return index === 0 ? 0 : FIRST_LATER_ID + index - 1;
}

function metadataOf(workbook: Workbook, firstId: number): readonly Metadata[] {
  const entries = [...marksOf(workbook)].flatMap(([index, { key, columns }]) => {
    const entry = workbook.sheets[index];
    if (entry === undefined) return [];
    const tab = idOf(entry);
    const ofTab =
      key === undefined ? [] : [{ key: TAB_KEY, value: key, place: { kind: "tab", tab } as const }];
    const ofColumns = Object.entries(columns).map(([value, column]) => ({
      key: COLUMN_KEY,
      value,
      place: { kind: "column", tab, column: column + 1 } as const,
    }));
    return [...ofTab, ...ofColumns];
  });
  return entries.map((entry, index) => ({ id: firstId + index, isVisibleToAll: true, ...entry }));
}

function namedRangesOf(workbook: Workbook, tabs: readonly Tab[]): readonly NamedRange[] {
  return workbook.names.flatMap(({ name, sheet, formula }) => {
    if (isMark(name) || name.startsWith("_xlnm.") || sheet !== undefined) return [];
    const range = referencedRange(tabs, formula);
    if (range !== undefined) return [{ name, range }];
    return formula.includes("#REF!") ? [{ name }] : [];
  });
}
