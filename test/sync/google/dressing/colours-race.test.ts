// A colour rule that somebody puts in at the very moment in which the store draws those of a board anew.

import { expect, test } from "vitest";
import type { ConditionalFormat } from "../../../../local/grid/protocol.ts";
import { writeGrid } from "../../../../local/grid/script/write-grid.ts";
import { SERVE } from "../../../../local/sheets-api/server/gate.ts";
import { boardLayout } from "../../../../shared/board/board-layout.ts";
import { reconcile } from "../../../../shared/engine/reconcile.ts";
import type { Change } from "../../../../shared/table/change.ts";
import { type GoogleBookHere, googleBook } from "../google-book.ts";
import { tabNamed } from "./sales-book.ts";

function coloursOf(book: GoogleBookHere): readonly ConditionalFormat[] {
  return tabNamed(book.state(), "Sales").conditionalFormats;
}

function isTheirs({ background }: ConditionalFormat): boolean {
  return background === "#123456";
}

/** Somebody colours cells, before all other rules. */
function colour(book: GoogleBookHere): void {
  const tab = book.tab("Sales");
  const ranges = [{ tab, row: 2, column: 3, rows: 9, columns: 1 }];
  const rule = { ranges, condition: { kind: "formula", formula: "=$C2>9" }, background: "#123456" } as const;
  const rules = [rule, ...coloursOf(book)];
  const state = writeGrid(book.state(), { do: "setConditionalFormats", tab, rules });
  book.drive
    .find(book.id)
    ?.write(state, { number: 0, kind: "write", verb: "", path: "", params: {}, query: {}, who: "a person" });
}

/** The layout of the board without its first colour. */
function fewerColours(book: GoogleBookHere): readonly Change[] {
  const { definition } = reconcile(book.tables(), book.runNow());
  const [board] = definition.boards;
  if (board === undefined) throw new Error("the book has no board");
  const layout = boardLayout(definition, board);
  const columns = layout.columns.map(({ colours = [], ...column }) => ({
    ...column,
    colours: colours.slice(1),
  }));
  return [{ kind: "layOut", tab: "Sales", layout: { ...layout, columns } }];
}

test("the rule is there afterwards, in whatever moment it came", async () => {
  for (const write of [1, 2, 3]) {
    const book = await googleBook();
    const ours = coloursOf(book).length;
    let count = 0;
    book.hold((call) => {
      if (call.method === "sheets.spreadsheets.batchUpdate") count += 1;
      if (call.method === "sheets.spreadsheets.batchUpdate" && count === write) colour(book);
      return SERVE;
    });
    await book.change(fewerColours(book));
    const isThere = count >= write ? 1 : 0;
    expect(coloursOf(book).filter(isTheirs)).toHaveLength(isThere);
    await book.change(fewerColours(book));
    expect(coloursOf(book).filter((rule) => !isTheirs(rule))).toHaveLength(ours - 1);
  }
});
