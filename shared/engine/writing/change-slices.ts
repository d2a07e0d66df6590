// A list of changes cut into pieces that are written one after the other, each quickly. The order stays; rows that are
// added together may come in several pieces. Layouts stay with what follows them: they make its columns. An ID that is
// taken out of its row begins a piece: what was written into that row before is looked at once more while it is still
// known by its ID.

import type { Cell } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";

/** Cells of one piece, where each counts the same; a guess from the times that others measured: some thousands take a second. */
const MOST_CELLS = 20_000;

/**
 * The pieces; a short list is one. By default a piece has so many cells; with `sizeOf`, cells of so large a size in all.
 *
 * @example
 * changeSlices([{ kind: "append", tab: "Activity", rows: [{ id: "e1" }, { id: "e2" }] }], 1).length //=> 2
 */
export function changeSlices(
  changes: readonly Change[],
  most = MOST_CELLS,
  sizeOf: (cell: Cell) => number = () => 1,
): readonly (readonly Change[])[] {
  const slices: Change[][] = [];
  let room = 0;
  const measure: Measure = { most, sizeOf };
  for (const change of changes.flatMap((each) => shortened(each, measure))) {
    const cells = sizeIn(change, measure);
    const last = slices[slices.length - 1];
    if (last === undefined || cells > room || (takesId(change) && !last.every(takesId))) {
      slices.push([change]);
      room = most - cells;
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

interface Measure {
  readonly most: number;
  readonly sizeOf: (cell: Cell) => number;
}

function shortened(change: Change, measure: Measure): readonly Change[] {
  if (change.kind !== "append" || sizeIn(change, measure) <= measure.most) return [change];
  const half = Math.ceil(change.rows.length / 2);
  if (half === change.rows.length) return [change];
  return [change.rows.slice(0, half), change.rows.slice(half)].flatMap((rows) =>
    shortened({ ...change, rows }, measure),
  );
}

function sizeIn(change: Change, { sizeOf }: Measure): number {
  switch (change.kind) {
    case "append":
    case "replaceBody":
      return change.rows.reduce(
        (sum, row) => Object.values(row).reduce<number>((size, cell) => size + sizeOf(cell), sum),
        0,
      );
    case "layOut":
    case "takeOff":
      return 0;
    case "identify":
      return sizeOf(change.id);
    default:
      return sizeOf(change.value);
  }
}
