// A book that is laid out once more through the Sheets API: what people made stays, and what the layout wants now comes
// to be, just as where the add-on draws it.

import { expect, test } from "vitest";
import type { Validation } from "../../../../local/grid/protocol.ts";
import { writeGrid } from "../../../../local/grid/script/write-grid.ts";
import { cellAt, type Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import type { Change } from "../../../../shared/table/change.ts";
import type { ColumnLayout, TabLayout } from "../../../../shared/table/layout.ts";
import { bookInGoogle } from "../../../stores/google-store.ts";
import { type DrawnBook, drawnThroughApi } from "./drawn-books.ts";
import { columnOf, painted, salesBook, salesLayout, stageMore, tabNamed } from "./sales-book.ts";
import { seenSpreadsheet } from "./seen-spreadsheet.ts";

/** The book after the changes were drawn, which the add-on must have drawn alike. */
async function drawn(changes: readonly Change[], begun: Spreadsheet): Promise<DrawnBook> {
  const book = await drawnThroughApi([changes], begun);
  expect(seenSpreadsheet(book.state)).toEqual(seenSpreadsheet(bookInGoogle([changes], begun).state()));
  return book;
}

function layOut(layout = salesLayout()): readonly Change[] {
  return [{ kind: "layOut", tab: "Sales", layout }];
}

function withColumn(header: string, change: Partial<ColumnLayout>): readonly Change[] {
  return layOut(changed(salesLayout(), header, change));
}

function changed(layout: TabLayout, header: string, change: Partial<ColumnLayout>): TabLayout {
  const columns = layout.columns.map((column) =>
    column.header === header ? { ...column, ...change } : column,
  );
  return { ...layout, columns };
}

test("a stage that is added can be picked in every row, and has its colour behind a colour of people's", async () => {
  const sales = tabNamed(salesBook(), "Sales");
  const amount = {
    tab: sales.id,
    row: 2,
    column: columnOf(salesBook(), "Sales", "Amount"),
    rows: 9,
    columns: 1,
  };
  const theirs = {
    ranges: [amount],
    condition: { kind: "formula", formula: "=$A2>9" },
    background: "#123456",
  } as const;
  const rules = [...sales.conditionalFormats.slice(0, 1), theirs, ...sales.conditionalFormats.slice(1)];
  const begun = writeGrid(salesBook(), { do: "setConditionalFormats", tab: sales.id, rules });
  const { state } = await drawn(stageMore("Thinking"), begun);
  const { conditionalFormats } = tabNamed(state, "Sales");
  expect(conditionalFormats[0]).toEqual(theirs);
  expect(conditionalFormats).toHaveLength(rules.length + 1);
  expect(cellAt(tabNamed(state, "Sales"), 1000, 1)?.validation?.criteria).toMatchObject({
    range: { rows: 10 },
  });
});

test("a dropdown and a note that people made in columns of ours stand", async () => {
  const criteria = { kind: "list", values: ["Hot", "Cold"], showsDropdown: true } as const;
  const theirs: Validation = { criteria, allowsInvalid: true };
  const ruled = painted(salesBook(), { header: "Temperature", rows: "below" }, { validation: theirs });
  const begun = painted(ruled, { header: "Temperature", rows: "header" }, { note: "How warm they are" });
  const change = { dropdown: { kind: "values", values: ["Cold", "Warm"] }, note: "Another note" } as const;
  const { sent } = await drawn(withColumn("Temperature", change), begun);
  expect(sent).toEqual([[]]);
});

test("a dropdown that offers something else now is drawn anew, and no other", async () => {
  const change = { dropdown: { kind: "values", values: ["Cold", "Warm", "Hot", "Boiling"] } } as const;
  const { sent } = await drawn(withColumn("Temperature", change), salesBook());
  expect(sent[0]?.map((request) => Object.keys(request))).toEqual([["setDataValidation"]]);
});

test("a dropdown that refuses other values does so in the spreadsheet, too", async () => {
  const { state } = await drawn(withColumn("Temperature", { others: "refuse" }), salesBook());
  const column = columnOf(state, "Sales", "Temperature");
  expect(cellAt(tabNamed(state, "Sales"), 9, column)?.validation?.allowsInvalid).toBe(false);
});

test("a note of ours says what the layout says now, and goes where it says nothing", async () => {
  const column = columnOf(salesBook(), "Sales", "Stage");
  const { state } = await drawn(withColumn("Stage", { note: "Where the deal stands" }), salesBook());
  expect(cellAt(tabNamed(state, "Sales"), 1, column)?.note).toBe("Where the deal stands\n(Stageline)");
  const { state: bare } = await drawn(withColumn("Stage", { note: "" }), state);
  expect(cellAt(tabNamed(bare, "Sales"), 1, column)?.note).toBeUndefined();
});

test("new columns come at the right of all that people keep, also beyond the last column of the tab", async () => {
  const sales = tabNamed(salesBook(), "Sales");
  const last = { tab: sales.id, row: 1, column: sales.maxColumns, rows: 1, columns: 1 };
  const begun = writeGrid(salesBook(), { do: "setValues", range: last, values: [["Theirs"]] });
  const added: ColumnLayout = {
    key: "f_more",
    header: "More",
    widthCharacters: 20,
    format: "money",
    note: "How much more",
    hidden: true,
    derived: true,
  };
  const layout = { ...salesLayout(), columns: [...salesLayout().columns, added] };
  const { state } = await drawn(layOut(layout), begun);
  expect(columnOf(state, "Sales", "More")).toBe(sales.maxColumns + 1);
});

test("a column that lost its mark is known by its header, and marked again", async () => {
  const mark = salesBook().metadata.find(({ value }) => value === "stage");
  const begun = writeGrid(salesBook(), { do: "removeMetadata", id: mark?.id ?? 0 });
  const { sent } = await drawn(layOut(), begun);
  expect(sent[0]?.map((request) => Object.keys(request))).toEqual([["createDeveloperMetadata"]]);
});

test("columns that somebody has shown are hidden where that is wanted, and only those", async () => {
  const sales = tabNamed(salesBook(), "Sales");
  const column = columnOf(salesBook(), "Sales", "Memory");
  const shown = { do: "setColumns", tab: sales.id, column, count: 1, isHidden: false } as const;
  const begun = writeGrid(salesBook(), shown);
  const { sent } = await drawn(
    [{ kind: "layOut", tab: "Sales", layout: salesLayout(), hidesAgain: true }],
    begun,
  );
  expect(sent[0]).toHaveLength(1);
});

test("rows below the last one of a tab look like those above", async () => {
  const rows = Array.from({ length: 1200 }, (_, index) => ({ id: `p${index}`, person: `Person ${index}` }));
  const { state } = await drawn([{ kind: "append", tab: "Team", rows }], salesBook());
  // The header, the row that is there, the new ones, and 500 to spare.
  expect(tabNamed(state, "Team").maxRows).toBe(1 + 1 + 1200 + 500);
});

test("a board that is drawn twice by one plan is drawn as the second layout wants it, and people's colours stay", async () => {
  const { id, conditionalFormats } = tabNamed(salesBook(), "Sales");
  const theirs = [4, 5, 6].map((column) => ({
    ranges: [{ tab: id, row: 2, column, rows: 9, columns: 1 }],
    condition: { kind: "formula", formula: `=$A${column}>9` } as const,
    background: "#123456",
  }));
  const rules = [...conditionalFormats, ...theirs];
  const begun = writeGrid(salesBook(), { do: "setConditionalFormats", tab: id, rules });
  const dropdown = { kind: "values", values: ["Cold", "Boiling"] } as const;
  const second = stageMore("Thinking").map((change) =>
    change.kind === "layOut"
      ? { ...change, layout: changed(change.layout, "Temperature", { dropdown }) }
      : change,
  );
  const changes = [...stageMore("Thinking"), ...second.filter(({ kind }) => kind === "layOut")];
  const { state } = await drawn(changes, begun);
  const kept = tabNamed(state, "Sales").conditionalFormats.filter(
    ({ background }) => background === "#123456",
  );
  expect(kept).toEqual(theirs);
});
