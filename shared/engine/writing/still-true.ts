// What is still true of a plan when it is to be written. It was made from a look at the whole book, which takes a
// while; meanwhile people type, sort and delete. What they changed since is left as it is: their cell is not written,
// a row that is gone needs nothing, and the next look sees both. Where rows or columns have moved so that the plan may
// mean others, or another run wrote, everything is looked at again.

import { textOf } from "../../table/cell.ts";
import type { Change, SetField } from "../../table/change.ts";
import type { Table, Tables } from "../../table/table.ts";
import { DASHBOARD_KEY } from "../book-layouts.ts";

/**
 * Tabs of which a plan names rows that are there already: they are read again before it is written.
 *
 * @example
 * [...tabsReadAgain([{ kind: "append", tab: "Activity", rows: [] }, { kind: "setField", tab: "Deals", record: "rada", field: "stage", value: "Won" }])]
 * //=> ["Deals"]
 */
export function tabsReadAgain(changes: readonly Change[]): ReadonlySet<string> {
  const named = changes.filter(({ kind }) => !["layOut", "append"].includes(kind));
  return new Set(named.map(({ tab }) => tab));
}

/**
 * The changes that still hold; `undefined` where everything has to be looked at again.
 *
 * @example
 * const change = { kind: "setField", tab: "Deals", record: "rada", field: "stage", value: "Won" };
 * stillTrue([change], [fixtures.dealsTable], [fixtures.dealsTable]) //=> [change]
 * stillTrue([change], [fixtures.dealsTable], [{ ...fixtures.dealsTable, header: [] }]) //=> undefined
 */
export function stillTrue(
  changes: readonly Change[],
  before: Tables,
  now: Tables,
): readonly Change[] | undefined {
  const pairs = new Map(
    now.flatMap((table) => {
      const old = before.find(({ tab }) => tab === table.tab);
      // The Dashboard is written and never read, so that nothing can be told of it.
      return old === undefined || old === table || table.key === DASHBOARD_KEY
        ? []
        : [[table.tab, pairOf(old, table)] as const];
    }),
  );
  if ([...pairs.values()].some(({ isMoved }) => isMoved)) return undefined;
  const kept: Change[] = [];
  for (const change of changes) {
    const pair = pairs.get(change.tab);
    if (pair === undefined) kept.push(change);
    else if (change.kind === "setField") {
      if (isUntouched(pair, change)) kept.push(change);
    } else if (change.kind === "identify" || change.kind === "setCell") {
      if (!isSameRow(pair, change.atRow)) return undefined;
      kept.push(change);
    } else kept.push(change);
  }
  return kept;
}

interface Pair {
  readonly isMoved: boolean;
  readonly marks: Table["marks"];
  readonly before: RowsOf;
  readonly now: RowsOf;
}

interface RowsOf {
  readonly byId: ReadonlyMap<string, Table["rows"][number]>;
  readonly byNumber: ReadonlyMap<number, Table["rows"][number]>;
}

function pairOf(before: Table, now: Table): Pair {
  const isMoved = !isSame(before.header, now.header) || !isSame(before.merges, now.merges);
  return { isMoved, marks: now.marks, before: rowsOf(before), now: rowsOf(now) };
}

function rowsOf({ rows, marks }: Table): RowsOf {
  const id = marks["id"] ?? -1;
  return {
    // Of two rows with one ID the upper one is written.
    byId: new Map(rows.map((row) => [textOf(row.cells[id]), row] as const).reverse()),
    byNumber: new Map(rows.map((row) => [row.at, row] as const)),
  };
}

// A record that the plan itself makes, or names, has no row under its id yet.
function isUntouched({ marks, before, now }: Pair, { record, field }: SetField): boolean {
  const column = marks[field] ?? -1;
  const [old, present] = [before.byId.get(record), now.byId.get(record)];
  if (old === undefined) return true;
  return present !== undefined && isSame(old.cells[column], present.cells[column]);
}

function isSameRow({ before, now }: Pair, at: number): boolean {
  return isSame(before.byNumber.get(at)?.cells, now.byNumber.get(at)?.cells);
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || wordsOf(left) === wordsOf(right);
}

// Empty cells at the end of a row say nothing.
function wordsOf(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value ?? null);
  const cells = [...value];
  while (cells.length > 0 && (cells[cells.length - 1] ?? null) === null) cells.pop();
  return JSON.stringify(cells);
}
