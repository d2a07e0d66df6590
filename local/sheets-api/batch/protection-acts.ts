// Requests about protected ranges. They stop nobody here: every caller may do what the owner may.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Protection } from "../../grid/protocol.ts";
import { freshId, type Spreadsheet, withTab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { maskWants } from "../field-mask.ts";
import { type ApiGridRange, gridRangeFrom, sheetById } from "../grid-range.ts";
import { protectedRangeJson } from "../resource/protected-range.ts";
import { type Acted, type BatchActs, fieldsOf, type RequestOf, required } from "./batch-act.ts";

type ProtectedJson = sheets_v4.Schema$ProtectedRange;

export const protectionActs: BatchActs = {
  addProtectedRange: added,
  updateProtectedRange: updated,
  deleteProtectedRange: (state, { protectedRangeId }) => ({
    state: withProtection(state, protectionById(state, protectedRangeId), undefined),
  }),
};

function added(state: Spreadsheet, request: RequestOf<"addProtectedRange">): Acted {
  const json = required(request.protectedRange, "protectedRange");
  const id = json.protectedRangeId ?? freshId(state);
  if (allProtections(state).some((protection) => protection.id === id)) {
    throw invalidArgument(`A protected range with the id ${id} already exists`);
  }
  const tab = sheetById(state, json.range?.sheetId ?? 0);
  const made: Protection = {
    id,
    tab: tab.id,
    ...placeOf(state, json.range),
    description: json.description ?? "",
    onlyWarns: json.warningOnly === true,
    ...editorsOf(json.editors?.users),
  };
  refuseUnkept(json);
  const after = withTab(state, { ...tab, protections: [...tab.protections, made] });
  const nextId = typeof json.protectedRangeId === "number" ? state.nextId : id + 1;
  return {
    state: { ...after, nextId },
    reply: { addProtectedRange: { protectedRange: protectedRangeJson(made) } },
  };
}

function updated(state: Spreadsheet, request: RequestOf<"updateProtectedRange">): Acted {
  const fields = fieldsOf(request);
  const json = required(request.protectedRange, "protectedRange");
  const before = protectionById(state, json.protectedRangeId);
  const { range, ...kept } = before;
  const isMoved = maskWants(fields, "range") && json.range !== undefined && json.range !== null;
  const place = isMoved ? placeOf(state, json.range) : range === undefined ? {} : { range };
  const after: Protection = {
    ...kept,
    ...place,
    ...(maskWants(fields, "description") ? { description: json.description ?? "" } : {}),
    ...(maskWants(fields, "warningOnly") ? { onlyWarns: json.warningOnly === true } : {}),
    ...(maskWants(fields, "editors") ? editorsOf(json.editors?.users) : {}),
  };
  refuseUnkept(json);
  return { state: withProtection(state, before, after) };
}

function refuseUnkept({ unprotectedRanges, namedRangeId }: ProtectedJson) {
  const [odd] = Object.entries({ unprotectedRanges, namedRangeId }).filter(([, value]) => {
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
  });
  if (odd !== undefined) throw invalidArgument(`"${odd[0]}" of a protected range is not kept by this server`);
}

// A range that names nothing but its sheet is all of it, and stays so however it grows.
function placeOf(state: Spreadsheet, range: ProtectedJson["range"]): Pick<Protection, "range"> {
  const { sheetId, ...bounds } = range ?? {};
  const isBounded = Object.values(bounds).some((bound) => bound !== undefined && bound !== null);
  return isBounded ? { range: gridRangeFrom(state, range as ApiGridRange) } : {};
}

function editorsOf(users: readonly string[] | null | undefined): Pick<Protection, "editors"> {
  return users === undefined || users === null || users.length === 0 ? {} : { editors: users };
}

function allProtections(state: Spreadsheet): readonly Protection[] {
  return state.tabs.flatMap(({ protections }) => protections);
}

function protectionById(state: Spreadsheet, id: number | null | undefined): Protection {
  const protection = allProtections(state).find((candidate) => candidate.id === id);
  if (protection === undefined) throw invalidArgument(`No protected range with id: ${id ?? ""}`);
  return protection;
}

function withProtection(state: Spreadsheet, before: Protection, after: Protection | undefined): Spreadsheet {
  const tab = sheetById(state, before.tab);
  const protections = tab.protections.flatMap((each) => (each === before ? (after ?? []) : each));
  return withTab(state, { ...tab, protections });
}
