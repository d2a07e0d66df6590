// Rows that people move between a look's last read and the moment in which its writes arrive: what was meant for a row
// is done in that row all the same, and the history tells each thing once.

import { expect, test } from "vitest";
import { columnLetters } from "../../shared/table/cell.ts";
import { openBoard, type SheetWorld } from "./sheet-world.ts";

const MOVES: readonly (readonly [string, (world: SheetWorld) => void])[] = [
  ["deleted", ({ ada }) => ada.deleteRows("Sales!A2")],
  ["inserted", ({ ada }) => ada.insertRows("Sales!A2")],
  ["sorted", (world) => world.ada.sort(wholeRows(world, [2, 7]), [{ column: 2, order: "descending" }])],
];

/** A live board with Zero, Acme, Bolt and Crane in the rows 2 to 5; events are lost from now on. */
function openWorld(): SheetWorld {
  const world = openBoard("sales");
  const { ada, google } = world;
  ada.paste("Sales!B2", [["Zero"], ["Acme"], ["Bolt"], ["Crane"]]);
  ada.answers.push("OK");
  ada.menu("Stageline", "Practice or live", "Live");
  google.hooks.drops = () => true;
  return world;
}

/** The board is looked at, and its rows are moved just before the writes arrive; then it is looked at again. */
function lookWhile(world: SheetWorld, move: (world: SheetWorld) => void, look = check): void {
  let isDone = false;
  world.google.hooks.interfere = ({ request }) => {
    const isWriting = request.ask === "grid" && request.writes.some(({ do: what }) => what === "setValues");
    if (isWriting && !isDone) {
      isDone = true;
      move(world);
    }
    return undefined;
  };
  look(world);
  check(world);
  expect(isDone).toBe(true);
  expect(world.google.failures()).toEqual([]);
}

function check({ ada }: SheetWorld): void {
  ada.answers.push("OK");
  ada.menu("Stageline", "Check this sheet");
}

function type(
  world: SheetWorld,
  place: { readonly column: string; readonly row: number },
  value: string,
): void {
  const letters = columnLetters(headers(world).indexOf(place.column));
  world.ada.type(`Sales!${letters}${place.row}`, value);
}

function wholeRows(world: SheetWorld, [first, last]: readonly [number, number]): string {
  return `Sales!A${first}:${columnLetters(headers(world).length - 1)}${last}`;
}

function headers({ rows }: SheetWorld): readonly string[] {
  return Object.keys(rows("Sales")[0] ?? {});
}

function toldSince({ rows }: SheetWorld): readonly string[] {
  const told = rows("Activity").map(({ Entry, Name }) => `${Entry} ${Name}`);
  return told.slice(told.indexOf("definition-changed null") + 1).filter((line) => line !== "removed Zero");
}

test.each(MOVES)("a word in Log is noted once when rows are %s before its row is written", (_how, move) => {
  const world = openWorld();
  type(world, { column: "Stage", row: 3 }, "Initial Outreach");
  type(world, { column: "Log", row: 4 }, "Call");
  lookWhile(world, move);
  expect(toldSince(world)).toEqual(["refused Acme", "call Bolt"]);
  const bolt = world.rows("Sales").find(({ Name }) => Name === "Bolt");
  expect(bolt).toMatchObject({ Log: null });
});

test.each(MOVES)("a new row comes to be one record when rows are %s before it gets its ID", (_how, move) => {
  const world = openWorld();
  world.ada.paste("Sales!A6", [
    ["", "Drum"],
    ["Dialogue", "Echo"],
  ]);
  lookWhile(world, move);
  expect(toldSince(world)).toEqual(["created Drum", "created Echo", "refused Echo"]);
  const notes = Object.fromEntries(world.rows("Sales").map((row) => [row["Name"], row["Status note"]]));
  expect(notes).toMatchObject({ Drum: null, Echo: "Dialogue needs: Reply: yes logged" });
});

test("a stage that is typed into a pasted row while the rows are read is judged, not written over", () => {
  const world = openWorld();
  const { ada, google } = world;
  delete google.hooks.drops;
  let isDone = false;
  google.hooks.interfere = ({ request }) => {
    const reads = request.ask === "grid" ? request.reads : [];
    const isOfAll = reads.some((read) => read.ask === "cells" && read.range.row === 2 && read.range.isOpen);
    if (isOfAll && !isDone) {
      isDone = true;
      google.hooks.drops = () => true;
      type(world, { column: "Stage", row: 6 }, "Dialogue");
    }
    return undefined;
  };
  ada.paste("Sales!B6", [["Drum"], ["Echo"]]);
  check(world);
  expect(isDone).toBe(true);
  expect(toldSince(world)).toEqual(["created Drum", "refused Drum", "created Echo"]);
});

test.each(MOVES)(
  "a copied row comes to be one record when rows are %s before it gets its ID",
  (_how, move) => {
    const world = openWorld();
    type(world, { column: "Log", row: 3 }, "Call");
    world.ada.copyPaste(wholeRows(world, [3, 3]), "Sales!A6");
    lookWhile(world, move);
    expect([...toldSince(world)].sort()).toEqual(["call Acme", "call Acme", "copied Acme"]);
    expect(world.rows("Sales").filter(({ Name }) => Name === "Acme").length).toBe(2);
  },
);

test.each(MOVES)("what other rows hold stays theirs when rows are %s", (_how, move) => {
  const world = openWorld();
  type(world, { column: "Log note", row: 5 }, "a word of Crane's");
  type(world, { column: "Stage", row: 3 }, "Initial Outreach");
  type(world, { column: "Stage", row: 4 }, "Dialogue");
  lookWhile(world, move);
  expect(toldSince(world)).toEqual(["refused Acme", "refused Bolt"]);
  const shown = world.rows("Sales").map((row) => [row["Name"], [row["Stage"], row["Log note"]]]);
  expect(Object.fromEntries(shown)).toMatchObject({
    Acme: ["Networking Database", null],
    Bolt: ["Networking Database", null],
    Crane: ["Networking Database", "a word of Crane's"],
  });
  const notes = world.rows("Sales").filter(({ "Status note": note }) => note !== null);
  expect(
    notes.map(({ Name, "Status note": note }) => `${Name}: ${String(note).slice(0, 13)}`).sort(),
  ).toEqual(["Acme: Initial Outre", "Bolt: Dialogue need"]);
});

test("what nobody noted yet of a row above stays when it is sorted to the place of a row that is written", () => {
  const world = openWorld();
  type(world, { column: "Log", row: 3 }, "Call");
  delete world.google.hooks.drops;
  const sort = ({ ada }: SheetWorld) =>
    ada.sort(wholeRows(world, [2, 5]), [{ column: 2, order: "descending" }]);
  lookWhile(world, sort, () => type(world, { column: "Log", row: 5 }, "Meeting"));
  expect(toldSince(world)).toEqual(["meeting Crane", "call Acme"]);
});

test("a sort that is undone after rows were looked at in their new places leaves each record its own history", () => {
  const world = openWorld();
  const { ada, ben } = world;
  type(world, { column: "Log", row: 4 }, "Call");
  ada.type("Sales!B6", "Drum");
  ben.sort(wholeRows(world, [2, 6]), [{ column: 2, order: "descending" }]);
  check(world);
  ben.undo();
  check(world);
  // The note is of the IDs that went back; what Drum's Temperature was set to, the undo took away.
  expect(toldSince(world)).toEqual(["created Drum", "call Bolt", "note null", "field Drum"]);
  expect(world.rows("Sales").map(({ Name }) => Name)).toEqual(["Zero", "Acme", "Bolt", "Crane", "Drum"]);
});
