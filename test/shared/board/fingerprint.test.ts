import fc from "fast-check";
import { expect, test } from "vitest";
import { boardLayout, peoplesKeys } from "../../../shared/board/board-layout.ts";
import {
  fingerprintIn,
  fingerprintOf,
  nameFingerprint,
  namePartOf,
} from "../../../shared/board/fingerprint.ts";
import { logWordsFor } from "../../../shared/definition/activity.ts";
import type { Definition, Field } from "../../../shared/definition/pipeline.ts";
import type { Cell } from "../../../shared/table/cell.ts";
import type { RowCells } from "../../../shared/table/layout.ts";
import { fixtures } from "../../fixtures.ts";

const { book } = fixtures;

function layoutOf(definition: Definition) {
  const [board] = definition.boards;
  if (board === undefined) throw new Error("the fixture has no board");
  return boardLayout(definition, board);
}

function bookWith(...fields: readonly Field[]): Definition {
  return { ...book, pipelines: book.pipelines.map((pipeline) => ({ ...pipeline, fields })) };
}

const layout = layoutOf(book);
const [budget] = book.pipelines[0]?.fields ?? [];
const ada: RowCells = { stage: "Lead", name: "Ada", budget: 5 };

test("what people own is stage, fields and next step; what the engine writes and hides is not theirs", () => {
  expect(peoplesKeys(layout)).toEqual(["stage", "name", "owner", "budget", "next_step", "next_step_on"]);
});

test("a field whose name begins with log is people's as any other", () => {
  if (budget === undefined) throw new Error("the fixture has no field");
  const withLogo = layoutOf(bookWith({ ...budget, id: "logo", name: "Logo" }));
  expect(peoplesKeys(withLogo)).toContain("logo");
});

test("a fingerprint is 17 letters, and its first seven tell the name", () => {
  const fingerprint = fingerprintIn(layout, ada);
  expect(fingerprint).toMatch(/^f[0-9a-z]{16}$/);
  expect(namePartOf(fingerprint)).toBe(nameFingerprint("Ada"));
});

test("what the engine writes and columns that people added leave the fingerprint as it is", () => {
  const written = {
    ...ada,
    since: { serial: 46346 },
    status_note: "late",
    id: "r1",
    memory: "{}",
    log: "Call",
    mine: "x",
  };
  expect(fingerprintIn(layout, written)).toBe(fingerprintIn(layout, ada));
});

test.each<[string, RowCells]>([
  ["another stage", { ...ada, stage: "Won" }],
  ["another name", { ...ada, name: "Eve" }],
  ["another value", { ...ada, budget: 6 }],
  ["a value more", { ...ada, next_step: "call" }],
  ["a value less", { stage: "Lead", name: "Ada" }],
  ["a value in another column", { stage: "Lead", name: "Ada", next_step: 5 }],
])("%s is another fingerprint", (_what, cells) => {
  expect(fingerprintIn(layout, cells)).not.toBe(fingerprintIn(layout, ada));
});

test.each<[string, Cell, Cell]>([
  ["a number and its digits as text", 5, "5"],
  ["a date with its mark and without", { serial: 46346 }, 46346],
  ["a fraction that lost its last digits", 0.1 + 0.2, 0.3],
  ["a yes of the spreadsheet and its text", true, "TRUE"],
  ["text with and without spaces around it", " five ", "five"],
  ["an empty cell and one of spaces", null, "  "],
  ["line breaks of one system and another", "a\r\nb", "a\nb"],
])("%s are the same to it: hosts hand them over differently", (_what, left, right) => {
  expect(fingerprintIn(layout, { ...ada, next_step: left })).toBe(
    fingerprintIn(layout, { ...ada, next_step: right }),
  );
});

test("a field that was added, or moved to another place, leaves the fingerprints of all rows as they are", () => {
  if (budget === undefined) throw new Error("the fixture has no field");
  const size: Field = { ...budget, id: "size", name: "Size" };
  const cells = { ...ada, size: 3 };
  const before = fingerprintIn(layoutOf(bookWith(budget, size)), cells);
  expect(fingerprintIn(layoutOf(bookWith(size, budget)), cells)).toBe(before);
  expect(
    fingerprintIn(layoutOf(bookWith(size, budget, { ...size, id: "extra", name: "Extra" })), cells),
  ).toBe(before);
});

test("the order of the keys makes no other fingerprint", () => {
  const keys = ["name", "stage", "budget"];
  fc.assert(
    fc.property(fc.shuffledSubarray(keys, { minLength: 3 }), (order) => {
      expect(fingerprintOf(ada, order)).toBe(fingerprintOf(ada, keys));
    }),
  );
});

test("the Log column offers what can be logged; owners come from the team, or are anybody while it is empty", () => {
  const columnOf = (definition: Definition, key: string) =>
    layoutOf(definition).columns.find((column) => column.key === key);
  expect(columnOf(book, "log")?.dropdown).toEqual({ kind: "values", values: logWordsFor("deal") });
  const team = [{ id: "robin", name: "Robin", roles: [] }];
  const ofTeam = { kind: "column", tab: "team", column: "person" };
  expect(columnOf(book, "owner")).toMatchObject({ dropdown: ofTeam, others: "take" });
  expect(columnOf({ ...book, team }, "owner")?.dropdown).toEqual(ofTeam);
  expect(columnOf({ ...book, team }, "owner")?.others).toBeUndefined();
});
