// A layout taken off a tab: the inverse of laying it out. The columns that go are emptied and look like new ones; of
// those that stay, our dropdowns and notes go. Nothing moves, so that formulas of people still mean what they meant.

import { DROPDOWN_HELP, isOwnColour, isOwnNote } from "./own-dressing.ts";
import type { PresentDressing } from "./present-dressing.ts";

/** Columns, from 0. */
export interface TakenOff {
  /** That lose all they hold, their looks and rules. */
  readonly emptied: readonly number[];
  /** That stay, and lose a dropdown of ours. */
  readonly dropdowns: readonly number[];
  /** That stay, and lose a note of ours. */
  readonly notes: readonly number[];
  /** Whether any colour rule of ours stands on the tab. */
  readonly hasColours: boolean;
}

/** The width of a column as a spreadsheet makes it. */
export const NEW_COLUMN_PIXELS = 100;

/**
 * What goes: `ours` are all columns of the layout, `going` those that are emptied.
 *
 * @example
 * const present = { ...bareTab, notes: ["Who\n(Stageline)", "theirs"] };
 * takenOff({ ours: [0, 1, 2], going: [2] }, present)
 * //=> { emptied: [2], dropdowns: [], notes: [0], hasColours: false }
 */
export function takenOff(
  { ours, going }: { readonly ours: readonly number[]; readonly going: readonly number[] },
  present: PresentDressing,
): TakenOff {
  const staying = ours.filter((column) => !going.includes(column));
  return {
    emptied: going,
    dropdowns: staying.filter((column) => present.ruleAt(2, column)?.help === DROPDOWN_HELP),
    notes: staying.filter((column) => isOwnNote(present.notes[column] ?? "")),
    hasColours: present.colours.some(({ formula }) => isOwnColour(formula)),
  };
}
