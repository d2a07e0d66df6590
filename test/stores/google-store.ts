// A Google spreadsheet as a store: the add-on's own reading and writing, built as a script and run on the small Google of
// this machine, each batch in an execution of its own.

import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { openGoogle } from "../../local/apps-script/google.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Refused } from "./google-store-script.ts";

const OWNER = "ada@example.com";
const MANIFEST = JSON.stringify({
  timeZone: "America/New_York",
  oauthScopes: [
    "https://www.googleapis.com/auth/spreadsheets.currentonly",
    "https://www.googleapis.com/auth/script.container.ui",
  ],
});

let code: string | undefined;

export type Batches = readonly (readonly Change[])[];

/** The tables after each batch was written and the spreadsheet read anew. */
export function writtenToGoogle(...batches: Batches): Tables {
  return bookInGoogle(batches).tables();
}

/** A spreadsheet after each batch was written; a new one unless one is given. */
export function bookInGoogle(batches: Batches, begun?: Spreadsheet) {
  const google = openGoogle();
  google.addAccount(OWNER);
  const plan = { name: "Contract", owner: OWNER, zone: "Europe/Amsterdam" };
  const spreadsheet = google.addSpreadsheet(begun === undefined ? plan : { ...plan, state: begun });
  google.addScript({ name: "Contract", kind: "bound", spreadsheet, code: scriptCode(), manifest: MANIFEST });
  const ada = google.person(OWNER, spreadsheet);
  const tabs = new Set<string>();
  for (const changes of batches) {
    for (const { tab } of changes) tabs.add(tab);
    const { refused } = ada.page("pageWrite", { changes }) as { readonly refused?: Refused };
    if (refused !== undefined) throw new StagelineError(refused.code, refused.message);
  }
  return {
    tables: () => ada.page("pageTables", { whole: [...tabs] }) as Tables,
    state: (): Spreadsheet => google.spreadsheet(spreadsheet).state,
  };
}

function scriptCode(): string {
  code ??= builtCode();
  return code;
}

function builtCode(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("google-store-script.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "Store",
    target: "es2019",
    platform: "neutral",
    mainFields: ["module", "main"],
    footer: {
      js: "function pageWrite(request) { return Store.pageWrite(request); }\nfunction pageTables(request) { return Store.pageTables(request); }",
    },
  });
  return outputFiles[0]?.text ?? "";
}
