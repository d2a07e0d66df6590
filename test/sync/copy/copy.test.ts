// Books that go from a file to Google and back, over HTTP: what is the same, what is refused, and what becomes of a copy
// that goes wrong on the way.

import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { worldDrive } from "../../../local/apps-script/world/world-drive.ts";
import { readBook } from "../../../local/book/book.ts";
import { openBook } from "../../../local/book/book-file.ts";
import { tabNamed } from "../../../local/grid/spreadsheet.ts";
import type { GateVerdict } from "../../../local/sheets-api/server/gate.ts";
import { startSheetsApi } from "../../../local/sheets-api/server/start.ts";
import { readHead } from "../../../shared/engine/head.ts";
import { readLog } from "../../../shared/log/log-tab.ts";
import { DROPDOWN_HELP } from "../../../shared/table/dressing/own-dressing.ts";
import { type CopyWish, copyPlan, madeCopy } from "../../../sync/copy/copy-work.ts";
import { gridTables } from "../../../sync/copy/grid-tables.ts";
import { openConnection } from "../../../sync/google/connection.ts";
import { spreadsheetAddress } from "../../../sync/google/spreadsheet-address.ts";
import { copyOf, fileOf, hashOf, newPath, stageline, startIn } from "../../command.ts";
import { openAddOnWorld } from "../../hands/add-on-world.ts";
import { handWritten } from "../../local/book/hand-written-book.ts";
import { gridOf, placeOf, type } from "../../local/grid/grids.ts";
import { type ApiHere, apiHere } from "./api-here.ts";
import { comparable } from "./comparable.ts";

const NOW = ["--now", "2026-11-02T09:00"];
const demo = newPath("demo.xlsx");
/** A small book with a record in each of two stages. */
const small = newPath("small.xlsx");
let verdicts: GateVerdict[] = [];
const api = await apiHere(
  (call) => (call.kind === "write" ? verdicts.shift() : undefined) ?? { do: "serve" },
);

beforeAll(async () => {
  await stageline("demo", demo, ...NOW);
  await stageline("new", small, "--template", "sales", "--template", "orders", ...NOW);
  await stageline("new", small, "--board", "Deals", "--stages", "Lead > Offer > Won:won", ...NOW);
  const people = fileOf("Name,Stage,Next step on\nAda,Lead,2026-11-20\n=Bob,Offer,2026-12-01\n");
  const columns = ["--stage", "Stage", "--field", "Name=Name", "--field", "Next step on=Next step on"];
  const { exitCode } = await stageline("import", small, people, "--board", "Deals", ...columns, ...NOW);
  expect(exitCode).toBe(0);
}, 240_000);
afterAll(async () => {
  await api.close();
  expect(api.violations()).toEqual([]);
});

async function copied(from: string, to: string, wish: Partial<CopyWish> = {}, on: ApiHere = api) {
  const plan = await copyPlan({ from, to, again: "refused", connect: on.connect, ...wish });
  return { plan, made: await madeCopy(plan, on.connect, "run1") };
}

async function toGoogle(from: string) {
  const id = api.empty();
  const { made, plan } = await copied(from, id);
  expect([made.differences, plan.leftOut]).toEqual([[], { things: [], looks: [] }]);
  return id;
}

async function toFile(id: string): Promise<string> {
  const path = newPath("back.xlsx");
  const { made, plan } = await copied(id, path);
  expect([made.differences, plan.leftOut]).toEqual([[], { things: [], looks: [] }]);
  return path;
}

test("a year of life goes to Google and back to a file, and no cell of it is another", async () => {
  await expectBack(demo);
}, 240_000);

test("a book that goes to Google, back to a file and to Google again is the same in both places", async () => {
  const { there, file } = await expectBack(small);
  const again = await toGoogle(file);
  expect(withoutBook(comparable(api.state(again)))).toEqual(withoutBook(comparable(api.state(there))));
}, 60_000);

async function expectBack(book: string) {
  const there = await toGoogle(book);
  const file = await toFile(there);
  const [original, back] = [await openBook(book), await openBook(file)];
  const ours = (tables: typeof back.tables) =>
    tables.filter(({ key }) => key !== "_state" && key !== "_lists").map((table) => JSON.stringify(table));
  expect(ours(back.tables)).toEqual(ours(original.tables));
  expect(readHead(back.tables)).toMatchObject({ ...readHead(original.tables), others: { book: "" } });
  return { there, file };
}

// The one row of the head that names the file.
function withoutBook(spreadsheet: unknown): unknown {
  return JSON.parse(JSON.stringify(spreadsheet).replaceAll(/"[A-Za-z0-9_-]{44}"/g, '"a file"'));
}

test("the built command copies a book, says the same of it wherever it is, and has nothing to change", async () => {
  const here = { STAGELINE_SHEETS_API: api.url };
  const run = (...words: readonly string[]) => startIn(here, ...words, "--json").ended;
  const [there, file] = [spreadsheetAddress(api.empty()), newPath()];
  expect(await run("copy", small, there)).toMatchObject({
    exitCode: 0,
    json: { changed: true, book: there },
  });
  expect(await run("copy", there, file)).toMatchObject({ exitCode: 0, json: { changed: true, book: file } });
  for (const words of [["check"], ["report", "--as", "json"], ["sync"]]) {
    const [command = "", ...more] = words;
    const said = await Promise.all([small, there, file].map((book) => run(command, book, ...more, ...NOW)));
    const [first, ...others] = said.map(({ json }) => json);
    expect([words, ...others]).toEqual([words, first, first]);
  }
  expect((await run("sync", there, ...NOW)).json).toMatchObject({ changed: false });
}, 240_000);

test("with --move the old book does nothing more, in a file and at Google, and can still be read", async () => {
  const run = (...words: readonly string[]) =>
    startIn({ STAGELINE_SHEETS_API: api.url }, ...words, ...(words[0] === "copy" ? [] : NOW)).ended;
  const [old, there, file] = [copyOf(small), spreadsheetAddress(api.empty()), newPath()];
  expect(await run("copy", old, there, "--move")).toMatchObject({ exitCode: 0 });
  expect(await run("sync", old)).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining(`went on in ${there}`),
  });
  expect(await run("check", old)).toMatchObject({ exitCode: 0 });
  expect(await run("copy", there, file, "--move")).toMatchObject({ exitCode: 0 });
  expect(await run("sync", there)).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining(`went on in ${file}`),
  });
  expect(await run("sync", file)).toMatchObject({ exitCode: 0 });
}, 240_000);

test("the built command makes a new spreadsheet, and says where it is", async () => {
  const run = await startIn({ STAGELINE_SHEETS_API: api.url }, "copy", small, "new:Deals of ours").ended;
  const [, id = ""] = /spreadsheets\/d\/([^/]+)\/edit/.exec(run.stdout) ?? [];
  expect([run.exitCode, api.state(id).name]).toEqual([0, "Deals of ours"]);
}, 60_000);

test("dropdowns that a file keeps in a hidden tab are real ones at Google, and so are colours and protections", async () => {
  const state = api.state(await toGoogle(small));
  const sales = tabNamed(state, "Sales");
  const [stage] = sales?.rows[1]?.cells ?? [];
  expect(stage?.validation).toMatchObject({ criteria: { kind: "range" }, helpText: DROPDOWN_HELP });
  expect(sales?.conditionalFormats[0]?.condition).toMatchObject({
    kind: "formula",
    formula: expect.stringMatching(/Stageline/),
  });
  expect(sales?.protections).not.toEqual([]);
  expect(state.tabs.map(({ name }) => name)).not.toContain("_lists");
  expect(tabNamed(state, "_state")?.protections).toMatchObject([{ onlyWarns: true }]);
  expect(readHead(gridTables(state)).others["book"]).toBe(state.id);
}, 240_000);

test("the zone of the spreadsheet is that of the book", async () => {
  const path = newPath();
  await stageline(
    "new",
    path,
    "--board",
    "Deals",
    "--stages",
    "Lead > Won:won",
    "--zone",
    "Asia/Tokyo",
    ...NOW,
  );
  const id = await toGoogle(path);
  expect(api.state(id).zone).toBe("Asia/Tokyo");
}, 60_000);

test("a foreign file is copied with what the grid has a place for, and what it has not is asked for", async () => {
  const path = newPath();
  writeFileSync(
    path,
    handWritten({
      tabs: {
        Plan: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>=x</t></is></c><c r="B1"><f>A1&amp;1</f><v>7</v></c></row></sheetData><sheetProtection sheet="1"/>',
      },
    }),
  );
  const id = api.empty();
  const { plan } = await copied(path, id);
  expect(plan.leftOut.things).toEqual(['"Plan": its protection']);
  const [tab] = api.state(id).tabs;
  expect([tab?.name, tab?.rows[0]?.cells.map((cell) => cell?.formula ?? cell?.value)]).toEqual([
    "Plan",
    ["=x", "=A1&1"],
  ]);
});

test("a spreadsheet that holds anything is refused, and stays as it is", async () => {
  const id = api.put(gridOf([["mine"]]));
  const before = api.state(id);
  await expect(copied(small, id)).rejects.toThrow(
    /holds something on its tab "Sales"; a copy goes only into a new/,
  );
  expect(api.state(id)).toBe(before);
});

test("a file that is there is refused", async () => {
  const before = hashOf(small);
  await expect(copied(api.empty(), small)).rejects.toThrow(/there is a file .* already/);
  expect(hashOf(small)).toBe(before);
});

test("a file is copied to a file with every part as it was", async () => {
  const path = newPath();
  await copied(small, path);
  const [one, other] = [small, path].map((each) => readBook(readFileSync(each), "book.xlsx").package.parts);
  expect([...(other?.keys() ?? [])]).toEqual([...(one?.keys() ?? [])]);
  expect((await openBook(path)).tables).toEqual((await openBook(small)).tables);
});

test("a batch whose answer is lost is there once", async () => {
  const calm = await toGoogle(small);
  const lost: GateVerdict = { do: "cut", when: "after the effect" };
  const early: GateVerdict = { do: "cut", when: "before the effect" };
  verdicts = [
    lost,
    { do: "serve" },
    early,
    lost,
    { do: "refuse", code: 503 },
    lost,
    lost,
    lost,
    lost,
    lost,
    lost,
  ];
  const id = await toGoogle(small);
  verdicts = [];
  expect(withoutBook(comparable(api.state(id)))).toEqual(withoutBook(comparable(api.state(calm))));
}, 240_000);

test("a copy that was cut short is no book, is told by the next one, and can be begun again", async () => {
  const calm = await toGoogle(small);
  const id = api.empty();
  // The line ends behind the second batch.
  const plan = await copyPlan({ from: small, to: id, again: "refused", connect: api.connect });
  const stops = Array.from({ length: 99 }, (): GateVerdict => ({ do: "refuse", code: 429 }));
  verdicts = [{ do: "serve" }, { do: "serve" }, ...stops];
  await expect(madeCopy(plan, api.connect, "run1")).rejects.toThrow();
  verdicts = [];
  expect(gridTables(api.state(id)).filter(({ key }) => key !== undefined)).toEqual([]);
  await expect(copied(small, id)).rejects.toThrow(/was begun and did not end; add --again/);
  const { made } = await copied(small, id, { again: "begun again" });
  expect(made.differences).toEqual([]);
  expect(withoutBook(comparable(api.state(id)))).toEqual(withoutBook(comparable(api.state(calm))));
}, 240_000);

test("a spreadsheet in which somebody types while it is read is read again, and left where that never ends", async () => {
  let typing = 1;
  const busy = await apiHere((call) => {
    if (call.method?.endsWith("values.batchGet") !== true || typing === 0) return { do: "serve" };
    typing -= 1;
    const file = busy.drive.find(call.params["spreadsheetId"] ?? "");
    file?.write(type(file.state(), "Sales!A2", `Ada ${typing}`), call);
    return { do: "serve" };
  });
  const there = busy.put(gridOf([["Name"], ["Ada"]]));
  const path = newPath();
  await copied(there, path, {}, busy);
  expect((await openBook(path)).tables[0]?.rows).toEqual([{ at: 2, cells: ["Ada 0"] }]);
  typing = 99;
  await expect(copied(there, newPath(), {}, busy)).rejects.toThrow(
    /somebody worked in the spreadsheet each time/,
  );
  await busy.close();
});

test("the add-on goes on in a copy at once, and asks nobody what it is for", async () => {
  const { google, book, ada, state } = openAddOnWorld();
  const drive = worldDrive(google.world);
  const world = await startSheetsApi({ drive });
  const environment = { STAGELINE_SHEETS_API: world.url };
  const connect: CopyWish["connect"] = (wish) => openConnection({ ...wish, environment });
  const plan = await copyPlan({ from: small, to: book, again: "refused", connect });
  expect((await madeCopy(plan, connect, "run1")).differences).toEqual([]);
  await world.close();
  const before = readLog(gridTables(state())).entries.length;
  ada.act({ do: "type", ...placeOf(state(), "Deals!A2"), text: "Won" });
  expect(google.failures()).toEqual([]);
  expect(
    readLog(gridTables(state()))
      .entries.slice(before)
      .map(({ name, kind }) => [name, kind]),
  ).toEqual([["Ada", "moved"]]);
}, 240_000);
