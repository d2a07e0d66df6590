// A plan that is so long that it is written in slices: what one slice drew is known to the next.

import { expect, test } from "vitest";
import { boardLayout } from "../../../../shared/board/board-layout.ts";
import { reconcile } from "../../../../shared/engine/reconcile.ts";
import type { Change } from "../../../../shared/table/change.ts";
import { googleBook } from "../google-book.ts";
import { tabNamed } from "./sales-book.ts";

test("a board that the first slice draws anew loses all of its colours with the last one", async () => {
  const book = await googleBook();
  const { definition } = reconcile(book.tables(), book.runNow());
  const [board] = definition.boards;
  if (board === undefined) throw new Error("the book has no board");
  const layout = boardLayout(definition, board);
  const more = { text: "Thinking", background: "#123456" };
  const columns = layout.columns.map((column) => {
    return column.key === "stage" ? { ...column, colours: [...(column.colours ?? []), more] } : column;
  });
  const rows = Array.from({ length: 60 }, (_, index) => ({ id: `p${index}`, person: "x".repeat(40_000) }));
  const changes: readonly Change[] = [
    { kind: "layOut", tab: "Sales", layout: { ...layout, columns } },
    { kind: "append", tab: "Team", rows },
    { kind: "takeOff", tab: "Sales", columns: [] },
  ];
  const { calls } = await book.counted(() => book.change(changes));
  expect(calls).toBeGreaterThan(5);
  expect(tabNamed(book.state(), "Sales").conditionalFormats).toEqual([]);
});
