// What stands around the cells of a board: dropdowns, colours, notes, protections; ours are renewed, people's stay.

import { expect, test } from "vitest";
import type { GridRange, Validation } from "../../local/grid/protocol.ts";
import { cellAt, type Tab } from "../../local/grid/spreadsheet.ts";
import { openBoard, type SheetWorld } from "./sheet-world.ts";

function tabNamed({ google, spreadsheet }: SheetWorld, name: string): Tab {
  const tab = google.spreadsheet(spreadsheet).state.tabs.find((each) => each.name === name);
  if (tab === undefined) throw new Error(`there is no tab "${name}"`);
  return tab;
}

function columnOf(world: SheetWorld, header: string, tab = "Sales"): number {
  const cells = tabNamed(world, tab).rows[0]?.cells ?? [];
  return cells.findIndex((cell) => cell?.value === header) + 1;
}

function ruleAt(world: SheetWorld, row: number, header: string): Validation | undefined {
  return cellAt(tabNamed(world, "Sales"), row, columnOf(world, header))?.validation;
}

function cellsOf(world: SheetWorld, header: string): GridRange {
  const tab = tabNamed(world, "Sales");
  return { tab: tab.id, row: 2, column: columnOf(world, header), rows: tab.maxRows - 1, columns: 1 };
}

function repair({ ada }: SheetWorld): string {
  ada.answers.push("OK");
  ada.menu("Stageline", "Repair");
  return ada.seen.dialogs.slice(-1)[0]?.prompt ?? "";
}

test("a stage is picked from the cells that name the stages, in every row of the board", () => {
  const world = openBoard("sales");
  const stages = tabNamed(world, "Stages").id;
  for (const row of [2, 1000]) {
    expect(ruleAt(world, row, "Stage")).toMatchObject({
      criteria: { kind: "range", range: { tab: stages, row: 2, rows: 9 } },
      allowsInvalid: true,
    });
  }
});

test("a choice is picked from its options, and other values are taken with a mark", () => {
  const world = openBoard("sales");
  expect(ruleAt(world, 2, "Temperature")).toMatchObject({
    criteria: { kind: "list", values: expect.arrayContaining(["Cold"]) },
    allowsInvalid: true,
  });
});

test("a dropdown that somebody cleared is back after Repair, and nothing else is drawn anew", () => {
  const world = openBoard("sales");
  world.ada.act({ do: "paint", range: cellsOf(world, "Stage"), paint: { validation: null } });
  const other = ruleAt(world, 2, "Temperature");
  expect(repair(world)).toContain('the dropdown of "Stage" is back');
  expect(ruleAt(world, 500, "Stage")?.criteria.kind).toBe("range");
  expect(ruleAt(world, 2, "Temperature")).toBe(other);
  expect(repair(world)).toBe("Nothing to repair");
});

test("a dropdown that people made in a column of ours stands", () => {
  const world = openBoard("sales");
  const theirs: Validation = {
    criteria: { kind: "list", values: ["Hot", "Cold"], showsDropdown: true },
    allowsInvalid: true,
  };
  world.ada.act({ do: "paint", range: cellsOf(world, "Temperature"), paint: { validation: theirs } });
  const row = world.rows("Fields").findIndex((field) => field["Field"] === "Temperature") + 2;
  const options = columnOf(world, "Choices", "Fields");
  world.ada.type(`Fields!${String.fromCharCode(64 + options)}${row}`, "Cold, Warm, Hot, Boiling");
  expect(ruleAt(world, 2, "Temperature")).toEqual(theirs);
});

test("a stage that is added can be picked, and has its colour; a colour of people's stays", () => {
  const world = openBoard("sales");
  const { google, spreadsheet, ada } = world;
  const file = google.spreadsheet(spreadsheet);
  const theirs = {
    ranges: [cellsOf(world, "Amount")],
    condition: { kind: "formula", formula: "=$A2>9" },
    background: "#123456",
  } as const;
  const state = file.state;
  file.state = {
    ...state,
    tabs: state.tabs.map((tab) =>
      tab.name === "Sales" ? { ...tab, conditionalFormats: [theirs, ...tab.conditionalFormats] } : tab,
    ),
  };
  const before = tabNamed(world, "Sales").conditionalFormats.length;
  const row = world.rows("Stages").length + 2;
  const letter = (header: string) => String.fromCharCode(64 + columnOf(world, header, "Stages"));
  ada.type(`Stages!${letter("Pipeline")}${row}`, "Sales");
  ada.type(`Stages!${letter("Stage")}${row}`, "Thinking");
  ada.type(`Stages!${letter("Kind")}${row}`, "parked");
  expect(ruleAt(world, 2, "Stage")).toMatchObject({
    criteria: { kind: "range", range: { row: 2, rows: 10 } },
  });
  const formats = tabNamed(world, "Sales").conditionalFormats;
  expect(formats[0]).toEqual(theirs);
  expect(formats.length).toBe(before + 1);
});

test("the engine's columns are hidden or warn before they are typed in, and its tabs warn as a whole", () => {
  const world = openBoard("sales");
  const sales = tabNamed(world, "Sales");
  expect(sales.columns[columnOf(world, "Memory") - 1]?.isHidden).toBe(true);
  expect(sales.protections.every(({ onlyWarns }) => onlyWarns)).toBe(true);
  expect(sales.protections.length).toBeGreaterThan(0);
  expect(tabNamed(world, "Activity").protections).toMatchObject([{ onlyWarns: true }]);
});

test("the last thing that a rule did is undone from the menu, and stays undone", () => {
  const { ada, rows } = openBoard("sales");
  ada.type("Sales!B2", "Acme");
  ada.type("Sales!A2", "The Loop");
  const set = rows("Activity").find((row) => row["Known by"] === "rule");
  expect(set).toMatchObject({ Entry: "field" });
  ada.answers.push("OK", "OK");
  ada.menu("Stageline", "Undo the last automatic act");
  expect(ada.seen.dialogs.slice(-1)[0]?.prompt).toMatch(/Acme/);
  const after = rows("Sales")[0];
  ada.menu("Stageline", "Check this sheet");
  expect(rows("Sales")[0]).toEqual(after);
});
