// What a host can tell of a tab beside its cells. A table holds the results of formulas and nothing of dropdowns:
// whoever takes over a tab that people made has to know which cells count by themselves, and what may stand in others.

export interface TabFacts {
  /** Column (from 0) → the rows below the header whose cell is a formula. */
  readonly formulas: ReadonlyMap<number, readonly number[]>;
  /** Column → the values of the dropdown in it, in their order. */
  readonly choices: ReadonlyMap<number, readonly string[]>;
  /** Rows with the sums of a table that the spreadsheet program keeps. */
  readonly totalsRows: readonly number[];
  /** Ranges of its filters and tables, such as "A1:G5": sorting by one takes the cells in it along, and no others. */
  readonly filters: readonly string[];
  /** Whether the tab refuses typing. */
  readonly isProtected: boolean;
}

/** A tab of plain cells, without formulas and dropdowns. */
export const plainTab: TabFacts = {
  formulas: new Map(),
  choices: new Map(),
  totalsRows: [],
  filters: [],
  isProtected: false,
};
