// Why the whole book is looked at: every case by a story of its own.

import { expect, test } from "vitest";
import { shows } from "../../../../shared/definition/templates/shows.ts";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import type { Look } from "../../../../shared/engine/quick/look.ts";
import { quickLook } from "../../../../shared/engine/quick/quick-look.ts";
import type { Run } from "../../../../shared/engine/run.ts";
import type { Tables } from "../../../../shared/table/table.ts";
import { openWorld, type Typed, type World } from "../../../world.ts";
import { dealsPipeline } from "../deals.ts";
import { tabOf } from "./answers.ts";
import { lookAt, touchOf } from "./touches.ts";

const TAB = "Board";

function bookWith(
  pipeline = dealsPipeline,
  rows: readonly Typed[] = [{ Name: "Ada" }, { Name: "Bob" }],
): World {
  const world = openWorld({ boards: { [TAB]: pipeline } });
  world.add(rows);
  world.run();
  return world;
}

interface Told {
  readonly look?: Partial<Look>;
  readonly run?: Partial<Run>;
}

// The answer to what the hands did; "" where the rows told.
function why(world: World, hands: () => void, told: Told = {}): string {
  const before: Tables = world.tables();
  hands();
  const touch = touchOf(tabOf(before, TAB), tabOf(world.tables(), TAB)) ?? {
    rows: [2],
    columns: { first: 0, last: 0 },
  };
  const look = lookAt(world.tables(), { tab: TAB, board: "board" }, { ...touch, ids: "touched" });
  if (look === undefined) return "no table fits the header";
  const looked = quickLook({ ...look, ...told.look }, { ...world.nextRun(), ...told.run });
  return looked.how === "done" ? "" : looked.why;
}

function allIds(world: World): Pick<Look, "ids"> {
  const table = tabOf(world.tables(), TAB);
  return {
    ids: { of: "board", ids: table.rows.map(({ cells }) => String(cells[table.marks["id"] ?? -1] ?? "")) },
  };
}

const move = (world: World) => () => world.edit("Ada", { Stage: "Parked" });

test("a stage that is picked is told by its row", () => {
  const world = bookWith();
  expect(why(world, move(world))).toBe("");
});

test.each([
  ["a run was cut short", "open"],
  ["nobody has looked at the whole book yet", "definition"],
  ["the time zone of the book changed", "zone"],
  ["where the columns are is not known", "columns_board"],
])("%s: the row %s of the head says so", (reason, row) => {
  const world = bookWith();
  const look = { tables: lookAt(world.tables(), { tab: TAB, board: "board" }, touchOfRow2)?.tables ?? [] };
  const value = row === "open" ? "yes" : null;
  world.apply([{ kind: "setField", tab: "_state", record: row, field: "value", value }]);
  const state = tabOf(world.tables(), "_state");
  const tables = look.tables.map((table) => (table.tab === "_state" ? state : table));
  const asked = { tables, tab: TAB, rows: [2], columns: { first: 0, last: 0 }, ...allIds(world) };
  expect(quickLook(asked, world.nextRun())).toEqual({ how: "whole", why: reason });
});

const touchOfRow2 = { rows: [2], columns: { first: 0, last: 0 }, ids: "touched" } as const;

const paidWork = pipelineFromPlan({
  name: "Jobs",
  noun: "job",
  stages: [{ name: "Lead" }, { name: "Talk" }, { name: "Work", needs: "the advance is paid" }],
  fields: [{ name: "Size", type: "text" }],
  rules: [
    { name: "Warn", when: "Call logged", onlyIf: "the invoice is not paid", does: "remind owner: ask" },
  ],
});

test("what is paid has to be looked up where a stage asks for it that is picked, or was refused", () => {
  const reason = "what is paid has to be looked up";
  const world = bookWith(paidWork);
  expect(why(world, () => world.edit("Bob", { Stage: "Talk" }))).toBe("");
  world.run();
  expect(why(world, () => world.edit("Ada", { Stage: "Work" }))).toBe(reason);
  world.run();
  expect(world.cell("Ada", "Status note")).toBe("Work needs: the advance is paid");
  expect(why(world, () => world.edit("Ada", { Size: "big" }))).toBe(reason);
  expect(why(world, () => world.edit("Bob", { Size: "big" }))).toBe("");
});

test("what is paid has to be looked up where a rule asks for it that is set off", () => {
  const world = bookWith(paidWork);
  expect(why(world, () => world.edit("Ada", { Log: "Note" }))).toBe("what is paid has to be looked up");
});

test("another definition than the one in force is not taken", () => {
  const world = bookWith();
  const { definition } = world.look();
  const other = { look: { definition: { ...definition, practice: true } } };
  expect(why(world, move(world), other)).toBe("the definition in force is not at hand");
  expect(why(world, () => world.edit("Bob", { Stage: "Parked" }), { look: { definition } })).toBe("");
});

test("a history that has other rows than were counted is looked at", () => {
  const world = bookWith();
  const reason = "the history has other rows than were counted";
  expect(why(world, move(world), { look: { historyRows: 3 } })).toBe(reason);
});

test("an edited header, and one that no longer is what it was, are looked at", () => {
  const world = bookWith();
  expect(why(world, move(world), { look: { rows: [1, 2] } })).toBe("the header was edited");
  const renamed = world.tables().map((table) => {
    return table.tab === TAB
      ? { ...table, header: table.header.map((cell) => (cell === "Budget" ? "Price" : cell)) }
      : table;
  });
  world.replace(renamed);
  expect(why(world, () => undefined)).toBe("no table fits the header");
});

test("whoever accepts what guards would stop looks at the book", () => {
  const world = bookWith();
  const reason = "somebody accepts what guards would stop";
  expect(why(world, move(world), { run: { acceptsGuards: true } })).toBe(reason);
});

test("a tab that is no board is left to whoever looks at the book", () => {
  const world = bookWith();
  expect(why(world, move(world), { look: { tab: "Stages" } })).toBe("the tab is no board that is known");
});

test("a new row is told where all IDs are known, and waits for them where not", () => {
  const world = bookWith();
  const type = () => world.add({ Name: "Cleo" });
  expect(why(world, type)).toBe("whose IDs stand on the board is not known");
  expect(why(world, type, { look: allIds(world) })).toBe("");
});

test("an edit that reaches the hidden columns takes all IDs", () => {
  const world = bookWith();
  const columns = { first: 0, last: tabOf(world.tables(), TAB).header.length };
  expect(why(world, move(world), { look: { columns } })).toBe("whose IDs stand on the board is not known");
});

test("where a record is gone, no row is told by itself", () => {
  const world = bookWith();
  world.deleteRow("Bob");
  const reason = "records are gone from the board, or came to it";
  expect(why(world, move(world), { look: allIds(world) })).toBe(reason);
});

test("a row that was emptied keeps whose it was", () => {
  const world = bookWith();
  expect(why(world, () => world.edit("Ada", { Name: null, Stage: null }))).toBe(
    "a record lost all that it held",
  );
});

test("a row that was copied has the ID of another", () => {
  const world = bookWith();
  world.copyRow("Ada", { as: "Copy" });
  expect(why(world, move(world))).toBe("an ID stands twice");
});

test.each(["Undo", "Reopen", "New deal from this"])("%s takes the history itself, or another row", (word) => {
  const world = bookWith();
  expect(why(world, () => world.edit("Ada", { Log: word }))).toBe("the Log cell asks for more than an entry");
});

test.each(["Call", "Hand over", "Cal"])("%s in the Log cell is told by its row", (word) => {
  const world = bookWith();
  expect(why(world, () => world.edit("Ada", { Log: word, "Log note": "Cleo" }))).toBe("");
});

test("a row with an error in its stage, or merged cells, is left alone", () => {
  const world = bookWith();
  const reason = "a row is left alone until it is mended";
  expect(why(world, () => world.edit("Ada", { Stage: { error: "#REF!" } }))).toBe(reason);
  world.merge("A3:A4");
  expect(why(world, () => world.edit("Bob", { Budget: 5 }))).toBe(reason);
});

test.each([
  ["ID", "mine", "the ID is none of ours"],
  ["Fingerprint", null, "the row was last seen as another record, or elsewhere"],
  ["Memory", null, "the row does not say what its history is"],
  ["Memory", "{}", "the row does not say what its history is"],
])("hidden cells that say nothing: %s %j", (header, cell, reason) => {
  const world = bookWith();
  const columns = { first: 0, last: 0 };
  const look = { columns, ids: { of: "touched", counts: new Map([["mine", 1]]) } } as const;
  const told = header === "ID" ? { look } : { look: { columns } };
  expect(why(world, () => world.edit("Ada", { [header]: cell }), told)).toBe(reason);
});

test("the memory of another record is not taken for that of the row", () => {
  const world = bookWith();
  const memory = world.cell("Bob", "Memory");
  const told = { look: { columns: { first: 0, last: 0 } } };
  const reason = "the row does not say what its history is";
  expect(why(world, () => world.edit("Ada", { Memory: memory }), told)).toBe(reason);
});

test("a history that has this moment already, or goes beyond it, is looked at", () => {
  const world = bookWith();
  const now = world.log()[0]?.at;
  if (now === undefined) throw new Error("the book has no history");
  expect(why(world, move(world), { run: { now } })).toBe("its history goes beyond this moment");
});

test("the exchange of many stages, as by a sort of their column alone, is looked at", () => {
  const stages = ["Lead", "Parked", "Lost", "Lead", "Parked", "Lost"];
  const world = bookWith(
    dealsPipeline,
    stages.map((Stage, index) => ({ Name: `deal ${index}`, Stage })),
  );
  const sorted = () => world.pasteColumn("Stage", [...stages.slice(1), "Lead"]);
  expect(why(world, sorted)).toBe("many records changed stage at once");
});

test("rows whose visible cells changed places are looked at", () => {
  const world = bookWith(dealsPipeline, [{ Name: "Bob" }, { Name: "Ada" }]);
  expect(why(world, () => world.sortTorn("Name"))).toBe("rows seem to have been sorted or copied");
});

// Deals that may name an earlier one.
const linkedDeals = pipelineFromPlan({
  name: "Deals",
  noun: "deal",
  stages: [{ name: "Lead" }, { name: "Won", kind: "won" }],
  fields: [{ name: "Earlier", type: "record link" }],
});

test("a link that is typed is looked up, and one that was seen is known", () => {
  const world = bookWith(linkedDeals);
  const link = () => world.edit("Ada", { Earlier: "Bob" });
  expect(why(world, link)).toBe("a link has to be looked up");
  world.run();
  expect(why(world, () => world.edit("Ada", { Stage: "Won" }))).toBe("");
  expect(why(world, () => world.edit("Ada", { Earlier: null }))).toBe("a link has to be looked up");
});

test("a link that named no record is looked up again", () => {
  const world = bookWith(linkedDeals, [{ Name: "Ada", Earlier: "Cleo" }]);
  expect(why(world, () => world.edit("Ada", { Stage: "Won" }))).toBe("a link has to be looked up");
});

test("a name that links show is looked at when a record takes or leaves it; any other is told by its row", () => {
  const world = bookWith(linkedDeals, [{ Name: "Ada", Earlier: "Bob" }, { Name: "Bob" }, { Name: "Eve" }]);
  const reason = "other records may name this one";
  expect(why(world, () => world.edit("Eve", { Name: "Eva" }))).toBe("");
  expect(why(world, () => world.edit("Eva", { Name: "bob" }))).toBe(reason);
  world.edit("bob", { Name: "Eve" });
  expect(why(world, () => world.edit("Bob", { Name: "Rob" }))).toBe(reason);
});

const evening = { serial: 46_500 };

test("what is compared with others is looked at when it changes, or when the others are told a new name", () => {
  const night = { "Event on": evening, Room: "Main" };
  const world = bookWith(pipelineFromPlan(shows), [
    { Name: "Ada", ...night },
    { Name: "Bob", ...night },
    { Name: "Eve" },
  ]);
  expect(why(world, () => world.edit("Eve", { Owner: "Bea" }))).toBe("");
  expect(why(world, () => world.edit("Ada", { Room: "Cellar" }))).toBe("others may hold the same");
  world.run();
  world.edit("Ada", { Room: "Main" });
  world.run();
  expect(why(world, () => world.edit("Bob", { Name: "Rob" }))).toBe("others are told its name");
});
