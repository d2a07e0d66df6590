// The engine's one call: the tables of a book, now, and who acts; back come the changes that make the book true. It runs
// from an edit, the sidebar, the hourly look and the sync alike, and running it twice changes nothing the second time.
// First it takes in what people did; then the rules have their turn, and what they did is taken in likewise, until they
// have nothing more to do. Each look ends with its head, so that a run which is cut short anywhere is completed by the next.

import type { Definition } from "../definition/pipeline.ts";
import type { Entry } from "../log/entry.ts";
import { applyChanges } from "../table/apply-changes.ts";
import type { Change } from "../table/change.ts";
import type { Problem } from "../table/problem.ts";
import type { Tables } from "../table/table.ts";
import { observe } from "./observe.ts";
import { actBook } from "./rules/act-book.ts";
import type { ActBook } from "./rules/rule-act.ts";
import { rulesTurn } from "./rules/rules-turn.ts";
import type { Run } from "./run.ts";

export interface Reconciled {
  readonly changes: readonly Change[];
  /** What was new to the log. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Boards that a guard stopped: nothing of them was touched. */
  readonly stoppedTabs: readonly string[];
  readonly definition: Definition;
  /** The book as the rules left it. */
  readonly book: ActBook;
}

/** Rules whose records set each other going without an end are stopped here, until the next look. */
const MOST_TURNS = 20;

/**
 * What the book's tables mean now.
 *
 * @throws {StagelineError} `usage`, when the book has no boards; `log`, when its history has lost a column
 * @example
 * reconcile(fixtures.bookTables, fixtures.run).problems //=> []
 */
export function reconcile(given: Tables, run: Run): Reconciled {
  const done: Done = { tables: given, changes: [], entries: [] };
  const first = observe(given, run);
  let looked = first;
  take(done, looked);
  let book = actBook(done.tables, run, looked);
  let waiting: readonly Problem[] = [];
  for (let turn = 1; turn <= MOST_TURNS; turn++) {
    const acted = rulesTurn(book);
    waiting = acted.problems ?? [];
    if (acted.changes.length === 0) break;
    take(done, acted);
    if (acted.entries.length > 0) {
      looked = observe(done.tables, { ...run, seed: `${run.seed} turn ${turn}` });
      take(done, looked);
    }
    book = actBook(done.tables, run, looked);
  }
  const { changes, entries } = done;
  const { stoppedTabs, definition } = looked;
  // What was refused is told by the look that refused it, and by no later one.
  const problems = distinct([...first.problems, ...looked.problems, ...waiting]);
  return { changes, entries, problems, stoppedTabs, definition, book };
}

/** What was done so far, and the tables after it. */
interface Done {
  tables: Tables;
  readonly changes: Change[];
  readonly entries: Entry[];
}

function take(done: Done, { changes, entries }: Pick<Reconciled, "changes" | "entries">): void {
  done.tables = applyChanges(done.tables, changes);
  // One by one: a board of fifty thousand new records is more than a call takes arguments.
  for (const change of changes) done.changes.push(change);
  for (const entry of entries) done.entries.push(entry);
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ tab, cell, message }: Problem) => [tab, cell ?? "", message].join("\n");
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}
