// Links, where only a few rows are at hand. A link that is shown as it was when its record was last seen names that
// record still, and need not be followed: whatever could change it is looked at with the whole book, a record of the
// other board that is gone, or takes or leaves the name.

import type { Definition, Field, Pipeline } from "../../definition/pipeline.ts";
import { textOf } from "../../table/cell.ts";
import { boardsOfLinks } from "../board/record-links.ts";
import type { TouchedRow } from "./touched-row.ts";

/** A board of a book. */
export interface BoardIn {
  readonly definition: Definition;
  readonly pipeline: Pipeline;
  readonly boardId: string;
}

/**
 * Whether the row shows a link of which its memory does not say what it names, or shows one no more.
 *
 * @example
 * hasUnknownLink({ definition: fixtures.book, pipeline: fixtures.offers, boardId: "deals" }, touchedRow(fixtures.newRow, "deals")) //=> false
 */
export function hasUnknownLink(board: BoardIn, { row, memory }: TouchedRow): boolean {
  if (memory !== undefined && memory.openLinks.length > 0) return true;
  return linkFields(board.pipeline).some((field) => {
    if (targetBoards(board.definition, field, board.boardId).length === 0) return false;
    return textOf(row.cells[field.id]) !== (memory?.shownLinks[field.id] ?? "");
  });
}

function linkFields({ fields }: Pipeline): readonly Field[] {
  return fields.filter(({ type }) => type === "record link");
}

function targetBoards(definition: Definition, { options }: Pick<Field, "options">, ownBoard: string) {
  return boardsOfLinks(definition, options[0], ownBoard);
}
