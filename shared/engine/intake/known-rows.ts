// Which rows of a tab of answers have become records already. What a record remembers of its row is compared in the
// columns that are there still; of equal rows, as many are known as became records. A row with the time stamp of one that
// is not found any more is that one, changed since.

import type { Entry } from "../../log/entry.ts";
import { NO_VALUE, printFromText, type RowPrint } from "./row-prints.ts";

/** A record that came of a row. */
export interface TakenRow {
  readonly record: string;
  readonly print: RowPrint;
}

/** What is known of a row of the tab: nothing, the record that it became, or the one that it was before it was changed. */
export type KnownRow =
  | { readonly is: "new" }
  | { readonly is: "taken"; readonly record: string }
  | { readonly is: "changed"; readonly record: string; readonly print: RowPrint };

/** The key by which a created entry keeps the print of its row. */
export const INTAKE_KEY = "intake";

/**
 * The records of a board that came of rows, each once.
 *
 * @example
 * takenRows([{ ...fixtures.entry, data: { intake: "ab12:cd34" } }], "deals").map(({ record }) => record) //=> ["rada"]
 */
export function takenRows(entries: readonly Entry[], board: string): readonly TakenRow[] {
  const taken = new Map<string, TakenRow>();
  for (const entry of entries) {
    const text = entry.kind === "created" && entry.board === board ? entry.data[INTAKE_KEY] : undefined;
    if (text !== undefined && !taken.has(entry.record))
      taken.set(entry.record, { record: entry.record, print: printFromText(text) });
  }
  return [...taken.values()];
}

/**
 * What is known of each of the rows, in their order; `stamp` are the letters of the header over the time stamps.
 *
 * @example
 * knownRows([new Map([["ab12", "cd34"]])], [{ record: "r1", print: new Map([["ab12", "cd34"]]) }], undefined)
 * //=> [{ is: "taken", record: "r1" }]
 */
export function knownRows(
  rows: readonly RowPrint[],
  taken: readonly TakenRow[],
  stamp: string | undefined,
): readonly KnownRow[] {
  const records = matched(rows, taken);
  const found = new Set(records.values());
  const missing = new Map<string, TakenRow[]>();
  for (const each of taken) {
    const at = stampIn(each.print, stamp);
    if (at !== undefined && !found.has(each.record)) missing.set(at, [...(missing.get(at) ?? []), each]);
  }
  return rows.map((row, index): KnownRow => {
    const record = records.get(index);
    if (record !== undefined) return { is: "taken", record };
    const was = missing.get(stampIn(row, stamp) ?? "")?.shift();
    return was === undefined ? { is: "new" } : { is: "changed", ...was };
  });
}

function stampIn(print: RowPrint, stamp: string | undefined): string | undefined {
  const value = stamp === undefined ? undefined : print.get(stamp);
  return value === NO_VALUE ? undefined : value;
}

// Place of a row → the record that it became. Records that remember the same columns are compared together.
function matched(rows: readonly RowPrint[], taken: readonly TakenRow[]): ReadonlyMap<number, string> {
  const records = new Map<number, string>();
  for (const group of byColumns(taken)) {
    const columns = [...(group[0]?.print.keys() ?? [])].filter((column) => rows[0]?.has(column) === true);
    if (columns.length === 0) continue;
    const textOf = (print: RowPrint) => columns.map((column) => print.get(column) ?? "").join(" ");
    const open = new Map<string, string[]>();
    for (const { record, print } of group)
      open.set(textOf(print), [...(open.get(textOf(print)) ?? []), record]);
    rows.forEach((row, index) => {
      const record = records.has(index) ? undefined : open.get(textOf(row))?.shift();
      if (record !== undefined) records.set(index, record);
    });
  }
  return records;
}

// Those that remember the most come first: they are the surest.
function byColumns(taken: readonly TakenRow[]): readonly (readonly TakenRow[])[] {
  const groups = new Map<string, TakenRow[]>();
  for (const each of taken) {
    const key = [...each.print.keys()].sort().join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].sort((left, right) => (right[0]?.print.size ?? 0) - (left[0]?.print.size ?? 0));
}
