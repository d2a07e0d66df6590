// Somebody whose name was changed in Team is the same person: cells of a board that still hold the former name get the
// present one, as those of a renamed stage do.

import type { BoardRow } from "../../board/board-row.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { RowCells } from "../../table/layout.ts";

/**
 * The cells of a row that hold a former name of somebody, with the present one.
 *
 * @example
 * presentPeople(fixtures.offers, { cells: { owner: "Ada Smith" }, values: { owner: "Ada Jones" } }) //=> { owner: "Ada Jones" }
 */
export function presentPeople(pipeline: Pipeline, row: Pick<BoardRow, "cells" | "values">): RowCells {
  const cells: Record<string, string> = {};
  for (const { id, type } of fieldsOf(pipeline)) {
    const value = row.values[id];
    if (type !== "person" || typeof value !== "string") continue;
    if (nameKey(textOf(row.cells[id])) !== nameKey(value)) cells[id] = value;
  }
  return cells;
}
