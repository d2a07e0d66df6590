// Two records made one in the sheet, while people move its rows and executions end before their time.

import { expect, test } from "vitest";
import { columnLetters } from "../../shared/table/cell.ts";
import { openBoard, openSheet, type SheetWorld } from "./sheet-world.ts";

/** Whoever was killed while it was their turn is waited for. */
const MINUTE_MS = 60_000;
const PHONE = "+31612345678";

/** A board with Zero, Acme, Acme Ltd and Crane in the rows 2 to 5; Acme Ltd has a phone number. */
function openWorld(): SheetWorld {
  begun ??= begunBook();
  return openSheet(begun);
}

let begun: ReturnType<typeof begunBook> | undefined;

// Making it is slow: once for the file.
function begunBook() {
  const world = openBoard("sales");
  world.ada.paste("Sales!B2", [["Zero"], ["Acme"], ["Acme Ltd"], ["Crane"]]);
  const phone = Object.keys(world.rows("Sales")[0] ?? {}).indexOf("Phone");
  world.ada.type(`Sales!${columnLetters(phone)}4`, `'${PHONE}`);
  check(world);
  const { google, spreadsheet } = world;
  return { state: google.spreadsheet(spreadsheet).state, now: google.now() };
}

function check({ ada }: SheetWorld): void {
  ada.answers.push("OK");
  ada.menu("Stageline", "Check this sheet");
}

function idOf({ rows }: SheetWorld, name: string): string {
  return String(rows("Sales").find((row) => row["Name"] === name)?.["ID"]);
}

function merge(world: SheetWorld): unknown {
  const [other, record] = [idOf(world, "Acme Ltd"), idOf(world, "Acme")];
  return world.ada.page("pageMerge", { board: "Sales", record, other, otherBoard: "Sales" });
}

// As a page sees it whose script ended before its time.
function mergeKilled(world: SheetWorld): void {
  try {
    merge(world);
  } catch (error) {
    if (!String(error).includes("killed")) throw error;
  }
}

function shown({ rows }: SheetWorld): readonly unknown[] {
  return rows("Sales").map((row) => [row["Name"], row["Phone"]]);
}

const ONE = [
  ["Zero", null],
  ["Acme", PHONE],
  ["Crane", null],
];

test("the one takes over what it lacks, and the other leaves the board, hidden cells too", () => {
  const world = openWorld();
  expect(merge(world)).toMatchObject({ said: '"Acme Ltd" is one with "Acme" now; it took over Phone' });
  expect(shown(world)).toEqual(ONE);
  const [other, record] = [
    world.rows("Activity").find((row) => row["Name"] === "Acme Ltd")?.["Record"],
    idOf(world, "Acme"),
  ];
  expect(world.ada.page("pageUnmerge", { board: "Sales", record, other })).toMatchObject({
    said: '"Acme Ltd" and "Acme" are two again',
  });
  expect(shown(world)).toContainEqual(["Acme Ltd", PHONE]);
  expect(shown(world)).toContainEqual(["Acme", null]);
});

const MOVES: readonly (readonly [string, (world: SheetWorld) => void])[] = [
  ["deleted", ({ ada }) => ada.deleteRows("Sales!A2")],
  ["inserted", ({ ada }) => ada.insertRows("Sales!A2")],
];

test.each(MOVES)("no other row is emptied when rows are %s before the writes arrive", (_how, move) => {
  for (const write of [1, 2, 3]) {
    const world = openWorld();
    world.google.hooks.drops = () => true;
    let writes = 0;
    world.google.hooks.interfere = ({ request }) => {
      const isWriting = request.ask === "grid" && request.writes.some(({ do: what }) => what === "setValues");
      if (isWriting && ++writes === write) move(world);
      return undefined;
    };
    merge(world);
    delete world.google.hooks.interfere;
    check(world);
    const expected = ONE.filter(([name]) => name !== "Zero" || _how !== "deleted" || writes < write);
    expect(shown(world), `write ${write} of ${writes}`).toEqual(expected);
    expect(world.google.failures()).toEqual([]);
  }
});

test("an execution that is killed anywhere has made them one, or not begun, once the sheet is looked at again", () => {
  const two = shown(openWorld());
  let isKilled = true;
  for (let call = 1; isKilled; call++) {
    const world = openWorld();
    let calls = 0;
    const applied = call % 7;
    world.google.hooks.interfere = ({ execution }) =>
      execution.functionName === "pageMerge" && ++calls === call ? { what: "kill", applied } : undefined;
    mergeKilled(world);
    delete world.google.hooks.interfere;
    world.google.advance(MINUTE_MS);
    check(world);
    const isNoted = world.rows("Activity").some((row) => row["Entry"] === "merged");
    expect(shown(world), `call ${call}, ${applied} applied`).toEqual(isNoted ? ONE : two);
    isKilled = calls === call;
  }
});
