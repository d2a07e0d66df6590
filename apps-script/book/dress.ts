// Dropdowns, colours and header notes of a tab, drawn where they are missing or say something else than the layout wants.
// Colour rules can only be set all at once: people's are handed back as they were, before ours.

import { type DrawnColour, drawnColours } from "../../shared/table/dressing/drawn-colours.ts";
import {
  type DrawnDropdown,
  type DressedTab,
  drawnDropdowns,
} from "../../shared/table/dressing/drawn-dropdowns.ts";
import { drawnNotes } from "../../shared/table/dressing/drawn-notes.ts";
import type { Offer } from "../../shared/table/dressing/offered-values.ts";
import { DROPDOWN_HELP } from "../../shared/table/dressing/own-dressing.ts";
import type { DraftedBook } from "../../shared/table/planning/drafted-book.ts";
import type { DraftedLayout } from "../../shared/table/planning/drafted-layout.ts";
import { type Choices, colourRule, dropdownRule } from "../spreadsheet-app.ts";
import type { OpenTab } from "./open-book.ts";
import type { SheetDressing } from "./present-dressing.ts";
import { type WrittenBook, type WrittenTab, writtenTab } from "./written-book.ts";

export interface Dressing {
  readonly book: WrittenBook;
  readonly drafted: DraftedBook<OpenTab>;
  readonly present: SheetDressing;
}

/** Dresses the tab of the layout. */
export function dress({ book, drafted, present }: Dressing, { draft, layout }: DraftedLayout<OpenTab>): void {
  const written = writtenTab(book, draft);
  const tab: DressedTab<OpenTab> = { draft, layout, present, rows: written.rows ?? 1 };
  for (const dropdown of drawnDropdowns(drafted, tab)) drawDropdown(book, written, dropdown);
  for (const { at, text } of drawnNotes(tab)) written.sheet.getRange(1, at + 1).setNote(text);
  const colours = drawnColours(tab);
  if (colours !== undefined) drawColours(written, present, colours);
}

function drawDropdown(book: WrittenBook, { sheet }: WrittenTab, dropdown: DrawnDropdown<OpenTab>): void {
  const { row, rows, column, offer, takesOthers } = dropdown;
  const rule = dropdownRule(choicesFor(book, offer), { takesOthers, help: DROPDOWN_HELP });
  sheet.getRange(row, column + 1, rows, 1).setDataValidation(rule);
}

function choicesFor(book: WrittenBook, offer: Offer<OpenTab>): Choices {
  if (offer.kind === "values") return offer;
  const { sheet, rows = 1 } = writtenTab(book, offer.draft);
  const count = Math.max(1, (offer.last ?? rows) - offer.first + 1);
  return { kind: "cells", cells: sheet.getRange(offer.first, offer.column + 1, count, 1) };
}

function drawColours(
  { sheet, rows = 1 }: WrittenTab,
  { foreignColours }: SheetDressing,
  colours: readonly DrawnColour[],
): void {
  const ours = colours.map(({ at, to = at, formula, background }) =>
    colourRule(sheet.getRange(2, at + 1, rows - 1, to - at + 1), formula, background),
  );
  sheet.setConditionalFormatRules([...foreignColours, ...ours]);
}
