// What people did to a book since the last look, as changes that make it true again. Whatever it finds, it measures
// against the log, and what it writes is the log's next state: running it twice changes nothing the second time. What the
// rules do by themselves comes after it (reconcile.ts).

import { definitionHash, definitionTab, versionRows } from "../definition/definition-versions.ts";
import type { Definition } from "../definition/pipeline.ts";
import { setupTabs } from "../definition/setup/write-setup.ts";
import { checkOf, EMPTY_SUM } from "../log/check.ts";
import type { Entry } from "../log/entry.ts";
import { compareEntries } from "../log/replay.ts";
import { applyChanges } from "../table/apply-changes.ts";
import type { Change } from "../table/change.ts";
import { type Columns, columnsOf } from "../table/columns.ts";
import type { Problem } from "../table/problem.ts";
import { tableOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { bookLayouts } from "./book-layouts.ts";
import { completedHead, grownHead, historyProblem } from "./counted-history.ts";
import { type Head, headChanges, openChanges, readHead } from "./head.ts";
import { waitingCopies } from "./held/held-copies.ts";
import { heldDecisions } from "./held/held-decisions.ts";
import { appendedHistory } from "./history-changes.ts";
import { type FedRecords, fedRecords } from "./intake/fed-records.ts";
import { moneyLook } from "./invoices/money-look.ts";
import { mergedRows } from "./merging/merged-rows.ts";
import { type BoardHistories, type BoardsOutcome, reconcileBoards } from "./reconcile-boards.ts";
import { factEntry } from "./row/entry-making.ts";
import { ruledBook } from "./ruled-book.ts";
import type { RuleStarts } from "./rules/rule-history.ts";
import type { Run } from "./run.ts";
import type { Rules } from "./setup/rules-in-force.ts";
import { setupChanges } from "./setup/setup-changes.ts";
import { wholeHead } from "./whole-head.ts";

export interface Observed {
  readonly changes: readonly Change[];
  /** What was new to the log. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Boards that a guard stopped: nothing of them was touched. */
  readonly stoppedTabs: readonly string[];
  readonly definition: Definition;
  /** Since when each rule is as it is. */
  readonly ruleStarts: RuleStarts;
  /** All entries of the log, with those that were new. */
  readonly history: readonly Entry[];
  /** The same board by board; absent where anything was new. */
  readonly histories?: BoardHistories;
}

/**
 * What people did to the book.
 *
 * @throws {StagelineError} `usage`, when the book has no boards; `log`, when its history has lost a column
 * @example
 * observe(fixtures.bookTables, fixtures.run).problems //=> []
 */
export function observe(given: Tables, run: Run): Observed {
  const { decided, tables, log, rules } = ruledBook(given, run);
  const { definition } = rules;
  const head = completedHead(readHead(tables), log);
  const tampered = run.acceptsGuards === true ? undefined : historyProblem(head, log.checks);
  const hash = definitionHash(definition);
  const isNew = hash !== head.definition;
  const layouts = layoutChanges(tables, rules, isNew);
  const known = new Set(log.entries.map((entry) => entry.id));
  const laidOut = applyChanges(tables, layouts);
  const held = heldDecisions(laidOut, { definition, known });
  const copies = waitingCopies(laidOut, { definition, entries: log.entries });
  const money = moneyLook(laidOut, run, definition);
  const merged = mergedRows(laidOut, { definition, entries: log.entries, isCut: head.open !== "" });
  const look = (fed: readonly FedRecords[]) =>
    reconcileBoards(applyChanges(laidOut, [...merged, ...held.rows, ...fed.flatMap(({ rows }) => rows)]), {
      run,
      definition,
      entries: [...log.entries, ...held.entries, ...fed.flatMap((each) => each.entries)],
      before: rules.before,
      departed: rules.departed,
      paid: money.paid,
    });
  const feeds = fedRecords(laidOut, { run, definition, entries: log.entries });
  const { fed, boards } = lookAtFed(feeds, look);
  const ruled = isNew && head.definition !== "" ? definitionEntries(run, log.entries, hash) : [];
  const isFresh = (entry: Entry) => !known.has(entry.id);
  const notes = boards.notes.filter(isFresh);
  const told = [...held.entries, ...fed.flatMap((each) => each.entries), ...boards.entries, ...ruled];
  const entries = told.filter(isFresh);
  const kept = isNew ? definitionChanges(tables, rules, run) : [];
  // The order in which a crash does no harm: a run that is cut short anywhere is completed by the next one.
  const facts: readonly Change[] = [
    ...merged,
    ...held.rows,
    ...fed.flatMap(({ rows }) => rows),
    ...appendedHistory(tables, notes),
    ...boards.identities,
    ...boards.rows,
    ...boards.renames,
    ...kept,
    ...appendedHistory(tables, entries),
    ...boards.cells,
    ...held.done,
    ...copies.rows,
    ...money.changes,
  ];
  const opened = facts.length === 0 ? [] : openChanges(laidOut);
  const ended = { ...trueHead(run, head, log.checks), open: "" };
  const counted = grownHead(ended, [...notes, ...entries].map(checkOf));
  const open = applyChanges(laidOut, [...opened, ...kept]);
  return {
    changes: [
      ...decided,
      ...layouts,
      ...setupChanges(tables, rules),
      ...opened,
      ...facts,
      ...headChanges(open, wholeHead(open, counted, { ...boards, definition })),
    ],
    entries: [...notes, ...entries],
    problems: [
      ...rules.problems,
      ...log.problems,
      ...(tampered === undefined ? [] : [tampered]),
      ...held.problems,
      ...feeds.flatMap(({ problems }) => problems),
      ...copies.problems,
      ...boards.problems,
      ...money.problems,
    ],
    stoppedTabs: boards.stoppedTabs,
    definition,
    ruleStarts: rules.starts,
    history: [...log.entries, ...notes, ...entries],
    ...(told.length + boards.notes.length === 0 ? { histories: boards.histories } : {}),
  };
}

// What feeds a board that is stopped waits with it.
function lookAtFed(
  feeds: readonly FedRecords[],
  look: (fed: readonly FedRecords[]) => BoardsOutcome,
): { readonly fed: readonly FedRecords[]; readonly boards: BoardsOutcome } {
  const boards = look(feeds);
  const fed = feeds.filter(({ tab }) => !boards.stoppedTabs.includes(tab));
  return { fed, boards: fed.length === feeds.length ? boards : look(fed) };
}

// Accepting a history as it stands takes its rows for the truth from now on.
function trueHead(run: Run, head: Head, checks: readonly string[]): Head {
  return run.acceptsGuards === true ? grownHead({ ...head, entries: 0, sum: EMPTY_SUM }, checks) : head;
}

// A tab is laid out anew when the definition changed, or when the host has lost a mark on one of its columns. A board
// that has lost what it cannot do without is left as it is, until somebody brings it back: a new, empty column of
// names would be worse than none. A row that was added to Pipelines gets its tab; a board that was there does not.
function layoutChanges(
  tables: Tables,
  { definition, before }: Pick<Rules, "definition" | "before">,
  isNew: boolean,
): readonly Change[] {
  const known = new Set(before?.boards.map(({ id }) => `board_${id}`));
  return bookLayouts(definition).flatMap((layout): readonly Change[] => {
    const table = tableOf(tables, layout);
    const isBoard = layout.key.startsWith("board_");
    if (table === undefined && known.has(layout.key)) return [];
    if (table === undefined) return [{ kind: "layOut", tab: layout.tab, layout }];
    const columns = columnsOf(table, layout);
    if (isBoard && isUnusable(columns)) return [];
    const isMarked =
      table.key === layout.key && columns.unmarked.length === 0 && columns.missing.length === 0;
    const isDefined = isBoard || setupKeys.has(layout.key);
    if (isMarked && !(isDefined && isNew)) return [];
    return [{ kind: "layOut", tab: table.tab, layout: { ...layout, tab: table.tab } }];
  });
}

// Tabs whose dropdowns follow the definition.
const setupKeys: ReadonlySet<string> = new Set(setupTabs.map(({ key }) => key));

function isUnusable({ missing, problems }: Columns): boolean {
  const isLost = missing.includes("stage") || missing.includes("name");
  return isLost || problems.some((problem) => problem.message.startsWith("this column holds"));
}

// Once for each change of definition: a run that was cut short may have logged this one.
function definitionEntries(run: Run, entries: readonly Entry[], hash: string): readonly Entry[] {
  const logged = entries.filter((entry) => entry.kind === "definition-changed").sort(compareEntries);
  if (logged[logged.length - 1]?.data["hash"] === hash) return [];
  const subject = { board: "", record: "", name: "", n: 0 };
  const occurrence = `${hash}\n${run.now}`;
  return [factEntry(run, { kind: "definition-changed", subject, data: { hash }, occurrence })];
}

// A run that was cut short may have kept it already.
function definitionChanges(tables: Tables, { definition, before }: Rules, run: Run): readonly Change[] {
  if (before !== undefined && definitionHash(before) === definitionHash(definition)) return [];
  const tab = tableOf(tables, definitionTab)?.tab ?? definitionTab.tab;
  return [{ kind: "append", tab, rows: versionRows(definition, run.now) }];
}
