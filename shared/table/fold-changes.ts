// Changes made shorter without changing what they do: a cell that is set on a row that the same list appends is
// written with that row. An import of ten thousand records then writes ten thousand rows, not a hundred thousand
// cells. Layouts come first: they make the columns that the rows need, and touch no row.

import type { Change } from "./change.ts";
import type { RowCells } from "./layout.ts";

/**
 * The changes with cells folded into the rows that they belong to.
 *
 * @example
 * foldChanges([
 *   { kind: "append", tab: "Deals", rows: [{ id: "r1", name: "Ada" }] },
 *   { kind: "setField", tab: "Deals", record: "r1", field: "score", value: 5 },
 * ]) //=> [{ kind: "append", tab: "Deals", rows: [{ id: "r1", name: "Ada", score: 5 }] }]
 */
export function foldChanges(changes: readonly Change[]): readonly Change[] {
  const rows = new Map<string, Record<string, RowCells[string]>>();
  const folded: Change[] = [];
  for (const change of changes) {
    if (change.kind === "layOut") continue;
    if (change.kind === "append") {
      folded.push({ ...change, rows: change.rows.map((row) => remembered(rows, change.tab, row)) });
      continue;
    }
    const row = change.kind === "setField" ? rows.get(keyOf(change.tab, change.record)) : undefined;
    if (change.kind === "setField" && row !== undefined) row[change.field] = change.value;
    else folded.push(change);
  }
  return [...changes.filter((change) => change.kind === "layOut"), ...folded];
}

function remembered(
  rows: Map<string, Record<string, RowCells[string]>>,
  tab: string,
  row: RowCells,
): RowCells {
  const id = row["id"];
  const copy = { ...row };
  if (typeof id === "string") rows.set(keyOf(tab, id), copy);
  return copy;
}

function keyOf(tab: string, record: string): string {
  return `${tab}\n${record}`;
}
