// What people bring and do of their own, on a board and beside it: all of it survives.

import { expect, test } from "vitest";
import type { Spreadsheet, Tab } from "../../../local/grid/spreadsheet.ts";
import { openBoard, openSheet, type SheetWorld } from "../sheet-world.ts";

function tabOf({ google, spreadsheet }: SheetWorld, name: string): Tab {
  const tab = google.spreadsheet(spreadsheet).state.tabs.find((each) => each.name === name);
  if (tab === undefined) throw new Error(`there is no tab "${name}"`);
  return tab;
}

function changeState({ google, spreadsheet }: SheetWorld, change: (state: Spreadsheet) => Spreadsheet): void {
  const file = google.spreadsheet(spreadsheet);
  file.state = change(file.state);
}

function changeTab(world: SheetWorld, name: string, change: (tab: Tab) => Tab): void {
  changeState(world, (state) => ({
    ...state,
    tabs: state.tabs.map((tab) => (tab.name === name ? change(tab) : tab)),
  }));
}

function press({ ada }: SheetWorld, ...item: readonly string[]): string {
  ada.answers.push("OK");
  ada.menu("Stageline", ...item);
  return ada.seen.dialogs.slice(-1)[0]?.prompt ?? "";
}

test("a tab of people's called Dashboard stays theirs, and ours takes another name", () => {
  const world = openSheet();
  world.ada.act({ do: "newTab", name: "Dashboard" });
  world.ada.paste("Dashboard!A1", [["mine"], ["mine, too"]]);
  const before = tabOf(world, "Dashboard");
  world.ada.page("pageNewBoard", { template: "coaching", tab: "" });
  press(world, "Refresh the Dashboard");
  expect(tabOf(world, "Dashboard")).toEqual(before);
  expect(world.cell("Stageline dashboard!A1")).toBe("As of");
});

test("a tab of people's called as a set-up tab is not written into: they are asked to rename it", () => {
  const world = openSheet();
  world.ada.act({ do: "newTab", name: "Stages" });
  world.ada.type("Stages!A1", "of the play");
  expect(world.ada.page("pageNewBoard", { template: "coaching", tab: "" })).toEqual({
    problem: '"Stages": Stageline keeps a tab of this name; give yours another name first',
  });
  expect(world.cell("Stages!A1")).toBe("of the play");
});

test("columns of people's between ours keep their formulas, values and place", () => {
  const world = openBoard("coaching");
  const { tab } = world.ada.range("Coaching!A1");
  world.ada.act({ do: "insertLines", side: "before", tab, axis: "columns", at: 1, count: 2 });
  world.ada.paste("Coaching!A1", [["Sum", "Mine"]]);
  world.ada.type("Coaching!D2", "Ann");
  world.ada.paste("Coaching!A2", [["=1+1", "x"]]);
  world.ada.type("Coaching!C2", "Call 1");
  press(world, "Repair");
  const cells = tabOf(world, "Coaching").rows[1]?.cells ?? [];
  expect(cells[0]?.formula ?? cells[0]?.value).toBe("=1+1");
  expect(cells.slice(1, 4).map((cell) => cell?.value)).toEqual(["x", "Call 1", "Ann"]);
});

test("a moved column and a renamed header are followed", () => {
  const world = openBoard("coaching");
  world.ada.type("Coaching!A1", "Where");
  const { tab } = world.ada.range("Coaching!A1");
  world.ada.act({ do: "moveLines", tab, axis: "columns", at: 1, count: 1, to: 6 });
  world.ada.type("Coaching!A2", "Ann");
  expect(world.rows("Coaching")[0]).toMatchObject({ Name: "Ann", Where: "Welcome" });
  expect(press(world, "Check this sheet")).toBe("No problems");
});

test("frozen rows, a filter, a named range and a hidden column stay as people set them", () => {
  const world = openBoard("coaching");
  world.ada.act({ do: "setFilter", range: world.ada.range("Coaching!A1:Z50") });
  changeTab(world, "Coaching", (tab) => ({ ...tab, frozenRows: 3, frozenColumns: 2 }));
  const range = world.ada.range("Coaching!B2:B9");
  changeState(world, (state) => ({ ...state, namedRanges: [{ name: "clients", range }] }));
  world.ada.type("Coaching!B2", "Ann");
  world.ada.type("Stages!B2", "Hello");
  press(world, "Repair");
  expect(tabOf(world, "Coaching")).toMatchObject({ frozenRows: 3, frozenColumns: 2, filter: { range: {} } });
  expect(world.google.spreadsheet(world.spreadsheet).state.namedRanges).toEqual([{ name: "clients", range }]);
});

test("a header that was cleared is back after Repair, and a second Repair changes nothing", () => {
  const world = openBoard("coaching");
  world.ada.clear("Coaching!A1");
  world.ada.type("Coaching!B2", "Ann");
  expect(press(world, "Repair")).toBe('Coaching: the header "Stage" is back');
  expect(world.cell("Coaching!A1")).toBe("Stage");
  const before = world.google.spreadsheet(world.spreadsheet).state.tabs;
  expect(press(world, "Repair")).toBe("Nothing to repair");
  expect(world.google.spreadsheet(world.spreadsheet).state.tabs).toEqual(before);
});

test("rows that are put above the headers stop the board in one sentence, and undoing that is enough", () => {
  const world = openBoard("coaching");
  world.ada.type("Coaching!B2", "Ann");
  world.ada.insertRows("Coaching!A1");
  expect(press(world, "Check this sheet")).toBe(
    "Coaching: the headers stand in row 2; put them back into row 1",
  );
  world.ada.undo();
  expect(press(world, "Check this sheet")).toBe("No problems");
  expect(world.rows("Activity").map((row) => row["Entry"])).toEqual(["created"]);
});

test("in a sheet with decimal commas an amount is that amount", () => {
  const world = openBoard("sales");
  changeState(world, (state) => ({ ...state, locale: "nl_NL" }));
  expect(world.cell("Sales!V1")).toBe("Amount");
  world.ada.type("Sales!B2", "Ann");
  world.ada.type("Sales!V2", "1.234,56");
  expect(world.rows("Sales")[0]).toMatchObject({ Amount: 1234.56 });
  expect(press(world, "Check this sheet")).toBe("No problems");
});
