import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFits, checkOf, EMPTY_SUM, sumOfChecks } from "../../../shared/log/check.ts";
import { alteredRows, entryCells, logTab, readLog } from "../../../shared/log/log-tab.ts";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import type { Cell } from "../../../shared/table/cell.ts";
import type { RowCells } from "../../../shared/table/layout.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { fixtures } from "../../fixtures.ts";
import { anyEntry } from "./logs.ts";

function logOf(...rows: readonly RowCells[]): Tables {
  return applyChanges(
    [],
    [
      { kind: "layOut", tab: "Activity", layout: logTab },
      { kind: "append", tab: "Activity", rows },
    ],
  );
}

const { entry } = fixtures;

test("a check fits its own entry", () => {
  fc.assert(
    fc.property(anyEntry, (any) => {
      expect(checkFits(any, checkOf(any))).toBe(true);
    }),
  );
});

test("a check that was changed by one letter fits no longer", () => {
  const check = checkOf(entry);
  for (let at = 0; at < check.length; at++) {
    const other = check.charAt(at) === "0" ? "1" : "0";
    expect(checkFits(entry, check.slice(0, at) + other + check.slice(at + 1))).toBe(false);
  }
});

test("a row of which any one cell was changed is told by its place", () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string(),
    fc.nat(),
    fc.constantFrom(null, true, { error: "#REF!" }),
  );
  const column = fc.constantFrom(...logTab.columns.map(({ key }) => key));
  fc.assert(
    fc.property(anyEntry, column, cell, (any, key, value) => {
      const before = entryCells(any);
      const tables = logOf({ ...before, [key]: value });
      const seen = readLog(tables).entries;
      const isSame = seen.some((one) => JSON.stringify(entryCells(one)) === JSON.stringify(before));
      if (isSame && (key !== "check" || value === before["check"])) return;
      const isForgotten = seen.some(
        ({ name, note, data }) => `${name}${note}` === "" && Object.keys(data).length === 0,
      );
      if (isForgotten && ["name", "note", "data"].includes(key)) return;
      // Told by reading, where the row cannot be read at all.
      const problems = [...readLog(tables).problems, ...alteredRows(tables)];
      expect(problems.map(({ tab, cell: place }) => [tab, place?.replace(/[A-Z]+/, "")])).toEqual([
        ["Activity", "2"],
      ]);
    }),
    { numRuns: 1000 },
  );
});

test("blanking all free text of a row, as forgetting a person does, is not seen as tampering", () => {
  fc.assert(
    fc.property(anyEntry, (any) => {
      const blanked = { ...entryCells(any), name: null, note: null, data: null };
      expect(alteredRows(logOf(blanked))).toEqual([]);
    }),
  );
});

test("blanking a part of the free text is seen", () => {
  const told = { ...entry, note: "said yes", data: { field: "budget" } };
  expect(alteredRows(logOf({ ...entryCells(told), note: null }))).toEqual([
    {
      tab: "Activity",
      cell: "N2",
      message: "this row of the history was changed by hand; undo the change",
    },
  ]);
});

test("a row that was blanked cannot be given another text, nor other facts", () => {
  const blanked = { ...entryCells({ ...entry, note: "said yes" }), name: null, note: null, data: null };
  expect(alteredRows(logOf({ ...blanked, note: "said no" }))).toHaveLength(1);
  expect(alteredRows(logOf({ ...blanked, to: "won" }))).toHaveLength(1);
});

const checks = fc.array(anyEntry.map(checkOf), { maxLength: 20 });

test("the sum of checks is the same in any order, and in any two steps", () => {
  const shuffled = checks.chain((all) =>
    fc.record({
      all: fc.constant(all),
      order: fc.shuffledSubarray(
        all.map((_, at) => at),
        { minLength: all.length },
      ),
      cut: fc.nat(all.length),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ all, order, cut }) => {
      const sum = sumOfChecks(all);
      const turned = order.map((at) => all[at] ?? "");
      expect(sumOfChecks(turned)).toBe(sum);
      expect(sumOfChecks(turned.slice(cut), sumOfChecks(turned.slice(0, cut)))).toBe(sum);
      expect(sum).toHaveLength(EMPTY_SUM.length);
    }),
  );
});

test("a check that is added, lost or exchanged gives another sum", () => {
  const [first, second] = [checkOf(entry), checkOf({ ...entry, n: 2 })];
  const sum = sumOfChecks([first, second]);
  expect(sumOfChecks([first])).not.toBe(sum);
  expect(sumOfChecks([first, first])).not.toBe(sum);
  expect(sumOfChecks([])).toBe(EMPTY_SUM);
});

test("checks of any junk have a sum", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (junk) => {
      expect(sumOfChecks(junk)).toMatch(/^[0-9a-z]{9}$/);
    }),
  );
});
