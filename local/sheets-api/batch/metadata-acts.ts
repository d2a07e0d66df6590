// Requests about developer metadata. An id that a caller chooses must be free: Google documents the id as unique, so a
// batch that creates an entry under an id which exists is refused here as a whole; that Google refuses it is not recorded
// anywhere that we know.
// [developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.developerMetadata]

import type { sheets_v4 } from "@googleapis/sheets";
import { withChosenMetadata, withoutMetadata } from "../../grid/metadata.ts";
import type { Metadata } from "../../grid/protocol.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { maskWants } from "../field-mask.ts";
import { metadataJson, placeFrom } from "../resource/metadata-entry.ts";
import { filteredMetadata } from "../resource/metadata-search.ts";
import { type Acted, type BatchActs, fieldsOf, type RequestOf, required } from "./batch-act.ts";

export const metadataActs: BatchActs = {
  createDeveloperMetadata: created,
  updateDeveloperMetadata: updated,
  deleteDeveloperMetadata: deleted,
};

function created(state: Spreadsheet, request: RequestOf<"createDeveloperMetadata">): Acted {
  const { metadataId, metadataKey, metadataValue, visibility, location } = required(
    request.developerMetadata,
    "developerMetadata",
  );
  const entry = {
    key: required(metadataKey, "developerMetadata.metadataKey"),
    value: metadataValue ?? "",
    isVisibleToAll: isForAll(required(visibility, "developerMetadata.visibility")),
    place: placeFrom(state, location),
    ...(typeof metadataId === "number" && metadataId !== 0 ? { id: metadataId } : {}),
  };
  const after = withChosenMetadata(state, entry);
  const made = after.metadata.at(-1);
  if (made === undefined) throw new Error("Metadata that was added is not there");
  return { state: after, reply: { createDeveloperMetadata: { developerMetadata: metadataJson(made) } } };
}

function updated(state: Spreadsheet, request: RequestOf<"updateDeveloperMetadata">): Acted {
  const fields = fieldsOf(request);
  const change = request.developerMetadata ?? {};
  const found = filteredMetadata(state, filtersOf(request.dataFilters));
  const after = found.reduce((rest, entry) => {
    const next = changed(rest, entry, { change, wants: (field) => maskWants(fields, field) });
    return withChosenMetadata(withoutMetadata(rest, entry.id), next);
  }, state);
  const byId = new Map(after.metadata.map((entry) => [entry.id, entry]));
  const replies = found.flatMap(({ id }) => byId.get(id) ?? []).map(metadataJson);
  return { state: inOrder(after, state), reply: { updateDeveloperMetadata: { developerMetadata: replies } } };
}

function deleted(state: Spreadsheet, request: RequestOf<"deleteDeveloperMetadata">): Acted {
  const found = filteredMetadata(state, filtersOf([required(request.dataFilter, "dataFilter")]));
  const after = found.reduce((rest, { id }) => withoutMetadata(rest, id), state);
  const deletedDeveloperMetadata = found.map(metadataJson);
  return {
    state: after,
    reply: { deleteDeveloperMetadata: found.length === 0 ? {} : { deletedDeveloperMetadata } },
  };
}

interface Change {
  readonly change: sheets_v4.Schema$DeveloperMetadata;
  readonly wants: (field: string) => boolean;
}

function changed(state: Spreadsheet, entry: Metadata, { change, wants }: Change): Metadata {
  const { metadataKey, metadataValue, visibility, location } = change;
  return {
    id: entry.id,
    key: wants("metadataKey") ? (metadataKey ?? entry.key) : entry.key,
    value: wants("metadataValue") ? (metadataValue ?? "") : entry.value,
    isVisibleToAll:
      wants("visibility") && typeof visibility === "string" ? isForAll(visibility) : entry.isVisibleToAll,
    place:
      wants("location") && location !== undefined && location !== null
        ? placeFrom(state, location)
        : entry.place,
  };
}

// Entries keep the order in which they were made.
function inOrder(after: Spreadsheet, before: Spreadsheet): Spreadsheet {
  const places = new Map(before.metadata.map(({ id }, index) => [id, index]));
  const last = before.metadata.length;
  const placeOf = ({ id }: Metadata): number => places.get(id) ?? last;
  return {
    ...after,
    metadata: after.metadata.toSorted((left, right) => placeOf(left) - placeOf(right)),
  };
}

function filtersOf(filters: sheets_v4.Schema$DataFilter[] | null | undefined) {
  if (filters === undefined || filters === null || filters.length === 0) {
    throw invalidArgument("Must specify at least one data filter.");
  }
  return filters;
}

function isForAll(visibility: string): boolean {
  if (visibility === "DOCUMENT" || visibility === "PROJECT") return visibility === "DOCUMENT";
  throw invalidArgument("developerMetadata.visibility must be DOCUMENT or PROJECT");
}
