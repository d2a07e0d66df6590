// What is not written: what a dry run would, what guards stop, and what is not this book's to do.

import { expect, test } from "vitest";
import { readHead } from "../../../shared/engine/head.ts";
import { lastKept } from "../../../shared/engine/host-rows.ts";
import { readLog } from "../../../shared/log/log-tab.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { momentFromInstant, utc } from "../../../shared/value/moment.ts";
import { beginningPlan } from "../../../sync/commands/begin.ts";
import { hostedSyncPlan, syncPlan } from "../../../sync/commands/sync.ts";
import { cellIn, type GoogleBookHere, googleBook } from "./google-book.ts";

async function twoRecords(): Promise<GoogleBookHere> {
  const book = await googleBook();
  book.type("Sales", { name: "Ada" }, { name: "Bo" });
  await book.sync();
  return book;
}

const isWrite = ({ method }: { readonly method?: string }) => method === "sheets.spreadsheets.batchUpdate";

/** The heartbeat of an add-on, so long ago. */
async function withAddOn(book: GoogleBookHere, minutesAgo: number): Promise<void> {
  const heartbeat = momentFromInstant(book.clock.nowMs() - minutesAgo * 60_000, utc);
  await book.change([{ kind: "append", tab: "_state", rows: [{ id: "heartbeat", value: heartbeat }] }]);
}

test("a dry run writes nothing and says what it would", async () => {
  const book = await twoRecords();
  book.type("Sales", { name: "Cy" });
  const before = book.state();
  const written = await book.sync({ dryRun: true });
  expect(written.changed).toBe(true);
  expect(written.cells).toBeGreaterThan(0);
  expect(book.state()).toBe(before);
});

test("a sync that wrote says so beside which spreadsheet it is, and leaves nobody's turn behind", async () => {
  const book = await twoRecords();
  const { others } = readHead(book.tables());
  expect(others["book"]).toBe(book.id);
  expect(others["synced"]).toMatch(/^2026-11-20T08:30:\d\d\+00:00$/);
  expect(others["heartbeat"]).toBeUndefined();
  expect([others["writer"], others["until"]]).toEqual(["", ""]);
  expect(book.state().metadata.filter(({ key }) => key === "stageline_turn")).toEqual([]);
});

test("texts that look like formulas, numbers or days stay texts", async () => {
  const book = await twoRecords();
  const texts = ["=1+1", "+41 79", "007", "2026-03-01", "TRUE", "'quoted", "@SUM(A1)"];
  const id = cellIn(book.tables(), "Sales", { name: "Ada", key: "id" });
  for (const value of texts) {
    await book.change([{ kind: "setField", tab: "Sales", record: String(id), field: "need", value }]);
    expect(cellIn(book.tables(), "Sales", { name: "Ada", key: "need" })).toBe(value);
  }
});

test("a text that no cell holds is refused before anything is written", async () => {
  const book = await twoRecords();
  const before = book.state();
  const id = cellIn(book.tables(), "Sales", { name: "Ada", key: "id" });
  const value = "a".repeat(50_000);
  const change = book.change([{ kind: "setField", tab: "Sales", record: String(id), field: "need", value }]);
  await expect(change).rejects.toMatchObject({ code: "value" });
  expect(book.state()).toBe(before);
});

test("a board from which most rows went is left alone, and says so", async () => {
  const book = await googleBook();
  book.type("Sales", ...Array.from({ length: 20 }, (_, index) => ({ name: `Person ${index}` })));
  await book.sync();
  const tab = book.tab("Sales");
  book.act({ do: "deleteLines", tab, axis: "rows", at: 2, count: 15 });
  const { result } = await book.sync();
  expect(result.stoppedTabs).toEqual(["Sales"]);
  expect(readLog(book.tables()).entries.filter(({ kind }) => kind === "removed")).toEqual([]);
});

test("a long plan is written in slices, and is whole afterwards", async () => {
  const book = await googleBook();
  const names = Array.from({ length: 120 }, (_, index) => ({ name: `Person ${index}` }));
  book.type("Sales", ...names);
  await book.sync();
  const table = book.tables().find(({ tab }) => tab === "Sales");
  const ids = (table?.rows ?? []).map(({ cells }) => String(cells[table?.marks["id"] ?? -1]));
  const value = "x".repeat(40_000);
  const { calls } = await book.counted(() =>
    book.change(ids.map((record) => ({ kind: "setField", tab: "Sales", record, field: "need", value }))),
  );
  const filled = book.tables().find(({ tab }) => tab === "Sales")?.rows ?? [];
  expect(filled.filter(({ cells }) => cells.includes(value))).toHaveLength(120);
  // Two to read, one to take the turn, and 4.8 million letters at 1.5 million each.
  expect(calls).toBe(2 + 1 + 4);
});

test("a spreadsheet that was copied does not act before somebody says what it is for", async () => {
  const book = await twoRecords();
  const copy = await book.copied();
  const sync = (await copy.store()).change(() => expect.fail("no plan is made for a copy"));
  await expect(sync).rejects.toThrow(/is a copy of a book, and nobody said yet what it is for/);
  await expect((await copy.store("read")).readTables()).resolves.toBeDefined();
});

test.each([
  { how: "fresh", records: 0 },
  { how: "go on", records: 2 },
] as const)(
  "a copy that is said to $how has $records records, and is a book of its own",
  async ({ how, records }) => {
    const book = await twoRecords();
    const copy = await book.copied();
    const plan = (tables: Tables) => beginningPlan(tables, book.runNow(), { id: copy.id, how });
    await (await copy.store()).change(plan, { isCopy: true });
    const tables = await (await copy.store("read")).readTables();
    expect(tables.find(({ tab }) => tab === "Sales")?.rows).toHaveLength(records);
    const again = (await copy.store()).change((given) => syncPlan(given, book.runNow()));
    expect(await again).toMatchObject({ changed: false });
    await expect((await copy.store()).change(plan, { isCopy: true })).rejects.toThrow(
      /is no copy of another book/,
    );
  },
);

test("a sync leaves a book alone that an add-on looked after in the last two hours", async () => {
  const book = await twoRecords();
  await withAddOn(book, 119);
  book.type("Sales", { name: "Cy" });
  const run = book.runNow();
  const rests = await (await book.store()).change((tables) => hostedSyncPlan(tables, run, "Google"));
  expect(rests.changed).toBe(false);
  expect(rests.result.kept).toBe(lastKept(readHead(book.tables())));
  const later = book.runNow({ now: momentFromInstant(book.clock.nowMs() + 61_000, utc) });
  const works = await (await book.store()).change((tables) => hostedSyncPlan(tables, later, "Google"));
  expect(works.result.entries.map(({ kind, name }) => [kind, name])).toEqual([["created", "Cy"]]);
});

test("beside an add-on a turn is held for longer than the add-on may write before it looks", async () => {
  const book = await twoRecords();
  await withAddOn(book, 1);
  book.type("Sales", { name: "Cy" });
  const waits: number[] = [];
  book.hold((call) => {
    if (isWrite(call)) waits.push(book.clock.nowMs());
    return { do: "serve" };
  });
  await book.sync();
  const [taken = 0, written = 0] = waits;
  expect(written - taken).toBeGreaterThanOrEqual(6000);
  expect(readHead(book.tables()).others["writer"] ?? "").toBe("");
});

test("where the add-on takes the turn while it is waited for, nothing is written", async () => {
  const book = await twoRecords();
  await withAddOn(book, 1);
  book.type("Sales", { name: "Cy" });
  const before = readLog(book.tables()).entries.length;
  let count = 0;
  book.hold((call) => {
    count += call.kind === "read" ? 1 : 0;
    // The look after the wait; the first two read the book.
    if (call.kind === "read" && count === 3) book.leaseOfAddOn();
    return { do: "serve" };
  });
  await expect(book.sync()).rejects.toMatchObject({ code: "busy" });
  expect(readLog(book.tables()).entries.length).toBe(before);
});
