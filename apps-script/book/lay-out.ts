// Drawing a tab: what its layout asks for beside its cells.

import { type DrawnTab, drawnLayout, drawnTab } from "../../shared/engine/dressing/drawn-layout.ts";
import { columnLetters } from "../../shared/table/cell.ts";
import { PROTECTION_NAME } from "../../shared/table/dressing/own-dressing.ts";
import type { DraftedLayout } from "../../shared/table/planning/drafted-layout.ts";
import { markColumn, markTab } from "./marks.ts";
import { makeRoomForColumns, makeRoomForRows, type WrittenTab } from "./written-book.ts";
import { writtenValue } from "./written-value.ts";

/** Gives the tab its columns, their marks and headers. */
export function layOut(tab: WrittenTab, drafted: DraftedLayout): void {
  const { sheet } = tab;
  const drawn = drawnLayout(drafted);
  makeRoomForColumns(tab, drafted.draft.width);
  if (tab.isNew) makeRoomForRows(tab, drafted.layout.preparedRows + 1);
  if (drawn.mark !== undefined) markTab(sheet, drawn.mark);
  for (const { at, key } of drawn.marks) markColumn(sheet, columnLetters(at), key);
  for (const { at, text, colour } of drawn.headers) {
    const cell = sheet.getRange(1, at + 1).setValue(writtenValue(text));
    cell.setFontWeight("bold");
    if (colour !== undefined) cell.setFontColor(colour);
  }
  const { rows = 1 } = tab;
  for (const { at, pixels, format } of drawn.columns) {
    if (format !== undefined && rows > 1) sheet.getRange(2, at + 1, rows - 1, 1).setNumberFormat(format);
    sheet.setColumnWidth(at + 1, pixels);
  }
  for (const { first, count } of drawn.hidden) sheet.hideColumns(first + 1, count);
  for (const { first, count } of drawn.guarded) {
    const letters = [columnLetters(first), columnLetters(first + count - 1)];
    sheet.getRange(letters.join(":")).protect().setDescription(PROTECTION_NAME).setWarningOnly(true);
  }
  if (tab.isNew) drawTab(tab, drawnTab(drafted.layout, drafted.draft.width));
}

function drawTab(tab: WrittenTab, drawn: DrawnTab): void {
  const { sheet, rows = 0 } = tab;
  sheet.setFrozenRows(drawn.frozenRows);
  if (rows > drawn.rows) {
    sheet.deleteRows(drawn.rows + 1, rows - drawn.rows);
    tab.rows = drawn.rows;
  }
  if (drawn.colour !== undefined) sheet.setTabColor(drawn.colour);
  if (drawn.hidesGridLines) sheet.setHiddenGridlines(true);
  if (drawn.isGuarded) sheet.protect().setDescription(PROTECTION_NAME).setWarningOnly(true);
  if (drawn.isHidden) sheet.hideSheet();
}
