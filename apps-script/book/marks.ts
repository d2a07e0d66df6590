// Our marks on tabs and columns, as the script reads and sets them. All of a spreadsheet's marks are read in one go.

import { COLUMN_MARK, TAB_MARK, type TabMarks, withMark } from "../../shared/table/dressing/tab-marks.ts";
import {
  type DeveloperMetadata,
  placeOfMark,
  type Sheet,
  type Spreadsheet,
  seenByAll,
} from "../spreadsheet-app.ts";

export interface KeptMarks extends TabMarks {
  /** What Google keeps them as. */
  readonly kept: readonly DeveloperMetadata[];
}

export const noMarks: KeptMarks = { columns: {}, kept: [] };

/** The marks of each tab, by its id. */
export function readMarks(spreadsheet: Spreadsheet): ReadonlyMap<number, KeptMarks> {
  const found = spreadsheet.createDeveloperMetadataFinder().withVisibility(seenByAll()).find();
  const tabs = new Map<number, KeptMarks>();
  for (const mark of found) {
    const name = mark.getKey();
    if (name !== COLUMN_MARK && name !== TAB_MARK) continue;
    const place = placeOfMark(mark);
    if (place === undefined) continue;
    const known = tabs.get(place.sheet) ?? noMarks;
    const { column } = place;
    const read = { name, value: mark.getValue() ?? "", ...(column === undefined ? {} : { column }) };
    tabs.set(place.sheet, withMark({ ...known, kept: [...known.kept, mark] }, read));
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

/** The key of the layout that drew the tab; `undefined` for a tab of people's. */
export function tabMarkOf(sheet: Sheet): string | undefined {
  return (
    sheet
      .getDeveloperMetadata()
      .find((mark) => mark.getKey() === TAB_MARK)
      ?.getValue() ?? undefined
  );
}
