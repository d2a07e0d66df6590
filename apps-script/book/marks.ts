// Our marks on tabs and columns: developer metadata, which follows its column when people move or rename it, and goes
// along when the file is copied. All of a spreadsheet's marks are read in one go. Of two columns with one mark, as
// after a column was duplicated, the leftmost has it.

import {
  type DeveloperMetadata,
  placeOfMark,
  type Sheet,
  type Spreadsheet,
  seenByAll,
} from "../spreadsheet-app.ts";

const COLUMN_MARK = "stageline_column";
const TAB_MARK = "stageline_tab";

export interface TabMarks {
  /** The key of the layout that drew the tab. */
  readonly key?: string;
  /** Column key → column, from 0. */
  readonly columns: Readonly<Record<string, number>>;
  /** What Google keeps them as. */
  readonly kept: readonly DeveloperMetadata[];
}

export const noMarks: TabMarks = { columns: {}, kept: [] };

/** The marks of each tab, by its id. */
export function readMarks(spreadsheet: Spreadsheet): ReadonlyMap<number, TabMarks> {
  const found = spreadsheet.createDeveloperMetadataFinder().withVisibility(seenByAll()).find();
  const tabs = new Map<number, TabMarks>();
  for (const mark of found) {
    const name = mark.getKey();
    if (name !== COLUMN_MARK && name !== TAB_MARK) continue;
    const place = placeOfMark(mark);
    if (place === undefined) continue;
    tabs.set(place.sheet, withMark(tabs.get(place.sheet) ?? noMarks, mark, place.column));
  }
  return tabs;
}

/** Marks a column, counted from 0; `letters` are its letters. */
export function markColumn(sheet: Sheet, letters: string, key: string): void {
  sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(COLUMN_MARK, key, seenByAll());
}

/** Marks a tab with the key of its layout. */
export function markTab(sheet: Sheet, key: string): void {
  sheet.addDeveloperMetadata(TAB_MARK, key, seenByAll());
}

function withMark(marks: TabMarks, mark: DeveloperMetadata, column: number | undefined): TabMarks {
  const value = mark.getValue() ?? "";
  const kept = [...marks.kept, mark];
  if (mark.getKey() === TAB_MARK) return column === undefined ? { ...marks, key: value, kept } : marks;
  if (column === undefined) return marks;
  const leftmost = Math.min(column, marks.columns[value] ?? column);
  return { ...marks, columns: { ...marks.columns, [value]: leftmost }, kept };
}

/** The key of the layout that drew the tab; `undefined` for a tab of people's. */
export function tabMarkOf(sheet: Sheet): string | undefined {
  return (
    sheet
      .getDeveloperMetadata()
      .find((mark) => mark.getKey() === TAB_MARK)
      ?.getValue() ?? undefined
  );
}
