// The book as a look finds it: with what was decided on copied tabs, each of which is a board from then on, and by the
// rules that its set-up and its history say.

import { type LogReading, readLog } from "../log/log-tab.ts";
import { applyChanges } from "../table/apply-changes.ts";
import type { Change } from "../table/change.ts";
import type { Tables } from "../table/table.ts";
import { decidedCopies } from "./held/held-copies.ts";
import type { Run } from "./run.ts";
import { type Rules, rulesInForce } from "./setup/rules-in-force.ts";

export interface RuledBook {
  /** What was decided; the tables hold it. */
  readonly decided: readonly Change[];
  readonly tables: Tables;
  readonly log: LogReading;
  readonly rules: Rules;
}

/**
 * The book by its rules. Who only has to know what rules, and by whom an act is, needs no more of a look.
 *
 * @throws {StagelineError} `usage`, when the book has no boards; `log`, when its history has lost a column
 * @example
 * ruledBook(fixtures.bookTables, fixtures.run).rules.definition.boards[0].tab //=> "Deals"
 */
export function ruledBook(given: Tables, { zone }: Pick<Run, "zone">): RuledBook {
  const decided = decidedCopies(given);
  const tables = applyChanges(given, decided);
  const log = readLog(tables);
  return { decided, tables, log, rules: rulesInForce(tables, log.entries, zone.name) };
}
