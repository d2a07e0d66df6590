// The requests that take a layout off a tab, as the core says what goes.

import type { Step } from "../../../shared/engine/writing/planned-steps.ts";
import { COLUMN_MARK, TAB_MARK } from "../../../shared/table/dressing/tab-marks.ts";
import { NEW_COLUMN_PIXELS, takenOff } from "../../../shared/table/dressing/taken-off.ts";
import type { Drawing, Request } from "./drawing.ts";
import { noteRequest, withoutColours } from "./dress-requests.ts";
import type { SheetDraft, SheetTab } from "./sheet-place.ts";
import { cellsOf, columnCells, columnLines } from "./sheet-range.ts";

/** Takes it off. */
export function takeOffRequests(
  step: Extract<Step<SheetTab>, { kind: "takeOff" }>,
  { places, seen, layouts }: Pick<Drawing, "places" | "seen" | "layouts">,
): readonly Request[] {
  const { sheetId } = places.of(step.draft);
  const sheet = seen.of({ sheetId });
  const { emptied, dropdowns, notes } = takenOff(step, sheet.present);
  return [
    ...emptied.flatMap((at) => emptiedColumn(sheetId, at)),
    ...dropdowns.map((column) => ({ setDataValidation: { range: cellsOf(sheetId, { row: 2, column }) } })),
    ...notes.map((at) => noteRequest(sheetId, { at, text: "" })),
    ...withoutColours(sheetId, sheet),
    ...sheet.ownProtections.map((protectedRangeId) => ({ deleteProtectedRange: { protectedRangeId } })),
    ...marksOn(step.draft, layouts).map((name) => unmarked(sheetId, name)),
  ];
}

function emptiedColumn(sheetId: number, at: number): readonly Request[] {
  const column = { first: at, count: 1 };
  return [
    {
      updateCells: {
        range: columnCells(sheetId, column),
        fields: "userEnteredValue,userEnteredFormat,dataValidation,note",
      },
    },
    {
      updateDimensionProperties: {
        range: columnLines(sheetId, column),
        properties: { pixelSize: NEW_COLUMN_PIXELS, hiddenByUser: false },
        fields: "pixelSize,hiddenByUser",
      },
    },
  ];
}

function marksOn(draft: SheetDraft, layouts: Drawing["layouts"]): readonly string[] {
  const { open } = draft;
  if (layouts.some((layout) => layout.draft === draft)) return [COLUMN_MARK, TAB_MARK];
  const { key, marks = {} } = open?.table ?? {};
  return [
    ...(Object.keys(marks).length === 0 ? [] : [COLUMN_MARK]),
    ...(key === undefined ? [] : [TAB_MARK]),
  ];
}

// Also those that the same batch made: they are found where they are at that moment.
function unmarked(sheetId: number, metadataKey: string): Request {
  const developerMetadataLookup = {
    metadataKey,
    metadataLocation: { sheetId },
    locationMatchingStrategy: "INTERSECTING_LOCATION",
  };
  return { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup } } };
}
