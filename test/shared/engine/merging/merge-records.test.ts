// Two records that are one are made one, and nothing that anybody typed is lost.

import { expect, test } from "vitest";
import { replay } from "../../../../shared/log/replay.ts";
import { openWorld, type World } from "../../../world.ts";
import { dealsPipeline, dealsWorld } from "../deals.ts";
import { answered } from "../quick/answers.ts";
import { merge, shown, unmerge } from "./merging.ts";

function twoAdas(): World {
  const world = dealsWorld();
  world.add([
    { Name: "ada", "E-mail": "ada@example.org" },
    { Name: "adah", "E-mail": "adah@example.org", Phone: "0612345678", Budget: 500 },
    { Name: "bob" },
  ]);
  world.run();
  return world;
}

function stateOf(world: World, name: string) {
  const states = [...replay(world.log()).values()];
  return states.find((state) => state.name === name);
}

test("the one that stays takes over what it lacks, and says so", () => {
  const world = twoAdas();
  expect(merge(world, "adah", "ada")).toBe('"adah" is one with "ada" now; it took over Budget, Phone');
  expect(world.row("ada")).toMatchObject({ "E-mail": "ada@example.org", Phone: "0612345678", Budget: 500 });
});

test("the other leaves its board, and the next look finds nothing new", () => {
  const world = twoAdas();
  merge(world, "adah", "ada");
  expect(world.names()).toEqual(["ada", "", "bob"]);
  expect(Object.values(world.table().rows[1]?.cells ?? []).filter((cell) => cell !== null)).toEqual([]);
  expect(world.run()).toMatchObject({ changes: [], problems: [] });
});

test("of two values its own stays, and the other is told in its history", () => {
  const world = twoAdas();
  merge(world, "adah", "ada");
  const notes = world.log().flatMap(({ kind, note }) => (kind === "merged" ? [note] : []));
  expect(notes).toEqual([
    'one with "ada"',
    'one with "adah", which had Name "adah", E-mail "adah@example.org"',
  ]);
});

test("both histories stay, and what was logged on the one that went is known of the one that stayed", () => {
  const world = twoAdas();
  world.edit("adah", { Log: "Call", "Log note": "wants two" });
  world.run();
  merge(world, "adah", "ada");
  expect(world.story("adah")).toEqual(["created lead", "call", "milestone called", "merged"]);
  expect(stateOf(world, "ada")?.activities.map(({ kind }) => kind)).toEqual(["call"]);
  expect(world.cell("ada", "Score")).toBe(2);
});

test("a stage that asks for what the other brought along lets it in", () => {
  const world = twoAdas();
  merge(world, "adah", "ada");
  world.edit("ada", { Stage: "Offer" });
  world.run();
  expect(world.cell("ada", "Stage")).toBe("Offer");
});

test("taken apart, both rows are as they were, in their places", () => {
  const world = twoAdas();
  const before = shown(world, ["Deals"]);
  merge(world, "adah", "ada");
  expect(unmerge(world, "adah")).toBe('"adah" and "ada" are two again');
  expect(shown(world, ["Deals"])).toEqual(before);
  expect(world.names()).toEqual(["ada", "adah", "bob"]);
  expect(world.run()).toMatchObject({ changes: [], problems: [] });
});

test("taken apart, both histories tell what they told", () => {
  const world = twoAdas();
  world.edit("adah", { Log: "Call" });
  world.run();
  const before = ["ada", "adah"].map((name) => stateOf(world, name));
  merge(world, "adah", "ada");
  unmerge(world, "adah");
  expect(["ada", "adah"].map((name) => stateOf(world, name))).toEqual(before);
});

test("what was typed over since stays when they are taken apart", () => {
  const world = twoAdas();
  merge(world, "adah", "ada");
  world.edit("ada", { Phone: "0687654321" });
  world.run();
  unmerge(world, "adah");
  expect(world.row("ada")).toMatchObject({ Phone: "0687654321", Budget: null });
});

test("they can be made one again", () => {
  const world = twoAdas();
  merge(world, "adah", "ada");
  unmerge(world, "adah");
  merge(world, "adah", "ada");
  expect(world.names()).toEqual(["ada", "", "bob"]);
  expect(world.cell("ada", "Budget")).toBe(500);
});

test("a row that somebody brings back is a record again", () => {
  const world = twoAdas();
  const row = world.table().rows[1];
  merge(world, "adah", "ada");
  if (row !== undefined) world.bringBack(row);
  world.run();
  expect(world.story("adah").slice(-1)).toEqual(["restored"]);
  expect(world.cell("adah", "Phone")).toBe("0612345678");
  expect(world.run().changes).toEqual([]);
});

test("what people's own columns hold beside the row stays, and the row comes back to it", () => {
  const world = twoAdas();
  world.replace(
    world.tables().map((table) =>
      table.tab !== "Deals"
        ? table
        : {
            ...table,
            header: [...table.header, "Birthday"],
            rows: table.rows.map(({ at, cells }) => ({
              at,
              cells: [
                ...Array.from(table.header, (_, column) => cells[column] ?? null),
                at === 3 ? "1 May" : null,
              ],
            })),
          },
    ),
  );
  merge(world, "adah", "ada");
  world.sort("Name");
  unmerge(world, "adah");
  expect(world.cell("adah", "Birthday")).toBe("1 May");
});

test("what was won is not lost in a record that is open", () => {
  const world = twoAdas();
  world.edit("adah", { Stage: "Won" });
  world.run();
  expect(() => merge(world, "adah", "ada")).toThrow(
    '"adah" is in "Won"; keep that one, and let "ada" go into it',
  );
});

test("a record is not one with itself, and two of one name have to be told apart", () => {
  const world = twoAdas();
  expect(() => merge(world, "ada", "ada")).toThrow('"ada" is one record; name another that it is one with');
  world.add({ Name: "ada" });
  world.run();
  expect(() => merge(world, "ada", "bob")).toThrow('2 records are called "ada"; name one by its id');
});

test("two of different kinds are linked, not made one", () => {
  const world = openWorld({
    boards: { Deals: dealsPipeline, Orders: { ...dealsPipeline, name: "Orders", noun: "order" } },
  });
  world.add({ Name: "ada" });
  world.add({ Name: "order 1" }, "Orders");
  world.run();
  expect(() => merge(world, "order 1", "ada")).toThrow(
    '"order 1" is called "order" and "ada" is called "deal"; only two of a kind can be one, others are linked',
  );
});

test("two on boards of one kind can be made one", () => {
  const world = openWorld({
    boards: { Deals: dealsPipeline, Projects: { ...dealsPipeline, name: "Projects" } },
  });
  world.add({ Name: "ada" });
  world.add({ Name: "adah", Budget: 5 }, "Projects");
  world.run();
  const before = shown(world, ["Deals", "Projects"]);
  merge(world, "adah", "ada");
  expect(world.cell("ada", "Budget")).toBe(5);
  expect(world.run().changes).toEqual([]);
  unmerge(world, "adah");
  expect(shown(world, ["Deals", "Projects"])).toEqual(before);
});

test("what two records went into can be taken apart in any order", () => {
  const world = twoAdas();
  const before = shown(world, ["Deals"]);
  merge(world, "adah", "ada");
  merge(world, "bob", "ada");
  unmerge(world, "adah");
  unmerge(world, "bob");
  expect(shown(world, ["Deals"])).toEqual(before);
});

test("what went into one that went on itself is taken apart from the outside", () => {
  const world = twoAdas();
  const before = shown(world, ["Deals"]);
  merge(world, "adah", "ada");
  merge(world, "ada", "bob");
  expect(world.cell("bob", "Phone")).toBe("0612345678");
  expect(() => unmerge(world, "adah")).toThrow('"ada" became one with "bob" since; take those apart first');
  unmerge(world, "ada");
  unmerge(world, "adah");
  expect(shown(world, ["Deals"])).toEqual(before);
});

test("what is asked for twice by its IDs is done once, and said alike", () => {
  const world = twoAdas();
  const [adah, ada] = ["adah", "ada"].map((name) => String(world.cell(name, "ID")));
  merge(world, adah ?? "", ada ?? "");
  const entries = world.log().length;
  expect(merge(world, adah ?? "", ada ?? "")).toBe('"adah" is one with "ada" now');
  expect(world.log().length).toBe(entries);
  unmerge(world, adah ?? "");
  const after = world.tables();
  expect(unmerge(world, adah ?? "")).toBe('"adah" and "ada" are two again');
  expect(world.tables()).toEqual(after);
});

test("an edit after it is answered from its row as it would be from the whole book", () => {
  const world = twoAdas();
  world.edit("adah", { Log: "Reply: yes" });
  world.run();
  merge(world, "adah", "ada");
  const before = world.tables();
  world.edit("ada", { Stage: "Offer" });
  const asking = { tab: "Deals", board: "deals", ids: "touched" as const };
  expect(answered(world, before, asking).how).toBe("done");
});

test("a new record in the emptied row is a new one", () => {
  const world = twoAdas();
  const adah = world.cell("adah", "ID");
  merge(world, "adah", "ada");
  world.replace(
    world.tables().map((table) => {
      const name = table.marks["name"] ?? -1;
      const rows = table.rows.map((row) =>
        row.at === 3
          ? { ...row, cells: row.cells.map((cell, column) => (column === name ? "Cleo" : cell)) }
          : row,
      );
      return table.tab === "Deals" ? { ...table, rows } : table;
    }),
  );
  world.run();
  expect(world.story("Cleo")).toEqual(["created lead"]);
  expect(world.cell("Cleo", "ID")).not.toBe(adah);
  unmerge(world, "adah");
  expect(world.names()).toEqual(["ada", "Cleo", "bob", "adah"]);
});

test("a milestone that is earned by what was taken over goes with it", () => {
  const world = openWorld({
    boards: { Deals: dealsPipeline, Projects: { ...dealsPipeline, name: "Projects" } },
  });
  world.add({ Name: "ada", Log: "Call" });
  world.add({ Name: "adah" }, "Projects");
  world.run();
  merge(world, "ada", "adah");
  expect(world.cell("adah", "Score", "Projects")).toBe(2);
  unmerge(world, "ada");
  expect(world.cell("adah", "Score", "Projects")).toBe(0);
});

test("an Undo that waits in the Log cell waits still after it", () => {
  const world = twoAdas();
  world.edit("ada", { Log: "Undo" });
  world.run();
  merge(world, "adah", "ada");
  unmerge(world, "adah");
  expect(world.row("ada")).toMatchObject({
    Log: "Undo",
    "Status note": "there is no move to undo: the record is where it began",
  });
});
