// What stops a book, or a board of it, until somebody says that it was meant: many records gone at once, a history that
// other hands changed. It is found by looking twice, so that a new guard needs no line here: whatever is no problem any
// more once guards are accepted was one that a person may accept.

import type { Problem } from "../../table/problem.ts";
import { sentenceOf } from "../../table/problem.ts";
import type { Tables } from "../../table/table.ts";
import { reconcile } from "../reconcile.ts";
import type { Run } from "../run.ts";

/**
 * The problems that a person may accept.
 *
 * @example
 * guardedProblems(fixtures.bookTables, fixtures.run) //=> []
 */
export function guardedProblems(tables: Tables, run: Run): readonly Problem[] {
  const guarded = reconcile(tables, run).problems.filter(({ cell }) => cell === undefined);
  if (guarded.length === 0) return [];
  const accepted = reconcile(tables, { ...run, acceptsGuards: true });
  const left = new Set(accepted.problems.map(sentenceOf));
  return guarded.filter((problem) => !left.has(sentenceOf(problem)));
}
