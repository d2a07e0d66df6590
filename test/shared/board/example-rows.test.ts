// A row is an example while it is what it was made as, and a record the moment that anything of it is another.

import fc from "fast-check";
import { expect, test } from "vitest";
import { boardLayout, peoplesKeys } from "../../../shared/board/board-layout.ts";
import { exampleRows, examplesApart, isExampleRow } from "../../../shared/board/example-rows.ts";
import { fingerprintOf } from "../../../shared/board/fingerprint.ts";
import type { RowCells } from "../../../shared/table/layout.ts";
import { fixtures } from "../../fixtures.ts";
import "../../seed.ts";

const [board = { id: "", tab: "", pipeline: "" }] = fixtures.book.boards;
const keys = peoplesKeys(boardLayout(fixtures.book, board));
const [shown = {}] = exampleRows(fixtures.book, board, ["Ann Lee", "Bob Ray"]);

function asRead(cells: RowCells) {
  return { id: String(cells["id"] ?? ""), fingerprint: fingerprintOf(cells, keys), cells };
}

test("a row that was made as an example is one, on its own board only", () => {
  expect(isExampleRow(board.id, asRead(shown))).toBe(true);
  expect(isExampleRow("other", asRead(shown))).toBe(false);
});

test("whatever people type into an example, it is none any more", () => {
  const typed = fc.record({
    key: fc.constantFrom(...keys, "log", "log_note"),
    text: fc.string({ minLength: 1 }),
  });
  fc.assert(
    fc.property(typed, ({ key, text }) => {
      fc.pre(text.trim() !== "" && text.trim() !== String(shown[key] ?? "").trim());
      expect(isExampleRow(board.id, asRead({ ...shown, [key]: text }))).toBe(false);
    }),
  );
});

test("a cell that is emptied makes it none, too; what the engine writes beside it does not", () => {
  expect(isExampleRow(board.id, asRead({ ...shown, next_step: null }))).toBe(false);
  expect(isExampleRow(board.id, asRead({ ...shown, status_note: "late", since: "2026-11-02" }))).toBe(true);
});

test("of an example and its copy, the copy is none", () => {
  const [first, second] = [asRead(shown), asRead(shown)];
  const { rows, examples } = examplesApart(board.id, [first, second]);
  expect([rows[0] === second, examples[0] === first]).toEqual([true, true]);
});
