// Developer metadata in the API's words: an entry with its place, and the filters that look for entries. An entry that
// its maker shows to its own project only is shown to every caller here: this server tells no projects apart.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Metadata, MetadataPlace } from "../../grid/protocol.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { sheetById } from "../grid-range.ts";
import { linesFrom, linesJson } from "./ranges.ts";

type Location = sheets_v4.Schema$DeveloperMetadataLocation;

export function metadataJson(entry: Metadata): sheets_v4.Schema$DeveloperMetadata {
  return {
    metadataId: entry.id,
    metadataKey: entry.key,
    ...(entry.value === "" ? {} : { metadataValue: entry.value }),
    location: locationJson(entry.place),
    visibility: entry.isVisibleToAll ? "DOCUMENT" : "PROJECT",
  };
}

export const LOCATION_TYPES = {
  spreadsheet: "SPREADSHEET",
  tab: "SHEET",
  row: "ROW",
  column: "COLUMN",
} as const;

/** The place that a location names. @throws {ApiError} where it names none, or more than one row or column */
export function placeFrom(state: Spreadsheet, location: Location | null | undefined): MetadataPlace {
  if (location?.spreadsheet === true) return { kind: "spreadsheet" };
  if (typeof location?.sheetId === "number") {
    return { kind: "tab", tab: sheetById(state, location.sheetId).id };
  }
  if (location?.dimensionRange === undefined || location.dimensionRange === null) {
    throw invalidArgument("A location must be specified.");
  }
  const lines = linesFrom(state, location.dimensionRange);
  if (lines.first !== lines.last) {
    throw invalidArgument("Developer metadata may be on a single row or column only.");
  }
  const { tab, first } = lines;
  return lines.axis === "rows" ? { kind: "row", tab, row: first } : { kind: "column", tab, column: first };
}

function locationJson(place: MetadataPlace): Location {
  const locationType = LOCATION_TYPES[place.kind];
  switch (place.kind) {
    case "spreadsheet":
      return { locationType, spreadsheet: true };
    case "tab":
      return { locationType, sheetId: place.tab };
    case "row":
      return { locationType, dimensionRange: linesOfPlace(place.tab, "rows", place.row) };
    case "column":
      return { locationType, dimensionRange: linesOfPlace(place.tab, "columns", place.column) };
  }
}

function linesOfPlace(tab: number, axis: "rows" | "columns", line: number) {
  return linesJson({ tab, axis, first: line, last: line });
}
