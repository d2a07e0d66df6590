// What the tabs that hold the definition have in common: one row per thing, a hidden id that outlives a rename,
// plain words in every cell, and an order of columns that reads from what a thing is to what it may need.

import type { Cell } from "../../table/cell.ts";
import type { ColumnLayout, RowCells, TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt, type TabView, type ViewRow } from "../../table/tab-view.ts";

/** Rows to which the dropdowns of a set-up tab reach. */
const PREPARED_ROWS = 300;

/** What a row of a set-up tab was understood to say; `fault` names a column and what would be right. */
export interface RowFault {
  readonly key: string;
  readonly message: string;
}

/**
 * The layout of a set-up tab: hidden until the menu shows it, its last column a hidden id.
 *
 * @example
 * setupTab("team", "Team", []).columns.map((column) => column.key) //=> ["id"]
 */
export function setupTab(key: string, tab: string, columns: readonly ColumnLayout[]): TabLayout {
  const id: ColumnLayout = {
    key: "id",
    header: "ID",
    widthCharacters: 14,
    hidden: true,
    format: "text",
    derived: true,
  };
  return {
    key,
    tab,
    hidden: true,
    tabColour: "#9aa0a6",
    columns: [...columns, id],
    preparedRows: PREPARED_ROWS,
  };
}

/**
 * A column of plain text with its help; give what differs.
 *
 * @example
 * textColumn("name", "Name").format //=> "text"
 */
export function textColumn(key: string, header: string, rest: Partial<ColumnLayout> = {}): ColumnLayout {
  return { key, header, widthCharacters: 18, format: "text", ...rest };
}

/** The column that says to which pipeline a row belongs. */
export const pipelineColumn: ColumnLayout = textColumn("pipeline", "Pipeline", {
  dropdown: { kind: "column", tab: "pipelines", column: "pipeline" },
  note: "The pipeline to which this row belongs, as Pipelines calls it",
});

/** The column in which the engine says back what a row means. */
export const inWordsColumn: ColumnLayout = textColumn("in_words", "In words", {
  widthCharacters: 60,
  derived: true,
  note: "What the row means, as one sentence; written for you",
});

/**
 * The faults of a row as problems at their cells.
 *
 * @example
 * problemsOfRow(viewOf(fixtures.pricesTable, fixtures.pricesLayout), { at: 2, cells: {} }, [{ key: "price", message: "too dear" }])
 * //=> [{ tab: "Prices", cell: "B2", message: "too dear" }]
 */
export function problemsOfRow(view: TabView, row: ViewRow, faults: readonly RowFault[]): readonly Problem[] {
  return faults.map((fault) => problemAt(view, { row: row.at, key: fault.key }, fault.message));
}

/**
 * The cells of a row without those that hold nothing.
 *
 * @example
 * rowOf({ name: "Ada", email: undefined }) //=> { name: "Ada" }
 */
export function rowOf(cells: Readonly<Record<string, Cell | undefined>>): RowCells {
  const row: Record<string, Cell> = {};
  for (const [key, cell] of Object.entries(cells)) if (cell !== undefined && cell !== "") row[key] = cell;
  return row;
}

/**
 * The words of a cell that lists several, parted by commas, semicolons or new lines; a word that holds one of
 * these stands in double quotes.
 *
 * @example
 * listOf('Lost, "Won, at last"') //=> ["Lost", "Won, at last"]
 */
export function listOf(text: string): readonly string[] {
  const words = text.match(/\s*"(?:[^"]|"")*"\s*(?=[,;\n]|$)|[^,;\n]+/g) ?? [];
  return words
    .map((word) => word.trim())
    .map((word) => (/^".*"$/s.test(word) && word.length > 1 ? word.slice(1, -1).replace(/""/g, '"') : word))
    .filter((word) => word !== "");
}

/**
 * The words as they stand in one cell; `listOf` reads them back.
 *
 * @example
 * textFromList(["Lost", "Won, at last"]) //=> 'Lost, "Won, at last"'
 */
export function textFromList(words: readonly string[]): string {
  return words
    .map((word) => (/[,;\n]|^["\s]|\s$/.test(word) ? `"${word.replace(/"/g, '""')}"` : word))
    .join(", ");
}
