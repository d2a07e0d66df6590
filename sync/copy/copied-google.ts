// A copy that becomes a spreadsheet of Google's.

import type { sheets_v4 } from "@googleapis/sheets";
import { limits } from "../../local/grid/limits.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { stateTab } from "../../shared/engine/head.ts";
import { numberWords } from "../../shared/report/number-words.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Connection } from "../google/connection.ts";
import { showProgress } from "../progress.ts";
import type { Copied } from "./copied-spreadsheet.ts";
import type { Connect } from "./copy-place.ts";
import { type GoogleTarget, googleTarget } from "./google-target.ts";
import { gridMarks } from "./grid-tables.ts";
import { googleDifferences } from "./looked-over.ts";
import { targetPlan } from "./target-plan.ts";
import { emptiedTarget, writeGoogle } from "./write-google.ts";

export interface GoogleHome {
  readonly connection: Connection;
  readonly target: GoogleTarget;
}

/**
 * The spreadsheet that was made for the copy.
 *
 * @throws {StagelineError} `guard`, when it is not empty; or when a copy into it was cut short and `again` was not said
 */
export async function googleHome(
  connect: Connect,
  id: string,
  again: "begun again" | "refused",
): Promise<GoogleHome> {
  const connection = await connect({ spreadsheetId: id, access: "write" });
  const target = await googleTarget(connection);
  if (target.isCutShort && again === "refused") {
    throw new StagelineError(
      "guard",
      `a copy into "${target.name}" was begun and did not end; add --again to take out what it left there and copy anew`,
    );
  }
  return { connection, target };
}

/** A new spreadsheet; its id. A service account has no place of its own where it could be. */
export async function madeSpreadsheet(connect: Connect, title: string, settings: Settings): Promise<string> {
  const connection = await connect({ spreadsheetId: "", access: "write" });
  const { kind, account } = connection.identity;
  if (kind === "service account" || kind === "workload" || kind === "attached account") {
    const who = account ?? "the account of this command";
    throw new StagelineError(
      "access",
      `Google lets a service account own no spreadsheets; make an empty one yourself, share it with ${who} as an editor, and give its address`,
    );
  }
  const made = await connection.write<sheets_v4.Schema$Spreadsheet>(
    "make the spreadsheet",
    (sheets) =>
      sheets.spreadsheets.create({
        fields: "spreadsheetId",
        requestBody: { properties: { title, ...settings } },
      }),
    // Nobody can look for it without its id.
    async () => {
      throw new StagelineError("unsure", `look in your Drive whether there is a new spreadsheet "${title}"`);
    },
  );
  return made.spreadsheetId ?? "";
}

interface Settings {
  readonly timeZone?: string;
  readonly locale?: string;
}

/** @throws {StagelineError} `guard`, when it is larger than Google allows */
export function refuseLarge(state: Spreadsheet): void {
  const cells = state.tabs.reduce((sum, tab) => sum + tab.maxRows * tab.maxColumns, 0);
  if (cells <= limits.cells) return;
  const [have, may] = [cells, limits.cells].map(numberWords);
  throw new StagelineError("guard", `its tabs have ${have} cells, and a Google Sheet may have ${may}`);
}

/** Writes the copy; the places in which it differs from what was to be written. */
export async function writeGoogleCopy(
  { connection, target }: GoogleHome,
  { state }: Copied,
  { settings, run }: { readonly settings: Settings; readonly run: string },
): Promise<readonly string[]> {
  const taken = state.tabs.map(({ id }) => id);
  const [first = 0] = target.sheetIds;
  const sheetId = target.isCutShort ? await emptiedTarget(connection, target, taken) : first;
  const plan = targetPlan(state, sheetId, (tab) => gridMarks(state, tab).key === stateTab.key);
  if (plan === undefined) throw new StagelineError("guard", "it has no tab that could be copied");
  await writeGoogle({ connection, plan, settings, run });
  showProgress("Looking at the copy");
  return googleDifferences(connection, state);
}
