// What becomes of the cells of a row when its record becomes one with another, and when the two are taken apart: empty
// cells are filled by what the history says was taken over, and emptied again, and links follow the record that they
// named. The history has it first, so a run that was cut short in between is completed here. What a person has typed over
// since is left as it is.

import type { Entry } from "../../log/entry.ts";
import { isBlank, textOf } from "../../table/cell.ts";
import { cellsFromText } from "../../table/cells-text.ts";
import { isSameCell } from "./derived-cells.ts";
import type { Draft } from "./row-draft.ts";
import { fillField } from "./row-fields.ts";

/**
 * Puts into the row what its history says and the row does not show of records that became one, or two again.
 *
 * @example
 * completeMerged({ unshown: [] }) //=> undefined
 */
export function completeMerged(draft: Draft): void {
  for (const entry of draft.unshown) {
    if (entry.data["merge"] === undefined) continue;
    if (entry.kind === "merged") fill(draft, entry);
    if (entry.kind === "linked") follow(draft, entry, { from: "shown", to: "name" });
    if (entry.kind === "undone") takeBack(draft, entry.data["of"] ?? "");
  }
}

function fill(draft: Draft, { data }: Entry): void {
  for (const [field, cell] of Object.entries(cellsFromText(data["cells"] ?? ""))) {
    if (!isBlank(draft.row.cells[field]) || fillField(draft, field, cell ?? null) !== undefined) continue;
    // As the person had typed it.
    draft.row = { ...draft.row, cells: { ...draft.row.cells, [field]: cell ?? null } };
    draft.cells[field] = cell ?? null;
  }
}

function takeBack(draft: Draft, id: string): void {
  const entry = draft.board.entriesOf(draft.id).find((each) => each.id === id);
  if (entry?.kind === "linked") follow(draft, entry, { from: "name", to: "shown" });
  if (entry?.kind !== "merged") return;
  for (const [field, cell] of Object.entries(cellsFromText(entry.data["cells"] ?? ""))) {
    if (isSameCell(draft.row.cells[field], cell)) fillField(draft, field, null);
  }
}

function follow(
  draft: Draft,
  { data }: Entry,
  way: { readonly from: "shown" | "name"; readonly to: "shown" | "name" },
): void {
  const { field } = data;
  if (field === undefined || textOf(draft.row.cells[field]) !== (data[way.from] ?? "")) return;
  fillField(draft, field, data[way.to] ?? "");
}
