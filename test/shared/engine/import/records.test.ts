// Files of records, one a line.

import { expect, test } from "vitest";
import { StagelineError } from "../../../../shared/value/stageline-error.ts";
import { told, type World } from "../../../world.ts";
import { dealsWorld } from "../deals.ts";
import { fileOf, importInto } from "./imports.ts";

const byId = { idColumn: "id" };
const withStage = { ...byId, stageColumn: "stage" };

function days(world: World, name: string): readonly string[] {
  return world
    .log()
    .filter((entry) => entry.name === name && entry.to !== undefined)
    .map(({ to, at }) => `${to} ${at.slice(0, 10)}`);
}

test("each line becomes a record that is called by its id where no name is given", () => {
  const world = dealsWorld();
  const { added } = importInto(world, fileOf("key", "A1", "A2"), { idColumn: "key" });
  expect(added).toBe(2);
  expect(world.names()).toEqual(["A1", "A2"]);
  expect(world.cell("A1", "key")).toBe("A1");
});

test("a record without any date is taken as created now", () => {
  const world = dealsWorld();
  importInto(world, fileOf("id,stage", "A1,Won", "A2,"), withStage);
  expect(days(world, "A1")).toEqual(["won 2026-11-02"]);
  expect(days(world, "A2")).toEqual(["lead 2026-11-02"]);
});

test("past dates make the history that was, and nothing is asked of it", () => {
  const world = dealsWorld();
  const file = fileOf("id,stage,offered,closed", "A1,Won,2016-10-20,2017-03-01");
  const stageDates = [
    { stage: "Offer", column: "offered" },
    { stage: "Won", column: "closed" },
  ];
  const { notes } = importInto(world, file, { ...withStage, stageDates });
  expect(days(world, "A1")).toEqual(["offer 2016-10-20", "won 2017-03-01"]);
  expect(world.row("A1")).toMatchObject({ Stage: "Won", "Status note": null });
  expect(notes).toEqual(['made the field "id" (text)']);
});

test("where one column dates both endings, the record's own stage says which", () => {
  const world = dealsWorld();
  const file = fileOf("id,stage,closed", "A1,Won,2017-03-01", "A2,Lost,2017-03-02", "A3,Lead,");
  const stageDates = ["Won", "Lost"].map((stage) => ({ stage, column: "closed" }));
  const { problems } = importInto(world, file, { ...withStage, stageDates });
  expect([days(world, "A1"), days(world, "A2"), days(world, "A3")]).toEqual([
    ["won 2017-03-01"],
    ["lost 2017-03-02"],
    ["lead 2026-11-02"],
  ]);
  expect(problems).toEqual([]);
});

test("a date beyond the record's own stage is left out, and said", () => {
  const world = dealsWorld();
  const file = fileOf("id,stage,offered,closed", "A1,Lead,2017-03-01,", "A2,Offer,2017-03-01,2017-04-01");
  const stageDates = [
    { stage: "Offer", column: "offered" },
    { stage: "Won", column: "closed" },
  ];
  const { problems } = importInto(world, file, { ...withStage, stageDates });
  expect(problems).toEqual([
    { line: 2, message: '"Offer" is dated, but the record is in "Lead"; that date is left out' },
    { line: 3, message: '"Won" is dated, but the record is in "Offer"; that date is left out' },
  ]);
});

test("a date before that of an earlier stage stands where it happened", () => {
  const world = dealsWorld();
  const file = fileOf("id,lead,offered", "A1,2017-03-05,2017-03-01");
  const stageDates = [
    { stage: "Lead", column: "lead" },
    { stage: "Offer", column: "offered" },
  ];
  importInto(world, file, { ...byId, stageDates });
  expect(days(world, "A1")).toEqual(["offer 2017-03-01", "lead 2017-03-05"]);
});

test("a date that cannot be read is a problem at its line, and taken as unknown", () => {
  const world = dealsWorld();
  const file = fileOf("id,stage,offered", "A1,Offer,soon");
  const { problems } = importInto(world, file, {
    ...withStage,
    stageDates: [{ stage: "Offer", column: "offered" }],
  });
  expect(problems).toEqual([
    { line: 2, message: 'offered: "soon" is not a day like 2026-11-20; taken as unknown' },
  ]);
  expect(days(world, "A1")).toEqual(["offer 2026-11-02"]);
});

test("values that do not fit their field are kept as written, with a problem", () => {
  const world = dealsWorld();
  const file = fileOf("id,budget,due", "A1,lots,whenever", "A2,500,2026-12-01");
  const fields = [
    { field: "Budget", column: "budget" },
    { field: "Deadline", column: "due" },
  ];
  const { problems } = importInto(world, file, { ...byId, fields });
  expect(problems.map(({ line }) => line)).toEqual([2, 2]);
  expect(world.row("A1")).toMatchObject({ Budget: "lots", Deadline: "whenever" });
  expect(world.row("A2")).toMatchObject({ Budget: 500 });
});

test("a field that the board lacks is made, with a type that fits its column", () => {
  const world = dealsWorld();
  const file = fileOf("id,seats,day,zip", "A1,3,2026-12-01,01234");
  const fields = [
    { field: "Seats", column: "seats" },
    { field: "Party", column: "day" },
    { field: "Zip", column: "zip" },
  ];
  const { notes } = importInto(world, file, { ...byId, fields });
  expect(notes).toEqual([
    'made the field "id" (text)',
    'made the field "Seats" (number)',
    'made the field "Party" (day)',
    'made the field "Zip" (text)',
  ]);
  expect(world.row("A1")).toMatchObject({ Seats: 3, Zip: "01234" });
  expect(world.run().changes).toEqual([]);
});

test.each(["Stage", "Log", " "])("a field cannot be called %j", (field) => {
  const world = dealsWorld();
  const file = fileOf("id,x", "A1,3");
  expect(() => importInto(world, file, { ...byId, fields: [{ field, column: "x" }] })).toThrow(
    StagelineError,
  );
  expect(world.run().problems).toEqual([]);
});

test("a column that the file lacks stops the import, and names those that there are", () => {
  expect(() => importInto(dealsWorld(), fileOf("id,x", "A1,3"), { idColumn: "key" })).toThrow(
    'the file has no column "key"; its columns are id, x',
  );
});

test("stages that the board lacks are refused by their lines, and nothing is written", () => {
  const world = dealsWorld();
  const file = fileOf("id,stage", "A1,Lead", "A2,Offerr", "A3,Offerr");
  expect(() => importInto(world, file, withStage)).toThrow(
    'the board has no stage "Offerr" (line 3 and 1 more); nothing was written: mend the names, or take them with --others park, or leave them out with --others skip',
  );
  expect(world.names()).toEqual([]);
});

test("stages that the board lacks are made beside the main line by park", () => {
  const world = dealsWorld();
  const { notes } = importInto(world, fileOf("id,stage", "A1,Frozen"), { ...withStage, others: "park" });
  expect(notes).toContain('made the stage "Frozen" (parked, beside the main line)');
  expect(world.cell("A1", "Stage")).toBe("Frozen");
  expect(world.cell("Frozen", "Kind", "Stages")).toBe("parked");
});

test("lines with a stage that the board lacks are left out by skip, and said", () => {
  const world = dealsWorld();
  const file = fileOf("id,stage", "A1,Frozen", "A2,Lead");
  const { problems, added } = importInto(world, file, { ...withStage, others: "skip" });
  expect(added).toBe(1);
  expect(problems.map(({ line }) => line)).toEqual([2]);
});

test("importing a file again changes nothing, also later", () => {
  const world = dealsWorld();
  const file = fileOf(
    "id,stage,offered,budget,owner",
    "A1,Won,2017-03-01,12.50,Cleo",
    "A2,Lead,,,",
    "A3,,,7,",
  );
  const plan = {
    ...withStage,
    stageDates: [{ stage: "Offer", column: "offered" }],
    fields: [
      { field: "Budget", column: "budget" },
      { field: "Owner", column: "owner" },
    ],
  };
  importInto(world, file, plan);
  const { changes, unchanged, added, updated } = importInto(world, file, plan);
  world.waitUntil("2027-05-01T10:00:00Z");
  const later = importInto(world, file, plan);
  expect([changes, later.changes]).toEqual([[], []]);
  expect({ added, updated, unchanged }).toEqual({ added: 0, updated: 0, unchanged: 3 });
});

test("a later file moves a record on, and its values go over those of the board", () => {
  const world = dealsWorld();
  const plan = {
    ...withStage,
    stageDates: [
      { stage: "Offer", column: "offered" },
      { stage: "Won", column: "closed" },
    ],
    fields: [{ field: "Budget", column: "budget" }],
  };
  importInto(world, fileOf("id,stage,offered,closed,budget", "A1,Offer,2017-03-01,,500"), plan);
  const file = fileOf("id,stage,offered,closed,budget", "A1,Won,2017-03-01,2017-05-01,700");
  const { updated, added } = importInto(world, file, plan);
  expect({ updated, added }).toEqual({ updated: 1, added: 0 });
  expect(days(world, "A1")).toEqual(["offer 2017-03-01", "won 2017-05-01"]);
  expect(world.cell("A1", "Budget")).toBe(700);
});

test("a value that a file goes over is in the history, once", () => {
  const world = dealsWorld();
  const fields = [
    { field: "Deadline", column: "due" },
    { field: "Phone", column: "phone" },
    { field: "Budget", column: "budget" },
  ];
  importInto(world, fileOf("id,due,phone,budget", "A1,2026-12-01,0612345678,7"), { ...byId, fields });
  world.edit("A1", { Budget: "about 8" });
  importInto(world, fileOf("id,due,phone,budget", "A1,2026-12-24,0687654321,9"), { ...byId, fields });
  expect(world.story("A1").filter((line) => line.startsWith("field"))).toEqual([
    "field budget: about 8 > 9",
    "field deadline: 2026-12-01 > 2026-12-24",
    "field phone: 0612345678 > 0687654321",
  ]);
});

test("a file that is older than the board moves nobody", () => {
  const world = dealsWorld();
  const stageDates = ["Offer", "Won"].map((stage) => ({ stage, column: stage }));
  const plan = { ...withStage, stageDates };
  importInto(world, fileOf("id,stage,Offer,Won", "A1,Won,2017-03-01,2017-05-01"), plan);
  const { problems } = importInto(world, fileOf("id,stage,Offer,Won", "A1,Offer,2017-03-01,"), plan);
  expect(problems).toEqual([
    { line: 2, message: '"A1" is in "Won" since 2017-05-01, not before the file\'s "Offer"; not moved' },
  ]);
  expect(world.cell("A1", "Stage")).toBe("Won");
});

test("a record that people moved on is not moved back by the same file", () => {
  const world = dealsWorld();
  const file = fileOf("id,stage", "A1,Lead");
  importInto(world, file, withStage);
  world.edit("A1", { Stage: "Parked" });
  const { problems } = importInto(world, file, withStage);
  expect(problems).toEqual([
    { line: 2, message: '"A1" was in "Lead" before, and the file does not say when it is now; not moved' },
  ]);
  expect(world.cell("A1", "Stage")).toBe("Parked");
});

test("an undated stage that is new to a record moves it now", () => {
  const world = dealsWorld();
  importInto(world, fileOf("id,stage", "A1,Lead"), withStage);
  world.waitUntil("2026-11-20T09:00:00Z");
  importInto(world, fileOf("id,stage", "A1,Parked"), withStage);
  expect(days(world, "A1")).toEqual(["lead 2026-11-02", "parked 2026-11-20"]);
});

test("an empty cell of the file takes nothing from the board", () => {
  const world = dealsWorld();
  const fields = [{ field: "Budget", column: "budget" }];
  importInto(world, fileOf("id,budget", "A1,500"), { ...byId, fields });
  importInto(world, fileOf("id,budget", "A1,"), { ...byId, fields });
  expect(world.cell("A1", "Budget")).toBe(500);
});

test("a key that stands twice is taken once, and a line without one is left out", () => {
  const world = dealsWorld();
  const file = fileOf("id", "A1", "A1", "");
  const { problems, added, unchanged } = importInto(world, file, byId);
  expect({ added, unchanged }).toEqual({ added: 1, unchanged: 0 });
  expect(problems).toEqual([
    { line: 3, message: '"A1" stands in line 2 already; this line is left out' },
    { line: 4, message: 'the column "id" is empty; the row is left out' },
  ]);
});

test("two records with the file's key are told, and neither is changed", () => {
  const world = dealsWorld();
  importInto(world, fileOf("id", "A1"), byId);
  world.copyRow("A1", { as: "A1 again" });
  const { problems } = importInto(world, fileOf("id", "A1"), byId);
  expect(problems[0]?.message).toBe(
    '2 records are called "A1"; nothing was changed: tell them apart with --id',
  );
});

test("rows that are shorter than the header have empty cells", () => {
  const world = dealsWorld();
  const fields = [{ field: "Budget", column: "budget" }];
  const { problems } = importInto(world, fileOf("id,budget", "A1"), { ...byId, fields });
  expect([problems, world.cell("A1", "Budget")]).toEqual([[], null]);
});

test("owners that Team lacks are added to it without a role, once", () => {
  const world = dealsWorld();
  const fields = [{ field: "Owner", column: "agent" }];
  const { notes } = importInto(world, fileOf("id,agent", "A1,Cleo", "A2,cleo", "A3,"), { ...byId, fields });
  expect(notes).toContain("1 owner was added to Team, without a role");
  importInto(world, fileOf("id,agent", "A1,Dan"), { ...byId, fields });
  expect(world.names("Team").slice(1)).toEqual(["Cleo", "Dan"]);
  expect(world.cell("Dan", "Roles", "Team")).toBe(null);
});

test("the names of columns that were not taken are said", () => {
  const { notes } = importInto(dealsWorld(), fileOf("id,colour,size", "A1,red,3"), byId);
  expect(notes).toContain("columns that were not taken: colour, size");
});

test("records that lack what their stage needs are counted, and the next move asks for it", () => {
  const world = dealsWorld();
  const { notes } = importInto(world, fileOf("id,stage", "A1,Offer"), withStage);
  expect(notes).toContain('1 deal came into "Offer" without all that it needs; the next move asks for it');
  world.edit("A1", { Stage: "Proposal" });
  world.run();
  expect(world.cell("A1", "Status note")).toBe("Proposal needs: Budget, Deadline");
});

test("a thousand columns are a thousand fields", () => {
  const world = dealsWorld();
  const columns = Array.from({ length: 1000 }, (_, index) => `c${index}`);
  const file = fileOf(
    ["id", ...columns].join(","),
    ["A1", ...columns.map((_, index) => String(index))].join(","),
  );
  importInto(world, file, { ...byId, fields: columns.map((column) => ({ field: column, column })) });
  expect(world.cell("A1", "c999")).toBe(999);
  expect(told(world.run().problems)).toEqual([]);
});
