// First aid for a book at Google: who comes, whether Google is there, and whether the spreadsheet is shared. Reading is
// looked at with leave to read alone. Whether it may be changed only shows by asking for a change: one is asked for that
// changes nothing, since it takes away a mark that nobody ever made.

import type { Tables } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { localAddress } from "../google/api-address.ts";
import { type Clock, systemClock } from "../google/clock.ts";
import { type Connection, openConnection } from "../google/connection.ts";
import { findCredentials } from "../google/credentials.ts";
import type { Identity, IdentityKind } from "../google/identity.ts";
import { readBook } from "../google/reading/read-book.ts";
import { sureBook } from "../google/reading/sure-book.ts";
import { spreadsheetAddress } from "../google/spreadsheet-address.ts";
import { showProgress } from "../progress.ts";
import { type Finding, tried } from "./finding.ts";

export interface GoogleLook {
  readonly findings: readonly Finding[];
  /** What it holds, and the time zone of the spreadsheet; absent where it cannot be read. */
  readonly held?: { readonly tables: Tables; readonly sheetZone: string };
}

export interface GoogleWish {
  readonly spreadsheetId: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the book is to be used for. */
  readonly access: "read" | "write";
  /** @default the clock of this machine */
  readonly clock?: Clock;
}

const PROBE_KEY = "stageline_doctor";

export async function googleFindings(wish: GoogleWish): Promise<GoogleLook> {
  const { spreadsheetId } = wish;
  const address: Finding = {
    step: "Address",
    state: "ok",
    found: `a Google Sheet: ${spreadsheetAddress(spreadsheetId)}`,
  };
  showProgress("Asking Google");
  const login = await loginFinding(wish);
  if (login.state === "missing") return { findings: [address, login] };
  const line = await openConnection({ ...wish, access: "read" });
  const found = await seen(line);
  if (!("title" in found)) return { findings: [address, login, ...found.findings] };
  const google: Finding = { step: "Google", state: "ok", found: "it answers" };
  const reading: Finding = { step: "Reading", state: "ok", found: `"${found.title}" can be read` };
  const writing = wish.access === "write" ? [await writingFinding(wish)] : [];
  const findings = [address, login, google, reading, ...writing];
  const read = await tried("Reading", async () => (await sureBook(line, await readBook(line))).tables);
  if ("finding" in read) return { findings: [...findings, read.finding] };
  return { findings, held: { tables: read.result, sheetZone: found.zone } };
}

async function loginFinding({ environment, clock = systemClock }: GoogleWish): Promise<Finding> {
  const step = "Login";
  const came = await tried(step, async () => {
    const credentials = await findCredentials({ access: "read", environment, clock });
    const { identity } = credentials;
    const shown = await credentials.headers();
    if (shown.became === "answered") return identity;
    throw new StagelineError("google", `${whoWords(identity)} got no answer from Google (${shown.why})`);
  });
  if ("finding" in came) return came.finding;
  const local = localAddress(environment);
  const where = local === undefined ? "" : ` at ${local}, which asks nobody who they are`;
  return { step, state: "ok", found: whoWords(came.result) + where };
}

/** The title and the zone, or what stands before them. */
async function seen(
  line: Connection,
): Promise<{ readonly title: string; readonly zone: string } | { readonly findings: readonly Finding[] }> {
  try {
    const { properties } = await line.read("look at the spreadsheet", (sheets) =>
      sheets.spreadsheets.get({
        spreadsheetId: line.spreadsheetId,
        fields: "properties(title,timeZone)",
      }),
    );
    return { title: properties?.title ?? "", zone: properties?.timeZone ?? "" };
  } catch (error) {
    if (!(error instanceof StagelineError)) throw error;
    const isThere = error.code !== "google";
    const google: Finding = { step: "Google", state: "ok", found: "it answers" };
    const wrong = await tried(isThere ? "Reading" : "Google", () => Promise.reject(error));
    return { findings: [...(isThere ? [google] : []), ...("finding" in wrong ? [wrong.finding] : [])] };
  }
}

async function writingFinding(wish: GoogleWish): Promise<Finding> {
  const step = "Writing";
  const { spreadsheetId } = wish;
  const probe = {
    deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: PROBE_KEY } } },
  };
  const asked = await tried(step, async () => {
    const line = await openConnection({ ...wish, access: "write" });
    await line.write(
      "try whether it may be changed",
      (sheets) => sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [probe] } }),
      async () => ({}),
    );
  });
  if ("finding" in asked) return asked.finding;
  return { step, state: "ok", found: "it can be changed" };
}

const WHO: Readonly<Record<IdentityKind, string>> = {
  "this machine": "the Sheets API on this machine",
  login: 'a person, by "stageline login"',
  "service account": "a service account",
  "gcloud login": 'a person, by "gcloud auth application-default login"',
  workload: "a program that Google trusts from elsewhere",
  "attached account": "the account of this machine in Google's cloud",
};

function whoWords({ kind, account, file }: Identity): string {
  const who = account === undefined ? WHO[kind] : `${WHO[kind]}, ${account}`;
  return file === undefined ? who : `${who} ("${file}")`;
}
