// Who looks after a sheet: one account at a time, whatever scripts are in it.

import { describe, expect, test } from "vitest";
import { addOnFile } from "./built-add-on.ts";
import { ADA, BEN, openBoard, type SheetWorld } from "./sheet-world.ts";

function reminders({ ada, ben }: SheetWorld, who: "ada" | "ben", item: string): string {
  const person = who === "ada" ? ada : ben;
  person.answers.push("OK");
  person.menu("Stageline", "Reminders", item);
  return person.seen.dialogs.slice(-1)[0]?.prompt ?? "";
}

function owners({ google }: SheetWorld): readonly string[] {
  return [...new Set(google.triggers().map(({ owner }) => owner))];
}

// Whether Google counts an hourly trigger among those of the sheet is not documented: it must not matter.
describe.each(["with their spreadsheet", "apart"] as const)("clock triggers %s", (clockTriggers) => {
  function withBen(): SheetWorld {
    const world = openBoard("sales");
    world.google.world.clockTriggers = clockTriggers;
    world.google.install(world.script, BEN);
    return world;
  }

  test("whoever turns reminders on has a trigger for edits, one for answers of a form, and an hourly one", () => {
    const world = withBen();
    expect(reminders(world, "ada", "On")).toMatch(/^Reminders are on, run by ada@example.com/);
    expect(world.google.triggers().map(({ functionName }) => functionName)).toEqual([
      "ownerEdit",
      "formAnswer",
      "hourlyLook",
    ]);
  });

  test("a second person is told whose they are, and gets no triggers", () => {
    const world = withBen();
    reminders(world, "ada", "On");
    expect(reminders(world, "ben", "On")).toMatch(/^Reminders of this sheet are run by ada@example.com; /);
    expect(reminders(world, "ben", "Off")).toMatch(/only that account can turn them off$/);
    expect(owners(world)).toEqual([ADA]);
  });

  test("after a take-over the first one stands down at its next hour", () => {
    const world = withBen();
    reminders(world, "ada", "On");
    reminders(world, "ben", "Take over");
    expect(owners(world)).toEqual([ADA, BEN]);
    world.google.advance(2 * 3_600_000);
    expect(owners(world)).toEqual([BEN]);
    const looks = world.google.executions.filter(({ functionName }) => functionName === "hourlyLook");
    expect(looks.flatMap(({ logs }) => logs).join("\n")).toContain(
      "Reminders of this sheet are run by ben@example.com; this account stands down",
    );
  });

  test("turned off, nothing is left of them", () => {
    const world = withBen();
    reminders(world, "ada", "On");
    expect(reminders(world, "ada", "Off")).toMatch(/^Reminders are off/);
    expect(owners(world)).toEqual([]);
  });

  test("a second script in the same sheet finds the first and stands down", () => {
    const world = withBen();
    reminders(world, "ada", "On");
    world.google.addScript({
      name: "Copy",
      kind: "bound",
      spreadsheet: world.spreadsheet,
      code: addOnFile("Code.js"),
      manifest: addOnFile("appsscript.json"),
      pages: { Sidebar: addOnFile("Sidebar.html") },
    });
    world.ada.open();
    world.ada.answers.push("OK");
    world.ada.menu("Copy", "Reminders", "On");
    expect(world.ada.seen.dialogs.slice(-1)[0]?.prompt).toMatch(
      /^Reminders of this sheet are run by this account with another copy of Stageline; /,
    );
    expect(owners(world)).toEqual([ADA]);
  });

  test("the hour tells what no edit told: a deadline that passed, and who did nothing", () => {
    const world = withBen();
    world.ada.type("Sales!B2", "Acme");
    reminders(world, "ada", "On");
    world.ada.deleteRows("Sales!A2");
    world.google.tick();
    expect(world.rows("Activity").slice(-1)[0]).toMatchObject({
      Entry: "removed",
      Who: "unknown",
      "Known by": "sweep",
    });
    expect(world.rows("Dashboard").length).toBeGreaterThan(3);
  });
});
