// The help texts that a layout sets at headers: where none stands, or one of ours that says something else.

import type { DressedTab } from "./drawn-dropdowns.ts";
import { isOwnNote, noteText } from "./own-dressing.ts";

/** A note at the header of a column, from 0; an empty text takes it away. */
export interface DrawnNote {
  readonly at: number;
  readonly text: string;
}

/**
 * The notes that are set.
 *
 * @example
 * const [article] = fixtures.pricesLayout.columns;
 * const layout = { ...fixtures.pricesLayout, columns: [{ ...article, note: "What it is called" }] };
 * const draft = draftOf("Prices", { table: fixtures.pricesTable });
 * drawnNotes({ draft, layout, present: bareTab }) //=> [{ at: 0, text: "What it is called\n(Stageline)" }]
 * drawnNotes({ draft, layout, present: { ...bareTab, notes: ["theirs"] } }) //=> []
 */
export function drawnNotes({
  draft,
  layout,
  present,
}: Pick<DressedTab, "draft" | "layout" | "present">): readonly DrawnNote[] {
  return layout.columns.flatMap((column) => {
    const at = draft.columns.get(column.key);
    if (at === undefined) return [];
    const standing = present.notes[at] ?? "";
    const text = column.note === undefined || column.note === "" ? "" : noteText(column.note);
    return standing === text || (standing !== "" && !isOwnNote(standing)) ? [] : [{ at, text }];
  });
}
