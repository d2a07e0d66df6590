// What the corner of the screen says after an edit: one sentence for each thing, in words that name it.

import { expect, test } from "vitest";
import { openBoard, type SheetWorld } from "../sheet-world.ts";

function saidBy(world: SheetWorld, act: () => void): string {
  world.ada.seen.toasts.length = 0;
  act();
  return world.ada.seen.toasts.map(({ message }) => message).join("\n---\n");
}

function live(template: string): SheetWorld {
  const world = openBoard(template);
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Practice or live", "Live");
  return world;
}

test("a refused move is told once, with the record and the reason", () => {
  const world = live("sales");
  world.ada.type("Sales!B2", "Acme");
  expect(saidBy(world, () => world.ada.type("Sales!A2", "Dialogue"))).toBe(
    "Acme: Dialogue needs: Reply: yes logged",
  );
});

test("an edit of the set-up says that the set-up counts from now on", () => {
  const world = openBoard("coaching");
  expect(saidBy(world, () => world.ada.type("Stages!B2", "Hello"))).toBe(
    "The set-up counts as it stands now",
  );
});

test("rows that changed places without their hidden columns are told as such", () => {
  const world = openBoard("coaching");
  world.ada.paste("Coaching!B2", [["Cid"], ["Bob"], ["Ann"]]);
  expect(saidBy(world, () => world.ada.sort("Coaching!A2:E4", [{ column: 2 }]))).toBe(
    "2 rows were sorted without their hidden columns; their IDs went back to them",
  );
});

test("a name of 40,000 letters is cut where it is told, and kept where it stands", () => {
  const world = openBoard("coaching");
  const said = saidBy(world, () => world.ada.type("Coaching!B2", "x".repeat(40_000)));
  expect(said).toMatch(/^x{59}… is new in Welcome$/);
  expect(world.cell("Coaching!B2")).toBe("x".repeat(40_000));
});

test("a paste of thirty moves that miss something keeps every other value, and is told in a few lines", () => {
  const world = live("sales");
  const rows = Array.from({ length: 30 }, (_, index) => [
    "Dialogue",
    `Deal ${index}`,
    "",
    `Company ${index}`,
  ]);
  const said = saidBy(world, () => world.ada.paste("Sales!A2", rows));
  expect(said.split("\n").length).toBeLessThanOrEqual(8);
  expect(world.rows("Sales").map((row) => [row["Stage"], row["Name"], row["Company"]])).toEqual(
    rows.map(([, name, , company]) => ["Networking Database", name, company]),
  );
});
