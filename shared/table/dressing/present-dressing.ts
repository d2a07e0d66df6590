// What stands around the cells of a tab before it is laid out, as a host found it: dropdowns, notes at its headers, colour
// rules. What stands already as it should is left alone: drawing a dropdown anew takes the colours away that people
// gave its choices.

/** What a dropdown offers: texts, or whatever some cells of a tab hold. */
export type PresentChoices =
  | { readonly kind: "values"; readonly values: readonly string[] }
  | {
      readonly kind: "cells";
      readonly tab: string;
      /** From 0. */
      readonly column: number;
      readonly first: number;
      readonly last: number;
    };

/** A rule for what a cell may hold. */
export interface PresentRule {
  /** What it says of itself. */
  readonly help: string;
  readonly takesOthers: boolean;
  /** Absent for a rule that is no dropdown. */
  readonly choices?: PresentChoices;
}

/** A rule that colours cells. */
export interface PresentColour {
  /** Absent for a rule of another kind. */
  readonly formula?: string;
  /** "#rrggbb". */
  readonly background?: string;
  readonly ranges: readonly {
    /** From 0. */
    readonly column: number;
    readonly row: number;
    readonly lastRow: number;
  }[];
}

export interface PresentDressing {
  /** Row and column (from 0) → the rule there; asked of rows 2 and the last, and of columns with a dropdown by row. */
  readonly ruleAt: (row: number, column: number) => PresentRule | undefined;
  /** By column, of row 1. */
  readonly notes: readonly string[];
  readonly colours: readonly PresentColour[];
}

/** A tab with nothing around its cells. */
export const bareTab: PresentDressing = { ruleAt: () => undefined, notes: [], colours: [] };
