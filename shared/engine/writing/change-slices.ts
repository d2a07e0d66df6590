// A list of changes cut into pieces that are written one after the other, each quickly. The order stays; rows that are
// added together may come in several pieces. Layouts stay with what follows them: they make its columns. An ID that is
// taken out of its row begins a piece: what was written into that row before is looked at once more while it is still
// known by its ID.

import type { Change } from "../../table/change.ts";

/** Cells of one piece; a guess from the times that others measured: some thousands take a second. */
const MOST_CELLS = 20_000;

/**
 * The pieces; a short list is one.
 *
 * @example
 * changeSlices([{ kind: "append", tab: "Activity", rows: [{ id: "e1" }, { id: "e2" }] }], 1).length //=> 2
 */
export function changeSlices(
  changes: readonly Change[],
  mostCells = MOST_CELLS,
): readonly (readonly Change[])[] {
  const slices: Change[][] = [];
  let room = 0;
  for (const change of changes.flatMap((each) => shortened(each, mostCells))) {
    const cells = cellsOf(change);
    const last = slices[slices.length - 1];
    if (last === undefined || cells > room || (takesId(change) && !last.every(takesId))) {
      slices.push([change]);
      room = mostCells - cells;
    } else {
      last.push(change);
      room -= cells;
    }
  }
  return slices;
}

function takesId(change: Change): boolean {
  return change.kind === "setField" && change.field === "id" && change.value === null;
}

function shortened(change: Change, mostCells: number): readonly Change[] {
  if (change.kind !== "append" || cellsOf(change) <= mostCells) return [change];
  const half = Math.ceil(change.rows.length / 2);
  if (half === change.rows.length) return [change];
  return [change.rows.slice(0, half), change.rows.slice(half)].flatMap((rows) =>
    shortened({ ...change, rows }, mostCells),
  );
}

function cellsOf(change: Change): number {
  switch (change.kind) {
    case "append":
    case "replaceBody":
      return change.rows.reduce((cells, row) => cells + Object.keys(row).length, 0);
    case "layOut":
    case "takeOff":
      return 0;
    default:
      return 1;
  }
}
