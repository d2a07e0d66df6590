// Changes written to the spreadsheet. All that is asked comes first, then all writes in one go: they wait in the
// script's buffer and are sent in their order, so that a script that ends before its time leaves a beginning of them
// and no other mixture. When they are sent is the caller's.

import { DASHBOARD_KEY } from "../../shared/engine/book-layouts.ts";
import { plannedSteps, type Step } from "../../shared/engine/writing/planned-steps.ts";
import type { FingerprintIn } from "../../shared/engine/writing/row-fingerprint.ts";
import { writtenRows } from "../../shared/engine/writing/written-rows.ts";
import type { Change } from "../../shared/table/change.ts";
import { draftedBook } from "../../shared/table/planning/drafted-book.ts";
import { type DraftedLayout, draftLayout } from "../../shared/table/planning/drafted-layout.ts";
import type { SheetRow } from "./displaced-rows.ts";
import { dress } from "./dress.ts";
import { layOut } from "./lay-out.ts";
import { type OpenBook, type OpenTab, readBook } from "./open-book.ts";
import { bareSheet, presentDressing, type SheetDressing } from "./present-dressing.ts";
import { takeOff } from "./take-off.ts";
import { addRows, cellWriting, replaceRows } from "./write-cells.ts";
import { bodyLooking } from "./write-look.ts";
import { type WrittenBook, writtenTab } from "./written-book.ts";

/**
 * What makes the tabs that the changes lay out and that are not there yet, one each, without their dropdowns and colours:
 * those come with the rows. Each gives the id of its tab; `undefined` where a tab of that name came to be meanwhile.
 */
export function newTabs(open: OpenBook, changes: readonly Change[]): readonly (() => number | undefined)[] {
  const drafted = draftedBook(readBook(open));
  const book: WrittenBook = { spreadsheet: open.spreadsheet, tabs: new Map() };
  return changes
    .flatMap((change) => (change.kind === "layOut" ? [draftLayout(drafted, change)] : []))
    .filter((layout, index, all) => {
      return (
        layout.draft.open === undefined && all.findIndex(({ draft }) => draft === layout.draft) === index
      );
    })
    .map((layout) => () => {
      if (open.spreadsheet.getSheetByName(layout.draft.name) !== null) return undefined;
      const shown = open.spreadsheet.getActiveSheet();
      const tab = writtenTab(book, layout.draft, placeOf(layout));
      // Google shows a new tab to whoever made it, and whoever types goes on where they were.
      shown.activate();
      layOut(tab, layout);
      return tab.sheet.getSheetId();
    });
}

/**
 * Writes the changes to the book as it was read; back come the rows of boards that were written.
 *
 * @throws {StagelineError} `guard`, when a tab, column or row that a change names is not there; `value`, when no cell
 *   can hold a value; then nothing is written
 */
export function writeChanges(
  open: OpenBook,
  changes: readonly Change[],
  fingerprintIn: FingerprintIn,
): readonly SheetRow[] {
  const drafted = draftedBook(readBook(open));
  const { layouts, steps } = plannedSteps(drafted, changes, fingerprintIn);
  const book: WrittenBook = { spreadsheet: open.spreadsheet, tabs: new Map() };
  const writes = steps.map((step) => writingOf(book, step));
  const dressings = layouts.map((layout) => ({ layout, present: presentOf(book, layout) }));
  for (const layout of layouts) writtenTab(book, layout.draft, placeOf(layout));
  for (const { layout, present } of dressings) {
    layOut(writtenTab(book, layout.draft), layout);
    dress({ book, drafted, present }, layout);
  }
  for (const write of writes) write();
  return writtenRows(steps);
}

// The Dashboard comes first.
function placeOf({ layout }: DraftedLayout<OpenTab>): number | undefined {
  return layout.key === DASHBOARD_KEY ? 0 : undefined;
}

function presentOf(book: WrittenBook, { draft, layout, added }: DraftedLayout<OpenTab>): SheetDressing {
  // Notes alone are drawn with their columns.
  const isDressed = added.length > 0 || layout.columns.some(({ dropdown, colours }) => dropdown ?? colours);
  if (draft.open === undefined || draft.open.isFresh === true || !isDressed) return bareSheet;
  const tab = writtenTab(book, draft);
  tab.rows ??= tab.sheet.getMaxRows();
  if (added.length > 0) tab.columns = tab.sheet.getMaxColumns();
  const columns = Math.min(tab.columns ?? draft.width, draft.width);
  const byRow = layout.columns.flatMap(({ key, dropdown }) => {
    const at = dropdown?.kind === "by row" ? draft.columns.get(key) : undefined;
    return at === undefined || at >= columns ? [] : [at];
  });
  return presentDressing(tab.sheet, { rows: tab.rows, columns, byRow });
}

// What a step needs to know is asked now; what comes back writes it.
function writingOf(book: WrittenBook, step: Step<OpenTab>): () => void {
  switch (step.kind) {
    case "cells":
      return cellWriting(book, step);
    case "add":
      return addRows(book, step);
    case "replace":
      return replaceRows(book, step);
    case "look":
      return bodyLooking(book, step);
    case "takeOff":
      return () => takeOff(book, step);
  }
}
