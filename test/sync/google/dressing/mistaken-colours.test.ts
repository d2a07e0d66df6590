// A colour rule that somebody put in while ours were drawn anew, by their places in the list.

import { expect, test } from "vitest";
import { writeGrid } from "../../../../local/grid/script/write-grid.ts";
import type { Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import { batchUpdated } from "../../../../local/sheets-api/batch/batch-update.ts";
import { mistakenColours } from "../../../../sync/google/dressing/mistaken-colours.ts";
import { drawnThroughApi } from "./drawn-books.ts";
import { salesBook, stageMore, tabNamed } from "./sales-book.ts";

function withTheirs(state: Spreadsheet, place: number, name: string): Spreadsheet {
  const { id, conditionalFormats } = tabNamed(state, "Sales");
  const range = { tab: id, row: 2, column: 3, rows: 9, columns: 1 };
  const theirs = { ranges: [range], condition: { kind: "formula", formula: `=$C2="${name}"` } } as const;
  const rules = conditionalFormats.toSpliced(place, 0, { ...theirs, background: "#123456" });
  return writeGrid(state, { do: "setConditionalFormats", tab: id, rules });
}

function formulas(state: Spreadsheet): readonly string[] {
  return tabNamed(state, "Sales").conditionalFormats.map(({ condition }) =>
    condition.kind === "formula" ? condition.formula : condition.text,
  );
}

test.each([0, 1, 3])("one that was taken out by mistake is put back, wherever it came: %i", async (place) => {
  const begun = withTheirs(salesBook(), 0, "before");
  const changes = stageMore("Thinking");
  const { sent } = await drawnThroughApi([changes], begun);
  const requests = sent[0] ?? [];
  const drawn = batchUpdated(withTheirs(begun, place, "meanwhile"), { requests });
  const put = mistakenColours(requests, drawn.replies);
  const after = put.length === 0 ? drawn.state : batchUpdated(drawn.state, { requests: put }).state;
  const theirs = (all: readonly string[]) => all.filter((formula) => !formula.includes("Stageline")).sort();
  expect(theirs(formulas(after))).toEqual(['=$C2="before"', '=$C2="meanwhile"']);
  const again = await drawnThroughApi([changes.slice(1)], after);
  const calm = await drawnThroughApi([changes], begun);
  const ours = (all: readonly string[]) => all.filter((formula) => formula.includes("Stageline"));
  expect(ours(formulas(again.state))).toEqual(ours(formulas(calm.state)));
});

test("rules of ours that were taken out stay out", async () => {
  const { sent } = await drawnThroughApi([stageMore("Thinking")], salesBook());
  const requests = sent[0] ?? [];
  expect(mistakenColours(requests, batchUpdated(salesBook(), { requests }).replies)).toEqual([]);
});
