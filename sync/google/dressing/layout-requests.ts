// The requests that draw layouts: new tabs, room for columns, marks, headers, widths, formats, hidden columns,
// protections, and then dropdowns, notes and colours. New tabs are all made first, since a dropdown may name the
// cells of any. What stands already as it should is not sent, so that a layout that is drawn twice is nothing the second time.

import type { sheets_v4 } from "@googleapis/sheets";
import { DASHBOARD_KEY } from "../../../shared/engine/book-layouts.ts";
import {
  type DrawnHeader,
  type DrawnLayout,
  drawnLayout,
  drawnTab,
} from "../../../shared/engine/dressing/drawn-layout.ts";
import { PROTECTION_NAME } from "../../../shared/table/dressing/own-dressing.ts";
import { columnsIn, type Stretch, stretchesOf } from "../../../shared/table/dressing/stretches.ts";
import { COLUMN_MARK, TAB_MARK } from "../../../shared/table/dressing/tab-marks.ts";
import type { DraftedLayout } from "../../../shared/table/planning/drafted-layout.ts";
import { colourStyle } from "./colour.ts";
import type { Drawing, Request } from "./drawing.ts";
import { dressRequests } from "./dress-requests.ts";
import { numberFormatOf } from "./number-format.ts";
import type { SheetPlace, SheetTab } from "./sheet-place.ts";
import { cellsOf, columnCells, columnLines } from "./sheet-range.ts";

/** The requests, in their order. */
export function layoutRequests(drawing: Drawing): readonly Request[] {
  const { layouts, places } = drawing;
  const made = layouts.filter(({ draft }, index) => {
    return places.of(draft).isNew && layouts.findIndex((other) => other.draft === draft) === index;
  });
  return [
    ...made.flatMap((layout) => newSheet(layout, places.of(layout.draft))),
    ...layouts.flatMap((layout) => [...drawn(drawing, layout), ...dressRequests(drawing, layout)]),
  ];
}

function newSheet({ draft, layout }: DraftedLayout<SheetTab>, { sheetId }: SheetPlace): readonly Request[] {
  const { rows, columns, frozenRows, colour, isGuarded, isHidden } = drawnTab(layout, draft.width);
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId,
    title: draft.name,
    ...(layout.key === DASHBOARD_KEY ? { index: 0 } : {}),
    gridProperties: { rowCount: rows, columnCount: columns, frozenRowCount: frozenRows },
    ...(colour === undefined ? {} : { tabColorStyle: colourStyle(colour) }),
    ...(isHidden ? { hidden: true } : {}),
  };
  return [{ addSheet: { properties } }, ...(isGuarded ? [guarded({ sheetId })] : [])];
}

function drawn({ places, seen }: Drawing, layout: DraftedLayout<SheetTab>): readonly Request[] {
  const place = places.of(layout.draft);
  const { sheetId } = place;
  const { isShown } = seen.of(place);
  const { mark, marks, headers, columns, hidden, guarded: derived } = drawnLayout(layout);
  return [
    ...roomForColumns(layout, place),
    ...(mark === undefined ? [] : [marked(TAB_MARK, mark, { sheetId })]),
    ...marks.map(({ at, key }) => {
      const dimensionRange = columnLines(sheetId, { first: at, count: 1 });
      return marked(COLUMN_MARK, key, { dimensionRange });
    }),
    ...headers.map((header) => headed(sheetId, header)),
    ...columns.flatMap((column) => columnDrawn(place, column)),
    ...stretchesOf(hidden.flatMap(columnsIn).filter(isShown)).map((stretch) => hides(sheetId, stretch)),
    ...derived.map((stretch) => guarded(columnCells(sheetId, stretch))),
  ];
}

function roomForColumns({ draft }: DraftedLayout<SheetTab>, place: SheetPlace): readonly Request[] {
  const lacking = place.columns - (draft.open?.shape.width ?? place.columns);
  if (lacking <= 0) return [];
  return [{ appendDimension: { sheetId: place.sheetId, dimension: "COLUMNS", length: lacking } }];
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

function guarded(range: sheets_v4.Schema$GridRange): Request {
  return {
    addProtectedRange: { protectedRange: { range, description: PROTECTION_NAME, warningOnly: true } },
  };
}
