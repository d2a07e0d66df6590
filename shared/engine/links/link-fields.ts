// The fields of links that show how two records are tied, on the boards of either: "Opportunity" of an account names the
// deal that was made from it, "Account" of the deal the account. A cell that shows something else is left as it is.

import type { BoardRow } from "../../board/board-row.ts";
import type { Field, Pipeline } from "../../definition/pipeline.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { Tie } from "./record-ties.ts";

/**
 * The field in which a record names one that is made from it: none on its own pipeline, where a link names an earlier
 * record or a double, and none whose cell shows what `isOver` does not let go.
 *
 * @example
 * forthField({ from: fixtures.offers, to: fixtures.offers, row: { cells: {} }, ties: [] }, () => true) //=> undefined
 */
export function forthField(
  made: {
    readonly from: Pipeline;
    readonly to: Pipeline;
    readonly row: Pick<BoardRow, "cells">;
    readonly ties: readonly Tie[];
  },
  isOver: (record: string) => boolean,
): string | undefined {
  const { from, to, row, ties } = made;
  if (from.id === to.id) return undefined;
  const isFree = ({ id }: Field) => {
    const shown = ties.filter(({ field }) => field === id);
    if (shown.some(({ way }) => way === "from")) return false;
    if (textOf(row.cells[id]) === "") return true;
    return shown.length > 0 && shown.every(({ record }) => isOver(record));
  };
  return linksTo(from, to).find(isFree)?.id;
}

/**
 * The field in which a record names the one that it is made from.
 *
 * @example
 * backField(fixtures.offers, fixtures.offers) //=> undefined
 */
export function backField(made: Pipeline, from: Pipeline): string | undefined {
  return linksTo(made, from)[0]?.id;
}

// A field of links that names no pipeline leads to its own.
function linksTo(of: Pipeline, to: Pipeline): readonly Field[] {
  return of.fields.filter(
    ({ type, options }) => type === "record link" && nameKey(options[0] ?? of.name) === nameKey(to.name),
  );
}
