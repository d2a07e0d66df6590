// Rows of boards that a plan writes into, and what tells afterwards whether each is the row that was meant. Nothing keeps
// people from sorting, inserting or deleting rows between the last read and the moment in which the writes arrive.

import { type Cell, textOf } from "../../table/cell.ts";
import { type ReadTab, rowAsRead, rowAt, type TabDraft } from "../../table/planning/tab-draft.ts";
import type { RowEdits } from "./found-rows.ts";
import type { CellEdit, Step } from "./planned-steps.ts";

/** A row of a board, and what was written into it. */
export interface WrittenRow<Tab extends ReadTab = ReadTab> {
  readonly draft: TabDraft<Tab>;
  readonly row: number;
  /** The ID that it has, if it is the row that was meant. */
  readonly id: string;
  /** Whether the ID itself was written: then it tells nothing, and the name does. */
  readonly isNamed: boolean;
  readonly name: string;
  readonly edits: RowEdits;
}

/**
 * The rows of boards among the steps.
 *
 * @example
 * writtenRows([{ kind: "add", draft: draftOf("Deals"), rows: [["rada", "Ada"]] }]) //=> []
 */
export function writtenRows<Tab extends ReadTab>(steps: readonly Step<Tab>[]): readonly WrittenRow<Tab>[] {
  const rows = new Map<string, WrittenRow<Tab>>();
  for (const step of steps) {
    if (step.kind !== "cells" || step.draft.key?.startsWith("board_") !== true) continue;
    const { draft } = step;
    const [id, name] = [draft.columns.get("id"), draft.columns.get("name")];
    if (draft.open === undefined || id === undefined || name === undefined) continue;
    for (const [row, edits] of step.edits) {
      const key = `${draft.name}\n${row}`;
      const all = new Map<number, CellEdit>([...(rows.get(key)?.edits ?? []), ...edits]);
      // A row that the engine itself adds has a name that it wrote.
      if (all.has(name) && textOf(rowAsRead(draft, row).cells[id]) === "") continue;
      rows.set(key, {
        draft,
        row,
        id: textOf(rowAt(draft, row).cells[id]),
        isNamed: all.has(id),
        name: textOf(rowAsRead(draft, row).cells[name]),
        edits: all,
      });
    }
  }
  return [...rows.values()];
}

/**
 * Whether what a row shows now is what the row that was meant would show.
 *
 * @example
 * isMeantRow({ id: "rada", name: "Ada", isNamed: false }, { id: "rada", name: "Adah" }) //=> true
 * isMeantRow({ id: "rada", name: "Ada", isNamed: true }, { id: "rada", name: "Bo" }) //=> false
 */
export function isMeantRow(
  { id, name, isNamed }: Pick<WrittenRow, "id" | "name" | "isNamed">,
  shown: { readonly id: unknown; readonly name: unknown },
): boolean {
  if (textOf(shown.id as Cell) !== id) return false;
  // A name that is a day is compared by nobody.
  return !isNamed || typeof shown.name === "object" || textOf(shown.name as Cell) === name;
}
