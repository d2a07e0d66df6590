// A change is what the core wants done to a book. A host applies changes in their order; it finds every cell
// by record id and column key at the moment of writing, so that a row that moved since the read is still met.

import type { BodyLook } from "./body-look.ts";
import type { Cell } from "./cell.ts";
import type { RowCells, TabLayout } from "./layout.ts";

/** Sets one cell of the row with that id. `field` is a column key. */
export interface SetField {
  readonly kind: "setField";
  readonly tab: string;
  readonly record: string;
  readonly field: string;
  readonly value: Cell;
}

/** Adds rows below the last row that holds a value. */
export interface Append {
  readonly kind: "append";
  readonly tab: string;
  readonly rows: readonly RowCells[];
}

/** Gives a row its id; refused by the host when the row no longer has that fingerprint. */
export interface Identify {
  readonly kind: "identify";
  readonly tab: string;
  readonly atRow: number;
  readonly expectFingerprint: string;
  readonly id: string;
}

/** Sets one cell of the row at that place, where ids may stand twice; refused by the host like `identify`. */
export interface SetCell {
  readonly kind: "setCell";
  readonly tab: string;
  readonly atRow: number;
  readonly expectFingerprint: string;
  readonly field: string;
  readonly value: Cell;
}

/** Replaces all rows below the header; only for tabs that the engine owns. */
export interface ReplaceBody {
  readonly kind: "replaceBody";
  readonly tab: string;
  readonly rows: readonly RowCells[];
  /**
   * How the rows look, whole: our columns below the header lose every look that is not in it, and the charts with keys
   * of ours that are not in it go. Charts of people stand. Where it is left out, looks and charts stay as they are.
   */
  readonly look?: BodyLook;
  /** Also draws charts of ours again that somebody deleted. */
  readonly drawsAgain?: true;
}

/** Makes the tab, or completes it: adds missing columns at the right, renews dropdowns, colours and notes of ours. */
export interface LayOut {
  readonly kind: "layOut";
  readonly tab: string;
  readonly layout: TabLayout;
  /** Also hides columns of the layout again that somebody has shown. */
  readonly hidesAgain?: boolean;
  /**
   * For a tab that people made: column key → their column (from 0) that becomes it. Where it is given, no other
   * column of theirs is taken for one of ours, whatever its header says: the rest is added at the right.
   */
  readonly places?: Readonly<Record<string, number>>;
}

/**
 * Takes our layout off a tab, which is a plain tab from then on: these columns with all that they hold, our
 * dropdowns, colours and notes, and every mark. Columns that stay keep their cells; nothing moves.
 */
export interface TakeOff {
  readonly kind: "takeOff";
  readonly tab: string;
  /** Keys of the columns that go. */
  readonly columns: readonly string[];
}

export type Change = SetField | SetCell | Append | Identify | ReplaceBody | LayOut | TakeOff;
