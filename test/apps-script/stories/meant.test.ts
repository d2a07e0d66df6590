// What Check tells of a sheet, and what it asks: whatever stops a board, people can say there that it was meant.

import { expect, test } from "vitest";
import { openBoard, type SheetWorld } from "../sheet-world.ts";

const NAMES = ["Ann", "Bob", "Cid", "Dan", "Eva", "Fay", "Gus", "Hal"];

function withoutSix(): SheetWorld {
  const world = openBoard("coaching");
  world.ada.paste(
    "Coaching!B2",
    NAMES.map((name) => [name]),
  );
  world.ada.deleteRows("Coaching!A2", 6);
  return world;
}

function check({ ada }: SheetWorld, ...answers: readonly ("YES" | "NO" | "OK")[]): readonly string[] {
  ada.seen.dialogs.length = 0;
  ada.answers.push(...answers);
  ada.menu("Stageline", "Check this sheet");
  return ada.seen.dialogs.map(({ prompt }) => prompt);
}

test("records that are gone at once stop a board until somebody says that they were deleted on purpose", () => {
  const world = withoutSix();
  const [question, told] = check(world, "YES", "OK");
  expect(question).toMatch(/^Coaching: 6 of 8 clients are gone at once; .+\n\nWas that done on purpose\?/);
  expect(told).toBe("6 new in the history\nNo problems");
  expect(world.rows("Activity").filter(({ Entry }) => Entry === "removed").length).toBe(6);
  expect(check(world, "OK")).toEqual(["No problems"]);
});

test("until then nothing of the board is written, and the question comes again", () => {
  const world = withoutSix();
  const [, told] = check(world, "NO", "OK");
  expect(told).toMatch(/^Coaching: 6 of 8 clients are gone at once; /);
  expect(world.rows("Activity").length).toBe(8);
  expect(check(world, "NO", "OK").length).toBe(2);
});

test("a history that lost rows is taken as it is once somebody says so", () => {
  const world = openBoard("coaching");
  world.ada.type("Coaching!B2", "Ann");
  world.ada.type("Coaching!B3", "Bob");
  world.ada.deleteRows("Activity!A2");
  expect(check(world, "YES", "OK")[0]).toMatch(
    /^Activity: the history has 1 row fewer than Stageline wrote; /,
  );
  expect(check(world, "OK")).toEqual(["No problems"]);
});

test("a row of the history that somebody altered is told at its row", () => {
  const world = openBoard("coaching");
  world.ada.type("Coaching!B2", "Ann");
  world.ada.type(`Activity!${letterOf(world, "Activity", "Who")}2`, "Robin");
  expect(check(world, "OK")).toEqual([expect.stringMatching(/^Activity!\w+2: .*changed/)]);
});

test("merged cells on a board are told, and their rows are left alone", () => {
  const world = openBoard("coaching");
  world.ada.paste("Coaching!B2", [["Ann"], ["Bob"]]);
  const file = world.google.spreadsheet(world.spreadsheet);
  const merged = { ...world.ada.range("Coaching!A2:A3") };
  const tabs = file.state.tabs.map((tab) => (tab.name === "Coaching" ? { ...tab, merges: [merged] } : tab));
  file.state = { ...file.state, tabs };
  expect(check(world, "OK").join("\n")).toContain("Coaching!A2: merged cells (A2:A3) hide values");
});

function letterOf({ rows }: SheetWorld, tab: string, header: string): string {
  return String.fromCharCode(65 + Object.keys(rows(tab)[0] ?? {}).indexOf(header));
}
