// A board of a built-in pipeline, in a plain spreadsheet or beside others.

import { expect, test } from "vitest";
import { newTemplateBoard, type WantedBoard } from "../../../../shared/engine/acts/new-board.ts";
import { reconcile } from "../../../../shared/engine/reconcile.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { Table, Tables } from "../../../../shared/table/table.ts";
import { fixtures } from "../../../fixtures.ts";
import { worldWith } from "../deals.ts";

const { run } = fixtures;
const fresh = { zone: "UTC", practice: true };

function make(tables: Tables, wanted: Partial<WantedBoard> = {}) {
  return newTemplateBoard(tables, run, { template: "coaching", ...fresh, ...wanted });
}

test("a plain spreadsheet becomes a book that practises, and looking again changes nothing", () => {
  const { changes, definition } = make([fixtures.crmTable]);
  const tables = applyChanges([fixtures.crmTable], changes);
  expect(definition).toMatchObject({ practice: true, boards: [{ tab: "Coaching" }] });
  expect(reconcile(tables, run).changes).toEqual([]);
  expect(tables).toContainEqual(fixtures.crmTable);
});

test("a second board stands beside the first, in the mode of the book", () => {
  const world = worldWith("Ada");
  const { changes, definition } = make(world.tables(), { tab: "Clients" });
  world.apply(changes);
  expect(definition).toMatchObject({ practice: false, boards: [{ tab: "Deals" }, { tab: "Clients" }] });
  expect(world.names()).toEqual(["Ada"]);
  expect(world.run().changes).toEqual([]);
});

test("a board called as a pipeline that stands under another tab gets a pipeline of its own name", () => {
  const world = worldWith("Ada");
  for (const tab of ["Europe", "America", "Coaching", "Asia"])
    world.apply(make(world.tables(), { tab }).changes);
  const { definition, problems } = world.run();
  expect(problems).toEqual([]);
  expect(definition.pipelines.slice(1).map(({ name }) => name)).toEqual([
    "Coaching",
    "America",
    "Coaching 2",
    "Asia",
  ]);
});

test("what people did before is theirs", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Lost" });
  const made = newTemplateBoard(world.tables(), world.nextRun({ actor: "Robin" }), {
    template: "solar",
    ...fresh,
  });
  world.apply(made.changes);
  expect(world.log().find(({ kind }) => kind === "moved")?.who).toBe("unknown");
});

test.each([
  ["a template that is not there", { template: "sailing" }, '"sailing" is not one of sales, prospecting,'],
  ["a name that Stageline keeps", { tab: "team" }, '"team" is the name of a tab that Stageline keeps'],
  ["a name that no tab can have", { tab: "In/Out" }, '"In/Out" holds one of'],
  ["a name that a tab has", { tab: "crm" }, 'there is a tab "crm" already; give the board another name'],
])("%s is refused", (_, wanted, message) => {
  expect(() => make([fixtures.crmTable], wanted)).toThrow(message);
});

test("people's tabs that are called as ours are stand in the way, and are not written into", () => {
  const theirs: Table = { ...fixtures.crmTable, tab: "Team" };
  expect(() => make([theirs])).toThrow(
    '"Team": Stageline keeps a tab of this name; give yours another name first',
  );
});
