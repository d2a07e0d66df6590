import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { applyChanges } from "../../../local/book/apply-changes.ts";
import { type Book, newBook } from "../../../local/book/book.ts";
import { openBook, saveBook } from "../../../local/book/book-file.ts";
import type { Cell } from "../../../shared/table/cell.ts";
import type { Change } from "../../../shared/table/change.ts";
import type { Table } from "../../../shared/table/table.ts";
import { editInLibreOffice, lookInLibreOffice, type Step } from "../../hands/libre-office.ts";
import { dealLayout } from "./deal-layout.ts";

const folder = mkdtempSync(join(tmpdir(), "office-"));
const path = join(folder, "deals.xlsx");
const layOut: Change = { kind: "layOut", tab: "Deals", layout: dealLayout };
const rows: readonly Record<string, Cell>[] = [
  {
    id: "r1",
    stage: "Won",
    name: "Ada",
    amount: 1200.5,
    next: { serial: 46110 },
    at: { serial: 0.5 },
    sure: "yes",
  },
  { id: "r2", stage: "Lead", name: "=1+1", amount: 7, score: true },
  { id: "r3", stage: "Offer", name: "007", amount: 300 },
];

afterAll(() => {
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  if (existsSync(path)) rmSync(path);
  await saveBook(path, applyChanges(newBook(), [layOut, { kind: "append", tab: "Deals", rows }]).book);
}, 60_000);

async function apply(changes: readonly Change[]): Promise<Book> {
  const { book } = applyChanges(await openBook(path), changes);
  return saveBook(path, book);
}

async function dealsAfter(...steps: readonly Step[]): Promise<Table> {
  await editInLibreOffice(path, steps);
  const table = (await openBook(path)).tables.find((candidate) => candidate.key === "deals");
  if (table === undefined) throw new Error("the tab lost its key");
  return table;
}

function fields(table: Table, ...keys: readonly string[]): readonly (readonly Cell[])[] {
  return table.rows.map((row) => keys.map((key) => row.cells[table.marks[key] ?? -1] ?? null));
}

test("another program sees the tab as its layout says", async () => {
  const [deals] = await lookInLibreOffice(path);
  expect(deals).toMatchObject({
    name: "Deals",
    visible: true,
    colour: 0x3366cc,
    frozenRows: 1,
    rows: 4,
    hidden: [false, false, false, false, false, false, false, true],
    formats: ["@", "@", "#,##0.00", "YYYY-MM-DD", "HH:MM", "@", "General", "@"],
  });
  expect(deals?.cells["A1"]).toMatchObject({ value: "Stage", bold: true });
  expect(deals?.cells["G1"]).toMatchObject({ value: "Score", bold: false });
  expect(deals?.cells["D2"]).toMatchObject({ value: 46110, shown: "2026-03-29" });
  expect(deals?.cells["E2"]?.shown).toBe("12:00");
  expect(deals?.cells["B3"]).toMatchObject({ value: "=1+1" });
  expect(deals?.cells["B3"]?.formula).toBeUndefined();
  expect(deals?.cells["B4"]?.value).toBe("007");
  expect(deals?.dropdowns[0]).toMatchObject({ type: "LIST", style: "STOP", formula: '"Lead";"Offer";"Won"' });
  expect(deals?.dropdowns[5]).toMatchObject({ type: "LIST", style: "WARNING", formula: '"yes";"no"' });
  expect(deals?.notes[0]).toMatchObject({ title: "Stage", prompt: "Where the deal stands" });
  expect(deals?.colours).toHaveLength(1);
  expect(deals?.colours[0]?.rules).toHaveLength(2);
});

test("after it was saved elsewhere, laying out anew finds its marks, and settles after one time", async () => {
  const table = await dealsAfter();
  expect(table.marks).toEqual({ stage: 0, name: 1, amount: 2, next: 3, at: 4, sure: 5, score: 6, id: 7 });
  expect(fields(table, "id", "stage", "name", "amount", "next", "at", "score")).toEqual([
    ["r1", "Won", "Ada", 1200.5, { serial: 46110 }, { serial: 0.5 }, null],
    ["r2", "Lead", "=1+1", 7, null, null, true],
    ["r3", "Offer", "007", 300, null, null, null],
  ]);
  const once = await apply([layOut]);
  expect(applyChanges(once, [layOut]).book).toBe(once);
  expect(once.tables[0]?.header).toHaveLength(8);
  const [deals] = await lookInLibreOffice(path);
  expect(deals?.dropdowns[0]).toMatchObject({ type: "LIST", style: "STOP" });
  expect(deals?.notes[0]).toMatchObject({ prompt: "Where the deal stands" });
  expect(deals?.colours).toHaveLength(1);
});

test("marks follow a column that is moved, one that is renamed and a tab that is renamed", async () => {
  const table = await dealsAfter(
    { do: "move column", tab: "Deals", from: "B", to: "G" },
    { do: "rename header", tab: "Deals", column: "A", to: "Where it is" },
    { do: "rename tab", tab: "Deals", to: "Our sales" },
  );
  expect(table.tab).toBe("Our sales");
  expect(table.header.slice(0, 7)).toEqual([
    "Where it is",
    "Amount",
    "Next step on",
    "At",
    "Sure",
    "Name",
    "Score",
  ]);
  expect(table.marks).toMatchObject({ stage: 0, name: 5, amount: 1, id: 7 });
  const book = await apply([
    { kind: "setField", tab: "Our sales", record: "r2", field: "name", value: "Bob" },
    layOut,
  ]);
  expect(fields(book.tables[0] as Table, "id", "name")).toEqual([
    ["r1", "Ada"],
    ["r2", "Bob"],
    ["r3", "007"],
  ]);
  expect(book.tables).toHaveLength(1);
});

test("a mark whose column was deleted counts no more, and the column comes back at the right", async () => {
  const table = await dealsAfter({ do: "delete column", tab: "Deals", column: "C" });
  expect(table.marks["amount"]).toBeUndefined();
  expect(table.marks["id"]).toBe(6);
  const book = await apply([layOut]);
  expect(book.tables[0]?.header[7]).toBe("Amount");
  expect(book.tables[0]?.marks).toMatchObject({ amount: 7, id: 6 });
});

test("a row is found by its id wherever it went", async () => {
  await editInLibreOffice(path, [
    { do: "sort", tab: "Deals", by: "C" },
    { do: "insert row", tab: "Deals", at: 2 },
    { do: "set", tab: "Deals", cell: "B2", value: "new" },
    { do: "delete rows", tab: "Deals", at: 5, count: 1 },
  ]);
  const book = await apply([{ kind: "setField", tab: "Deals", record: "r3", field: "stage", value: "Won" }]);
  const [deals] = book.tables;
  expect(fields(deals as Table, "id", "stage", "name")).toEqual([
    [null, null, "new"],
    ["r2", "Lead", "=1+1"],
    ["r3", "Won", "007"],
  ]);
});

test("hands can sort some columns only, copy a row, clear and hide", async () => {
  const table = await dealsAfter(
    { do: "sort", tab: "Deals", by: "C", columns: "A:C", descending: true },
    { do: "copy row", tab: "Deals", from: 2, to: 5 },
    { do: "clear", tab: "Deals", cell: "B3" },
    { do: "hide column", tab: "Deals", column: "B" },
    { do: "show column", tab: "Deals", column: "H" },
  );
  expect(fields(table, "amount", "id")).toEqual([
    [1200.5, "r1"],
    [300, "r2"],
    [7, "r3"],
    [1200.5, "r1"],
  ]);
  const [deals] = await lookInLibreOffice(path);
  expect(deals?.hidden[1]).toBe(true);
  expect(deals?.hidden[7]).toBe(false);
});

test("texts that a file can hardly hold are the same in another program, and come back", async () => {
  const texts = [
    "a\u0001b",
    "_x0041_",
    " two  spaces ",
    "line\nline",
    "tab\there",
    "=cmd",
    "é🎉",
    "<&>\"'",
    "x".repeat(32_767),
  ];
  await apply([
    { kind: "append", tab: "Deals", rows: texts.map((name, index) => ({ id: `t${index}`, name })) },
  ]);
  const [deals] = await lookInLibreOffice(path);
  expect(texts.map((_, index) => deals?.cells[`B${index + 5}`]?.value)).toEqual(texts);
  const table = await dealsAfter();
  expect(
    fields(table, "name")
      .slice(3)
      .map(([cell]) => cell),
  ).toEqual(texts);
});

test("formulas of people count on with what we wrote", async () => {
  await editInLibreOffice(path, [{ do: "formula", tab: "Deals", cell: "J1", formula: "=SUM(C2:C100)" }]);
  const { book, staleFormulas } = applyChanges(await openBook(path), [
    { kind: "setField", tab: "Deals", record: "r2", field: "amount", value: 1000 },
  ]);
  await saveBook(path, book);
  expect(staleFormulas).toEqual(["Deals!J1"]);
  expect((await lookInLibreOffice(path))[0]?.cells["J1"]?.value).toBe(2500.5);
});
