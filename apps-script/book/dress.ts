// Dropdowns, colours and header notes of a tab, drawn where they are missing or say something else than the layout wants.
// A dropdown that people made in one of our columns stands. Colour rules can only be set all at once: people's are
// handed back as they were, before ours.

import { columnLetters } from "../../shared/table/cell.ts";
import { type Offer, type OfferedValues, offeredValues } from "../../shared/table/dressing/offered-values.ts";
import type { ColumnLayout } from "../../shared/table/layout.ts";
import type { DraftedBook } from "../../shared/table/planning/drafted-book.ts";
import type { DraftedLayout } from "../../shared/table/planning/drafted-layout.ts";
import { filledRows } from "../../shared/table/planning/tab-draft.ts";
import {
  type Choices,
  type ConditionalFormatRule,
  choicesOf,
  colourRule,
  type DataValidation,
  dropdownRule,
  formulaOfRule,
} from "../spreadsheet-app.ts";
import type { OpenTab } from "./open-book.ts";
import {
  colourFormula,
  DROPDOWN_HELP,
  isOwnColour,
  isOwnDropdown,
  isOwnNote,
  noteText,
} from "./own-dressing.ts";
import type { PresentDressing } from "./present-dressing.ts";
import { type WrittenBook, type WrittenTab, writtenTab } from "./written-book.ts";

export interface Dressing {
  readonly book: WrittenBook;
  readonly drafted: DraftedBook<OpenTab>;
  readonly present: PresentDressing;
}

/** Dresses the tab of the layout. */
export function dress(dressing: Dressing, { draft, layout }: DraftedLayout<OpenTab>): void {
  const tab = writtenTab(dressing.book, draft);
  for (const column of layout.columns) {
    const at = draft.columns.get(column.key);
    if (at === undefined) continue;
    const offered = offeredValues(dressing.drafted, draft, column);
    if (offered !== undefined) drawDropdown(dressing, tab, { column, at, offered });
    drawNote(dressing.present, tab, { column, at });
  }
  drawColours(dressing.present, tab, { draft, layout });
}

interface DrawnColumn {
  readonly column: ColumnLayout;
  readonly at: number;
  readonly offered: OfferedValues<OpenTab>;
}

function drawDropdown(dressing: Dressing, tab: WrittenTab, { column, at, offered }: DrawnColumn): void {
  const { present } = dressing;
  const takesOthers = column.others !== "refuse";
  const ruleOf = (offer: Offer<OpenTab>) =>
    dropdownRule(choicesFor(dressing.book, offer), { takesOthers, help: DROPDOWN_HELP });
  const lastRow = tab.rows ?? 1;
  if (offered.kind === "all") {
    const standing = [present.first[at] ?? null, present.last[at] ?? null];
    if (standing.some((rule) => rule !== null && !isOwnDropdown(rule))) return;
    if (lastRow < 2 || standing.every((rule) => rule !== null && offers(rule, offered.offer, takesOthers)))
      return;
    tab.sheet.getRange(2, at + 1, lastRow - 1, 1).setDataValidation(ruleOf(offered.offer));
    return;
  }
  for (const [row, offer] of offered.offers) {
    const rule = present.byRow.get(at)?.[row - 2] ?? null;
    if (rule !== null && (!isOwnDropdown(rule) || offers(rule, offer, takesOthers))) continue;
    tab.sheet.getRange(row, at + 1).setDataValidation(ruleOf(offer));
  }
}

function choicesFor(book: WrittenBook, offer: Offer<OpenTab>): Choices {
  if (offer.kind === "values") return offer;
  const { sheet, rows = 1 } = writtenTab(book, offer.draft);
  const count = Math.max(1, (offer.last ?? rows) - offer.first + 1);
  return { kind: "cells", cells: sheet.getRange(offer.first, offer.column + 1, count, 1) };
}

// Cells that take in all below them may have grown since, or be fewer than the tab has now.
function offers(rule: DataValidation, offer: Offer<OpenTab>, takesOthers: boolean): boolean {
  const choices = choicesOf(rule);
  if (choices === undefined || rule.getAllowInvalid() !== takesOthers) return false;
  if (choices.kind === "values") {
    return offer.kind === "values" && offer.values.join("\n") === choices.values.join("\n");
  }
  if (offer.kind === "values" || offer.draft.open === undefined) return false;
  const { cells } = choices;
  const last = cells.getLastRow();
  const isSameStart =
    cells.getSheet().getSheetId() === offer.draft.open.sheet.getSheetId() &&
    cells.getRow() === offer.first &&
    cells.getColumn() === offer.column + 1;
  return (
    isSameStart &&
    (offer.last === undefined ? last >= (filledRows(offer.draft).slice(-1)[0] ?? 1) : last === offer.last)
  );
}

function drawNote(
  { notes }: PresentDressing,
  { sheet }: WrittenTab,
  { column, at }: Pick<DrawnColumn, "column" | "at">,
): void {
  const present = notes[at] ?? "";
  const wanted = column.note === undefined || column.note === "" ? "" : noteText(column.note);
  if (present === wanted || (present !== "" && !isOwnNote(present))) return;
  sheet.getRange(1, at + 1).setNote(wanted);
}

function drawColours(
  { colours }: PresentDressing,
  { sheet, rows = 1 }: WrittenTab,
  { draft, layout }: Pick<DraftedLayout<OpenTab>, "draft" | "layout">,
): void {
  if (rows < 2) return;
  const wanted = layout.columns.flatMap((column) => {
    const at = draft.columns.get(column.key);
    if (at === undefined) return [];
    const cells = sheet.getRange(2, at + 1, rows - 1, 1);
    return (column.colours ?? []).map(({ text, background }) =>
      colourRule(cells, colourFormula(`${columnLetters(at)}2`, text), background),
    );
  });
  const ours = colours.filter(isOwnColour);
  if (ours.map(signature).join("\n") === wanted.map(signature).join("\n")) return;
  sheet.setConditionalFormatRules([...colours.filter((rule) => !isOwnColour(rule)), ...wanted]);
}

function signature(rule: ConditionalFormatRule): string {
  const ranges = rule
    .getRanges()
    .map((range) => `${range.getColumn()}:${range.getRow()}-${range.getLastRow()}`);
  return [formulaOfRule(rule), rule.getBooleanCondition()?.getBackground(), ...ranges].join(" ");
}
