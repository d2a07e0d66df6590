// The requests that draw dropdowns, header notes and colours of a tab where they are missing or say something else than
// the layout wants. People's stay. Colour rules are named by their places in a list, and told from people's by their
// formulas alone: ours are taken out from the last to the first, and come back behind all others.

import type { sheets_v4 } from "@googleapis/sheets";
import { quotedTab } from "../../../local/book/marks.ts";
import { columnLetters } from "../../../shared/table/cell.ts";
import { type DrawnColour, drawnColours } from "../../../shared/table/dressing/drawn-colours.ts";
import {
  type DrawnDropdown,
  type DressedTab,
  drawnDropdowns,
} from "../../../shared/table/dressing/drawn-dropdowns.ts";
import { type DrawnNote, drawnNotes } from "../../../shared/table/dressing/drawn-notes.ts";
import type { Offer } from "../../../shared/table/dressing/offered-values.ts";
import { DROPDOWN_HELP } from "../../../shared/table/dressing/own-dressing.ts";
import type { DraftedLayout } from "../../../shared/table/planning/drafted-layout.ts";
import { colourStyle } from "./colour.ts";
import type { Drawing, Request } from "./drawing.ts";
import type { SeenSheet } from "./seen-sheets.ts";
import type { SheetPlace, SheetPlaces, SheetTab } from "./sheet-place.ts";
import { cellsOf } from "./sheet-range.ts";

/** Dresses the tab of the layout. */
export function dressRequests(
  { drafted, places, seen }: Drawing,
  { draft, layout }: DraftedLayout<SheetTab>,
): readonly Request[] {
  const place = places.of(draft);
  const sheet = seen.of(place);
  const tab: DressedTab<SheetTab> = { draft, layout, present: sheet.present, rows: place.rows };
  const colours = drawnColours(tab);
  return [
    ...drawnDropdowns(drafted, tab).map((dropdown) => dropdownRequest(places, place, dropdown)),
    ...drawnNotes(tab).map((note) => noteRequest(place.sheetId, note)),
    ...(colours === undefined ? [] : colourRequests(place, sheet, colours)),
  ];
}

/** Takes the colour rules of ours out of the tab. */
export function withoutColours(sheetId: number, { ownColours }: SeenSheet): readonly Request[] {
  return [...ownColours]
    .sort((left, right) => right - left)
    .map((index) => ({ deleteConditionalFormatRule: { sheetId, index } }));
}

/** Sets the note of a header; an empty text takes it away. */
export function noteRequest(sheetId: number, { at, text }: DrawnNote): Request {
  return {
    updateCells: {
      range: cellsOf(sheetId, { row: 1, rows: 1, column: at }),
      rows: [{ values: [text === "" ? {} : { note: text }] }],
      fields: "note",
    },
  };
}

function dropdownRequest(
  places: SheetPlaces,
  { sheetId }: SheetPlace,
  dropdown: DrawnDropdown<SheetTab>,
): Request {
  const { row, rows, column, offer, takesOthers } = dropdown;
  return {
    setDataValidation: {
      range: cellsOf(sheetId, { row, rows, column }),
      rule: {
        condition: conditionOf(places, offer),
        inputMessage: DROPDOWN_HELP,
        strict: !takesOthers,
        showCustomUi: true,
      },
    },
  };
}

function conditionOf(places: SheetPlaces, offer: Offer<SheetTab>): sheets_v4.Schema$BooleanCondition {
  if (offer.kind === "values") {
    return { type: "ONE_OF_LIST", values: offer.values.map((userEnteredValue) => ({ userEnteredValue })) };
  }
  const { draft, column, first } = offer;
  const last = Math.max(first, offer.last ?? places.of(draft).rows);
  const letters = columnLetters(column);
  const cells = `=${quotedTab(draft.name)}!$${letters}$${first}:$${letters}$${last}`;
  return { type: "ONE_OF_RANGE", values: [{ userEnteredValue: cells }] };
}

function colourRequests(
  { sheetId, rows }: SheetPlace,
  sheet: SeenSheet,
  colours: readonly DrawnColour[],
): readonly Request[] {
  const behind = sheet.present.colours.length - sheet.ownColours.length;
  return [
    ...withoutColours(sheetId, sheet),
    ...colours.map(({ at, to = at, formula, background }, index): Request => {
      const booleanRule = {
        condition: { type: "CUSTOM_FORMULA", values: [{ userEnteredValue: formula }] },
        format: { backgroundColorStyle: colourStyle(background) },
      };
      const ranges = [cellsOf(sheetId, { row: 2, rows: rows - 1, column: at, columns: to - at + 1 })];
      return { addConditionalFormatRule: { rule: { ranges, booleanRule }, index: behind + index } };
    }),
  ];
}
