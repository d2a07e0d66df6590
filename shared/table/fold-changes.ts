// Changes made shorter without changing what they do: a cell that is set on a row that the same list appends is
// written with that row. An import of ten thousand records then writes ten thousand rows, not a hundred thousand
// cells. Layouts come first: they make the columns that the rows need, and touch no row.

import type { Cell } from "./cell.ts";
import type { Change } from "./change.ts";
import type { RowCells } from "./layout.ts";

type Row = Record<string, Cell>;

/**
 * The changes with cells folded into the rows that they belong to. Applying them gives what applying the list
 * gives, where the ids of appended rows are new to their tab.
 *
 * @example
 * foldChanges([
 *   { kind: "append", tab: "Deals", rows: [{ id: "r1", name: "Ada" }] },
 *   { kind: "setField", tab: "Deals", record: "r1", field: "score", value: 5 },
 * ]) //=> [{ kind: "append", tab: "Deals", rows: [{ id: "r1", name: "Ada", score: 5 }] }]
 */
export function foldChanges(changes: readonly Change[]): readonly Change[] {
  const rowsOfTab = new Map<string, Map<string, Row>>();
  const folded: Change[] = [];
  for (const change of changes) {
    if (change.kind === "layOut") continue;
    if (change.kind === "append" || change.kind === "replaceBody") {
      const known = change.kind === "append" ? rowsOfTab.get(change.tab) : undefined;
      const rows = known ?? new Map<string, Row>();
      rowsOfTab.set(change.tab, rows);
      folded.push({ ...change, rows: change.rows.map((row) => remembered(rows, row)) });
      continue;
    }
    const rows = rowsOfTab.get(change.tab);
    const row = change.kind === "setField" ? rows?.get(change.record) : undefined;
    if (change.kind === "setField" && row !== undefined && change.field !== "id") {
      row[change.field] = change.value;
      continue;
    }
    // A row that takes another id is found by that one from now on.
    if (change.kind === "setField" && change.field === "id") rows?.delete(change.record);
    folded.push(change);
  }
  return [...changes.filter((change) => change.kind === "layOut"), ...folded];
}

function remembered(rows: Map<string, Row>, row: RowCells): RowCells {
  const id = row["id"];
  const copy = { ...row };
  if (typeof id === "string" && id !== "") rows.set(id, copy);
  return copy;
}
