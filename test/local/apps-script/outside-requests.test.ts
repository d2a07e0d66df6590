// Google's own client, on the API over the very spreadsheet in which people and scripts are at work, in seeded runs.

import { sheets, type sheets_v4 } from "@googleapis/sheets";
import { afterAll, expect, test } from "vitest";
import { deskGate } from "../../../local/apps-script/scheduler/desk-gate.ts";
import { outsideDesk } from "../../../local/apps-script/scheduler/outside-desk.ts";
import { type OutsidePlan, runTogether } from "../../../local/apps-script/scheduler/run-together.ts";
import { openWorkerThreads } from "../../../local/apps-script/scheduler/worker-threads.ts";
import type { GridStep } from "../../../local/apps-script/world/grid-step.ts";
import { worldDrive } from "../../../local/apps-script/world/world-drive.ts";
import { startSheetsApi } from "../../../local/sheets-api/server/start.ts";
import { smallGoogle } from "./small-google.ts";

const threads = openWorkerThreads();
afterAll(() => threads.close());

// Notes each edit in the first free row of a column of its own.
const NOTING = `
function onEdit(e) {
  var lock = LockService.getDocumentLock();
  if (!lock.tryLock(100000)) return;
  var sheet = e.source.getSheetByName("Deals");
  for (var row = 1; sheet.getRange(row, 7).getValue() !== ""; ) row += 1;
  sheet.getRange(row, 7).setValue("script");
  SpreadsheetApp.flush();
  lock.releaseLock();
}`;

/** Ada types; two programs add a row each time, and say which of them they know to be there. */
async function run(plan: Partial<OutsidePlan> & { readonly seed?: number } = {}) {
  const { seed = 3, ...outside } = plan;
  const small = smallGoogle(NOTING);
  const { google, ada, book } = small;
  const desk = outsideDesk(google.world);
  const steps: GridStep[] = [];
  google.hooks.observe = (step) => steps.push(step);
  const api = await startSheetsApi({ drive: worldDrive(google.world), gate: deskGate(desk) });
  const client = sheets({ version: "v4", rootUrl: api.url, retry: false });
  const said: string[] = [];
  const program = (name: string) =>
    desk.program(name, async (clock) => {
      await adding(client, { spreadsheetId: book, name }).then(
        () => said.push(`${name} done`),
        (error: { readonly status?: number }) => said.push(`${name} ${error.status ?? "cut"}`),
      );
      await clock.wait(500);
    });
  const lane = (letter: string) => Array.from({ length: 15 }, (_, index) => program(`${letter}${index + 1}`));
  const acts = Array.from({ length: 20 }, (_, index) => () => ada.type(`Deals!A${index + 1}`, "x"));
  const report = await runTogether(google, {
    seed,
    threads,
    lanes: [acts],
    outside: { lanes: [lane("p"), lane("q")], pace: 0.3, ...outside },
  });
  const heard = [...said];
  await api.close();
  const deals = google.spreadsheet(book).state.tabs.find(({ name }) => name === "Deals");
  const names = (deals?.rows ?? []).flatMap((row) => {
    return [row?.cells[6]?.value, row?.cells[7]?.value].filter((value) => typeof value === "string");
  });
  return { google, state: () => google.spreadsheet(book).state, report, said: heard, names, steps };
}

/** Behind the last row that holds anything, in a column where nobody else writes. */
function adding(
  client: sheets_v4.Sheets,
  { spreadsheetId, name }: { readonly spreadsheetId: string; readonly name: string },
): Promise<unknown> {
  const values = [...Array<object>(7).fill({}), { userEnteredValue: { stringValue: name } }];
  const appendCells = { sheetId: 0, rows: [{ values }], fields: "userEnteredValue" };
  return client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ appendCells }] } });
}

test("scripts and programs add to one tab, and every row stands once", async () => {
  const { names, said, report, google } = await run();
  expect(said).toHaveLength(30);
  expect(new Set(said).size).toBe(30);
  expect(names.filter((name) => name === "script")).toHaveLength(google.executions.length);
  expect(names.filter((name) => name !== "script")).toHaveLength(30);
  expect(report.requestOverlaps).toBeGreaterThan(5);
});

test("whoever was answered is there; who was refused or cut off before is not; of the rest nobody knows", async () => {
  const { names, said, report } = await run({ faults: { fault: 0.5, kill: 0.1 } });
  const count = (name: string) => names.filter((each) => each === name).length;
  for (const each of said) {
    const [name = "", how] = each.split(" ");
    if (how === "done") expect(count(name)).toBe(1);
    else if (how === "cut") expect(count(name)).toBeLessThan(2);
    else expect([each, count(name)]).toEqual([each, 0]);
  }
  expect(said).toHaveLength(30 - report.programKills);
  expect(new Set(said.map((each) => each.split(" ")[1]))).toEqual(
    new Set(["done", "429", "500", "503", "cut"]),
  );
});

test("the same seed gives the same run, and whoever watches sees each change of a program", async () => {
  const plan = { faults: { fault: 0.2, kill: 0.1 }, flights: { slow: 0.1 } };
  const [one, other] = [await run(plan), await run(plan)];
  expect(one.report).toEqual(other.report);
  expect(one.said).toEqual(other.said);
  expect(one.state().tabs).toEqual(other.state().tabs);
  const changes = one.steps.filter(({ kind }) => kind === "api");
  expect(changes).toHaveLength(one.names.filter((name) => name !== "script").length);
});
