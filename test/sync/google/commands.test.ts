// Every command on a Google spreadsheet, as people run it: the built command, the real client, an address for a book.

import { afterAll, beforeAll, expect, test } from "vitest";
import { memoryDrive } from "../../../local/sheets-api/drive/memory-drive.ts";
import { type SheetsApi, startSheetsApi } from "../../../local/sheets-api/server/start.ts";
import { readLog } from "../../../shared/log/log-tab.ts";
import { fileOf, startIn } from "../../command.ts";
import { gridTables } from "../../hands/grid-tables.ts";
import { cellIn } from "./google-book.ts";

const drive = memoryDrive({ now: () => Date.UTC(2026, 2, 2, 8) });
const { id } = drive.create({ title: "Deals", zone: "Europe/Paris", by: "x" });
const address = `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`;
const now = ["--now", "2026-03-02T09:00"];
let api: SheetsApi;

beforeAll(async () => {
  api = await startSheetsApi({ drive });
});
afterAll(() => api.close());

const run = (command: string, ...args: readonly string[]) =>
  startIn({ STAGELINE_SHEETS_API: api.url }, command, ...args).ended;
const on = (command: string, ...args: readonly string[]) => run(command, address, ...args, ...now);
const tables = () => gridTables(drive.find(id)?.state() ?? expect.fail("the spreadsheet is gone"));
const cell = (name: string, key: string) => cellIn(tables(), "Deals", { name, key });

/** Each is told once what it did, in the order in which people would do it. */
test("commands do on a spreadsheet what they do on a file", async () => {
  const stages = "Lead > Offer > Won:won | Lost:lost";
  const made = await run("new", address, "--board", "Deals", "--stages", stages, "--noun", "deal");
  expect(made).toMatchObject({ exitCode: 0, stderr: "" });
  expect(made.stdout).toContain('Made the board "Deals"');
  expect(made.stdout).toContain("(time zone Europe/Paris)");

  const people = fileOf(
    "name,stage,mail\nAda,Lead,ada@example.com\nBea,Offer,\nCy,Won,\nAda L,Lead,ada@example.org\n",
  );
  const columns = ["--board", "Deals", "--field", "Name=name", "--stage", "stage"];
  expect((await run("import", address, people, ...columns, "--dry-run", ...now)).stdout).toContain(
    "4 records added",
  );
  expect(tables().find(({ tab }) => tab === "Deals")?.rows).toEqual([]);
  const taken = await run("import", address, people, ...columns, ...now);
  expect(taken).toMatchObject({ exitCode: 0, stderr: "" });

  expect((await on("move", "Ada", "Offer")).stdout).toBe('"Ada" is in "Offer"\n');
  expect(cell("Ada", "stage")).toBe("Offer");
  expect((await on("set", "Bea", "Next step=call back")).exitCode).toBe(0);
  expect(cell("Bea", "next_step")).toBe("call back");
  expect((await on("log", "Bea", "call", "--note", "=1+1")).exitCode).toBe(0);
  expect(readLog(tables()).entries.at(-1)).toMatchObject({ kind: "call", note: "=1+1" });
  // What sets a single cell leaves the Dashboard to the next sync.
  expect((await on("sync", "--json")).json).toMatchObject({ changed: true, entries: 0 });
  expect((await on("sync")).stdout).toContain("Nothing to change");
  expect((await on("check")).exitCode).toBe(0);
  expect((await on("check", "--fix")).stdout).toContain("Nothing to fix");
  expect((await run("duplicates", address)).exitCode).toBe(0);
  expect((await on("merge", "Ada L", "Ada")).exitCode).toBe(0);
  expect((await on("unmerge", "Ada L")).exitCode).toBe(0);
  expect((await on("changes")).stdout).toContain("changed since");
  expect((await on("outbox")).stdout).toContain("No message waits");
  const report = await on("report", "--as", "json");
  expect(report.json).toMatchObject({ boards: [{ board: "Deals", records: 4 }] });
  expect((await on("sync", "--json")).json).toMatchObject({ changed: false });
}, 240_000);

test("a tab that people made becomes a board of a spreadsheet, and a plain tab again", async () => {
  const csv = "Customer,State,Due\nAcme,open,2026-03-01\nBolt,won,2026-03-05\nCrow,open,2026-04-01\n";
  const other = drive.create({ title: "Ours", zone: "Europe/Paris", by: "x" });
  const rows = csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const client = await import("@googleapis/sheets");
  await client.sheets({ version: "v4", rootUrl: api.url }).spreadsheets.values.update({
    ...{ spreadsheetId: other.id, range: "Sheet1!A1", valueInputOption: "USER_ENTERED" },
    requestBody: { values: rows },
  });
  const adopted = await run("adopt", other.id, "--tab", "Sheet1", ...now);
  expect(adopted.stdout).toContain('Made a board of "Sheet1"');
  expect((await run("sync", other.id, "--json", ...now)).json).toMatchObject({ changed: false });
  const left = await run("leave", other.id, "--board", "Sheet1", ...now);
  expect(left.stdout).toContain('"Sheet1" is a plain tab again');
  const table = gridTables(other.state()).find(({ tab }) => tab === "Sheet1");
  expect(table?.header).toEqual(["Customer", "State", "Due"]);
}, 120_000);

test("a year of made-up history fits a new spreadsheet, and goes into no other", async () => {
  const demo = drive.create({ title: "Demo", zone: "Europe/Paris", by: "x" });
  const made = await run("demo", demo.id, "--now", "2026-03-02T09:00");
  expect(made.exitCode).toBe(0);
  const again = await run("demo", demo.id, "--now", "2026-03-02T09:00");
  expect(again).toMatchObject({ exitCode: 3 });
}, 240_000);
