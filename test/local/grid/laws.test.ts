// Laws of the grid, over random spreadsheets and random acts.

import fc from "fast-check";
import { expect, test } from "vitest";
import { GridError } from "../../../local/grid/grid-error.ts";
import { act } from "../../../local/grid/people/acts.ts";
import { actAs, newHistory, undo } from "../../../local/grid/people/history.ts";
import type { PersonAct } from "../../../local/grid/people/person-act.ts";
import type { Written } from "../../../local/grid/protocol.ts";
import { recalculate } from "../../../local/grid/recalculate.ts";
import { writeGrid } from "../../../local/grid/script/write-grid.ts";
import type { Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { after, at, dropdown, gridOf, paint, seen } from "./grids.ts";

const SIZE = 6;
const RUNS = 200;
const written = fc.oneof(
  fc.constantFrom<Written>("Lead", "Won", "=SAME(A1:B2)", "=SAME(B3)", "'=x", null, true),
  fc.integer({ min: 0, max: 9 }),
);
const values = fc.array(fc.array(written, { minLength: SIZE, maxLength: SIZE }), {
  minLength: SIZE,
  maxLength: SIZE,
});
const line = fc.integer({ min: 1, max: SIZE });
const small = fc.integer({ min: 1, max: 3 });
const range = fc
  .record({ row: line, column: line, rows: small, columns: small })
  .map((block) => ({ tab: 0, ...block }));
const place = fc.record({ row: line, column: line }).map((cell) => ({ tab: 0, ...cell }));
const axis = fc.constantFrom("rows" as const, "columns" as const);
const text = fc.constantFrom("Won", "12", "", "=SAME(A1)", "2026-11-20", "TRUE");

const acts: fc.Arbitrary<PersonAct> = fc.oneof(
  fc
    .record({ place, text })
    .map(({ place: cell, text: typed }): PersonAct => ({ do: "type", ...cell, text: typed })),
  range.map((block): PersonAct => ({ do: "clear", range: block })),
  fc
    .record({ at: place, texts: fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 3 }) })
    .map((paste): PersonAct => ({ do: "paste", ...paste })),
  fc.record({ from: range, to: range }).map((copy): PersonAct => ({ do: "copyPaste", ...copy })),
  fc.record({ from: range, to: place }).map((cut): PersonAct => ({ do: "cutPaste", ...cut })),
  range.map((block): PersonAct => ({ do: "fillDown", range: block })),
  place.map((cell): PersonAct => ({ do: "checkbox", ...cell })),
  fc
    .record({ axis, at: line, count: small, side: fc.constantFrom("before" as const, "after" as const) })
    .map((lines): PersonAct => ({ do: "insertLines", tab: 0, ...lines })),
  fc
    .record({ axis, at: line, count: small })
    .map((lines): PersonAct => ({ do: "deleteLines", tab: 0, ...lines })),
  fc
    .record({ axis, at: line, count: small, to: fc.integer({ min: 1, max: 12 }) })
    .map((lines): PersonAct => ({ do: "moveLines", tab: 0, ...lines })),
  fc
    .record({ range, column: line })
    .map(({ range: block, column }): PersonAct => ({ do: "sort", range: block, by: [{ column }] })),
  range.map((block): PersonAct => ({ do: "setFilter", range: block })),
  fc.constantFrom<PersonAct>(
    { do: "copyTab", tab: 0 },
    { do: "newTab" },
    { do: "renameTab", tab: 0, name: "Deals" },
    { do: "clearFilter", tab: 0 },
    { do: "deleteTab", tab: 0 },
  ),
);

/** A grid with all that can hang on cells. */
function drawn(cells: readonly (readonly Written[])[]): Spreadsheet {
  const noted = paint(gridOf(cells), "A2:B3", { note: "why", background: "#ff0000" });
  const ruled = paint(noted, "C1:C4", dropdown("Won", "Lead"));
  const rule = { ranges: [at(ruled, "B2:D4")], condition: { kind: "text is", text: "Won" } } as const;
  const coloured = writeGrid(ruled, { do: "setConditionalFormats", tab: 0, rules: [rule] });
  return { ...coloured, namedRanges: [{ name: "Here", range: at(coloured, "B2:C3") }] };
}

function actOrRefuse(state: Spreadsheet, what: PersonAct): Spreadsheet {
  try {
    return act(state, what).state;
  } catch (refusal) {
    if (refusal instanceof GridError) return state;
    throw refusal;
  }
}

/** What every state must be. */
function check(state: Spreadsheet): void {
  expect(new Set(state.tabs.map(({ id }) => id)).size).toBe(state.tabs.length);
  for (const tab of state.tabs) {
    expect(tab.rows.length).toBeLessThanOrEqual(tab.maxRows);
    const widths = tab.rows.map((row) => row?.cells.length ?? 0);
    expect(Math.max(0, ...widths)).toBeLessThanOrEqual(tab.maxColumns);
    const ranges = [...tab.conditionalFormats.flatMap((format) => format.ranges), ...tab.merges];
    for (const { row, rows, column, columns } of ranges) {
      expect(row + rows - 1).toBeLessThanOrEqual(tab.maxRows);
      expect(column + columns - 1).toBeLessThanOrEqual(tab.maxColumns);
    }
  }
}

test("random acts are done or refused, and leave a spreadsheet that holds together", () => {
  fc.assert(
    fc.property(values, fc.array(acts, { maxLength: 12 }), (cells, deeds) => {
      const end = deeds.reduce((state, what) => {
        const next = recalculate(actOrRefuse(state, what), (name, args) =>
          name === "SAME" ? args[0] : undefined,
        );
        check(next);
        return next;
      }, drawn(cells));
      expect(end.tabs.length).toBeGreaterThan(0);
    }),
    { numRuns: RUNS },
  );
});

test("an act and its undo are nothing at all", () => {
  fc.assert(
    fc.property(values, acts, (cells, what) => {
      const grid = drawn(cells);
      try {
        const done = actAs(newHistory, grid, what);
        expect(undo(done.state, done.history).state).toEqual(grid);
      } catch (refusal) {
        if (!(refusal instanceof GridError)) throw refusal;
      }
    }),
    { numRuns: RUNS },
  );
});

test("an undo after a script wrote elsewhere gives back every cell of the act", () => {
  fc.assert(
    fc.property(values, acts, (cells, what) => {
      fc.pre(what.do !== "deleteTab" && what.do !== "renameTab");
      const grid = drawn(cells);
      try {
        const done = actAs(newHistory, grid, what);
        const scripted = writeGrid(done.state, {
          do: "setValues",
          range: { tab: 0, row: 900, column: 20, rows: 1, columns: 1 },
          values: [["script"]],
        });
        const back = undo(scripted, done.history).state;
        expect(seen(back, "A1:M30")).toEqual(seen(grid, "A1:M30"));
        expect(seen(back, "A1:M30", "notes")).toEqual(seen(grid, "A1:M30", "notes"));
      } catch (refusal) {
        if (!(refusal instanceof GridError)) throw refusal;
      }
    }),
    { numRuns: RUNS },
  );
});

// Looks aside: lines that were inserted in between look like what was there then.
test("an undo after somebody rearranged lines leaves the contents that they alone would have left", () => {
  const edits = acts.filter((what) =>
    ["type", "clear", "paste", "copyPaste", "fillDown", "sort"].includes(what.do),
  );
  const lines = acts.filter((what) => ["insertLines", "deleteLines", "moveLines"].includes(what.do));
  fc.assert(
    fc.property(values, edits, fc.array(lines, { maxLength: 3 }), (cells, what, others) => {
      const grid = drawn(cells);
      const alone = others.reduce(actOrRefuse, grid);
      fc.pre(actOrRefuse(grid, what) !== grid);
      const done = actAs(newHistory, grid, what);
      const back = undo(others.reduce(actOrRefuse, done.state), done.history).state;
      for (const facet of ["values", "formulas"] as const) {
        expect(seen(back, "A1:M20", facet)).toEqual(seen(alone, "A1:M20", facet));
      }
    }),
    { numRuns: RUNS },
  );
});

test("inserting lines and deleting them again changes nothing that is seen", () => {
  fc.assert(
    fc.property(values, axis, fc.tuple(line, small), (cells, which, [first, count]) => {
      const grid = drawn(cells);
      const lines = { tab: 0, axis: which, at: first, count } as const;
      const back = after(
        grid,
        { do: "insertLines", side: "before", ...lines },
        { do: "deleteLines", ...lines },
      );
      expect(visible(back)).toEqual(visible(grid));
    }),
    { numRuns: RUNS },
  );
});

test("sorting keeps the rows of its range with all that hangs on their cells", () => {
  fc.assert(
    fc.property(values, line, (cells, column) => {
      const grid = drawn(cells.map((row) => row.map((cell) => (String(cell).startsWith("=") ? "x" : cell))));
      const sorted = after(grid, { do: "sort", range: at(grid, "A1:F6"), by: [{ column }] });
      expect(rowsOf(sorted).sort()).toEqual(rowsOf(grid).sort());
    }),
    { numRuns: RUNS },
  );
});

test("column metadata is on the column of its header after any moves of columns", () => {
  const moves = fc.array(fc.record({ at: line, to: fc.integer({ min: 1, max: SIZE + 1 }) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(moves, (steps) => {
      const headers = ["a", "b", "c", "d", "e", "f"];
      const marked = headers.reduce(
        (state, value, index) =>
          writeGrid(state, {
            do: "addMetadata",
            place: { kind: "column", tab: 0, column: index + 1 },
            key: "k",
            value,
            isVisibleToAll: true,
          }),
        gridOf([headers]),
      );
      const end = steps.reduce(
        (state, step) => actOrRefuse(state, { do: "moveLines", tab: 0, axis: "columns", count: 1, ...step }),
        marked,
      );
      const [row = []] = seen(end, "A1:F1");
      const places = end.metadata.map(({ place: where, value }) => [
        where.kind === "column" ? where.column : 0,
        value,
      ]);
      expect(places.sort()).toEqual(row.map((header, index) => [index + 1, header]));
    }),
    { numRuns: RUNS },
  );
});

test("what is pasted is what was copied", () => {
  fc.assert(
    fc.property(values, range, place, (cells, from, to) => {
      const grid = drawn(cells.map((row) => row.map((cell) => (String(cell).startsWith("=") ? "x" : cell))));
      const target = { ...to, rows: from.rows, columns: from.columns };
      const pasted = after(grid, { do: "copyPaste", from, to: target });
      for (const what of ["values", "notes", "validations", "backgrounds"] as const) {
        expect(facets(pasted, target, what)).toEqual(facets(grid, from, what));
      }
    }),
    { numRuns: RUNS },
  );
});

function facets(
  state: Spreadsheet,
  block: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
  what: "values" | "notes" | "validations" | "backgrounds",
): unknown {
  const letter = (column: number) => String.fromCharCode(64 + column);
  const end = `${letter(block.column + block.columns - 1)}${block.row + block.rows - 1}`;
  return seen(state, `${letter(block.column)}${block.row}:${end}`, what);
}

function visible(state: Spreadsheet): unknown {
  const facets = (["values", "formulas", "notes", "validations", "backgrounds"] as const).map((what) =>
    seen(state, "A1:M20", what),
  );
  const { maxRows, maxColumns, conditionalFormats } = state.tabs[0] ?? {};
  return { facets, maxRows, maxColumns, conditionalFormats, names: state.namedRanges };
}

function rowsOf(state: Spreadsheet): string[] {
  const facets = (["values", "notes", "validations", "backgrounds"] as const).map((what) =>
    seen(state, "A1:F6", what),
  );
  return Array.from({ length: 6 }, (_, row) => JSON.stringify(facets.map((facet) => facet[row])));
}
