// What somebody breaks by mistake: it is told in a sentence, nothing typed is lost, and putting it right is enough.

import { expect, test } from "vitest";
import { openBoard, type SheetWorld } from "../sheet-world.ts";

function board(): SheetWorld {
  const world = openBoard("coaching");
  world.ada.paste("Coaching!B2", [["Ann"], ["Bob"]]);
  return world;
}

function tabId({ google, spreadsheet }: SheetWorld, name: string): number {
  return google.spreadsheet(spreadsheet).state.tabs.find((tab) => tab.name === name)?.id ?? 0;
}

function deleteColumn(world: SheetWorld, tab: string, header: string): void {
  const at = Object.keys(world.rows(tab)[0] ?? {}).indexOf(header) + 1;
  world.ada.act({ do: "deleteLines", tab: tabId(world, tab), axis: "columns", at, count: 1 });
}

function check({ ada }: SheetWorld): string {
  ada.answers.push("OK");
  ada.menu("Stageline", "Check this sheet");
  return ada.seen.dialogs.slice(-1)[0]?.prompt ?? "";
}

function story({ rows }: SheetWorld): readonly string[] {
  return rows("Activity").map((row) => `${row["Entry"]} ${row["Name"]}`);
}

const CREATED = ["created Ann", "created Bob"];

test.each(["Stage", "Name"])("a board without its column %s is left alone until it is back", (header) => {
  const world = board();
  deleteColumn(world, "Coaching", header);
  world.ada.type("Coaching!C4", "typed meanwhile");
  expect(check(world)).toBe(
    `Coaching: the column "${header}" is missing; put it back with this header in row 1, or undo its deletion`,
  );
  expect(world.cell("Coaching!C4")).toBe("typed meanwhile");
  expect(story(world)).toEqual(CREATED);
});

test.each(["ID", "Memory", "Fingerprint"])(
  "the hidden column %s comes back by itself, and nobody is new",
  (header) => {
    const world = board();
    const ids = world.rows("Coaching").map((row) => row["ID"]);
    deleteColumn(world, "Coaching", header);
    expect(check(world)).toMatch(/No problems$/);
    expect(world.rows("Coaching").map((row) => row["ID"])).toEqual(ids);
    expect(story(world)).toEqual(CREATED);
  },
);

test.each(["_state", "_definition", "Held"])("the tab %s comes back by itself, and nobody is new", (tab) => {
  const world = board();
  world.ada.act({ do: "deleteTab", tab: tabId(world, tab) });
  check(world);
  world.ada.type("Coaching!A2", "Call 1");
  expect(check(world)).toMatch(/No problems$/);
  expect(story(world)).toEqual([...CREATED, "moved Ann"]);
});

test("an edit after the history lost a column is written nowhere askew", () => {
  const world = board();
  deleteColumn(world, "Activity", "Record");
  world.ada.type("Coaching!A2", "Call 1");
  world.ada.undo();
  world.ada.undo();
  expect(world.cell("Coaching!A2")).toBe("Welcome");
  expect(check(world)).toBe("No problems");
  expect(story(world)).toEqual(CREATED);
});

test("a stage that is deleted while a record stands in it is told with the board, and the last set-up counts on", () => {
  const world = openBoard("photography");
  world.ada.type("Photography!B2", "Ann");
  world.ada.type("Photography!A2", "Date Held");
  world.ada.deleteRows("Stages!A3");
  expect(check(world)).toMatch(
    /^Stages: the stage "Date Held" is gone from here, but a job stands in it on "Photography"; /,
  );
  expect(world.rows("Photography")[0]).toMatchObject({ Stage: "Date Held" });
});

test("a spoiled row of the set-up is told at its cell, and the last set-up counts on", () => {
  const world = board();
  world.ada.clear("Stages!B3");
  expect(check(world)).toBe("Stages!B3: the row names no stage");
  world.ada.type("Coaching!A2", "Call 1");
  expect(story(world)).toEqual([...CREATED, "moved Ann"]);
});

test("what nobody can read is told at its cell and stays as it was typed", () => {
  const world = openBoard("sales");
  world.ada.type("Sales!B2", "Acme");
  world.ada.type("Sales!A2", "Wonn");
  world.ada.type("Sales!V2", "about 5k");
  const said = check(world);
  expect(said).toContain('Sales!A2: stage "Wonn" is not one of Networking Database, ');
  expect(said).toContain('Sales!V2: Amount: "about 5k" is not an amount like 1234.50');
  expect(world.rows("Sales")[0]).toMatchObject({ Stage: "Wonn", Amount: "about 5k" });
});

test("a board that is full to its last row, and a history that is, take more", () => {
  const world = openBoard("coaching");
  const { state } = world.google.spreadsheet(world.spreadsheet);
  const last = state.tabs.find(({ name }) => name === "Coaching")?.maxRows ?? 0;
  const rows = state.tabs.find(({ name }) => name === "Activity")?.maxRows ?? 0;
  world.ada.type(`Coaching!B${last}`, "Last");
  world.ada.deleteRows("Activity!A3", rows - 2);
  const form = "form of sixteen letters";
  expect(world.ada.page("pageCreate", { board: "Coaching", values: { name: "More" }, form })).toMatchObject({
    said: "More is new in Welcome",
  });
  expect(story(world)).toEqual(["created Last", "created More"]);
  expect(world.google.failures()).toEqual([]);
});
