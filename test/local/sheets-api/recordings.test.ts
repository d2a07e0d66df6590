// What Google really answered, recorded by others, replayed against this server: every answer has to be the same. Data and
// the program that replays lie beside the project and are read from there. Where a recording builds on files that lay in
// the recorded account already, they are put there first.

import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { newSpreadsheet } from "../../../local/grid/spreadsheet.ts";
import { type MemoryDrive, memoryDrive } from "../../../local/sheets-api/drive/memory-drive.ts";
import { SERVE } from "../../../local/sheets-api/server/gate.ts";
import { startSheetsApi } from "../../../local/sheets-api/server/start.ts";
import { googleSchema } from "./google-schema.ts";

const folder = new URL("../../../../shared/google/", import.meta.url);
const hasRecordings = existsSync(folder) || Boolean(process.env["CI"]);

/** By recording, what stays different and why; the list is exact. */
const OWNER_OF_PROTECTION =
  "a protected range names its editors, the owner of the file first: the recorded account's address, which nobody here has";
const DIFFERENT: Readonly<Record<string, { readonly first: string; readonly why: string }>> = {
  "WorksheetTest.test_add_protected_range_warning": {
    first: "GET /v4/spreadsheets/{id} $.sheets.0.protectedRanges.0.editors.users: missing",
    why: OWNER_OF_PROTECTION,
  },
  "WorksheetTest.test_delete_protected_range": {
    first: "GET /v4/spreadsheets/{id} $.sheets.0.protectedRanges.0.editors.users: missing",
    why: OWNER_OF_PROTECTION,
  },
};

interface Interaction {
  readonly request: { readonly method: string; readonly uri: string };
  readonly response: {
    readonly status: { readonly code: number };
    readonly body: { readonly string?: string };
  };
}

if (hasRecordings) {
  const names = readdirSync(new URL("cassettes/", folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/, ""));
  // Those of the files in an account each want an account of their own.
  const alone = names.filter((name) => name.startsWith("ClientTest."));
  const groups = [...new Set(names.map((name) => name.split(".")[0] ?? ""))].filter(
    (name) => name !== "ClientTest",
  );

  describe("recorded traffic of the Sheets API", () => {
    test.each([...groups, ...alone])("%s is answered as Google answered", async (filter) => {
      const { equal, different, firsts } = await replayed(filter);
      const listed = Object.entries(DIFFERENT).filter(([name]) => name.startsWith(filter));
      expect(firsts).toEqual(Object.fromEntries(listed.map(([name, { first }]) => [name, first])));
      expect(different).toBe(listed.length);
      expect(equal).toBeGreaterThan(0);
    });
  });
} else {
  test.skip("recorded traffic: ../shared/google is not on this machine, so nothing was replayed", () => {});
}

async function replayed(filter: string) {
  const drive = memoryDrive({ now: () => Date.UTC(2026, 10, 2, 9) });
  const schema = googleSchema();
  const pasts = pastsOf(filter);
  const api = await startSheetsApi({
    drive,
    observe: schema.observe,
    gate: ({ number }) => {
      const past = pasts.get(number);
      if (past !== undefined) putInto(drive, past);
      return SERVE;
    },
  });
  onTestFinished(api.close);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [fileURLToPath(new URL("replay.mjs", folder)), api.url, filter],
    { env: { ...process.env, V: "1" }, maxBuffer: 1e8 },
  );
  expect(schema.violations()).toEqual([]);
  const [, equal, different] = /interactions equal (\d+), different (\d+)/.exec(stdout) ?? [];
  // "name.json ROUTE [ 'difference', 'another' ]", over one line or several.
  const firsts = [...stdout.matchAll(/^(\S+)\.json (\S+ \S+) \[\s*'(.*?)'/gm)].map(
    ([, name = "", route, difference]) => [name, `${route} ${difference}`] as const,
  );
  return { equal: Number(equal), different: Number(different), firsts: Object.fromEntries(firsts) };
}

interface Past {
  /** Of somebody else, and shared with nobody. */
  readonly closed: readonly string[];
  /** The account's own files, the last changed first. */
  readonly own: readonly { readonly id: string; readonly name: string }[];
}

/**
 * What lay in the account, by the call before which it has to be there. A recording that was made in two parts on
 * different days found other files each time; the recording tells their names and ids, and they turn out to be empty.
 */
function pastsOf(filter: string): ReadonlyMap<number, Past> {
  if (filter === "ClientTest.test_access_private_spreadsheet") {
    const refusal = interactionsOf(filter).find(({ response }) => response.status.code === 403);
    const id = /spreadsheets\/([^/?]+)/.exec(refusal?.request.uri ?? "")?.[1] ?? "";
    return new Map([[1, { closed: [id], own: [] }]]);
  }
  if (filter !== "ClientTest.test_open_all_has_metadata") return new Map();
  const interactions = interactionsOf(filter);
  const starts = interactions.flatMap(({ request }, index) => (request.method === "POST" ? [index] : []));
  return new Map(
    starts.map((start) => {
      const list = interactions
        .slice(start)
        .find(({ request }) => /\/files\?/.test(request.uri) && request.method === "GET");
      const { files } = JSON.parse(list?.response.body.string ?? "{}") as { files: Past["own"] };
      return [start + 1, { closed: [], own: files.slice(1) }];
    }),
  );
}

function putInto(drive: MemoryDrive, { closed, own }: Past): void {
  for (const { id } of drive.list()) drive.remove(id);
  for (const id of closed) {
    drive.add(newSpreadsheet({ name: "Closed", id }), { owner: "somebody@example.com" });
  }
  for (const file of [...own].reverse()) drive.add(newSpreadsheet(file));
}

function interactionsOf(name: string): readonly Interaction[] {
  const text = readFileSync(new URL(`cassettes/${name}.json`, folder), "utf8");
  return (JSON.parse(text) as { interactions: readonly Interaction[] }).interactions;
}
