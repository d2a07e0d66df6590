// The columns of a tab that people made, as guessing looks at them: the header, the cells that hold anything, and
// what the host tells of formulas and dropdowns. A column without a header and without a cell is none.

import { type Cell, columnLetters, isBlank, isErrorCell, nameKey, textOf } from "../../table/cell.ts";
import type { TabFacts } from "../../table/tab-facts.ts";
import type { Table } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";

export interface SheetColumn {
  /** From 0. */
  readonly index: number;
  readonly letters: string;
  /** Empty where it has none. */
  readonly header: string;
  /** The cells below the header that hold a value, from the top; errors of formulas are none. */
  readonly cells: readonly Cell[];
  /** Rows of the tab that hold anything, in whatever column. */
  readonly rowCount: number;
  /** The rows whose cell is a formula. */
  readonly formulaRows: readonly number[];
  /** The values of its dropdown, in their order. */
  readonly choices: readonly string[];
}

/**
 * The columns of the tab, from the left.
 *
 * @example
 * sheetColumns(fixtures.pricesTable, plainTab).map((column) => column.header) //=> ["Article", "Price"]
 */
export function sheetColumns(table: Table, facts: TabFacts): readonly SheetColumn[] {
  const width = table.rows.reduce((most, row) => Math.max(most, row.cells.length), table.header.length);
  const columns = Array.from({ length: width }, (_, index): SheetColumn => {
    const filled = table.rows
      .map(({ cells }) => cells[index] ?? null)
      .filter((cell) => !isBlank(cell) && !isErrorCell(cell));
    return {
      index,
      letters: columnLetters(index),
      header: textOf(table.header[index]),
      cells: filled,
      rowCount: table.rows.length,
      formulaRows: facts.formulas.get(index) ?? [],
      choices: facts.choices.get(index) ?? [],
    };
  });
  return columns.filter(({ header, cells }) => header !== "" || cells.length > 0);
}

/**
 * The column with that header.
 *
 * @throws {StagelineError} `usage`, when no column has it
 * @example
 * columnHeaded(sheetColumns(fixtures.pricesTable, plainTab), "price").letters //=> "B"
 */
export function columnHeaded(columns: readonly SheetColumn[], header: string): SheetColumn {
  const found =
    columns.find((column) => column.header === header.trim()) ??
    columns.find((column) => nameKey(column.header) === nameKey(header));
  if (found !== undefined && found.header !== "") return found;
  const headers = columns.flatMap((column) => (column.header === "" ? [] : [`"${column.header}"`]));
  throw new StagelineError(
    "usage",
    `no column is headed "${header}"; the headers in row 1 are ${headers.join(", ")}`,
  );
}

/**
 * The texts of the column, each once in its first spelling, with how often it stands there.
 *
 * @example
 * distinctTexts({ cells: ["Lead", "Won", "lead "] }) //=> new Map([["Lead", 2], ["Won", 1]])
 */
export function distinctTexts({ cells }: Pick<SheetColumn, "cells">): ReadonlyMap<string, number> {
  const spelling = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const text = textOf(cell);
    const first = spelling.get(nameKey(text)) ?? text;
    spelling.set(nameKey(text), first);
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return counts;
}
