import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cellAt,
  heldIn,
  newSpreadsheet,
  type Spreadsheet,
  type Tab,
} from "../../../local/grid/spreadsheet.ts";
import { wholeTab } from "../../../local/sheets-api/range-text.ts";
import { type PlainValue, valueRange } from "../../../local/sheets-api/values/rendered-values.ts";
import { tableIn } from "../../../local/sheets-api/values/table-end.ts";
import { withValues } from "../../../local/sheets-api/values/written-values.ts";

const filled = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);
const cell = fc.oneof(fc.constantFrom<PlainValue>("", "=1", "'x", "12"), filled);
const matrix = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 });

function bookWith(rows: readonly (readonly PlainValue[])[]): {
  readonly state: Spreadsheet;
  readonly tab: Tab;
} {
  const empty = newSpreadsheet({ name: "Book" });
  const range = { tab: 0, row: 1, column: 1, rows: 1000, columns: 26 };
  const { state } = withValues(empty, { range, rows, input: "RAW" }, "Sheet1");
  const [tab] = state.tabs;
  if (tab === undefined) throw new Error("a spreadsheet without tabs");
  return { state, tab };
}

function trimmed(rows: readonly (readonly PlainValue[])[]): readonly (readonly PlainValue[])[] {
  const lines = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== "") + 1));
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
}

test("what is written RAW is read back unformatted as it was, the empty ends cut off", () => {
  fc.assert(
    fc.property(matrix, (rows) => {
      const { state, tab } = bookWith(rows);
      const asked = { values: "UNFORMATTED_VALUE", dates: "SERIAL_NUMBER", by: "ROWS" } as const;
      expect(valueRange(state, wholeTab(tab), asked).values ?? []).toEqual(trimmed(rows));
    }),
  );
});

test("rows and columns of an answer hold the same", () => {
  fc.assert(
    fc.property(matrix, (rows) => {
      const { state, tab } = bookWith(rows);
      const read = (by: "ROWS" | "COLUMNS") =>
        valueRange(state, wholeTab(tab), { values: "FORMULA", dates: "SERIAL_NUMBER", by }).values ?? [];
      const turned = read("COLUMNS");
      const back = read("ROWS").map((row, down) => row.map((_, right) => turned[right]?.[down] ?? ""));
      expect(back).toEqual(read("ROWS"));
    }),
  );
});

test("a table has a border of empty cells at its bottom, so that what is appended lands on no cell of it", () => {
  fc.assert(
    fc.property(matrix, (rows) => {
      const { tab } = bookWith(rows);
      const table = tableIn(tab, wholeTab(tab));
      if (table === undefined) {
        expect(trimmed(rows)).toEqual([]);
        return;
      }
      const below = Array.from({ length: table.columns }, (_, right) =>
        heldIn(cellAt(tab, table.row + table.rows, table.column + right)),
      );
      expect(below.every((value) => value === null)).toBe(true);
      // The last table reaches down to the last row that holds anything.
      expect(table.row + table.rows - 1).toBe(trimmed(rows).length);
    }),
  );
});
