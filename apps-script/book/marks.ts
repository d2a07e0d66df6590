// Our marks on tabs and columns, as the script reads and sets them. All of a spreadsheet's marks are read in one go.

import {
  CHARTS_MARK,
  chartsInMark,
  chartsMark,
  type KeptChart,
} from "../../shared/table/dressing/kept-charts.ts";
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
    if (name !== COLUMN_MARK && name !== TAB_MARK && name !== CHARTS_MARK) continue;
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

/** What the marks tell of the charts that we drew. */
export function keptCharts({ kept }: KeptMarks): readonly KeptChart[] {
  return chartsInMark(chartsMarkIn(kept)?.getValue() ?? "");
}

/** Notes what is known of the charts on a tab. */
export function markCharts(sheet: Sheet, { kept }: KeptMarks, charts: readonly KeptChart[]): void {
  const [mark, value] = [chartsMarkIn(kept), chartsMark(charts)];
  if (mark === undefined) sheet.addDeveloperMetadata(CHARTS_MARK, value, seenByAll());
  else if (charts.length === 0) mark.remove();
  else mark.setValue(value);
}

function chartsMarkIn(kept: KeptMarks["kept"]): DeveloperMetadata | undefined {
  return kept.find((mark) => mark.getKey() === CHARTS_MARK);
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
