// The requests that give a tab the columns of its layout: marks, headers, formats, widths, hidden and guarded ones.

import type { sheets_v4 } from "@googleapis/sheets";
import {
  type DrawnHeader,
  type DrawnLayout,
  drawnLayout,
} from "../../../shared/engine/dressing/drawn-layout.ts";
import { PROTECTION_NAME } from "../../../shared/table/dressing/own-dressing.ts";
import { columnsIn, type Stretch, stretchesOf } from "../../../shared/table/dressing/stretches.ts";
import { COLUMN_MARK, TAB_MARK } from "../../../shared/table/dressing/tab-marks.ts";
import type { DraftedLayout } from "../../../shared/table/planning/drafted-layout.ts";
import { colourStyle } from "./colour.ts";
import { type Drawing, isLeft, type Request } from "./drawing.ts";
import { numberFormatOf } from "./number-format.ts";
import type { SheetPlace, SheetTab } from "./sheet-place.ts";
import { cellsOf, columnCells, columnLines } from "./sheet-range.ts";

/** Draws the columns of a layout. */
export function columnRequests(
  { places, seen }: Drawing,
  layout: DraftedLayout<SheetTab>,
): readonly Request[] {
  const place = places.of(layout.draft);
  const { sheetId } = place;
  const { isShown } = seen.of(place);
  const { mark, marks, headers, columns, hidden, guarded } = drawnLayout(layout);
  const shown = hidden.flatMap(columnsIn).filter(isShown);
  return [
    ...(mark === undefined ? [] : [marked(TAB_MARK, mark, { sheetId })]),
    ...marks.map(({ at, key }) => {
      const dimensionRange = columnLines(sheetId, { first: at, count: 1 });
      return marked(COLUMN_MARK, key, { dimensionRange });
    }),
    ...headers.map((header) => headed(sheetId, header)),
    ...columns.flatMap((column) => columnDrawn(place, column)),
    ...stretchesOf(shown).map((stretch) => hides(sheetId, stretch)),
    ...(isLeft(layout) ? [] : guarded.map((stretch) => guards(columnCells(sheetId, stretch)))),
  ];
}

/** Warns before somebody types in the cells. */
export function guards(range: sheets_v4.Schema$GridRange): Request {
  return {
    addProtectedRange: { protectedRange: { range, description: PROTECTION_NAME, warningOnly: true } },
  };
}

// Marks are for every program that may read the sheet, not for this one alone.
function marked(
  metadataKey: string,
  metadataValue: string,
  location: sheets_v4.Schema$DeveloperMetadataLocation,
): Request {
  const developerMetadata = { metadataKey, metadataValue, visibility: "DOCUMENT", location };
  return { createDeveloperMetadata: { developerMetadata } };
}

function headed(sheetId: number, { at, text, colour }: DrawnHeader): Request {
  const textFormat = {
    bold: true,
    ...(colour === undefined ? {} : { foregroundColorStyle: colourStyle(colour) }),
  };
  const looks = Object.keys(textFormat).map((name) => `userEnteredFormat.textFormat.${name}`);
  return {
    updateCells: {
      range: cellsOf(sheetId, { row: 1, rows: 1, column: at }),
      rows: [{ values: [{ userEnteredValue: { stringValue: text }, userEnteredFormat: { textFormat } }] }],
      fields: ["userEnteredValue", ...looks].join(","),
    },
  };
}

function columnDrawn(
  { sheetId, rows }: SheetPlace,
  { at, pixels, format }: DrawnLayout["columns"][number],
): readonly Request[] {
  const numberFormat = format === undefined || rows < 2 ? undefined : numberFormatOf(format);
  const formatted: Request = {
    repeatCell: {
      range: cellsOf(sheetId, { row: 2, rows: rows - 1, column: at }),
      cell: { userEnteredFormat: { numberFormat: numberFormat ?? {} } },
      fields: "userEnteredFormat.numberFormat",
    },
  };
  const widened: Request = {
    updateDimensionProperties: {
      range: columnLines(sheetId, { first: at, count: 1 }),
      properties: { pixelSize: pixels },
      fields: "pixelSize",
    },
  };
  return numberFormat === undefined ? [widened] : [formatted, widened];
}

function hides(sheetId: number, stretch: Stretch): Request {
  return {
    updateDimensionProperties: {
      range: columnLines(sheetId, stretch),
      properties: { hiddenByUser: true },
      fields: "hiddenByUser",
    },
  };
}
