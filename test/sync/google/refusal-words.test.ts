// What Google's noes mean: what to do, and where. The bodies are those that Google sends.

import { afterEach, expect, test } from "vitest";
import { openConnection } from "../../../sync/google/connection.ts";
import type { Identity } from "../../../sync/google/identity.ts";
import { refusedError } from "../../../sync/google/refusal-words.ts";
import { movingClock } from "./moving-clock.ts";
import { googleError, type ScriptedServer, scriptedServer } from "./scripted-server.ts";

const spreadsheetId = "1AbC-dEf_GhIjKlMnOpQrStUvWxYz0123456789abcde";
const address = `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
const account = "stageline@project.iam.gserviceaccount.com";
const robot: Identity = { kind: "service account", account, file: "key.json" };
const person: Identity = { kind: "login", file: "google-login.json" };

function said(
  refusal: { status: number; message: string; kind?: string; reason?: string },
  identity = robot,
  access: "read" | "write" = "write",
) {
  const asked = { what: "write the changes", access, identity, spreadsheetId, host: "sheets.googleapis.com" };
  return refusedError({ kind: "", reason: "", ...refusal }, asked).message;
}

const forbidden = { status: 403, kind: "PERMISSION_DENIED", message: "The caller does not have permission" };

test("who may not change a spreadsheet is told the address to share it with, and as what", () => {
  expect(said(forbidden)).toBe(
    `the spreadsheet ${address} may not be changed; share it with ${account} as an editor`,
  );
  expect(said(forbidden, robot, "read")).toBe(
    `the spreadsheet ${address} may not be read; share it with ${account} as a viewer`,
  );
});

test("who may not make a spreadsheet is told to make it by hand", () => {
  const asked = { what: "make it", access: "write", identity: robot, spreadsheetId: "", host: "x" } as const;
  expect(refusedError({ ...forbidden, reason: "" }, asked).message).toBe(
    `Google does not let ${account} make a spreadsheet; make an empty one yourself, and give its address`,
  );
});

test("a person who logged in is told of their own account, whose address nobody asked for", () => {
  expect(said(forbidden, person)).toContain(
    'share it with the Google account of "stageline login" as an editor',
  );
});

test("a spreadsheet that is not found may be one that is not shared", () => {
  expect(said({ status: 404, message: "Requested entity was not found." })).toBe(
    `Google knows no spreadsheet ${address}, or does not show it; look at the address, or share it with ${account} as an editor`,
  );
});

test("an Excel file in Drive is told from a Google Sheet", () => {
  const message = "This operation is not supported for this document";
  expect(said({ status: 400, kind: "FAILED_PRECONDITION", message })).toBe(
    `${address} is an Excel file in Google Drive, not a Google Sheet; open it and choose File > Save as Google Sheets, then use the new address`,
  );
});

test.each([
  [person, "log in again: stageline login --client"],
  [
    { kind: "gcloud login" } as const,
    "log in again: gcloud auth application-default login --scopes=https://www.googleapis.com/auth/spreadsheets,",
  ],
  [robot, "give it the scope https://www.googleapis.com/auth/spreadsheets"],
] as const)("who was allowed too little is told how to be allowed more: %j", (identity, message) => {
  const reason = "ACCESS_TOKEN_SCOPE_INSUFFICIENT";
  expect(said({ ...forbidden, reason }, identity)).toContain(message);
  expect(
    said({ status: 403, message: "Request had insufficient authentication scopes." }, identity),
  ).toContain(message);
});

test("protected cells are said to be so", () => {
  const message = "You are trying to edit a protected cell or object.";
  expect(said({ status: 400, message })).toContain(
    `let ${account} edit them (Data > Protect sheets and ranges)`,
  );
});

test("a no that nobody here knows is told in Google's words, without anything secret", () => {
  const message = "Invalid requests[0].addSheet: a sheet with the name ya29.a0Secret_Token already exists";
  expect(said({ status: 400, message })).toBe(
    "Google did not write the changes: Invalid requests[0].addSheet: a sheet with the name (left out) already exists",
  );
});

let server: ScriptedServer | undefined;
afterEach(() => server?.close());

test("an API that is switched off is told with the address at which Google says to switch it on", async () => {
  const where = "https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=123";
  const message = `Google Sheets API has not been used in project 123 before or it is disabled. Enable it by visiting ${where} then retry.`;
  const info = {
    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
    reason: "SERVICE_DISABLED",
    domain: "googleapis.com",
    metadata: { service: "sheets.googleapis.com", consumer: "projects/123", activationUrl: where },
  };
  const help = { "@type": "type.googleapis.com/google.rpc.Help", links: [{ description: "x", url: where }] };
  for (const details of [[info], [help, { ...info, metadata: {} }], [{ ...info, metadata: {} }]]) {
    server = await scriptedServer([googleError(403, "PERMISSION_DENIED", message, details)]);
    const environment = { STAGELINE_SHEETS_API: server.url };
    const line = await openConnection({ spreadsheetId, access: "read", clock: movingClock(), environment });
    await expect(
      line.read("read the tabs", (sheets) => sheets.spreadsheets.get({ spreadsheetId })),
    ).rejects.toMatchObject({
      code: "access",
      message: `the Google Sheets API is switched off in your Google Cloud project; switch it on at ${where}`,
    });
    await server.close();
  }
});
