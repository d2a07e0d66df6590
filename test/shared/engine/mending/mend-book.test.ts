// What a fix does to the set-up and to Team, and what it leaves alone.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSetup } from "../../../../shared/definition/setup/read-setup.ts";
import { setupTabs } from "../../../../shared/definition/setup/write-setup.ts";
import { mendBook } from "../../../../shared/engine/mending/mend-book.ts";
import { type CellPlace, withCell } from "../../../../shared/engine/mending/set-up-cells.ts";
import { cellAddress } from "../../../../shared/table/cell.ts";
import { sentenceOf } from "../../../../shared/table/problem.ts";
import { tableOf } from "../../../../shared/table/tab-view.ts";
import type { Tables } from "../../../../shared/table/table.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { openWorld, type World, type WorldPlan } from "../../../world.ts";
import { definitions, setupTablesOf } from "../../definition/definitions.ts";
import { jobs } from "../advice/advised.ts";

const now = parseMoment("2026-11-20T08:30:00Z");

const pipeline = jobs({
  stages: [
    { name: "Asking", needs: "Client" },
    { name: "Call 1", next: ["Call 2", "Done"] },
    { name: "Call 2" },
    { name: "Done", kind: "won" },
  ],
  fields: [
    { name: "Client", type: "text" },
    { name: "Size", type: "choice", options: ["Small", "Big"] },
  ],
  rules: [
    { name: "Nudge", when: "enters Asking", does: "remind owner: Look  here" },
    { name: "Again", when: "Call logged", does: "move to Done" },
  ],
});

function worldOf(plan: Partial<WorldPlan> = {}): World {
  const world = openWorld({ boards: { Jobs: pipeline }, ...plan });
  world.run();
  return world;
}

function mend(world: World): { readonly done: readonly string[]; readonly tables: Tables } {
  const { done, tables } = mendBook(world.tables(), { now, lost: [] });
  return { done: done.map(sentenceOf), tables };
}

/** The set-up row of that name with another text in one cell, then mended. */
function typed(tab: string, name: string, cells: Readonly<Record<string, string>>): readonly string[] {
  const world = worldOf();
  world.edit(name, cells, tab);
  const { done, tables } = mend(world);
  world.replace(tables);
  expect(mend(world).done).toEqual([]);
  return done;
}

describe("a name that is one slip away is put right, and the old text is told", () => {
  test.each([
    ["Rules", "Nudge", { When: "enters Askng" }, 'Rules!C2: "enters Askng" becomes "enters Asking"'],
    ["Rules", "Again", { Then: "move to Doen" }, 'Rules!F3: "move to Doen" becomes "move to Done"'],
    [
      "Rules",
      "Again",
      { "Only if": "Clinet; Size is Big" },
      'Rules!E3: "Clinet; Size is Big" becomes "Client; Size is Big"',
    ],
    [
      "Rules",
      "Again",
      { When: "Reply: yess logged" },
      'Rules!C3: "Reply: yess logged" becomes "Reply: yes logged"',
    ],
    [
      "Stages",
      "Asking",
      { "Needed first": "Cleint or Size" },
      'Stages!H2: "Cleint or Size" becomes "Client or Size"',
    ],
    [
      "Stages",
      "Call 1",
      { "Next stages": "Call 2, Doone" },
      'Stages!I3: "Call 2, Doone" becomes "Call 2, Done"',
    ],
    ["Stages", "Call 1", { Kind: "opne" }, 'Stages!D3: "opne" becomes "open"'],
    ["Fields", "Client", { Type: "txet" }, 'Fields!C2: "txet" becomes "text"'],
    ["Rules", "Again", { Pipeline: "Jobz" }, 'Rules!A3: "Jobz" becomes "Jobs"'],
  ])("%s, %s: %o", (tab, name, cells, told) => {
    expect(typed(tab, name, cells)).toEqual([told]);
  });

  test("two slips in one cell are both put right", () => {
    expect(typed("Rules", "Again", { Then: "move to Doen; set Sixe to Big" })).toEqual([
      'Rules!F3: "move to Doen; set Sixe to Big" becomes "move to Done; set Size to Big"',
    ]);
  });
});

describe("a header", () => {
  const withHeader = (change: (cell: unknown) => boolean) => {
    const world = worldOf();
    world.replace(
      world.tables().map((table) => {
        if (table.tab !== "Jobs") return table;
        return { ...table, header: table.header.map((cell) => (change(cell) ? null : cell)) };
      }),
    );
    return world;
  };

  test("that somebody cleared is back above its column", () => {
    const world = withHeader((cell) => cell === "Stage" || cell === "Log");
    const { done, tables } = mend(world);
    expect(done).toEqual(['Jobs: the headers "Stage", "Log" are back']);
    expect(tables.find(({ tab }) => tab === "Jobs")?.header).toEqual(
      worldOf()
        .tables()
        .find(({ tab }) => tab === "Jobs")?.header,
    );
  });

  test("stays away where the headers stand in another row", () => {
    const world = worldOf();
    world.replace(
      world.tables().map((table) => {
        if (table.tab !== "Jobs") return table;
        return { ...table, header: [], rows: [{ at: 2, cells: table.header }] };
      }),
    );
    expect(mend(world).done).toEqual([]);
  });
});

describe("a name is left alone", () => {
  test.each([
    ["where two could be meant", "Rules", "Nudge", { When: "enters Call 3" }],
    ["where it is two slips away", "Rules", "Nudge", { When: "enters Akng" }],
    ["where it is no name but a wish", "Rules", "Nudge", { Then: "remnd owner: look" }],
  ])("%s", (_why, tab, name, cells) => {
    expect(typed(tab, name, cells)).toEqual([]);
  });

  test("where the pipeline itself was given another name", () => {
    const world = worldOf();
    world.edit("Jobs", { Pipeline: "Job" }, "Pipelines");
    expect(mend(world).done).toEqual([]);
  });
});

describe("case and spaces", () => {
  test.each([
    ["Rules", "Nudge", { When: "Enters  asking " }, 'Rules!C2: "Enters  asking" becomes "enters Asking"'],
    [
      "Stages",
      "Call 1",
      { "Next stages": "call 2, DONE" },
      'Stages!I3: "call 2, DONE" becomes "Call 2, Done"',
    ],
    ["Stages", "Call 1", { Kind: "Open" }, 'Stages!D3: "Open" becomes "open"'],
    ["Stages", "Asking", { Pipeline: "jobs " }, 'Stages!A2: "jobs" becomes "Jobs"'],
  ])("of %s, %s: %o are tidied", (tab, name, cells, told) => {
    expect(typed(tab, name, cells)).toEqual([told]);
  });

  test("of what people read stay as they are", () => {
    expect(typed("Stages", "Asking", { Goal: "  BE   quick " })).toEqual([]);
  });
});

describe("owners", () => {
  const team = [{ id: "addas", name: "Addas", roles: [] }];

  test("whom Team does not know are added to it, once each and without a role; nearly known ones are not", () => {
    const world = worldOf({ team });
    world.add([
      { Name: "one", Owner: "Zoe" },
      { Name: "two", Owner: "zoe" },
      { Name: "three", Owner: "Adda" },
      { Name: "four", Owner: "Addas" },
    ]);
    const { done, tables } = mend(world);
    expect(done).toEqual(['Team: "Zoe" is added, without a role']);
    world.replace(tables);
    expect(mend(world).done).toEqual([]);
    expect(world.run().definition.team.map(({ id, name, roles }) => [id, name, roles])).toEqual([
      ["addas", "Addas", []],
      ["zoe", "Zoe", []],
    ]);
  });

  test("are not added to a Team that names nobody", () => {
    const world = worldOf();
    world.add({ Name: "one", Owner: "Zoe" });
    expect(mend(world).done).toEqual([]);
  });
});

test("what was put right rules from the next run on, and every row keeps its id", () => {
  const world = worldOf();
  world.edit("Nudge", { When: "enters Doone" }, "Rules");
  expect(world.look().problems).toHaveLength(1);
  world.replace(mend(world).tables);
  const { problems, definition } = world.run();
  expect(problems).toEqual([]);
  expect(definition.pipelines[0]?.rules[0]).toMatchObject({
    id: "nudge",
    when: { on: "enters", stage: "done" },
  });
});

test("a fix changes no cell of a board", () => {
  const world = worldOf({ team: [{ id: "ada", name: "Ada", roles: [] }] });
  world.add([
    { Name: " one ", Stage: "DONE ", Owner: "Zoe", Size: "big" },
    { Name: "two", Stage: "Doone" },
  ]);
  const { tables } = mend(world);
  const board = (all: Tables) => all.find(({ tab }) => tab === "Jobs");
  expect(board(tables)).toEqual(board(world.tables()));
});

test("what a tab has lost comes back, but not on a tab that lacks a column", () => {
  const world = worldOf();
  const lost = [{ tab: "Jobs", message: "the dropdown is back" }];
  expect(mendBook(world.tables(), { now, lost }).done).toEqual(lost);
  world.deleteColumn("Name");
  expect(mendBook(world.tables(), { now, lost }).changes).toEqual([]);
});

test("whatever the set-up holds, a second fix changes nothing and no definition is changed by the first", () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const tables = setupTablesOf(definition);
      const once = mendBook(tables, { now, lost: [] });
      expect(once.definition).toEqual(definition);
      const twice = mendBook(once.tables, { now, lost: [] });
      expect(twice.changes).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

const REFERENCES = ["next", "needs", "when", "while_in", "only_if", "does", "reached_when", "kind", "type"];

/** Every set-up cell that names something, with its address. */
function namingCells(
  tables: Tables,
): readonly (CellPlace & { readonly text: string; readonly address: string })[] {
  return setupTabs.flatMap((layout) => {
    const table = tableOf(tables, layout);
    if (table === undefined) return [];
    return REFERENCES.flatMap((key) => {
      const column = table.marks[key];
      if (column === undefined) return [];
      return table.rows.flatMap(({ at, cells }) => {
        const text = cells[column];
        const address = `${table.tab}!${cellAddress(at, column)}`;
        return typeof text === "string" && text.length > 3
          ? [{ tab: table.tab, at, column, text, address }]
          : [];
      });
    });
  });
}

test("where one letter is gone, a fix touches cells with a problem only, and leaves fewer of them", () => {
  fc.assert(
    fc.property(definitions, fc.nat(), fc.nat(), (definition, cell, letter) => {
      const sound = setupTablesOf(definition);
      const cells = namingCells(sound);
      const place = cells[cell % Math.max(cells.length, 1)];
      if (place === undefined) return;
      const at = letter % place.text.length;
      const broken = withCell(sound, place, place.text.slice(0, at) + place.text.slice(at + 1));
      const problemsOf = (tables: Tables) => readSetup(tables, undefined, []).problems.map(sentenceOf);
      const before = problemsOf(broken);
      const { done, tables } = mendBook(broken, { now, lost: [] });
      for (const one of done.map(sentenceOf)) {
        const address = one.slice(0, one.indexOf(":"));
        expect([place.address, ...before.map((each) => each.slice(0, each.indexOf(":")))]).toContain(address);
      }
      expect(problemsOf(tables).length).toBeLessThanOrEqual(before.length);
    }),
    { numRuns: 60 },
  );
});
