// How often a command asks Google.

import { expect, test } from "vitest";
import { textOf } from "../../../shared/table/cell.ts";
import { googleBook } from "./google-book.ts";

test("a book that nobody changed is read in three requests at most, and nothing is written", async () => {
  const book = await googleBook();
  book.type("Sales", { name: "Ada", amount: "1200.50" }, { name: "Cy" });
  await book.sync();
  const before = book.state();
  const { result, calls } = await book.counted(() => book.sync());
  expect(result.changed).toBe(false);
  expect(calls).toBeLessThanOrEqual(3);
  expect(book.state()).toBe(before);
});

test("a thousand changed cells of a quiet book are four requests", async () => {
  const book = await googleBook();
  const names = Array.from({ length: 250 }, (_, index) => ({ name: `Person ${index}`, amount: "1200" }));
  book.type("Sales", ...names);
  await book.sync();
  const table = book.tables().find(({ tab }) => tab === "Sales");
  const ids = (table?.rows ?? []).map(({ cells }) => textOf(cells[table?.marks["id"] ?? -1]));
  const fields = ["company", "phone", "need", "next_step"];
  const changes = ids.flatMap((record) =>
    fields.map(
      (field) => ({ kind: "setField", tab: "Sales", record, field, value: `new ${field}` }) as const,
    ),
  );
  const { result, calls } = await book.counted(() => book.change(changes));
  expect(result.cells).toBe(1000);
  expect(calls).toBe(4);
});
