// Where a row went while somebody was typing into it.

import { expect, test } from "vitest";
import { act } from "../../../local/grid/people/acts.ts";
import type { PersonAct } from "../../../local/grid/people/person-act.ts";
import { newSpreadsheet, type Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { rowNow } from "../../../local/preview/server/row-now.ts";

function after(start: Spreadsheet, ...acts: readonly PersonAct[]): Spreadsheet {
  return acts.reduce((state, what) => act(state, what).state, start);
}

function typed(row: number, column: number, text: string): PersonAct {
  return { do: "type", tab: 0, row, column, text };
}

const lines = { do: "deleteLines", tab: 0, axis: "rows", count: 1 } as const;
const names = ["Ann", "Bob", "Cy"].flatMap((name, index) => [
  typed(index + 1, 1, "Lead"),
  typed(index + 1, 2, name),
]);
const seen = after(newSpreadsheet({ name: "Work", tabs: ["Sales"] }), ...names);
const bob = { tab: 0, row: 2 };

test("a row is found where a sort, an insertion and a deletion put it", () => {
  const range = { tab: 0, row: 1, column: 1, rows: 3, columns: 2 };
  const sorted = after(
    seen,
    { do: "sort", range, by: [{ column: 2, order: "descending" }] },
    typed(1, 1, "Won"),
  );
  expect(rowNow(seen, sorted, { tab: 0, row: 1 })).toBe(3);
  const inserted = after(seen, { ...lines, do: "insertLines", side: "before", at: 1 });
  expect(rowNow(seen, inserted, bob)).toBe(3);
  expect(rowNow(seen, after(seen, { ...lines, at: 1 }), bob)).toBe(1);
});

test("a row in which others typed stays where it is", () => {
  expect(rowNow(seen, after(seen, typed(2, 1, "Won")), bob)).toBe(2);
});

test("a row that was deleted is nowhere, though others look like it", () => {
  expect(rowNow(seen, after(seen, { ...lines, at: 2 }), bob)).toBeUndefined();
});

test("an empty row is where it was", () => {
  expect(rowNow(seen, after(seen, { ...lines, at: 2 }), { tab: 0, row: 9 })).toBe(9);
});
