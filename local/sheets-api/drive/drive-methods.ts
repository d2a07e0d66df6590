// As much of Drive v3 as makes, finds, copies and removes spreadsheets. Every file here is one. Its refusals look another
// way than those of the Sheets API. [developers.google.com/workspace/drive/api/reference/rest/v3/files]

import { ApiError, invalidArgument } from "../api-error.ts";
import { type ApiFile, type Drive, SPREADSHEET_TYPE } from "../drive.ts";
import type { ApiCall } from "../server/api-call.ts";
import { objectOf } from "../values/sent-values.ts";
import { fileMatches } from "./file-query.ts";

export interface DriveMethod {
  readonly id: string;
  readonly kind: "read" | "write";
  readonly verb: "GET" | "POST" | "DELETE";
  /** Behind "/drive/v3/files". */
  readonly path: string;
  /** The answer, all of a file in it; `undefined` where there is none to give. */
  readonly serve: (drive: Drive, call: ApiCall) => { readonly answer: unknown; readonly usualFields: string };
}

const USUAL_FILE = "kind,id,name,mimeType";
const USUAL_LIST = `kind,incompleteSearch,nextPageToken,files(${USUAL_FILE})`;
const MOST_IN_PAGE = 1000;

export const driveMethods: readonly DriveMethod[] = [
  { id: "create", kind: "write", verb: "POST", path: "", serve: createFile },
  { id: "list", kind: "read", verb: "GET", path: "", serve: listFiles },
  { id: "get", kind: "read", verb: "GET", path: "/{fileId}", serve: getFile },
  { id: "delete", kind: "write", verb: "DELETE", path: "/{fileId}", serve: deleteFile },
  { id: "copy", kind: "write", verb: "POST", path: "/{fileId}/copy", serve: copyFile },
];

function createFile(drive: Drive, { body, who }: ApiCall) {
  const { name, mimeType } = objectOf(body);
  if (mimeType !== SPREADSHEET_TYPE) {
    throw invalidArgument(`Only files of the type ${SPREADSHEET_TYPE} are kept here`);
  }
  const file = drive.create({ title: typeof name === "string" ? name : "Untitled", by: who });
  return { answer: fileJson(file), usualFields: USUAL_FILE };
}

function listFiles(drive: Drive, { query, who }: ApiCall) {
  const matches = fileMatches(query["q"]?.[0] ?? "");
  const files = drive.list().filter((file) => file.mayRead(who) && matches(file));
  const size = Math.min(Number(query["pageSize"]?.[0] ?? 100), MOST_IN_PAGE);
  const from = Number(query["pageToken"]?.[0] ?? 0);
  const page = files.slice(from, from + size);
  const next = from + size < files.length ? { nextPageToken: String(from + size) } : {};
  const answer = { kind: "drive#fileList", incompleteSearch: false, ...next, files: page.map(fileJson) };
  return { answer, usualFields: USUAL_LIST };
}

function getFile(drive: Drive, call: ApiCall) {
  return { answer: fileJson(readableFile(drive, call)), usualFields: USUAL_FILE };
}

function deleteFile(drive: Drive, call: ApiCall) {
  const file = readableFile(drive, call);
  if (!file.mayWrite(call.who)) throw insufficientRights();
  drive.remove(file.id);
  return { answer: undefined, usualFields: "*" };
}

function copyFile(drive: Drive, call: ApiCall) {
  const { name } = objectOf(call.body);
  const title = typeof name === "string" ? { title: name } : {};
  const file = drive.copy(readableFile(drive, call), { ...title, by: call.who });
  return { answer: fileJson(file), usualFields: USUAL_FILE };
}

function fileJson(file: ApiFile) {
  return {
    kind: "drive#file",
    id: file.id,
    name: file.state().name,
    mimeType: SPREADSHEET_TYPE,
    createdTime: new Date(file.createdMs).toISOString(),
    modifiedTime: new Date(file.modifiedMs()).toISOString(),
    trashed: false,
  };
}

/** Whoever may not see a file is told that there is none. */
function readableFile(drive: Drive, { params, who }: ApiCall): ApiFile {
  const id = params["fileId"] ?? "";
  const file = drive.find(id);
  if (file?.mayRead(who) === true) return file;
  throw new ApiError("NOT_FOUND", `File not found: ${id}.`, [
    { reason: "notFound", locationType: "parameter", location: "fileId" },
  ]);
}

function insufficientRights(): ApiError {
  return new ApiError("PERMISSION_DENIED", "The user does not have sufficient permissions for this file.", [
    { reason: "insufficientFilePermissions" },
  ]);
}

/** The body of a refusal, as Drive writes it. */
export function driveErrorBody({ code, message, details }: ApiError): unknown {
  const errors = details.length === 0 ? [{ reason: "badRequest" }] : details;
  return {
    error: {
      errors: errors.map((entry) => ({ domain: "global", ...objectOf(entry), message })),
      code,
      message,
    },
  };
}
