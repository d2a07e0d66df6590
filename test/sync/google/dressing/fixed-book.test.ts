// `check --fix` on a Google spreadsheet: what is lost around the cells comes back, once.

import { expect, test } from "vitest";
import type { ScriptWrite } from "../../../../local/grid/protocol.ts";
import { writeGrid } from "../../../../local/grid/script/write-grid.ts";
import { cellAt } from "../../../../local/grid/spreadsheet.ts";
import type { ApiCall } from "../../../../local/sheets-api/server/api-call.ts";
import { fixPlan } from "../../../../sync/commands/check.ts";
import { type GoogleBookHere, googleBook } from "../google-book.ts";
import { columnOf, tabNamed } from "./sales-book.ts";

const BY_A_PERSON: ApiCall = {
  ...{ number: 0, kind: "write", verb: "", path: "", params: {}, query: {}, who: "a person" },
};

function done(book: GoogleBookHere, ...writes: readonly ScriptWrite[]): void {
  book.drive.find(book.id)?.write(writes.reduce(writeGrid, book.state()), BY_A_PERSON);
}

async function fixed(book: GoogleBookHere): Promise<readonly string[]> {
  const store = await book.store();
  const plan: Parameters<typeof store.change>[0] = (tables, around) => fixPlan(tables, around, book.runNow());
  const { result } = await store.change(plan, { asksDressing: true });
  return (result as ReturnType<typeof fixPlan>["result"]).done.map(({ message }) => message);
}

test("a dropdown that somebody cleared comes back, and a column that somebody has shown is hidden", async () => {
  const book = await googleBook();
  const { id: tab, maxRows } = tabNamed(book.state(), "Sales");
  const [stage, memory] = [
    columnOf(book.state(), "Sales", "Stage"),
    columnOf(book.state(), "Sales", "Memory"),
  ];
  const range = { tab, row: 2, column: stage, rows: maxRows - 1, columns: 1 };
  done(
    book,
    { do: "paint", range, paint: { validation: null } },
    { do: "setColumns", tab, column: memory, count: 1, isHidden: false },
  );
  expect(await fixed(book)).toEqual([
    'the dropdown of "Stage" is back',
    'the column "Memory" is hidden again',
  ]);
  const sales = tabNamed(book.state(), "Sales");
  expect(cellAt(sales, maxRows, stage)?.validation?.criteria.kind).toBe("range");
  expect(sales.columns[memory - 1]?.isHidden).toBe(true);
  expect(await fixed(book)).toEqual([]);
});
