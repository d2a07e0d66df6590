import { expect, test } from "vitest";
import { actAs, type History, newHistory, redo, undo } from "../../../local/grid/people/history.ts";
import type { PersonAct } from "../../../local/grid/people/person-act.ts";
import type { Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { at, gridOf, placeOf, seen, valueAt, write } from "./grids.ts";

const sales = gridOf([
  ["Lead", "Ada"],
  ["Won", "Bob"],
]);
const typing = (text: string): PersonAct => ({ do: "type", ...placeOf(sales, "A1"), text });

function done(...acts: readonly PersonAct[]): { readonly state: Spreadsheet; readonly history: History } {
  return acts.reduce<{ state: Spreadsheet; history: History }>(
    ({ state, history }, what) => actAs(history, state, what),
    { state: sales, history: newHistory },
  );
}

test("undo goes back one act at a time, and redo forward again", () => {
  const { state, history } = done(typing("Offer"), typing("Won"));
  const once = undo(state, history);
  expect(valueAt(once.state, "A1")).toBe("Offer");
  expect(undo(once.state, once.history).state).toBe(sales);
  expect(valueAt(redo(once.state, once.history).state, "A1")).toBe("Won");
});

test("undo takes back the act and leaves what a script wrote since", () => {
  const { state, history } = done(typing("Won"));
  const undone = undo(write(state, "C1", [["since today"]]), history).state;
  expect(seen(undone, "A1:C1")).toEqual([["Lead", "Ada", "since today"]]);
});

test("undo leaves a cell that somebody else has changed since", () => {
  const { state, history } = done(typing("Won"));
  expect(valueAt(undo(write(state, "A1", [["Lost"]]), history).state, "A1")).toBe("Lost");
});

test("deleted rows come back with what they held, though somebody typed elsewhere", () => {
  const { state, history } = done({ do: "deleteLines", tab: 0, axis: "rows", at: 1, count: 1 });
  const undone = undo(write(state, "B1", [["Bea"]]), history);
  expect(seen(undone.state, "A1:B2")).toEqual([
    ["Lead", "Ada"],
    ["Won", "Bea"],
  ]);
  expect(undone.events).toEqual([{ kind: "change", changeType: "INSERT_ROW" }]);
});

test("a deleted tab comes back", () => {
  const two = {
    ...sales,
    tabs: [...sales.tabs, ...gridOf([["x"]]).tabs.map((tab) => ({ ...tab, id: 7, name: "Log" }))],
  };
  const { state, history } = actAs(newHistory, two, { do: "deleteTab", tab: 7 });
  expect(valueAt(undo(state, history).state, "Log!A1")).toBe("x");
});

test("an undone edit is an edit again, of the cells that it gave back", () => {
  const { state, history } = done({ do: "paste", at: placeOf(sales, "A1"), texts: [["x", "y"]] });
  expect(undo(state, history).events).toEqual([
    { kind: "edit", range: at(sales, "A1:B1") },
    { kind: "change", changeType: "EDIT" },
  ]);
});

const insertRow = (at: number): PersonAct => ({
  do: "insertLines",
  tab: 0,
  axis: "rows",
  at,
  count: 1,
  side: "before",
});

test("an undone edit finds its cell though rows came and went above it", () => {
  const { state, history } = done(typing("Won"));
  const { state: moved } = actAs(newHistory, state, insertRow(1));
  expect(seen(undo(moved, history).state, "A1:A3")).toEqual([[null], ["Lead"], ["Won"]]);
});

test("an undone edit of a row that was deleted since gives nothing back", () => {
  const { state, history } = done(typing("Won"));
  const gone = actAs(newHistory, state, { do: "deleteLines", tab: 0, axis: "rows", at: 1, count: 1 }).state;
  expect(undo(gone, history)).toMatchObject({ events: [] });
  expect(seen(undo(gone, history).state, "A1:A2")).toEqual([["Won"], [null]]);
});

test("an inserted row is past undoing when others were inserted since", () => {
  const { state, history } = done(insertRow(1));
  const { state: moved } = actAs(newHistory, state, insertRow(1));
  expect(() => undo(moved, history)).toThrow("can no longer be undone");
});
