// A Google with two people at one spreadsheet and one tiny script, for tests that show a rule of the platform.

import { type Google, openGoogle } from "../../../local/apps-script/google.ts";
import type { Person } from "../../../local/apps-script/world/person.ts";
import { cellValue } from "../../../local/grid/shown-value.ts";
import { cellAt, type Spreadsheet, tabNamed } from "../../../local/grid/spreadsheet.ts";

export const ADA = "ada@example.com";
export const BEN = "ben@example.com";

const SCOPES = [
  "spreadsheets.currentonly",
  "script.container.ui",
  "script.scriptapp",
  "script.send_mail",
  "userinfo.email",
].map((scope) => `https://www.googleapis.com/auth/${scope}`);

export function manifestWith(scopes: readonly string[] = SCOPES, timeZone = "Etc/UTC"): string {
  return JSON.stringify({ timeZone, oauthScopes: scopes });
}

export interface SmallGoogle {
  readonly google: Google;
  readonly book: string;
  readonly script: string;
  readonly ada: Person;
  readonly ben: Person;
}

export interface SmallPlan {
  /** @default "bound" */
  readonly kind?: "bound" | "add-on";
  readonly manifest?: string;
  readonly zone?: string;
  readonly state?: Spreadsheet;
  readonly seed?: number;
}

/** The spreadsheet has one tab, "Deals"; an add-on is installed for Ada and enabled by her. */
export function smallGoogle(code: string, plan: SmallPlan = {}): SmallGoogle {
  const { kind = "bound", manifest = manifestWith(), zone = "Etc/UTC", state, seed = 1 } = plan;
  const google = openGoogle({ seed });
  google.addAccount(ADA);
  google.addAccount(BEN);
  const book = google.addSpreadsheet({
    name: "Book",
    owner: ADA,
    editors: [BEN],
    zone,
    tabs: ["Deals"],
    ...(state === undefined ? {} : { state }),
  });
  const container = kind === "bound" ? { spreadsheet: book } : {};
  const script = google.addScript({ name: "Tiny", kind, code, manifest, ...container });
  if (kind === "add-on") google.install(script, ADA, { inSpreadsheet: book });
  return { google, book, script, ada: google.person(ADA, book), ben: google.person(BEN, book) };
}

/** What a cell of "Deals" holds. */
export function dealsCell({ google, book }: SmallGoogle, row: number, column: number) {
  const tab = tabNamed(google.spreadsheet(book).state, "Deals");
  return tab === undefined ? undefined : cellValue(cellAt(tab, row, column));
}

/** The execution that ran last. */
export function lastExecution({ google }: SmallGoogle) {
  const last = google.executions.at(-1);
  if (last === undefined) throw new Error("nothing ran");
  return last;
}
