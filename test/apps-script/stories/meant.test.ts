// What stops a board is asked about where people can say that it was meant: at Check.

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
