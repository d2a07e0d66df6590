import { expect, test } from "vitest";
import { batchUpdated } from "../../../../local/sheets-api/batch/batch-update.ts";
import { gridOf, seen } from "../../grid/grids.ts";
import { batch, refusal, rowsOf } from "./batches.ts";

const write = (text: string, fields = "userEnteredValue") => ({
  updateCells: { start: { sheetId: 0, rowIndex: 0, columnIndex: 0 }, rows: rowsOf([text]), fields },
});

test("requests of a batch build on each other, and each gets its reply", () => {
  const outcome = batchUpdated(gridOf([]), {
    requests: [
      { addSheet: { properties: { sheetId: 7, title: "Log" } } },
      write("here"),
      { deleteSheet: { sheetId: 7 } },
    ],
  });
  expect(outcome.replies.map((reply) => Object.keys(reply))).toEqual([["addSheet"], [], []]);
  expect(outcome.state.tabs.map(({ name }) => name)).toEqual(["Sales"]);
});

test("a batch of which one request is refused leaves the spreadsheet as it was, and says which one", () => {
  const before = gridOf([["before"]]);
  expect(refusal(before, write("after"), { deleteSheet: { sheetId: 99 } })).toBe(
    "400 Invalid requests[1].deleteSheet: No sheet with id: 99",
  );
  expect(seen(before, "A1")).toEqual([["before"]]);
});

test("what the grid refuses is refused in its words", () => {
  const hide = { updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: "hidden" } };
  expect(refusal(gridOf([]), hide)).toBe(
    "400 Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
  );
});

test("a batch without requests, a request that says nothing, and one of an unknown kind are refused", () => {
  const grid = gridOf([]);
  expect(refusal(grid)).toBe("400 Must specify at least one request.");
  expect(refusal(grid, {})).toBe("400 Invalid requests[0]: No request set.");
  expect(refusal(grid, { deleteSheet: {}, addSheet: {} })).toContain("exactly one");
  expect(refusal(grid, { addSlicer: {} })).toBe(
    "400 Invalid requests[0].addSlicer: this server does not serve requests of that kind",
  );
});

test("a change has to name its fields", () => {
  expect(refusal(gridOf([]), write("x", ""))).toBe(
    "400 Invalid requests[0].updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
  );
});

test("title, locale and zone of a spreadsheet are set, and a zone has to exist", () => {
  const set = (properties: object, fields: string) => ({
    updateSpreadsheetProperties: { properties, fields },
  });
  const grid = batch(
    gridOf([]),
    set({ title: "New", locale: "de_DE", timeZone: "Europe/Berlin" }, "title,timeZone"),
  );
  expect([grid.name, grid.locale, grid.zone]).toEqual(["New", "en_US", "Europe/Berlin"]);
  expect(refusal(grid, set({ timeZone: "Europe/Atlantis" }, "timeZone"))).toContain("Europe/Atlantis");
});
