// The engine's one call: the tables of a book, now, and who acts; back come the changes that make the book true.
// It runs from an edit, the sidebar, the hourly sweep and the sync alike, and running it twice changes nothing
// the second time: whatever it finds, it measures against the log, and what it writes is the log's next state.

import { fingerprintIn } from "../board/fingerprint.ts";
import {
  definitionHash,
  definitionTab,
  lastDefinition,
  versionRows,
} from "../definition/definition-versions.ts";
import type { Definition } from "../definition/pipeline.ts";
import { pipelinesTab } from "../definition/setup/pipelines-tab.ts";
import { type MintedId, readSetup } from "../definition/setup/read-setup.ts";
import { textFromList } from "../definition/setup/setup-tab.ts";
import { stagesTab } from "../definition/setup/stages-tab.ts";
import type { Entry } from "../log/entry.ts";
import { readLog } from "../log/log-tab.ts";
import { replay } from "../log/replay.ts";
import { textOf } from "../table/cell.ts";
import type { Change } from "../table/change.ts";
import type { Problem } from "../table/problem.ts";
import { tableOf, viewOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { bookLayouts } from "./book-layouts.ts";
import { factEntry } from "./entry-making.ts";
import { grownHead, type Head, historyProblem, readHead } from "./head.ts";
import { historyChanges } from "./history-changes.ts";
import { reconcileBoard } from "./reconcile-board.ts";
import { withFormerNames } from "./renamed-stages.ts";
import type { Run } from "./run.ts";

export interface Reconciled {
  readonly changes: readonly Change[];
  /** What was new to the log. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Boards that a guard stopped: nothing of them was touched. */
  readonly stoppedTabs: readonly string[];
  readonly definition: Definition;
}

/**
 * What the book's tables mean now.
 *
 * @throws {StagelineError} `usage`, when the book has no boards; `log`, when its history has lost a column
 * @example
 * reconcile(fixtures.bookTables, fixtures.run).problems //=> []
 */
export function reconcile(tables: Tables, run: Run): Reconciled {
  const lastGood = lastDefinition(tables);
  const setup = readSetup(tables, lastGood);
  const { definition, renamed } = withFormerNames(setup.definition, lastGood);
  const log = readLog(tables);
  const head = readHead(tables);
  const tampered = run.acceptsGuards === true ? undefined : historyProblem(head, log.checks);
  const boards = reconcileBoards(tables, { run, definition, entries: log.entries });
  const isNew = definitionHash(definition) !== head.definition;
  const definitionEntries = isNew && head.definition !== "" ? [definitionEntry(run, definition)] : [];
  const known = new Set(log.entries.map((entry) => entry.id));
  const entries = [...boards.entries, ...definitionEntries].filter((entry) => !known.has(entry.id));
  const base = { ...trueHead(run, head, log.checks), definition: definitionHash(definition) };
  return {
    changes: [
      ...mintChanges(tables, setup.minted),
      ...pipelineIdChanges(tables, definition),
      ...renamed.map(({ stage, aliases }) => aliasChange(tables, stage, aliases)),
      ...layoutChanges(tables, definition, isNew),
      ...boards.changes,
      ...definitionChanges(tables, { run, definition, isNew }),
      ...historyChanges(tables, entries, base),
    ],
    entries,
    problems: [
      ...setup.problems,
      ...log.problems,
      ...(tampered === undefined ? [] : [tampered]),
      ...boards.problems,
    ],
    stoppedTabs: boards.stoppedTabs,
    definition,
  };
}

// Accepting a history as it stands takes its rows for the truth from now on.
function trueHead(run: Run, head: Head, checks: readonly string[]): Head {
  return run.acceptsGuards === true
    ? grownHead({ ...readHead([]), definition: head.definition }, checks)
    : head;
}

interface BoardsOutcome {
  readonly entries: readonly Entry[];
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  readonly stoppedTabs: readonly string[];
}

function reconcileBoards(
  tables: Tables,
  book: { readonly run: Run; readonly definition: Definition; readonly entries: readonly Entry[] },
): BoardsOutcome {
  const entriesOf = entriesByBoard(book.entries);
  const placed = placedIds(tables, book.definition, entriesOf);
  const outcomes = book.definition.boards.map((board) => {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    if (table === undefined) {
      const message = `the tab "${board.tab}" is missing; bring it back, or delete its row here`;
      return {
        entries: [],
        changes: [],
        problems: [{ tab: pipelinesTab.tab, message }],
        stopped: true,
        tab: board.tab,
      };
    }
    const elsewhere = new Set([...placed].filter(([, at]) => at !== board.id).map(([id]) => id));
    const world = {
      definition: book.definition,
      board,
      table,
      entries: entriesOf.get(board.id) ?? [],
      elsewhere,
    };
    return { ...reconcileBoard(book.run, world), tab: table.tab };
  });
  return {
    entries: outcomes.flatMap((outcome) => outcome.entries),
    changes: outcomes.flatMap((outcome) => outcome.changes),
    problems: outcomes.flatMap((outcome) => outcome.problems),
    stoppedTabs: outcomes.filter((outcome) => outcome.stopped).map((outcome) => outcome.tab),
  };
}

function entriesByBoard(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const byBoard = new Map<string, Entry[]>();
  for (const entry of entries) {
    const own = byBoard.get(entry.board);
    if (own === undefined) byBoard.set(entry.board, [entry]);
    else own.push(entry);
  }
  return byBoard;
}

// Record id → board on which a row has it now; the board that knows the record comes before one that got a copy.
function placedIds(
  tables: Tables,
  definition: Definition,
  entriesOf: ReadonlyMap<string, readonly Entry[]>,
): ReadonlyMap<string, string> {
  const placed = new Map<string, string>();
  if (definition.boards.length < 2) return placed;
  for (const board of definition.boards) {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    if (table === undefined) continue;
    const known = replay(entriesOf.get(board.id) ?? []);
    const idColumn = table.marks["id"];
    for (const row of idColumn === undefined ? [] : table.rows) {
      const id = textOf(row.cells[idColumn ?? -1]);
      if (id !== "" && (!placed.has(id) || known.get(id)?.removed === false)) placed.set(id, board.id);
    }
  }
  return placed;
}

function mintChanges(tables: Tables, minted: readonly MintedId[]): readonly Change[] {
  return minted.flatMap(({ layout, row, id }) => {
    const table = tableOf(tables, layout);
    if (table === undefined) return [];
    const expectFingerprint = fingerprintIn(layout, row.cells);
    return [{ kind: "identify", tab: table.tab, atRow: row.at, expectFingerprint, id }];
  });
}

function pipelineIdChanges(tables: Tables, definition: Definition): readonly Change[] {
  const table = tableOf(tables, pipelinesTab);
  if (table === undefined) return [];
  const unsaid = viewOf(table, pipelinesTab).rows.filter(({ cells }) => textOf(cells["pipeline_id"]) === "");
  return unsaid.flatMap(({ cells }) => {
    const board = definition.boards.find((each) => each.tab === textOf(cells["board"]));
    if (board === undefined) return [];
    return [
      { kind: "setField", tab: table.tab, record: board.id, field: "pipeline_id", value: board.pipeline },
    ];
  });
}

function aliasChange(tables: Tables, stage: string, aliases: readonly string[]): Change {
  const tab = tableOf(tables, stagesTab)?.tab ?? stagesTab.tab;
  return { kind: "setField", tab, record: stage, field: "aliases", value: textFromList(aliases) };
}

// A tab is laid out anew when the definition changed, or when the host has lost a mark on one of its columns.
function layoutChanges(tables: Tables, definition: Definition, isNew: boolean): readonly Change[] {
  return bookLayouts(definition).flatMap((layout) => {
    const table = tableOf(tables, layout);
    const isBoard = layout.key.startsWith("board_");
    if (table === undefined) return isBoard ? [] : [{ kind: "layOut", tab: layout.tab, layout }];
    const { columns } = viewOf(table, layout);
    const isMarked =
      table.key === layout.key && columns.unmarked.length === 0 && columns.missing.length === 0;
    if (isMarked && !(isBoard && isNew)) return [];
    return [{ kind: "layOut", tab: table.tab, layout: { ...layout, tab: table.tab } }];
  });
}

function definitionEntry(run: Run, definition: Definition): Entry {
  const hash = definitionHash(definition);
  const subject = { board: "", record: "", name: "", n: 0 };
  return factEntry(run, {
    kind: "definition-changed",
    subject,
    data: { hash },
    occurrence: `${hash}\n${run.now}`,
  });
}

function definitionChanges(
  tables: Tables,
  book: { readonly run: Run; readonly definition: Definition; readonly isNew: boolean },
): readonly Change[] {
  if (!book.isNew) return [];
  const tab = tableOf(tables, definitionTab)?.tab ?? definitionTab.tab;
  return [{ kind: "append", tab, rows: versionRows(book.definition, book.run.now) }];
}
