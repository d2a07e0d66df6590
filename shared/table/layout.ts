// A layout says how a tab of ours looks: its columns in order, their dropdowns, colours, notes and widths. It
// is data that every host draws in its own way. A host keeps the column keys as marks on the columns, so that a
// person may rename or move a column; it adds what is missing at the right, and never moves or deletes a column.

import type { Cell } from "./cell.ts";

/** How a column's cells are shown; "text" keeps leading zeros and never becomes a number or a formula. */
export type ColumnFormat = "text" | "general" | "number" | "money" | "percent" | "day" | "time";

/** A dropdown: the values themselves, or every value in a column of another tab of ours. */
export type Dropdown =
  | { readonly kind: "values"; readonly values: readonly string[] }
  | { readonly kind: "column"; readonly tab: string; readonly column: string }
  | { readonly kind: "yes/no" };

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
  /** With a dropdown: whether the spreadsheet itself refuses other values (else it warns only). */
  readonly strict?: boolean;
  /** Help shown at the header cell. */
  readonly note?: string;
  readonly colours?: readonly ColourRule[];
  /** Whether the engine writes the column; such headers look quieter. */
  readonly derived?: boolean;
}

export interface TabLayout {
  /** Stable; the host's mark on the tab, by which a renamed one is known. Letters, digits and "_" only. */
  readonly key: string;
  readonly tab: string;
  readonly hidden: boolean;
  /** "#rrggbb". */
  readonly tabColour?: string;
  readonly columns: readonly ColumnLayout[];
  /** Rows to which dropdowns and colours reach at least, so that new rows have them too. */
  readonly preparedRows: number;
}

/** The cells of one row by column key. */
export type RowCells = Readonly<Record<string, Cell>>;
