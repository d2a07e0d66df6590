// The Dashboard right after a board was made, as the page asks for it.

import { expect, test } from "vitest";
import { openBoard, type SheetWorld } from "../sheet-world.ts";

function tabNames({ google, spreadsheet }: SheetWorld): readonly string[] {
  return google.spreadsheet(spreadsheet).state.tabs.map(({ name }) => name);
}

test("after a board is made the page has the Dashboard made, and whoever looks at the board goes on looking at it", () => {
  const world = openBoard("sales");
  world.ada.select("Sales!B2");
  expect(world.ada.page("pageDashboard", {})).toEqual({ said: "The Dashboard is up to date" });
  expect(tabNames(world)[0]).toBe("Dashboard");
  expect(JSON.stringify(world.rows("Dashboard"))).toContain("the first name that is typed on the tab");
  expect(world.ada.page("pageSelection", {})).toMatchObject({ tab: "Sales" });
  expect(world.last("pageDashboard").counts.trips).toBeLessThanOrEqual(45);
  expect(world.google.failures()).toEqual([]);
});

test("asked for again it is left as it is, and one that was deleted is not made again", () => {
  const world = openBoard("sales");
  world.ada.page("pageDashboard", {});
  expect(world.ada.page("pageDashboard", {})).toEqual({ said: "The Dashboard stays as it is" });
  world.ada.act({ do: "deleteTab", tab: world.ada.range("Dashboard!A1").tab });
  expect(world.ada.page("pageDashboard", {})).toEqual({ said: "The Dashboard stays as it is" });
  expect(tabNames(world)).not.toContain("Dashboard");
});
