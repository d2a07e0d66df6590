// What the dropdowns of a book that the command made offer in the preview, which computes none of the book's formulas.

import { expect, test } from "vitest";
import { act } from "../../../local/grid/people/acts.ts";
import { type Spreadsheet, type Tab, tabNamed } from "../../../local/grid/spreadsheet.ts";
import { shownChanges } from "../../../local/preview/shown/shown-changes.ts";
import { shownRules } from "../../../local/preview/shown/shown-rules.ts";
import { openedBook } from "../../../sync/preview/opened-book.ts";
import { salesBook } from "./preview-page.ts";

const { state } = await openedBook(await salesBook());

function tab(book: Spreadsheet, name: string): Tab {
  const found = tabNamed(book, name);
  if (found === undefined) throw new Error(`there is no tab "${name}"`);
  return found;
}

function typed(name: string, row: number, text: string): Spreadsheet {
  return act(state, { do: "type", tab: tab(state, name).id, row, column: 1, text }).state;
}

const offered = (book: Spreadsheet, name: string) =>
  shownRules(book, tab(book, name)).map(({ formula1 = "" }) => formula1);

test("whoever comes to the Team is offered as an owner at once, and an example is not", () => {
  const joined = typed("Team", 5, "Noor");
  expect(offered(state, "Sales")).not.toContain('["Noor"]');
  expect(offered(joined, "Sales")).toContain('["Noor"]');
  expect(shownChanges(state, joined)).toMatchObject([{ what: "rules", tab: tab(state, "Sales").id }]);
  expect(offered(typed("Team", 5, "Noor (example)"), "Sales")).not.toContain('["Noor (example)"]');
});

test("a stage is offered on its own board, by the name that it has now", () => {
  const stages = (book: Spreadsheet) => JSON.parse(offered(book, "Sales")[0] ?? "[]").slice(0, 2);
  expect(stages(state)).toEqual(["Networking Database", "Initial Outreach"]);
  const what = { do: "type", tab: tab(state, "Stages").id, row: 2, column: 2, text: "Card file" } as const;
  expect(stages(act(state, what).state)).toEqual(["Card file", "Initial Outreach"]);
});

test("where another cell of the row decides, its list is offered there and nowhere else", () => {
  const days = shownRules(state, tab(state, "Pipelines")).filter(({ formula1 = "" }) =>
    formula1.includes("Company news on"),
  );
  expect(
    days.flatMap(({ ranges }) => ranges.map(({ startRow, endRow }) => [startRow, endRow])),
  ).toContainEqual([1, 1]);
});
