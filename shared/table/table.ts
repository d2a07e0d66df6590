// A table is one tab as a host read it: the header, the rows that hold anything, and where the host's marks
// say that our columns now are. Row positions serve Problems and `identify` only: between two reads a sort or
// an insert moves every row, so nothing else may stand on them.

import type { Cell } from "./cell.ts";

export interface TableRow {
  /** The row's number in the tab, counted from 1 as people see it. */
  readonly at: number;
  /** By column, from the first; cells beyond the last one are empty. */
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly tab: string;
  /** The key of the layout that drew this tab, as the host's mark on it says; it outlives a renamed tab. */
  readonly key?: string;
  /** The cells of row 1. */
  readonly header: readonly Cell[];
  /** Rows from 2 on; a row with no value at all is left out. */
  readonly rows: readonly TableRow[];
  /** Column key → column (from 0), from the marks that the host keeps on columns and that follow a moved one. */
  readonly marks: Readonly<Record<string, number>>;
  /** Merged ranges such as "B2:B4". */
  readonly merges: readonly string[];
}

/** Every tab of a book; tabs that we do not own too, so that `adopt` and `check` can see them. */
export type Tables = readonly Table[];
