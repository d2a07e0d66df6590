import { expect, test } from "vitest";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import type { Change } from "../../../shared/table/change.ts";
import type { TabLayout } from "../../../shared/table/layout.ts";
import type { Table } from "../../../shared/table/table.ts";

const layout: TabLayout = {
  key: "people",
  tab: "People",
  hidden: false,
  columns: [
    { key: "name", header: "Name", widthCharacters: 10, format: "text" },
    { key: "age", header: "Age", widthCharacters: 10, format: "number" },
    { key: "id", header: "ID", widthCharacters: 10, format: "text" },
  ],
  preparedRows: 0,
};

const layOut: Change = { kind: "layOut", tab: "People", layout };
const append = (...rows: readonly { name: string; id: string }[]): Change => ({
  kind: "append",
  tab: "People",
  rows,
});
const age = (record: string, value: number): Change => ({
  kind: "setField",
  tab: "People",
  record,
  field: "age",
  value,
});

function cellsIn(tables: readonly Table[]): readonly (readonly unknown[])[] {
  return tables[0]?.rows.map((row) => row.cells) ?? [];
}

test("a tab that is missing is made with its headers and marks", () => {
  expect(applyChanges([], [layOut])).toEqual([
    {
      tab: "People",
      key: "people",
      header: ["Name", "Age", "ID"],
      rows: [],
      marks: { name: 0, age: 1, id: 2 },
      merges: [],
    },
  ]);
});

test("laying out a tab keeps its columns where people have them and adds what is missing at the right", () => {
  const table: Table = {
    tab: "People",
    header: ["Mine", "Age"],
    rows: [{ at: 2, cells: ["x", 4, "loose"] }],
    marks: {},
    merges: [],
  };
  const [after] = applyChanges([table], [layOut]);
  expect(after?.header).toEqual(["Mine", "Age", null, "Name", "ID"]);
  expect(after?.marks).toEqual({ age: 1, name: 3, id: 4 });
});

test("laying out twice is laying out once", () => {
  const once = applyChanges([], [layOut]);
  expect(applyChanges(once, [layOut])).toEqual(once);
});

test("what one call of applying leaves behind is a plain table, which the next call does not change", () => {
  const first = applyChanges([], [layOut, append({ name: "Ada", id: "r1" }), age("r1", 36)]);
  const copy = structuredClone(first);
  const second = applyChanges(first, [age("r1", 37)]);
  expect(first).toEqual(copy);
  expect(cellsIn(second)).toEqual([["Ada", 37, "r1"]]);
  expect(Object.keys(first[0] ?? {}).sort()).toEqual(["header", "key", "marks", "merges", "rows", "tab"]);
});

test("changes in one call or in several give the same tables", () => {
  const changes = [layOut, append({ name: "Ada", id: "r1" }), age("r1", 36), age("r1", 37)];
  const inSteps = changes.reduce<readonly Table[]>((tables, change) => applyChanges(tables, [change]), []);
  expect(inSteps).toEqual(applyChanges([], changes));
});

test("rows are appended below the last one, and a replaced body begins in row 2", () => {
  const two = [append({ name: "Ada", id: "r1" }), append({ name: "Bob", id: "r2" })];
  const tables = applyChanges([], [layOut, ...two]);
  expect(tables[0]?.rows.map(({ at }) => at)).toEqual([2, 3]);
  const replaced = applyChanges(tables, [
    { kind: "replaceBody", tab: "People", rows: [{ name: "Eve", id: "r3" }] },
  ]);
  expect(replaced[0]?.rows).toEqual([{ at: 2, cells: ["Eve", null, "r3"] }]);
});

test("a record is found by the id that it was just given", () => {
  const rows = applyChanges([], [layOut, { kind: "append", tab: "People", rows: [{ name: "Ada" }] }]);
  const after = applyChanges(rows, [
    { kind: "identify", tab: "People", atRow: 2, expectFingerprint: "", id: "r1" },
    age("r1", 36),
  ]);
  expect(cellsIn(after)).toEqual([["Ada", 36, "r1"]]);
});

test("a cell that an id column was set through is found by the new id", () => {
  const tables = applyChanges([], [layOut, append({ name: "Ada", id: "r1" })]);
  const after = applyChanges(tables, [
    age("r1", 1),
    { kind: "setField", tab: "People", record: "r1", field: "id", value: "r2" },
    age("r2", 2),
  ]);
  expect(cellsIn(after)).toEqual([["Ada", 2, "r2"]]);
});

test.each<[string, Change, string]>([
  ["tab", { kind: "append", tab: "Nowhere", rows: [] }, 'there is no tab "Nowhere"'],
  ["record", age("r9", 1), 'People has no record "r9"'],
  [
    "column",
    { kind: "setField", tab: "People", record: "r1", field: "size", value: 1 },
    'People has no column "size"',
  ],
  [
    "row",
    { kind: "identify", tab: "People", atRow: 9, expectFingerprint: "", id: "r9" },
    "People has no row 9",
  ],
])("a change that names a %s that is not there is refused in words", (_what, change, message) => {
  const tables = applyChanges([], [layOut, append({ name: "Ada", id: "r1" })]);
  expect(() => applyChanges(tables, [change])).toThrow(message);
});

test("an empty id finds no row", () => {
  const tables = applyChanges([], [layOut, append({ name: "Ada", id: "" })]);
  expect(() => applyChanges(tables, [age("", 1)])).toThrow('People has no record ""');
});

test("of two rows with one id the upper one is set, as in every host", () => {
  const tables = applyChanges(
    [],
    [layOut, append({ name: "Ada", id: "a" }, { name: "Ben", id: "a" }), age("a", 36)],
  );
  expect(cellsIn(tables)).toEqual([
    ["Ada", 36, "a"],
    ["Ben", null, "a"],
  ]);
});
