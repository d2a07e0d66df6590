// A batch of requests done one after another, all of them or none: a spreadsheet never changes in place, so that where one
// is refused the one before the batch still stands. The refusal says which request it was.
// [developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate]

import { GridError } from "../../grid/grid-error.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { ApiError, invalidArgument } from "../api-error.ts";
import type { Acted, BatchActs, BatchReply, BatchRequest, Kind } from "./batch-act.ts";
import { cellActs } from "./cell-acts.ts";
import { chartActs } from "./chart-acts.ts";
import { filterActs } from "./filter-acts.ts";
import { findActs } from "./find-replace.ts";
import { lineActs } from "./line-acts.ts";
import { metadataActs } from "./metadata-acts.ts";
import { pasteActs } from "./paste-acts.ts";
import { protectionActs } from "./protection-acts.ts";
import { rangeActs } from "./range-acts.ts";
import { ruleActs } from "./rule-acts.ts";
import { sheetActs } from "./sheet-acts.ts";
import { spreadsheetActs } from "./spreadsheet-acts.ts";

export interface BatchOutcome {
  readonly state: Spreadsheet;
  /** One for each request, in their order. */
  readonly replies: readonly BatchReply[];
}

const acts: BatchActs = {
  ...cellActs,
  ...chartActs,
  ...filterActs,
  ...findActs,
  ...lineActs,
  ...metadataActs,
  ...pasteActs,
  ...protectionActs,
  ...rangeActs,
  ...ruleActs,
  ...sheetActs,
  ...spreadsheetActs,
};

/** @throws {ApiError} where one of the requests cannot be done; then none is */
export function batchUpdated(
  state: Spreadsheet,
  { requests }: Readonly<Record<string, unknown>>,
): BatchOutcome {
  if (!Array.isArray(requests) || requests.length === 0) {
    throw invalidArgument("Must specify at least one request.");
  }
  const replies: BatchReply[] = [];
  let after = state;
  requests.forEach((request: BatchRequest, index) => {
    const acted = actedOne(after, request, index);
    after = acted.state;
    replies.push(acted.reply ?? {});
  });
  return { state: after, replies };
}

function actedOne(state: Spreadsheet, request: BatchRequest, index: number): Acted {
  const at = `requests[${index}]`;
  const [kind, ...more] = Object.keys(request ?? {}) as Kind[];
  if (kind === undefined) throw invalidArgument(`Invalid ${at}: No request set.`);
  if (more.length > 0) throw invalidArgument(`Invalid ${at}: Must specify exactly one request.`);
  const act = Object.hasOwn(acts, kind) ? acts[kind] : undefined;
  if (act === undefined) {
    throw invalidArgument(`Invalid ${at}.${kind}: this server does not serve requests of that kind`);
  }
  try {
    return (act as (state: Spreadsheet, request: unknown) => Acted)(state, request[kind] ?? {});
  } catch (error) {
    const isRefusal = error instanceof ApiError || error instanceof GridError;
    if (!isRefusal) throw error;
    const status = error instanceof ApiError ? error.status : "INVALID_ARGUMENT";
    throw new ApiError(status, `Invalid ${at}.${kind}: ${error.message}`);
  }
}
