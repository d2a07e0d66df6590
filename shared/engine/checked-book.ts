// A book looked at without a word written: every problem that a sync would tell, each row of the history that was
// altered besides, and advice on the book as that sync would leave it.

import { alteredRows } from "../log/log-tab.ts";
import { applyChanges } from "../table/apply-changes.ts";
import type { Problem } from "../table/problem.ts";
import type { Tables } from "../table/table.ts";
import type { Advice } from "./advice/advice.ts";
import { bookAdvice } from "./advice/book-advice.ts";
import { reconcile } from "./reconcile.ts";
import type { Run } from "./run.ts";

export interface CheckedBook {
  readonly problems: readonly Problem[];
  readonly advice: readonly Advice[];
  /** Changes of people that the next sync takes into the history. */
  readonly waiting: number;
}

/**
 * What is wrong with a book, and what is worth a look.
 *
 * @throws {StagelineError} `usage`, when the book has no boards; `log`, when its history has lost a column
 * @example
 * checkedBook(fixtures.bookTables, fixtures.run) //=> { problems: [], advice: [], waiting: 1 }
 */
export function checkedBook(tables: Tables, run: Run): CheckedBook {
  const { problems, entries, changes, definition } = reconcile(tables, run);
  return {
    problems: [...problems, ...alteredRows(tables)],
    advice: bookAdvice(applyChanges(tables, changes), definition, run.now),
    waiting: entries.length,
  };
}
