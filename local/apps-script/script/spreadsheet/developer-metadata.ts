// The classes DeveloperMetadata, its finder and its location: marks that travel with a tab, a row or a column.

import type { GridRange, Metadata, MetadataPlace } from "../../../grid/protocol.ts";
import { constant, constants, standIn } from "../stand-in.ts";
import { expectedTab, type Workbook } from "./workbook.ts";

type DeveloperMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type Finder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type Location = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;

export const metadataVisibility = constants<typeof GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility>(
  "DOCUMENT",
  "PROJECT",
);
export const metadataLocationType = constants<
  typeof GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType
>("SPREADSHEET", "SHEET", "ROW", "COLUMN");

const LOCATION_NAMES = { spreadsheet: "SPREADSHEET", tab: "SHEET", row: "ROW", column: "COLUMN" } as const;

/** Where a finder looks. */
export type FinderScope =
  | { readonly kind: "spreadsheet" }
  | { readonly kind: "tab"; readonly tab: number }
  | { readonly kind: "range"; readonly range: GridRange };

/** What follows the key in `addDeveloperMetadata`: a value, a visibility, both or nothing. */
export function markFrom(rest: readonly unknown[]): { value: string; isVisibleToAll: boolean } {
  const [value] = rest;
  return {
    value: typeof value === "string" ? value : "",
    // Google's default visibility is DOCUMENT (reference of addDeveloperMetadata).
    isVisibleToAll: !rest.includes(metadataVisibility.PROJECT),
  };
}

export function newMetadata(workbook: Workbook, metadata: Metadata): DeveloperMetadata {
  const { execution } = workbook;
  let { value } = metadata;
  const self: DeveloperMetadata = standIn<DeveloperMetadata>({
    getId: () => metadata.id,
    getKey: () => metadata.key,
    getValue: () => value,
    getVisibility: () => constant(metadataVisibility, metadata.isVisibleToAll ? "DOCUMENT" : "PROJECT"),
    getLocation: () => location(workbook, metadata.place),
    setValue: (next) => {
      execution.write({ do: "setMetadata", id: metadata.id, value: next });
      value = next;
      return self;
    },
    remove: () => execution.write({ do: "removeMetadata", id: metadata.id }),
  });
  return self;
}

export function metadataFinder(workbook: Workbook, scope: FinderScope): Finder {
  const { execution } = workbook;
  const tests: ((metadata: Metadata) => boolean)[] = [];
  let intersecting = false;
  const keep = (test: (metadata: Metadata) => boolean): Finder => {
    tests.push(test);
    return finder;
  };
  const finder: Finder = standIn<Finder>({
    withKey: (key) => keep((metadata) => metadata.key === key),
    withValue: (value) => keep((metadata) => metadata.value === value),
    withId: (id) => keep((metadata) => metadata.id === id),
    withVisibility: (visibility) =>
      keep((metadata) => metadata.isVisibleToAll === (visibility === metadataVisibility.DOCUMENT)),
    withLocationType: (type) =>
      keep((metadata) => constant(metadataLocationType, LOCATION_NAMES[metadata.place.kind]) === type),
    onIntersectingLocations: () => {
      intersecting = true;
      return finder;
    },
    find: () => {
      const read =
        scope.kind === "spreadsheet" ? {} : { tab: scope.kind === "tab" ? scope.tab : scope.range.tab };
      const all = execution.read<"metadata">({ ask: "metadata", ...read });
      const found = all.filter(
        (metadata) => liesIn(scope, metadata.place, intersecting) && tests.every((test) => test(metadata)),
      );
      return execution.realm.list(found.map((metadata) => newMetadata(workbook, metadata)));
    },
  });
  return finder;
}

/** Without `onIntersectingLocations` a range finds the rows and columns that lie wholly in it. */
function liesIn(scope: FinderScope, place: MetadataPlace, intersecting: boolean): boolean {
  if (scope.kind === "spreadsheet") return true;
  if (place.kind === "spreadsheet") return false;
  if (scope.kind === "tab") return place.tab === scope.tab;
  const { range } = scope;
  if (place.kind === "tab" || place.tab !== range.tab) return false;
  const inside =
    place.kind === "column"
      ? place.column >= range.column && place.column < range.column + range.columns
      : place.row >= range.row && place.row < range.row + range.rows;
  const whole = place.kind === "column" ? range.row === 1 : range.column === 1;
  return inside && (intersecting || whole);
}

function location(workbook: Workbook, place: MetadataPlace): Location {
  const line = (kind: "row" | "column") => {
    const cells = lineCells(workbook, place);
    return place.kind === kind && cells !== undefined ? workbook.range(cells) : null;
  };
  return standIn<Location>({
    getLocationType: () => constant(metadataLocationType, LOCATION_NAMES[place.kind]),
    getSpreadsheet: () => (place.kind === "spreadsheet" ? workbook.spreadsheet() : null),
    getSheet: () => (place.kind === "tab" ? workbook.sheet(place.tab) : null),
    getColumn: () => line("column"),
    getRow: () => line("row"),
  });
}

function lineCells(workbook: Workbook, place: MetadataPlace): GridRange | undefined {
  if (place.kind === "spreadsheet" || place.kind === "tab") return undefined;
  const { maxRows, maxColumns } = expectedTab(workbook.execution, place.tab);
  return place.kind === "column"
    ? { tab: place.tab, row: 1, column: place.column, rows: maxRows, columns: 1 }
    : { tab: place.tab, row: place.row, column: 1, rows: 1, columns: maxColumns };
}
