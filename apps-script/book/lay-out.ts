// Drawing a tab: what its layout asks for beside its cells. A new tab is made as the layout says; in one that is there,
// what people did to their columns (width, format, header, order) stays. Engine columns are protected with a warning
// only: a firm protection would bar people from sorting, and bind nobody who shares the sheet.

import { definitionTab } from "../../shared/definition/definition-versions.ts";
import { stateTab } from "../../shared/engine/head.ts";
import { logTab } from "../../shared/log/log-tab.ts";
import { columnLetters } from "../../shared/table/cell.ts";
import { formatOfColumn } from "../../shared/table/dressing/number-format.ts";
import type { DraftedLayout, PlacedColumn } from "../../shared/table/planning/drafted-layout.ts";
import { markColumn, markTab } from "./marks.ts";
import { PROTECTION_NAME } from "./own-dressing.ts";
import { makeRoomForColumns, makeRoomForRows, type WrittenTab } from "./written-book.ts";
import { writtenValue } from "./written-value.ts";

/** Rows of a new tab for the head: it has fewer. */
const STATE_ROWS = 60;
/** Tabs that nobody but the engine writes. */
const ENGINES: ReadonlySet<string> = new Set([stateTab, logTab, definitionTab].map(({ key }) => key));
const QUIET_COLOUR = "#80868b";
const CHARACTER_PIXELS = 7;
const PADDING_PIXELS = 12;

/** Gives the tab its columns, their marks and headers. */
export function layOut(tab: WrittenTab, drafted: DraftedLayout): void {
  const { sheet } = tab;
  const { layout, added, unmarked, headed } = drafted;
  makeRoomForColumns(tab, drafted.draft.width);
  if (tab.isNew) makeRoomForRows(tab, layout.preparedRows + 1);
  if (drafted.isUnmarked) markTab(sheet, layout.key);
  for (const { column, at } of unmarked) markColumn(sheet, columnLetters(at), column.key);
  for (const { column, at } of headed) {
    const cell = sheet.getRange(1, at + 1).setValue(writtenValue(column.header));
    cell.setFontWeight("bold");
    if (column.derived === true) cell.setFontColor(QUIET_COLOUR);
  }
  for (const placed of added) drawColumn(tab, placed);
  const hidden = drafted.hidesAgain
    ? layout.columns.flatMap(({ key, hidden: isHidden }) =>
        isHidden === true ? (drafted.draft.columns.get(key) ?? []) : [],
      )
    : added.filter(({ column }) => column.hidden === true).map(({ at }) => at);
  for (const { first, count } of stretchesOf(hidden)) sheet.hideColumns(first + 1, count);
  protectColumns(tab, added);
  if (tab.isNew) drawTab(tab, drafted);
}

function drawColumn({ sheet, rows = 1 }: WrittenTab, { column, at }: PlacedColumn): void {
  const format = formatOfColumn(column.format);
  if (format !== undefined && rows > 1) sheet.getRange(2, at + 1, rows - 1, 1).setNumberFormat(format);
  sheet.setColumnWidth(at + 1, Math.round(column.widthCharacters * CHARACTER_PIXELS) + PADDING_PIXELS);
}

function drawTab(tab: WrittenTab, { layout }: DraftedLayout): void {
  const { sheet, rows = 0 } = tab;
  sheet.setFrozenRows(1);
  // Read at every edit that matters: a small tab is a small answer.
  if (layout.key === stateTab.key && rows > STATE_ROWS) {
    sheet.deleteRows(STATE_ROWS + 1, rows - STATE_ROWS);
    tab.rows = STATE_ROWS;
  }
  if (layout.tabColour !== undefined) sheet.setTabColor(layout.tabColour);
  if (ENGINES.has(layout.key)) sheet.protect().setDescription(PROTECTION_NAME).setWarningOnly(true);
  if (layout.hidden) sheet.hideSheet();
}

function protectColumns({ sheet }: WrittenTab, added: readonly PlacedColumn[]): void {
  const derived = added.filter(({ column }) => column.derived === true).map(({ at }) => at);
  for (const { first, count } of stretchesOf(derived)) {
    const letters = [columnLetters(first), columnLetters(first + count - 1)];
    sheet.getRange(letters.join(":")).protect().setDescription(PROTECTION_NAME).setWarningOnly(true);
  }
}

function stretchesOf(
  columns: readonly number[],
): readonly { readonly first: number; readonly count: number }[] {
  const found: { readonly first: number; count: number }[] = [];
  for (const column of [...columns].sort((left, right) => left - right)) {
    const last = found[found.length - 1];
    if (last !== undefined && last.first + last.count === column) last.count += 1;
    else found.push({ first: column, count: 1 });
  }
  return found;
}
