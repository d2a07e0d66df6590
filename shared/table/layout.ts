// A layout says how a tab of ours looks: its columns in order, their dropdowns, colours, notes and widths. It
// is data that every host draws in its own way. A host keeps the column keys as marks on the columns, so that a
// person may rename or move a column; it adds what is missing at the right, and never moves or deletes a column.

import type { Cell } from "./cell.ts";

/** How a column's cells are shown; "text" keeps leading zeros and never becomes a number or a formula. */
export type ColumnFormat = "text" | "general" | "number" | "money" | "percent" | "day" | "time";

/**
 * Values to choose from: as they stand here, or whatever a column of another tab of ours (by its layout's key) holds
 * at the moment, in the order of its rows; only of rows whose other cells hold the texts named, or of all of them,
 * each once.
 */
export type ValueList =
  | { readonly kind: "values"; readonly values: readonly string[] }
  | {
      readonly kind: "column";
      readonly tab: string;
      readonly column: string;
      readonly only?: readonly { readonly column: string; readonly is: string }[];
    };

/** Several lists below each other, the values of each behind some words. */
export interface JoinedLists {
  readonly kind: "joined";
  readonly parts: readonly { readonly before: string; readonly list: ValueList }[];
}

/** A dropdown: one list for the column, or one for each row by what another of its cells holds. */
export type Dropdown =
  | ValueList
  | JoinedLists
  | {
      readonly kind: "by row";
      /** What the lists are called together: columns that offer the same share them. */
      readonly name: string;
      readonly column: string;
      readonly lists: readonly { readonly is: string; readonly list: ValueList | JoinedLists }[];
    };

/** How the name of an example row ends; lists of values leave such names out. */
export const EXAMPLE_WORD = "(example)";

/** A colour of the cells (or of the whole row) of a column while its cell holds one of these texts. */
export interface ColourRule {
  readonly text: string;
  /** "#rrggbb". */
  readonly background: string;
}

export interface ColumnLayout {
  /** Stable; the host's mark on the column. Letters, digits and "_" only. */
  readonly key: string;
  readonly header: string;
  /** Other headers by which the column is known. */
  readonly aliases?: readonly string[];
  readonly widthCharacters: number;
  readonly hidden?: boolean;
  readonly format: ColumnFormat;
  readonly dropdown?: Dropdown;
  /** With a dropdown: what the spreadsheet itself does about other values. @default "warn" */
  readonly others?: "refuse" | "warn" | "take";
  /** Help shown at the header cell. */
  readonly note?: string;
  readonly colours?: readonly ColourRule[];
  /** Whether the engine writes the column; such headers look quieter. */
  readonly derived?: boolean;
  /** The header is a value of ours: it is written each time that the tab is laid out, whatever stands there. */
  readonly ownHeader?: true;
}

export interface TabLayout {
  /** Stable; the host's mark on the tab, by which a renamed one is known. Letters, digits and "_" only. */
  readonly key: string;
  readonly tab: string;
  readonly hidden: boolean;
  /** "#rrggbb". */
  readonly tabColour?: string;
  readonly columns: readonly ColumnLayout[];
  /** "#rrggbb": of rows whose hidden column "id" says that they are examples. */
  readonly exampleColour?: string;
  /** For a tab to be looked at, not typed in: a new one is drawn without the lines between its cells. */
  readonly gridLines?: "none";
  /** Rows to which dropdowns and colours reach at least, so that new rows have them too. */
  readonly preparedRows: number;
}

/** The cells of one row by column key. */
export type RowCells = Readonly<Record<string, Cell>>;
