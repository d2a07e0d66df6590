// A tab of people's that becomes a board through the Sheets API, and is left again: theirs is as it was, cell by cell.

import { expect, test } from "vitest";
import type { ScriptWrite, Validation } from "../../../../local/grid/protocol.ts";
import { writeGrid } from "../../../../local/grid/script/write-grid.ts";
import { newSpreadsheet, type Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import { adoptInBook } from "../../../../shared/engine/adopt/adopt-in-book.ts";
import { leaveBoard } from "../../../../shared/engine/adopt/leave-board.ts";
import { reconcile } from "../../../../shared/engine/reconcile.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { Change } from "../../../../shared/table/change.ts";
import type { TabLayout } from "../../../../shared/table/layout.ts";
import { plainTab } from "../../../../shared/table/tab-facts.ts";
import { gridTables } from "../../../hands/grid-tables.ts";
import { noBook, runAt } from "../../../shared/engine/adopt/sheets.ts";
import { bookInGoogle } from "../../../stores/google-store.ts";
import { drawnThroughApi } from "./drawn-books.ts";
import { seenSpreadsheet } from "./seen-spreadsheet.ts";

const RULE: Validation = {
  criteria: { kind: "list", values: ["Lead", "Won"], showsDropdown: true },
  allowsInvalid: false,
};

function customers(): Spreadsheet {
  const range = (row: number, column: number, rows: number, columns: number) => ({
    tab: 0,
    row,
    column,
    rows,
    columns,
  });
  const writes: readonly ScriptWrite[] = [
    {
      do: "setValues",
      range: range(1, 1, 4, 5),
      values: [
        ["Customer", "Status", "Amount", "Phone", "Next call"],
        ["Acme", "Lead", 1200, "'007", "2026-11-20"],
        ["Bolt", "Won", 800, "020 555 01 23", null],
        ["Crane", "Lead", null, null, null],
      ],
    },
    { do: "paint", range: range(2, 2, 900, 1), paint: { validation: RULE } },
    { do: "paint", range: range(1, 1, 1, 5), paint: { background: "#ffeeaa", note: "Ours since 2019" } },
    { do: "setColumns", tab: 0, column: 2, count: 1, widthPixels: 180 },
    {
      do: "setConditionalFormats",
      tab: 0,
      rules: [
        {
          ranges: [range(2, 3, 99, 1)],
          condition: { kind: "formula", formula: "=$C2>999" },
          background: "#abcdef",
        },
      ],
    },
    { do: "protect", tab: 0, range: range(1, 1, 1, 5), description: "Headers", onlyWarns: true },
  ];
  return writes.reduce(writeGrid, newSpreadsheet({ name: "Customers", zone: "UTC", tabs: ["Customers"] }));
}

function adopting(state: Spreadsheet): readonly Change[] {
  const wanted = { present: noBook, tab: "Customers", facts: plainTab, wishes: {} };
  return unguarded(adoptInBook(gridTables(state), runAt("2026-11-02T09:00:00Z"), wanted).changes);
}

function leaving(state: Spreadsheet): readonly Change[] {
  const run = runAt("2026-11-03T09:00:00Z");
  const tables = gridTables(state);
  const { changes, definition } = reconcile(tables, run);
  const [board] = definition.boards;
  if (board === undefined) throw new Error("the tab is no board");
  const left = leaveBoard(applyChanges(tables, changes), run, { definition, board });
  return unguarded([...changes, ...left.changes]);
}

// Both writers of these tests take every row for the one that was read.
function unguarded(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) =>
    "expectFingerprint" in change ? { ...change, expectFingerprint: "the row as it was read" } : change,
  );
}

test("a board that is drawn anew and left by one plan loses all of ours, and nothing of people's", async () => {
  const begun = customers();
  const { state } = await drawnThroughApi([adopting(begun)], begun);
  const board = gridTables(state).find(({ tab }) => tab === "Customers");
  if (board === undefined) throw new Error("the tab is not there");
  const layout: TabLayout = {
    key: board.key ?? "",
    tab: board.tab,
    hidden: false,
    columns: [{ key: "stage", header: "Status", widthCharacters: 12, format: "text", colours: [] }],
    preparedRows: 0,
  };
  const changes: readonly Change[] = [{ kind: "layOut", tab: board.tab, layout }, ...leaving(state)];
  const left = await drawnThroughApi([changes], state);
  expect(seenSpreadsheet(left.state)).toEqual(seenSpreadsheet(bookInGoogle([changes], state).state()));
  expect(left.state.tabs[0]?.conditionalFormats).toEqual(begun.tabs[0]?.conditionalFormats);
});

test("the tab becomes a board as the add-on makes it one, and is left as it was", async () => {
  const begun = customers();
  const adopted = await drawnThroughApi([adopting(begun)], begun);
  expect(seenSpreadsheet(adopted.state)).toEqual(
    seenSpreadsheet(bookInGoogle([adopting(begun)], begun).state()),
  );
  const left = await drawnThroughApi([leaving(adopted.state)], adopted.state);
  expect(seenSpreadsheet(left.state)).toEqual(
    seenSpreadsheet(bookInGoogle([leaving(adopted.state)], adopted.state).state()),
  );
  const tabOf = (state: Spreadsheet) => seenSpreadsheet(state).find(({ name }) => name === "Customers");
  expect(tabOf(left.state)).toEqual(tabOf(begun));
});
