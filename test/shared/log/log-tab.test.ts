import fc from "fast-check";
import { expect, test } from "vitest";
import { checkOf } from "../../../shared/log/check.ts";
import { entryCells, logTab, readLog } from "../../../shared/log/log-tab.ts";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import type { Cell } from "../../../shared/table/cell.ts";
import type { RowCells } from "../../../shared/table/layout.ts";
import { sentenceOf } from "../../../shared/table/problem.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { fixtures } from "../../fixtures.ts";
import { anyEntry } from "./logs.ts";

const { entry } = fixtures;

function logOf(...rows: readonly RowCells[]): Tables {
  return applyChanges(
    [],
    [
      { kind: "layOut", tab: "Activity", layout: logTab },
      { kind: "append", tab: "Activity", rows },
    ],
  );
}

test("any entries are read from the tab as they were written, with their checks", () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 8 }), (entries) => {
      expect(readLog(logOf(...entries.map(entryCells)))).toEqual({
        entries,
        checks: entries.map(checkOf),
        problems: [],
      });
    }),
    { numRuns: 500 },
  );
});

test.each<[string, string, Cell, string]>([
  ["kind", "entry", "waved", 'Activity!D2: "waved" is no kind of history entry; this row is left out'],
  ["time", "at", "yesterday", 'Activity!A2: "yesterday" is not a time of the history; this row is left out'],
  [
    "time without offset",
    "at",
    "2026-11-20T08:30:00",
    'Activity!A2: "2026-11-20T08:30:00" is not a time of the history; this row is left out',
  ],
  ["count", "n", "two", 'Activity!G2: "two" is not a count; this row is left out'],
  ["half a count", "n", 1.5, 'Activity!G2: "1.5" is not a count; this row is left out'],
  [
    "data that is no list of texts",
    "data",
    '{"a":1}',
    "Activity!L2: this cell of the history was changed; the row is left out",
  ],
  [
    "data that is no list at all",
    "data",
    "[]",
    "Activity!L2: this cell of the history was changed; the row is left out",
  ],
])(
  "a row with an unreadable %s is a problem at its cell, and the others still count",
  (_what, key, cell, problem) => {
    const other = { ...entry, id: "e2" };
    const log = readLog(logOf({ ...entryCells(entry), [key]: cell }, entryCells(other)));
    expect(log.problems.map(sentenceOf)).toEqual([problem]);
    expect(log.entries).toEqual([other]);
    expect(log.checks).toEqual([checkOf(other)]);
  },
);

test("a history that lost a column stops, and says how to bring it back", () => {
  const lost = logOf(entryCells(entry)).map((table) => ({
    ...table,
    marks: {},
    header: table.header.map((cell) => (cell === "To" ? null : cell)),
  }));
  expect(() => readLog(lost)).toThrow(
    'Activity: the column "To" of the history is missing; undo its deletion',
  );
});

test("any junk in any cell is read or told, never thrown", () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.double(),
    fc.constantFrom<Cell>(null, true, { error: "#REF!" }, { serial: 46346.5 }, '{"__proto__":"x"}', "null"),
  );
  const column = fc.constantFrom(...logTab.columns.map(({ key }) => key));
  fc.assert(
    fc.property(column, cell, (key, value) => {
      const { entries, problems } = readLog(logOf({ ...entryCells(entry), [key]: value }));
      expect(entries.length + problems.length).toBe(1);
    }),
    { numRuns: 1000 },
  );
});

test("a history that grew reads as one that is read for the first time, also where a row of it was changed or is none", () => {
  const kinds = fc.constantFrom<RowCells>({}, { entry: "waved" }, { note: "told again" });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyEntry, kinds), { minLength: 1, maxLength: 6 }),
      fc.array(anyEntry, { maxLength: 3 }),
      fc.nat({ max: 5 }),
      (begun, added, changed) => {
        const before = logOf(...begun.map(([each, cells]) => ({ ...entryCells(each), ...cells })));
        readLog(before);
        const atRow = (changed % begun.length) + 2;
        const place = { tab: "Activity", atRow, expectFingerprint: "" };
        const change = { kind: "setCell", ...place, field: "who", value: "Eve" } as const;
        const append = { kind: "append", tab: "Activity", rows: added.map(entryCells) } as const;
        for (const grown of [applyChanges(before, [append]), applyChanges(before, [append, change])])
          expect(readLog(grown)).toEqual(readLog(structuredClone(grown)));
      },
    ),
    { numRuns: 40 },
  );
});
