// One call served: the file is found, the right to it looked at, the method called, what changed put into its place, and
// of the answer kept what the caller's field mask names. Nothing here waits, so that a call is served as a whole.

import { ApiError, asApiError, errorBody } from "../api-error.ts";
import { driveErrorBody } from "../drive/drive-methods.ts";
import type { ApiFile, Drive } from "../drive.ts";
import { masked, parseMask } from "../field-mask.ts";
import { spreadsheetFromResource } from "../resource/new-spreadsheet.ts";
import { spreadsheetResource } from "../resource/spreadsheet-resource.ts";
import { objectOf } from "../values/sent-values.ts";
import { firstOf } from "../values/value-options.ts";
import type { ApiCall } from "./api-call.ts";
import type { Route } from "./routes.ts";

export interface ApiAnswer {
  readonly status: number;
  /** Absent where there is none. */
  readonly body?: unknown;
}

/** @throws {Error} where this server itself is at fault */
export function servedCall(drive: Drive, call: ApiCall, route: Route | undefined): ApiAnswer {
  try {
    if (route === undefined) throw new ApiError("NOT_FOUND", "Method not found.");
    const body = route.of === "drive" ? driveAnswer(drive, call, route) : sheetsAnswer(drive, call, route);
    return body === undefined ? { status: 204 } : { status: 200, body };
  } catch (error) {
    return refusedAnswer(asApiError(error), call);
  }
}

/** Drive's refusals look another way than those of the Sheets API. */
export function refusedAnswer(error: ApiError, { path }: Pick<ApiCall, "path">): ApiAnswer {
  const isDrive = path.startsWith("/drive/");
  return { status: error.code, body: isDrive ? driveErrorBody(error) : errorBody(error) };
}

function driveAnswer(drive: Drive, call: ApiCall, { serve }: Extract<Route, { of: "drive" }>): unknown {
  const { answer, usualFields } = serve(drive, call);
  return answer === undefined
    ? undefined
    : masked(answer, parseMask(call.query["fields"]?.[0] ?? usualFields));
}

function sheetsAnswer(drive: Drive, call: ApiCall, route: Extract<Route, { of: "sheets" }>): unknown {
  const mask = parseMask(call.query["fields"]?.[0]);
  if (route.serve === "create") return masked(createdSpreadsheet(drive, call), mask);
  const file = openFile(drive, call);
  const options = firstOf(call.query);
  const body = objectOf(call.body);
  const { params, query } = call;
  const before = file.state();
  const { state, answer } = route.serve({ state: before, params, query, options, body, mask });
  const after = state === undefined ? before : file.write(state, call);
  return masked(answer(after), mask);
}

function openFile(drive: Drive, { params, who, kind }: ApiCall): ApiFile {
  const file = drive.find(params["spreadsheetId"] ?? "");
  if (file === undefined) throw new ApiError("NOT_FOUND", "Requested entity was not found.");
  const mayGo = kind === "read" ? file.mayRead(who) : file.mayWrite(who);
  if (!mayGo) throw new ApiError("PERMISSION_DENIED", "The caller does not have permission");
  return file;
}

function createdSpreadsheet(drive: Drive, call: ApiCall): unknown {
  const body = objectOf(call.body);
  const { title, locale, timeZone } = objectOf(body["properties"]);
  const file = drive.create({
    title: typeof title === "string" ? title : "Untitled spreadsheet",
    by: call.who,
    ...(typeof locale === "string" ? { locale } : {}),
    ...(typeof timeZone === "string" ? { zone: timeZone } : {}),
  });
  try {
    const state = file.write(spreadsheetFromResource(body, file.state()), call);
    return spreadsheetResource(state, { ranges: [], includesGridData: false, mask: "all" });
  } catch (error) {
    // What cannot be made as it was asked for is not made at all.
    drive.remove(file.id);
    throw error;
  }
}
