// A data filter of a request: an address, a rectangle, or developer metadata, whose rows, columns or tabs are meant.

import type { GridRange, MetadataPlace } from "../grid/protocol.ts";
import type { Spreadsheet } from "../grid/spreadsheet.ts";
import { invalidArgument } from "./api-error.ts";
import { type ApiGridRange, gridRangeFrom, sheetById } from "./grid-range.ts";
import { rangeFromText, wholeTab } from "./range-text.ts";
import { matchingMetadata } from "./resource/metadata-search.ts";

/** @throws {ApiError} */
export function rangesOfFilter(
  state: Spreadsheet,
  filter: Readonly<Record<string, unknown>>,
): readonly GridRange[] {
  const { a1Range, gridRange, developerMetadataLookup } = filter;
  if (typeof a1Range === "string") return [rangeFromText(state, a1Range)];
  if (isObject(gridRange)) return [gridRangeFrom(state, gridRange as ApiGridRange)];
  if (isObject(developerMetadataLookup)) {
    return matchingMetadata(state, developerMetadataLookup).flatMap(({ place }) =>
      rangesOfPlace(state, place),
    );
  }
  throw invalidArgument("Must specify one of: a1Range, gridRange, developerMetadataLookup");
}

function rangesOfPlace(state: Spreadsheet, place: MetadataPlace): readonly GridRange[] {
  if (place.kind === "spreadsheet") return state.tabs.map(wholeTab);
  const whole = wholeTab(sheetById(state, place.tab));
  if (place.kind === "row") return [{ ...whole, row: place.row, rows: 1 }];
  return place.kind === "column" ? [{ ...whole, column: place.column, columns: 1 }] : [whole];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
