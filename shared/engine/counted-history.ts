// The history as the head counts it. The count grows by what the engine itself appends: a history that was altered by
// other hands keeps disagreeing with it, until somebody accepts it. Only what a run appended before it was cut short,
// and could not count any more, is taken as its own.

import { checkFits, EMPTY_SUM, sumOfChecks } from "../log/check.ts";
import type { LogReading } from "../log/log-tab.ts";
import type { Problem } from "../table/problem.ts";
import type { Head } from "./head.ts";

/**
 * The head after entries with these checks were appended.
 *
 * @example
 * grownHead(readHead([]), ["cabcdefgh1"]).entries //=> 1
 */
export function grownHead(head: Head, checks: readonly string[]): Head {
  return { ...head, entries: head.entries + checks.length, sum: sumOfChecks(checks, head.sum) };
}

/**
 * The head as it would be if the last run had come to its end: rows behind those that it counts are that run's,
 * where each fits its check and is no copy of another. Any other difference is left for `historyProblem` to tell.
 *
 * @example
 * completedHead(readHead([]), { entries: [fixtures.entry], checks: [checkOf(fixtures.entry)] }).entries //=> 1
 */
export function completedHead(head: Head, log: Pick<LogReading, "entries" | "checks">): Head {
  const { entries, checks } = log;
  const counted = countedRows(head, checks);
  if (counted === undefined) return head;
  const known = new Set(entries.slice(0, counted).map((entry) => entry.id));
  const isOurs = entries
    .slice(counted)
    .every((entry, index) => !known.has(entry.id) && checkFits(entry, checks[counted + index] ?? ""));
  return isOurs ? grownHead({ ...head, entries: counted }, checks.slice(counted)) : head;
}

// How many of the first rows the sum of the head is that of. Where a run was cut short while it wrote the head, the
// number beside the sum may be that of another run.
function countedRows({ entries, sum, open }: Head, checks: readonly string[]): number | undefined {
  if (checks.length >= entries && sumOfFirst(checks, entries) === sum) return entries;
  if (open === "") return undefined;
  let passed = EMPTY_SUM;
  for (const [index, check] of checks.entries()) {
    if (passed === sum) return index;
    passed = sumOfChecks([check], passed);
  }
  return passed === sum ? checks.length : undefined;
}

// A look asks for the sum of the whole history twice.
const sumsKnown = new WeakMap<readonly string[], { readonly count: number; readonly sum: string }>();

function sumOfFirst(checks: readonly string[], count: number): string {
  const known = sumsKnown.get(checks);
  if (known?.count === count) return known.sum;
  const sum = sumOfChecks(count === checks.length ? checks : checks.slice(0, count));
  sumsKnown.set(checks, { count, sum });
  return sum;
}

/**
 * What does not agree between the head and the rows of the history; `undefined` where all does.
 *
 * @example
 * historyProblem(readHead([]), ["cabcdefgh1"]).message
 * //=> "the history has 1 row more than Stageline wrote; undo the change, or accept it if it was made on purpose"
 */
export function historyProblem(head: Head, checks: readonly string[]): Problem | undefined {
  const difference = checks.length - head.entries;
  if (difference === 0 && sumOfFirst(checks, checks.length) === head.sum) return undefined;
  const rows = Math.abs(difference) === 1 ? "row" : "rows";
  const what =
    difference === 0
      ? "a row of the history was changed"
      : `the history has ${Math.abs(difference)} ${rows} ${difference > 0 ? "more" : "fewer"} than Stageline wrote`;
  return { tab: "Activity", message: `${what}; undo the change, or accept it if it was made on purpose` };
}
