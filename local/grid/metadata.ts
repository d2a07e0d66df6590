// Developer metadata: a key and a value on the spreadsheet, a tab, or one whole row or column. There is room for 30,000
// characters of keys and values on the spreadsheet and as many on each tab, its rows and columns included.
// [developers.google.com/workspace/sheets/api/guides/metadata] The wording of the refusals is unverified.

import { GridError } from "./grid-error.ts";
import type { Metadata, MetadataPlace } from "./protocol.ts";
import { freshId, type Spreadsheet, type Tab, tabById } from "./spreadsheet.ts";

const MOST_CHARACTERS = 30_000;

/** @throws {GridError} where the place does not exist or has no room */
export function withMetadata(state: Spreadsheet, entry: Omit<Metadata, "id">): Spreadsheet {
  checkPlace(state, entry.place);
  const id = freshId(state);
  const metadata = [...state.metadata, { ...entry, id }];
  return checkRoom({ ...state, metadata, nextId: id + 1 }, entry.place);
}

/** The entry under the id that it comes with, or a fresh one. @throws {GridError} also where another has that id */
export function withChosenMetadata(
  state: Spreadsheet,
  { id, ...entry }: Omit<Metadata, "id"> & { readonly id?: number },
): Spreadsheet {
  if (id === undefined) return withMetadata(state, entry);
  if (state.metadata.some((other) => other.id === id)) {
    throw new GridError(`Developer metadata with the ID ${id} already exists`);
  }
  checkPlace(state, entry.place);
  return checkRoom({ ...state, metadata: [...state.metadata, { ...entry, id }] }, entry.place);
}

/** @throws {GridError} where there is no such entry, or no room */
export function withMetadataValue(state: Spreadsheet, id: number, value: string): Spreadsheet {
  const { place } = metadataById(state, id);
  const metadata = state.metadata.map((entry) => (entry.id === id ? { ...entry, value } : entry));
  return checkRoom({ ...state, metadata }, place);
}

/** @throws {GridError} where there is no such entry */
export function withoutMetadata(state: Spreadsheet, id: number): Spreadsheet {
  const gone = metadataById(state, id);
  return { ...state, metadata: state.metadata.filter((entry) => entry !== gone) };
}

/** Of the whole spreadsheet, or of one tab with its rows and columns; all keys where none is named. */
export function metadataOf(
  state: Spreadsheet,
  { tab, key }: { readonly tab?: number; readonly key?: string },
): readonly Metadata[] {
  return state.metadata.filter(
    (entry) => (tab === undefined || tabOf(entry.place) === tab) && (key === undefined || entry.key === key),
  );
}

/** The tab that a place is on; `undefined` for the spreadsheet. */
export function tabOf(place: MetadataPlace): number | undefined {
  return place.kind === "spreadsheet" ? undefined : place.tab;
}

/** The metadata of a tab as a copy of the tab has it: same keys and values, ids of its own. */
export function copiedMetadata(state: Spreadsheet, from: Tab, to: number): Spreadsheet {
  const originals = metadataOf(state, { tab: from.id });
  const first = freshId(state, originals.length);
  const copies = originals.map((entry, index) => ({
    ...entry,
    id: first + index,
    place: entry.place.kind === "spreadsheet" ? entry.place : { ...entry.place, tab: to },
  }));
  return {
    ...state,
    metadata: [...state.metadata, ...copies],
    nextId: first + copies.length,
  };
}

function metadataById(state: Spreadsheet, id: number): Metadata {
  const entry = state.metadata.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new GridError(`No metadata with the ID ${id} exists`);
  return entry;
}

function checkPlace(state: Spreadsheet, place: MetadataPlace): void {
  if (place.kind === "spreadsheet") return;
  const tab = tabById(state, place.tab);
  const isInside =
    place.kind === "tab" ||
    (place.kind === "row"
      ? place.row >= 1 && place.row <= tab.maxRows
      : place.column >= 1 && place.column <= tab.maxColumns);
  if (!isInside) throw new GridError("The coordinates of the range are outside the dimensions of the sheet.");
}

function checkRoom(state: Spreadsheet, place: MetadataPlace): Spreadsheet {
  const tab = tabOf(place);
  const size = state.metadata
    .filter((entry) => tabOf(entry.place) === tab)
    .reduce((sum, { key, value }) => sum + key.length + value.length, 0);
  if (size <= MOST_CHARACTERS) return state;
  throw new GridError(
    `Developer metadata may have at most ${MOST_CHARACTERS} characters in a spreadsheet or a sheet.`,
  );
}
