import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import type { Change } from "../../../shared/table/change.ts";
import { foldChanges } from "../../../shared/table/fold-changes.ts";
import type { ColumnLayout, TabLayout } from "../../../shared/table/layout.ts";
import type { Tables } from "../../../shared/table/table.ts";

const columns: readonly ColumnLayout[] = ["id", "name", "age"].map((key) => ({
  key,
  header: key,
  widthCharacters: 10,
  format: "text",
}));

function layoutOf(tab: string, extra: readonly ColumnLayout[] = []): TabLayout {
  return { key: tab, tab, hidden: false, columns: [...columns, ...extra], preparedRows: 0 };
}

const TABS = ["People", "Pets"] as const;
const book: Tables = applyChanges(
  [],
  [
    ...TABS.map((tab): Change => ({ kind: "layOut", tab, layout: layoutOf(tab) })),
    ...TABS.map(
      (tab): Change => ({ kind: "append", tab, rows: [{ id: "old", name: "Old" }, { name: "New" }] }),
    ),
  ],
);

test("a cell set on a row that the same list appends goes with the row", () => {
  const changes: readonly Change[] = [
    { kind: "append", tab: "People", rows: [{ id: "r1" }] },
    { kind: "setField", tab: "Pets", record: "r1", field: "name", value: "Rex" },
    { kind: "setField", tab: "People", record: "r1", field: "name", value: "Ada" },
  ];
  expect(foldChanges(changes)).toEqual([
    { kind: "append", tab: "People", rows: [{ id: "r1", name: "Ada" }] },
    { kind: "setField", tab: "Pets", record: "r1", field: "name", value: "Rex" },
  ]);
});

test("a cell set after the body of its tab was replaced belongs to the new body", () => {
  const changes: readonly Change[] = [
    { kind: "append", tab: "People", rows: [{ id: "r1", name: "Ada" }] },
    { kind: "replaceBody", tab: "People", rows: [{ id: "r1", name: "Eve" }] },
    { kind: "setField", tab: "People", record: "r1", field: "age", value: 36 },
  ];
  expect(applyChanges(book, foldChanges(changes))).toEqual(applyChanges(book, changes));
});

test("a cell set by the new id of an appended row still reaches it", () => {
  const changes: readonly Change[] = [
    { kind: "append", tab: "People", rows: [{ id: "r1", name: "Ada" }] },
    { kind: "setField", tab: "People", record: "r1", field: "id", value: "r2" },
    { kind: "append", tab: "People", rows: [{ id: "r1", name: "Eve" }] },
    { kind: "setField", tab: "People", record: "r2", field: "age", value: 36 },
    { kind: "setField", tab: "People", record: "r1", field: "age", value: 7 },
  ];
  expect(applyChanges(book, foldChanges(changes))).toEqual(applyChanges(book, changes));
});

test("the changes that are folded stay as they are", () => {
  const changes: readonly Change[] = [
    { kind: "append", tab: "People", rows: [{ id: "r1" }] },
    { kind: "setField", tab: "People", record: "r1", field: "name", value: "Ada" },
  ];
  const before = structuredClone(changes);
  foldChanges(changes);
  expect(changes).toEqual(before);
});

// Steps that fit together: ids of appended rows are new, and cells are set on rows that are there.
const step = fc.record({
  what: fc.constantFrom("append", "set", "set", "set", "replace", "layOut"),
  tab: fc.constantFrom(...TABS),
  field: fc.constantFrom("name", "age", "extra"),
  pick: fc.nat(),
  value: fc.constantFrom(null, 1, "a", true),
});

const changeLists = fc.array(step, { maxLength: 25 }).map((steps) => {
  const ids: Record<string, string[]> = { People: ["old"], Pets: ["old"] };
  const extended = new Set<string>();
  let fresh = 0;
  return steps.flatMap(({ what, tab, field, pick, value }): Change[] => {
    const own = ids[tab] ?? [];
    const row = () => {
      fresh += 1;
      return { id: `r${fresh}`, name: `name ${fresh}` };
    };
    switch (what) {
      case "append": {
        const rows = [row(), row()];
        own.push(...rows.map(({ id }) => id));
        return [{ kind: "append", tab, rows }];
      }
      case "replace": {
        // The ids of a body that the engine rewrites come back in it.
        const rows = own.slice(0, 2).map((id) => ({ id, name: "again" }));
        ids[tab] = rows.map(({ id }) => id);
        return [{ kind: "replaceBody", tab, rows }];
      }
      case "layOut": {
        extended.add(tab);
        const [first] = columns;
        const extra = first === undefined ? [] : [{ ...first, key: "extra", header: "extra" }];
        return [{ kind: "layOut", tab, layout: layoutOf(tab, extra) }];
      }
      default: {
        const record = own[pick % Math.max(own.length, 1)];
        const known = field !== "extra" || extended.has(tab);
        return record === undefined || !known ? [] : [{ kind: "setField", tab, record, field, value }];
      }
    }
  });
});

test("folding never changes what applying does", () => {
  fc.assert(
    fc.property(changeLists, (changes) => {
      expect(applyChanges(book, foldChanges(changes))).toEqual(applyChanges(book, changes));
    }),
    { numRuns: 500 },
  );
});

test("folding what is folded changes nothing", () => {
  fc.assert(
    fc.property(changeLists, (changes) => {
      const folded = foldChanges(changes);
      expect(foldChanges(folded)).toEqual(folded);
    }),
  );
});
