// Requests about ranges as such: merged and taken apart, and named.

import { type MergeKind, withMerged, withUnmerged } from "../../grid/merged-cells.ts";
import type { NamedRange } from "../../grid/protocol.ts";
import { freshId, type Spreadsheet } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { maskWants } from "../field-mask.ts";
import { type ApiGridRange, gridRangeFrom } from "../grid-range.ts";
import { idOfNamedRange, namedRangeJson } from "../resource/named-range.ts";
import { type Acted, type BatchActs, fieldsOf, type RequestOf, required } from "./batch-act.ts";

export const rangeActs: BatchActs = {
  mergeCells: (state, { range, mergeType }) => ({
    state: withMerged(state, rangeFrom(state, range), mergeKind(mergeType)),
  }),
  unmergeCells: (state, { range }) => ({ state: withUnmerged(state, rangeFrom(state, range)) }),
  addNamedRange: namedAdded,
  updateNamedRange: namedUpdated,
  deleteNamedRange: (state, { namedRangeId }) => {
    const gone = namedById(state, namedRangeId);
    return { state: withNames(state, (named) => (named === gone ? undefined : named)) };
  },
};

const MERGE_KINDS: Readonly<Record<string, MergeKind>> = {
  MERGE_ALL: "all",
  MERGE_ROWS: "rows",
  MERGE_COLUMNS: "columns",
};

function mergeKind(type: string | null | undefined): MergeKind {
  const kind = MERGE_KINDS[type ?? "MERGE_ALL"];
  if (kind === undefined) throw invalidArgument(`there is no mergeType "${type}"`);
  return kind;
}

function namedAdded(state: Spreadsheet, request: RequestOf<"addNamedRange">): Acted {
  const { namedRangeId, name, range } = required(request.namedRange, "namedRange");
  const id = namedRangeId ?? String(freshId(state));
  if (state.namedRanges.some((named) => idOfNamedRange(named) === id)) {
    throw invalidArgument(`A named range with the id "${id}" already exists`);
  }
  const named = { id, name: freeName(state, name, undefined), range: rangeFrom(state, range) };
  const namedRange = namedRangeJson(named);
  const after = { ...state, namedRanges: [...state.namedRanges, named], nextId: freshId(state) + 1 };
  return { state: after, reply: { addNamedRange: namedRange === undefined ? {} : { namedRange } } };
}

function namedUpdated(state: Spreadsheet, request: RequestOf<"updateNamedRange">): Acted {
  const fields = fieldsOf(request);
  const { namedRangeId, name, range } = required(request.namedRange, "namedRange");
  const before = namedById(state, namedRangeId);
  const after: NamedRange = {
    ...before,
    id: idOfNamedRange(before),
    ...(maskWants(fields, "name") && typeof name === "string" ? { name: freeName(state, name, before) } : {}),
    ...(maskWants(fields, "range") && range !== undefined && range !== null
      ? { range: rangeFrom(state, range) }
      : {}),
  };
  return { state: withNames(state, (named) => (named === before ? after : named)) };
}

function withNames(state: Spreadsheet, change: (named: NamedRange) => NamedRange | undefined): Spreadsheet {
  return { ...state, namedRanges: state.namedRanges.flatMap((named) => change(named) ?? []) };
}

function namedById(state: Spreadsheet, id: string | null | undefined): NamedRange {
  const named = state.namedRanges.find((candidate) => idOfNamedRange(candidate) === id);
  if (named === undefined) throw invalidArgument(`No named range with id: ${id ?? ""}`);
  return named;
}

function freeName(state: Spreadsheet, name: string | null | undefined, own: NamedRange | undefined): string {
  const wanted = required(name, "namedRange.name");
  const isTaken = state.namedRanges.some(
    (named) => named !== own && named.name.toLowerCase() === wanted.toLowerCase(),
  );
  if (isTaken) throw invalidArgument(`A named range with the name "${wanted}" already exists`);
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(wanted)) throw invalidArgument(`Invalid name: ${wanted}`);
  return wanted;
}

function rangeFrom(state: Spreadsheet, range: RequestOf<"mergeCells">["range"]) {
  return gridRangeFrom(state, required(range, "range") as ApiGridRange);
}
