// What others change in the cell that is being typed into waits until that cell is left: drawn at once it would take the
// words from whoever types. All else is drawn as it comes, but for a book of another frame, after which nothing can be.

import type { ShownChange } from "./shown-changes.ts";

/** From 0, as the grid counts. */
export interface TypedCell {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
}

export interface HeldChanges {
  /** What may be drawn now. */
  readonly now: readonly ShownChange[];
  /** What waits, with what waited before. */
  readonly later: readonly ShownChange[];
}

/** `later` is what waits already. */
export function heldBack(
  changes: readonly ShownChange[],
  cell: TypedCell,
  later: readonly ShownChange[],
): HeldChanges {
  const parts = { now: [] as ShownChange[], later: [...later] };
  for (const change of changes) {
    if (parts.later.some(({ what }) => what === "book") || change.what === "book") parts.later.push(change);
    else {
      const waits = partAt(change, cell);
      if (waits !== undefined) parts.later.push(waits);
      parts.now.push(waits === undefined ? change : withoutCell(change, cell));
    }
  }
  return parts;
}

function partAt(change: ShownChange, { tab, row, column }: TypedCell): ShownChange | undefined {
  if (change.what !== "cells" || change.tab !== tab) return undefined;
  const cell = change.cells[row]?.[column];
  return cell === undefined ? undefined : { what: "cells", tab, cells: { [row]: { [column]: cell } } };
}

function withoutCell(change: ShownChange, { row, column }: TypedCell): ShownChange {
  if (change.what !== "cells") return change;
  const { [column]: _, ...others } = change.cells[row] ?? {};
  return { ...change, cells: { ...change.cells, [row]: others } };
}
