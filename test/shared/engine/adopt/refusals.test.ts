import { expect, test } from "vitest";
import { pipelineOf } from "../../../pipelines.ts";
import { openWorld, told } from "../../../world.ts";
import { adopt, leads, preview, sheet } from "./sheets.ts";

test("what stands against a tab is told all at once, by cell, and nothing is changed", () => {
  const table = {
    ...leads,
    header: ["Company", "Status", "status", "Value", "Due"],
    merges: ["A3:B4", "Q1:Q2"],
  };
  const found = preview(table, {}, { isProtected: true, totalsRows: [6] });
  expect(told(found.refusals)).toEqual([
    "the tab is protected; take the protection off, then adopt it",
    'C1: columns B and C are both headed "status"; give one another header',
    "A3: merged cells (A3:B4) hide values; unmerge them",
    "A6: row 6 sums the others up and would be a record; move it to another tab",
  ]);
  expect(found.changes).toEqual([]);
});

test("headers below a title are no headers", () => {
  const table = sheet("x", ["Our deals"], ["Name", "Stage", "Owner"], ["Ada", "Lead", "Bob"]);
  expect(told(preview(table).refusals)).toEqual([
    "A1: the headers must stand in row 1; delete the rows above them",
  ]);
});

test("formulas as names or stages are refused, since no move could set them", () => {
  const formulas = new Map([
    [0, [2]],
    [1, [3, 4]],
  ]);
  expect(preview(leads, {}, { formulas }).refusals.map(({ cell }) => cell)).toEqual(["A2", "B3"]);
});

test("another column is taken for the names or the stages where that of the first choice holds formulas", () => {
  const table = sheet(
    "x",
    ["Name", "Client", "Stage", "Status"],
    ["A", "Acme", "Lead", "Lead"],
    ["B", "Brook", "Won", "Won"],
  );
  const formulas = new Map([
    [0, [2]],
    [2, [2]],
  ]);
  const found = preview(table, {}, { formulas });
  expect(found.refusals).toEqual([]);
  expect(found.columns.map(({ key }) => key)).toEqual([undefined, "name", undefined, "stage"]);
});

test("a row of sums is known by its word beside a formula, and a firm called Total is not one", () => {
  const table = sheet("x", ["Name", "Value"], ["Total", 5], ["Ada", 7], ["Total", 12]);
  expect(preview(table, {}, { formulas: new Map([[1, [4]]]) }).refusals.map(({ cell }) => cell)).toEqual([
    "A4",
  ]);
});

test("a sheet without anything like a name is asked for it", () => {
  expect(
    told(preview(sheet("x", ["Date", "Sum"], [{ serial: 46_000 }, 2], [{ serial: 46_001 }, 3])).refusals),
  ).toEqual(['no column looks like the names of records; head the one that holds them "Name"']);
});

test("a tab that is not there is told with those that are", () => {
  expect(() => adopt([leads], "Deals")).toThrow('the book has no tab "Deals"; its tabs are "Leads"');
});

test("a board, and a tab that is ours, are not adopted", () => {
  const world = openWorld({ boards: { Deals: pipelineOf("Deals", "Lead > Won:won") } });
  const { definition } = world.look();
  expect(() => adopt(world.tables(), "Deals", { definition })).toThrow('"Deals" is a board already');
  expect(() => adopt(world.tables(), "Team", { definition })).toThrow('"Team" is a tab that Stageline keeps');
});

test("a tab of people that is called as one of ours has to be renamed first", () => {
  const team = sheet("Team", ["Who", "Desk"], ["Ada", 1]);
  expect(preview(leads, {}, {}, team).refusals).toEqual([
    { tab: "Team", message: "Stageline keeps a tab of this name; give yours another name first" },
  ]);
});

test("a column of many texts is no column of stages, whoever says so, until the stages are named", () => {
  const table = sheet(
    "x",
    ["Name", "Notes"],
    ...Array.from({ length: 31 }, (_, index) => [`f${index}`, `note ${index}`]),
  );
  expect(told(preview(table, { stage: "Notes" }).refusals)).toEqual([
    'B1: "Notes" holds 31 different texts, too many for stages; if others are meant, head their column "Stage"',
  ]);
  expect(preview(table, { stage: "Notes", stages: "note 1 > note 2" }).records).toBe(2);
});
