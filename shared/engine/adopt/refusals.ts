// Why a tab cannot become a board as it stands: each with its cell, and what to do. They are found before anything is
// written, all at once, so that a person mends them in one go.

import { mergedCells } from "../../board/merged-cells.ts";
import { cellAddress, columnLetters, isBlank, nameKey, textOf } from "../../table/cell.ts";
import type { Problem } from "../../table/problem.ts";
import type { TabFacts } from "../../table/tab-facts.ts";
import type { Table } from "../../table/table.ts";
import type { SheetColumn } from "./sheet-column.ts";

/** How many cells of one kind a refusal names. */
const SHOWN = 5;
const SUM_WORDS = /^(grand |sub ?)?(total|totals|sum|summe|gesamt|insgesamt|somme|suma)\s*:?$/i;

/**
 * What stands against taking over the tab, whichever of its columns is which.
 *
 * @example
 * tabRefusals(fixtures.crmTable, plainTab) //=> []
 * tabRefusals({ ...fixtures.crmTable, merges: ["A2:A3"] }, plainTab)[0].cell //=> "A2"
 */
export function tabRefusals(table: Table, facts: TabFacts): readonly Problem[] {
  const at = (cell: string | undefined, message: string): Problem => ({
    tab: table.tab,
    ...(cell === undefined ? {} : { cell }),
    message,
  });
  return [
    ...(facts.isProtected
      ? [at(undefined, "the tab is protected; take the protection off, then adopt it")]
      : []),
    ...headerFaults(table).map(({ cell, message }) => at(cell, message)),
    ...mergedCells(table.merges)
      .filter(({ left }) => left < width(table))
      .slice(0, SHOWN)
      .map(({ top, left, range }) =>
        at(cellAddress(top, left), `merged cells (${range}) hide values; unmerge them`),
      ),
    ...totals(table, facts).map((row) =>
      at(cellAddress(row, 0), `row ${row} sums the others up and would be a record; move it to another tab`),
    ),
  ];
}

/**
 * Why the column cannot hold names or stages: a formula cannot be set, and no move could change it.
 *
 * @example
 * formulaRefusals("Deals", { header: "Stage", letters: "B", formulaRows: [2, 3] }, "Stage")[0].cell //=> "B2"
 * formulaRefusals("Deals", { header: "Stage", letters: "B", formulaRows: [] }, "Stage") //=> []
 */
export function formulaRefusals(
  tab: string,
  column: Pick<SheetColumn, "header" | "letters" | "formulaRows">,
  wanted: string,
): readonly Problem[] {
  const [first] = column.formulaRows;
  if (first === undefined) return [];
  const message = `"${column.header}" holds formulas (${column.formulaRows.length} cells), which no move could set; paste them as values, or head another column "${wanted}"`;
  return [{ tab, cell: `${column.letters}${first}`, message }];
}

function width(table: Table): number {
  return table.rows.reduce((most, row) => Math.max(most, row.cells.length), table.header.length);
}

function headerFaults(table: Table): readonly { cell: string; message: string }[] {
  const filled = table.header.filter((cell) => !isBlank(cell)).length;
  const fullest = table.rows.reduce(
    (most, { cells }) => Math.max(most, cells.filter((cell) => !isBlank(cell)).length),
    0,
  );
  if (filled + table.rows.length === 0)
    return [{ cell: "A1", message: "the tab is empty; write headers into row 1" }];
  if (filled === 0 || (filled === 1 && fullest > 2)) {
    return [{ cell: "A1", message: "the headers must stand in row 1; delete the rows above them" }];
  }
  const seen = new Map<string, number>();
  return table.header.flatMap((cell, column) => {
    const key = nameKey(textOf(cell));
    const before = seen.get(key);
    if (key === "") return [];
    if (before === undefined) {
      seen.set(key, column);
      return [];
    }
    const message = `columns ${columnLetters(before)} and ${columnLetters(column)} are both headed "${textOf(cell)}"; give one another header`;
    return [{ cell: cellAddress(1, column), message }];
  });
}

// A row of sums is known by its table, or by its word beside a formula.
function totals(table: Table, facts: TabFacts): readonly number[] {
  const formulaRows = new Set([...facts.formulas.values()].flat());
  const named = table.rows.filter(
    ({ at, cells }) =>
      formulaRows.has(at) && SUM_WORDS.test(textOf(cells.find((cell) => !isBlank(cell)) ?? null)),
  );
  return [...new Set([...facts.totalsRows, ...named.map(({ at }) => at)])];
}
