// What every store of a book must do with changes, held against the model in shared/table/apply-changes.ts: the
// same rows, columns, marks and ids, whatever the host keeps its cells in. A new store joins the list below.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges as applyToBook } from "../../local/book/apply-changes.ts";
import { newBook, readBook } from "../../local/book/book.ts";
import { packageBytes } from "../../local/book/package.ts";
import { applyChanges as applyToTables } from "../../shared/table/apply-changes.ts";
import type { Cell } from "../../shared/table/cell.ts";
import type { Change } from "../../shared/table/change.ts";
import type { ColumnFormat, ColumnLayout, TabLayout } from "../../shared/table/layout.ts";
import { tableOf, viewOf } from "../../shared/table/tab-view.ts";
import type { Tables } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { writtenThroughApi } from "./api-store.ts";
import { writtenToGoogle } from "./google-store.ts";

interface Store {
  readonly name: string;
  /** The tables after each batch of changes was written and the book read anew. */
  readonly written: (...batches: readonly (readonly Change[])[]) => Tables | Promise<Tables>;
}

const stores: readonly Store[] = [
  {
    name: "tables in memory",
    written: (...batches) => batches.reduce<Tables>((tables, changes) => applyToTables(tables, changes), []),
  },
  {
    name: "an .xlsx book",
    written: (...batches) => {
      const fresh = newBook();
      const book = batches.reduce((before, changes) => {
        const applied = applyToBook(before, changes, () => "the row as it was read");
        return readBook(packageBytes(applied.book.package), "contract.xlsx");
      }, fresh);
      return book.tables;
    },
  },
  { name: "a Google spreadsheet with the add-on", written: writtenToGoogle },
  { name: "a Google spreadsheet through its API", written: writtenThroughApi },
];

function column(key: string, header: string, format: ColumnFormat = "general"): ColumnLayout {
  return { key, header, widthCharacters: 12, format };
}

const deals: TabLayout = {
  key: "board_deals",
  tab: "Deals",
  hidden: false,
  columns: [
    column("name", "Name", "text"),
    column("amount", "Amount", "number"),
    column("due", "Due", "day"),
    { ...column("id", "ID", "text"), hidden: true },
  ],
  preparedRows: 20,
};
const layOut: Change = { kind: "layOut", tab: "Deals", layout: deals };
const ada = { id: "r1", name: "Ada", amount: 12.5, due: { serial: 46110 } };
const bob = { id: "r2", name: "=Bob()", amount: -3 };
const append = (...rows: readonly Record<string, Cell>[]): Change => ({ kind: "append", tab: "Deals", rows });
const set = (record: string, field: string, value: Cell): Change => ({
  kind: "setField",
  tab: "Deals",
  record,
  field,
  value,
});

function rowsOf(tables: Tables, layout: TabLayout = deals): readonly Record<string, Cell>[] {
  const table = tableOf(tables, layout);
  if (table === undefined) return [];
  return viewOf(table, layout).rows.map(({ cells }) =>
    Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null && cell !== "")),
  );
}

describe.each(stores)("$name", ({ written }) => {
  test("a tab that was laid out has its columns, their marks and its key", async () => {
    const table = tableOf(await written([layOut]), deals);
    expect(table?.header).toEqual(["Name", "Amount", "Due", "ID"]);
    expect(table?.marks).toEqual({ name: 0, amount: 1, due: 2, id: 3 });
    expect(table?.key).toBe("board_deals");
    expect(table?.rows).toEqual([]);
  });

  test("a header that is a value of ours is written anew each time that the tab is laid out", async () => {
    const stamped = (header: string): Change => ({
      kind: "layOut",
      tab: "Deals",
      layout: {
        ...deals,
        columns: [column("label", "As of"), { ...column("stamp", header, "text"), ownHeader: true }],
      },
    });
    const table = tableOf(await written([stamped("Monday")], [stamped("=Tuesday")]), deals);
    expect(table?.header).toEqual(["As of", "=Tuesday"]);
    expect(table?.marks).toEqual({ label: 0, stamp: 1 });
  });

  test("rows that were appended are read back as they were, formulas as text and days as serials", async () => {
    expect(rowsOf(await written([layOut, append(ada, bob)]))).toEqual([ada, bob]);
  });

  test("a second append goes below the first", async () => {
    expect(rowsOf(await written([layOut, append(ada)], [append(bob)]))).toEqual([ada, bob]);
  });

  test("a cell is set in the row of its record, wherever that row is", async () => {
    expect(
      rowsOf(await written([layOut, append(ada, bob)], [set("r2", "amount", 7), set("r1", "due", null)])),
    ).toEqual([
      { id: "r1", name: "Ada", amount: 12.5 },
      { ...bob, amount: 7 },
    ]);
  });

  test("a row gets its id and is found by it from then on", async () => {
    const identify: Change = {
      kind: "identify",
      tab: "Deals",
      atRow: 2,
      expectFingerprint: "the row as it was read",
      id: "r9",
    };
    const tables = await written([layOut, append({ name: "Ada" })], [identify, set("r9", "amount", 1)]);
    expect(rowsOf(tables)).toEqual([{ id: "r9", name: "Ada", amount: 1 }]);
  });

  test("of two rows with one id, the one that is meant by its place is set", async () => {
    const cell: Change = {
      kind: "setCell",
      tab: "Deals",
      atRow: 3,
      expectFingerprint: "the row as it was read",
      field: "amount",
      value: 7,
    };
    const twin = { id: "r1", name: "Twin" };
    expect(rowsOf(await written([layOut, append(ada, twin)], [cell]))).toEqual([ada, { ...twin, amount: 7 }]);
  });

  test("a body is replaced whole and leaves the header", async () => {
    const tables = await written(
      [layOut, append(ada, bob)],
      [{ kind: "replaceBody", tab: "Deals", rows: [{ id: "r3", name: "Cy" }] }],
    );
    expect(rowsOf(tables)).toEqual([{ id: "r3", name: "Cy" }]);
  });

  test("a column that the layout gained comes at the right, and nothing moves", async () => {
    const wider: TabLayout = { ...deals, columns: [column("stage", "Stage", "text"), ...deals.columns] };
    const tables = await written(
      [layOut, append(ada)],
      [{ kind: "layOut", tab: "Deals", layout: wider }, set("r1", "stage", "Won")],
    );
    expect(tableOf(tables, wider)?.header).toEqual(["Name", "Amount", "Due", "ID", "Stage"]);
    expect(rowsOf(tables, wider)).toEqual([{ ...ada, stage: "Won" }]);
  });

  test("a column of people becomes ours where it stands, and the rest comes at the right under its own header", async () => {
    const theirs: TabLayout = { ...deals, key: "theirs", columns: [column("a", "Firm"), column("b", "Due")] };
    const tables = await written(
      [
        { kind: "layOut", tab: "Deals", layout: theirs },
        append({ a: "Ada", b: "soon" }),
        { kind: "takeOff", tab: "Deals", columns: [] },
      ],
      [{ kind: "layOut", tab: "Deals", layout: deals, places: { name: 0 } }],
    );
    const table = tableOf(tables, deals);
    expect(table?.header).toEqual(["Firm", "Due", "Amount", "Due", "ID"]);
    expect(table?.marks).toEqual({ name: 0, amount: 2, due: 3, id: 4 });
    expect(table?.rows).toEqual([{ at: 2, cells: ["Ada", "soon"] }]);
  });

  test("a layout that is taken off takes its columns along, and leaves the others with their cells and no mark", async () => {
    const tables = await written(
      [layOut, append(ada, bob)],
      [set("r1", "amount", 7), { kind: "takeOff", tab: "Deals", columns: ["id", "due"] }],
    );
    const table = tables.find(({ tab }) => tab === "Deals");
    expect(table?.header).toEqual(["Name", "Amount"]);
    expect(table?.rows).toEqual([
      { at: 2, cells: ["Ada", 7] },
      { at: 3, cells: ["=Bob()", -3] },
    ]);
    expect(table?.marks).toEqual({});
    expect(table?.key).toBeUndefined();
  });

  test("a tab from which the layout was taken can be laid out again", async () => {
    const tables = await written(
      [layOut, append(ada)],
      [{ kind: "takeOff", tab: "Deals", columns: ["id"] }],
      [layOut],
    );
    expect(tableOf(tables, deals)?.marks).toEqual({ name: 0, amount: 1, due: 2, id: 3 });
  });

  test.each([
    ["a tab", { ...set("r1", "name", "x"), tab: "Nowhere" }],
    ["a record", set("r0", "name", "x")],
    ["a column", set("r1", "nothing", "x")],
    ["a column that should go", { kind: "takeOff", tab: "Deals", columns: ["nothing"] }],
  ] as const)("a change that names %s which is not there is refused", async (_what, change) => {
    const refused = await Promise.resolve()
      .then(() => written([layOut, append(ada)], [change]))
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StagelineError);
    expect(refused).toMatchObject({ code: "guard" });
  });
});

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }).filter((text) => text.trim() !== ""),
  fc.constantFrom("=1+1", "007", "1e5", "TRUE", " spaces ", "line\nfeed", "_x0041_", "<&>\"'"),
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.boolean(),
  fc.constant(null),
);
const record = fc.constantFrom("r1", "r2", "r3");
const batch: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ record, field: fc.constantFrom("name", "amount"), value: cell })
    .map((each) => set(each.record, each.field, each.value)),
  fc.tuple(cell, cell).map(([name, amount]) => append({ name, amount, id: "r4" })),
);

const [model, ...others] = stores;

test.each(others)(
  "$name holds what the tables hold, whatever is written in whatever batches",
  async (store) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(batch, { maxLength: 6 }), { maxLength: 4 }), async (batches) => {
        const start = [
          layOut,
          append({ id: "r1", name: "a" }, { id: "r2", name: "b" }, { id: "r3", name: "c" }),
        ];
        const [wanted, found] = [
          await model?.written(start, ...batches),
          await store.written(start, ...batches),
        ];
        expect(rowsOf(found)).toEqual(rowsOf(wanted ?? []));
      }),
      { numRuns: 60 },
    );
  },
);
