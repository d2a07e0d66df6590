import { expect, test } from "vitest";
import { boardLayout } from "../../../shared/board/board-layout.ts";
import { type BoardReading, readBoard } from "../../../shared/board/board-row.ts";
import type { Definition, Field } from "../../../shared/definition/pipeline.ts";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import type { Cell } from "../../../shared/table/cell.ts";
import type { RowCells } from "../../../shared/table/layout.ts";
import { sentenceOf } from "../../../shared/table/problem.ts";
import type { Table } from "../../../shared/table/table.ts";
import { fixtures } from "../../fixtures.ts";

const base: Omit<Field, "id" | "name" | "type"> = {
  options: [],
  aliases: [],
  personal: false,
  unique: false,
  carriesOver: false,
};
const book: Definition = {
  ...fixtures.book,
  pipelines: fixtures.book.pipelines.map((pipeline) => ({
    ...pipeline,
    stages: pipeline.stages.map((stage) => (stage.id === "offer" ? { ...stage, aliases: ["Quote"] } : stage)),
    currency: "EUR",
    fields: [
      ...pipeline.fields,
      { ...base, id: "fee", name: "Fee", type: "money" },
      { ...base, id: "starts", name: "Starts", type: "day" },
      { ...base, id: "paid", name: "Paid", type: "yes/no" },
    ],
  })),
};
const [board] = book.boards;
if (board === undefined) throw new Error("the fixture has no board");
const layout = boardLayout(book, board);

function tableWith(...rows: readonly RowCells[]): Table {
  const [table] = applyChanges(
    [],
    [
      { kind: "layOut", tab: "Deals", layout },
      { kind: "append", tab: "Deals", rows },
    ],
  );
  if (table === undefined) throw new Error("no table was made");
  return table;
}

function read(table: Table): BoardReading {
  const reading = board === undefined ? undefined : readBoard(book, board, table);
  if (reading === undefined) throw new Error("the board has no pipeline");
  return reading;
}

function row(cells: RowCells) {
  const [first] = read(tableWith(cells)).rows;
  if (first === undefined) throw new Error("the row was not seen");
  return first;
}

function problemsOf(cells: RowCells): readonly string[] {
  return row(cells).problems.map(sentenceOf);
}

test.each(["Offer", " offer", "OFFER", "Ｏｆｆｅｒ", "Quote", "quote "])("%j is the stage Offer", (text) => {
  expect(row({ name: "Ada", stage: text }).stage?.id).toBe("offer");
});

test("an unknown stage is a problem at its cell with the stages that there are", () => {
  const unknown = row({ name: "Ada", stage: "Ofer" });
  expect(unknown.stage).toBeUndefined();
  expect(unknown.problems.map(sentenceOf)).toEqual([
    'Deals!A2: stage "Ofer" is not one of Lead, Offer, Won, Lost',
  ]);
  expect(unknown.untouchable).toBe(false);
});

test("a row without a stage is no problem here", () => {
  expect(problemsOf({ name: "Ada" })).toEqual([]);
});

test.each<Cell>([
  { serial: 46346 },
  46346,
  "2026-11-20",
  "20.11.2026",
  "20/11/2026",
  "Nov 20, 2026",
  "20 November 2026",
])("the day %j is read as a day", (cell) => {
  expect(row({ name: "Ada", starts: cell }).values["starts"]).toBe("2026-11-20");
});

test("text in a column of numbers is a problem at its cell, and the rest of the row is read", () => {
  const odd = row({ name: "Ada", stage: "Lead", budget: "about five", paid: "yes", fee: "1.250,50" });
  expect(odd.problems.map(sentenceOf)).toEqual([
    'Deals!D2: Budget: "about five" is not a number like 1234.5',
  ]);
  expect(odd.values).toEqual({ name: "Ada", paid: true, fee: { amountMinor: 125_050, currency: "EUR" } });
  expect(odd.untouchable).toBe(false);
});

test("a name that is a number or a date is kept as text", () => {
  expect(row({ name: 42 }).name).toBe("42");
});

test.each([
  ["stage", "A2"],
  ["name", "B2"],
])("a formula error for a %s leaves the row alone, with one problem at its cell", (key, cell) => {
  const failed = row({ name: "Ada", stage: "Lead", [key]: { error: "#REF!" } });
  expect(failed.untouchable).toBe(true);
  expect(failed.problems).toEqual([
    {
      tab: "Deals",
      cell,
      message: '"#REF!" is a formula error; the row is left alone until it holds a value',
    },
  ]);
});

test("a formula error elsewhere is a problem, and the row still works", () => {
  const failed = row({ name: "Ada", budget: { error: "#DIV/0!" } });
  expect(failed.untouchable).toBe(false);
  expect(failed.problems.map(sentenceOf)).toEqual(['Deals!D2: Budget: "#DIV/0!" is a formula error']);
});

test("merged cells leave the rows they cover alone, and no other", () => {
  const table = tableWith({ name: "Ada" }, { name: "Bob" }, { name: "Cid" });
  const merged = read({ ...table, merges: ["A2:A3"] });
  expect(merged.rows.map((each) => each.untouchable)).toEqual([true, true, false]);
  expect(merged.rows[0]?.problems.map(sentenceOf)).toEqual([
    "Deals!A2: merged cells (A2:A3) hide values; the row is left alone until they are unmerged",
  ]);
});

test("merged cells over the hidden ID leave the row alone; those outside our columns do not", () => {
  const table = tableWith({ name: "Ada" });
  const id = table.marks["id"] ?? 0;
  const letter = String.fromCharCode(65 + id);
  expect(read({ ...table, merges: [`${letter}2:${letter}3`] }).rows[0]?.untouchable).toBe(true);
  expect(read({ ...table, merges: ["AA2:AB2", "A2:B2"] }).rows[0]?.untouchable).toBe(true);
  expect(read({ ...table, merges: ["AA2:AB9", "Z1:Z2", "A1:B1"] }).rows[0]?.untouchable).toBe(false);
});

test("rows in which people wrote nothing are no records, whatever the hidden columns hold", () => {
  const table = tableWith(
    { id: "r1", fingerprint: "f", memory: "{}", score: 0 },
    { name: " " },
    { log: "Call" },
  );
  expect(read(table).rows.map(({ at }) => at)).toEqual([4]);
});

test("a board without its column of stages or names stops with a sentence", () => {
  const table = tableWith({ name: "Ada" });
  const header = table.header.map((cell) => (cell === "Stage" ? "Phase" : cell));
  expect(read({ ...table, header, marks: {} }).stopped).toEqual([
    {
      tab: "Deals",
      message: 'the column "Stage" is missing; put it back with this header in row 1, or undo its deletion',
    },
  ]);
  expect(read(table).stopped).toEqual([]);
});

test("a board over which a table with other columns was pasted stops", () => {
  const table = tableWith({ name: "Ada" });
  const header = table.header.map((cell) => (cell === "Stage" ? "Name" : cell === "Name" ? "Stage" : cell));
  expect(read({ ...table, header }).stopped.map(({ cell }) => cell)).toEqual(["A1", "B1"]);
});

test("a second column of the same header stops nothing", () => {
  const table = tableWith({ name: "Ada" });
  const doubled = read({ ...table, header: [...table.header, "Budget"], marks: {} });
  expect(doubled.stopped).toEqual([]);
  expect(doubled.view.columns.problems).toHaveLength(1);
});
