// How many rows and columns a tab of a Google spreadsheet has: a new one, and one that has to hold more. Rows are added
// some hundreds at a time, so that not every write adds some.

/** A new tab, as Google makes it. */
export const NEW_TAB: TabSize = { rows: 1000, columns: 26 };
const SPARE_ROWS = 500;

export interface TabSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The rows that a tab gets at its end so that it has at least so many; 0 where it has them.
 *
 * @example
 * addedRows(1000, 1001) //=> 501
 * addedRows(1000, 1000) //=> 0
 */
export function addedRows(present: number, wanted: number): number {
  return wanted <= present ? 0 : wanted - present + SPARE_ROWS;
}
