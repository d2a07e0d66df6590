// Looking for developer metadata: by what a lookup says of an entry, or by the place that a filter names. Every part of a
// lookup narrows it. Of a place, the entries that touch it are found: those of the tab, its rows and columns, and of the
// spreadsheet itself where the filter names all of it. [developers.google.com/workspace/sheets/api/guides/metadata]

import type { sheets_v4 } from "@googleapis/sheets";
import type { GridRange, Metadata, MetadataPlace } from "../../grid/protocol.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { ApiError, invalidArgument } from "../api-error.ts";
import { type ApiGridRange, gridRangeFrom } from "../grid-range.ts";
import { rangeFromText } from "../range-text.ts";
import { LOCATION_TYPES, metadataJson, placeFrom } from "./metadata-entry.ts";

type Lookup = sheets_v4.Schema$DeveloperMetadataLookup;
type Filter = sheets_v4.Schema$DataFilter;

/** The answer to `developerMetadata.search`: each entry once, with the filters that found it. */
export function searchedMetadata(
  state: Spreadsheet,
  { dataFilters }: sheets_v4.Schema$SearchDeveloperMetadataRequest,
): sheets_v4.Schema$SearchDeveloperMetadataResponse {
  const filters = (dataFilters ?? []).map((filter) => ({ filter, found: filteredMetadata(state, [filter]) }));
  if (filters.length === 0) throw invalidArgument("Must specify at least one data filter.");
  const matched = state.metadata.flatMap((entry) => {
    const by = filters.filter(({ found }) => found.includes(entry)).map(({ filter }) => filter);
    return by.length === 0 ? [] : [{ developerMetadata: metadataJson(entry), dataFilters: by }];
  });
  return matched.length === 0 ? {} : { matchedDeveloperMetadata: matched };
}

/** The answer to `developerMetadata.get`. @throws {ApiError} 404 where there is no such entry */
export function metadataById(state: Spreadsheet, id: number): sheets_v4.Schema$DeveloperMetadata {
  const entry = state.metadata.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new ApiError("NOT_FOUND", `No developer metadata with ID ${id}`);
  return metadataJson(entry);
}

/** The entries that any of the filters finds, each once. @throws {ApiError} where a filter says nothing */
export function filteredMetadata(state: Spreadsheet, filters: readonly Filter[]): readonly Metadata[] {
  const found = new Set(filters.flatMap((filter) => foundBy(state, filter)));
  return state.metadata.filter((entry) => found.has(entry));
}

/** The entries that a lookup finds. @throws {ApiError} where it names a place that is not there */
export function matchingMetadata(state: Spreadsheet, lookup: Lookup): readonly Metadata[] {
  const { metadataId, metadataKey, metadataValue, visibility, locationType, metadataLocation } = lookup;
  const place = given(metadataLocation) ? placeFrom(state, metadataLocation) : undefined;
  const isNear = lookup.locationMatchingStrategy === "INTERSECTING_LOCATION";
  return state.metadata.filter(
    (entry) =>
      fits(metadataId, entry.id) &&
      fits(metadataKey, entry.key) &&
      fits(metadataValue, entry.value) &&
      fits(unspecified(visibility), entry.isVisibleToAll ? "DOCUMENT" : "PROJECT") &&
      fits(unspecified(locationType), LOCATION_TYPES[entry.place.kind]) &&
      (place === undefined || (isNear ? touches(entry.place, place) : isSamePlace(entry.place, place))),
  );
}

function foundBy(state: Spreadsheet, filter: Filter): readonly Metadata[] {
  if (given(filter.developerMetadataLookup)) return matchingMetadata(state, filter.developerMetadataLookup);
  const range = given(filter.gridRange)
    ? gridRangeFrom(state, filter.gridRange as ApiGridRange)
    : given(filter.a1Range)
      ? rangeFromText(state, filter.a1Range)
      : undefined;
  if (range === undefined) {
    throw invalidArgument("Must specify one of: a1Range, gridRange, developerMetadataLookup");
  }
  return state.metadata.filter(({ place }) => isIn(place, range));
}

function isIn(place: MetadataPlace, range: GridRange): boolean {
  if (place.kind === "spreadsheet" || place.tab !== range.tab) return false;
  if (place.kind === "row") return place.row >= range.row && place.row < range.row + range.rows;
  if (place.kind === "tab") return true;
  return place.column >= range.column && place.column < range.column + range.columns;
}

function touches(one: MetadataPlace, other: MetadataPlace): boolean {
  if (one.kind === "spreadsheet" || other.kind === "spreadsheet") return true;
  if (one.tab !== other.tab) return false;
  return one.kind === other.kind ? isSamePlace(one, other) : true;
}

function isSamePlace(one: MetadataPlace, other: MetadataPlace): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === "spreadsheet" || other.kind === "spreadsheet") return true;
  if (one.tab !== other.tab) return false;
  if (one.kind === "row" && other.kind === "row") return one.row === other.row;
  return one.kind === "column" && other.kind === "column" ? one.column === other.column : true;
}

function fits<Value>(wanted: Value | null | undefined, value: Value): boolean {
  return !given(wanted) || wanted === value;
}

function unspecified(name: string | null | undefined): string | undefined {
  return given(name) && !name.endsWith("_UNSPECIFIED") ? name : undefined;
}

function given<Value>(value: Value | null | undefined): value is Value {
  return value !== undefined && value !== null;
}
