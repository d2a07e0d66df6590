// All boards of a book against its history. Records may go from board to board: where a row with their id stands
// now, and how far their path is counted, is known here and told to each board.

import type { Definition } from "../definition/pipeline.ts";
import { pipelinesTab } from "../definition/setup/pipelines-tab.ts";
import type { BookMoney } from "../invoices/book-money.ts";
import type { Entry } from "../log/entry.ts";
import { groupedEntries } from "../log/grouped-entries.ts";
import { pathCounts } from "../log/path-counts.ts";
import { type RecordState, replay } from "../log/replay.ts";
import { applyChanges } from "../table/apply-changes.ts";
import { textOf } from "../table/cell.ts";
import type { Change } from "../table/change.ts";
import type { Problem } from "../table/problem.ts";
import { tableOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { type BoardLook, lookAtBoard } from "./board/board-look.ts";
import { leadsTo, linkedText, unknownLinks } from "./board/linked-names.ts";
import { type BoardOutcome, reconcileBoard } from "./board/reconcile-board.ts";
import { recordsFromRecords } from "./board/record-from-record.ts";
import { linkTargets } from "./board/record-links.ts";
import { formerNamesOf } from "./board/renamed-stages.ts";
import { standingAfter } from "./board/standing-records.ts";
import { sealFrom } from "./row/row-seal.ts";
import type { Run } from "./run.ts";

/** What a run knows of the book before it looks at the boards. */
export interface BookRun {
  readonly run: Run;
  readonly definition: Definition;
  readonly entries: readonly Entry[];
  readonly before: Definition | undefined;
  /** Names of people who left the team. */
  readonly departed: readonly string[];
  /** Record id → what of its invoices is paid; nothing where absent. */
  readonly paid?: BookMoney["paid"];
}

export type BoardsOutcome = Omit<BoardOutcome, "links"> & {
  /** Records that others were made into: after the ids of those, before their history. */
  readonly rows: readonly Change[];
  /** Boards that a guard stopped: nothing of them was touched. */
  readonly stoppedTabs: readonly string[];
  /** Board id → the records that stand on it afterwards, as the head keeps them. */
  readonly standing: Readonly<Record<string, string>>;
  /** Board id → the names by which its records are linked, as the head keeps them. */
  readonly linked: Readonly<Record<string, string>>;
  readonly histories: BoardHistories;
};

/** What the history says of each board, as it was before this look. */
export interface BoardHistories {
  /** Board id → its history, and its records in it. */
  readonly entriesOf: ReadonlyMap<string, readonly Entry[]>;
  readonly statesOf: ReadonlyMap<string, ReadonlyMap<string, RecordState>>;
}

/**
 * What the present rows of all boards mean; `before` is the definition that was in force until now, `departed` are
 * the names of people who left the team.
 *
 * @example
 * reconcileBoards(fixtures.bookTables, { run: fixtures.run, definition: fixtures.book, entries: [], before: undefined, departed: [] })
 *   .entries.map((entry) => entry.kind) //=> ["created"]
 */
export function reconcileBoards(tables: Tables, book: BookRun): BoardsOutcome {
  const { run, definition } = book;
  const found = lookAtBoards(tables, book);
  const made = found.trusted.map((look) => recordsFromRecords(run, look));
  const rows = made.flatMap((each) => each.rows);
  const linked = made.flatMap((each) => each.entries);
  const entries = [...book.entries, ...linked];
  const { trusted, stops, statesOf, entriesOf } =
    linked.length === 0 ? found : lookAtBoards(applyChanges(tables, rows), { ...book, entries });
  const targetsOf = linkTargets(trusted, definition);
  const outcomes = trusted.map((look) => reconcileBoard(run, look, targetsOf));
  const added = groupedEntries(
    outcomes.flatMap((outcome) => outcome.entries),
    "board",
  );
  const standing = definition.boards.map(({ id }) => {
    const of = { history: entriesOf.get(id) ?? [], added: added.get(id) ?? [] };
    return [id, standingAfter(statesOf.get(id) ?? new Map(), of)] as const;
  });
  const unread = definition.boards.filter(({ id }) => !trusted.some(({ world }) => world.board.id === id));
  const names = definition.boards.map(({ id }) => {
    const own = outcomes.flatMap(({ links }) => links.get(id) ?? []);
    const mayBeMore = unread.some((board) => leadsTo(definition, board, id));
    return [id, mayBeMore ? unknownLinks() : linkedText(own)] as const;
  });
  return {
    rows,
    entries: [...linked, ...outcomes.flatMap((outcome) => outcome.entries)],
    notes: outcomes.flatMap((outcome) => outcome.notes),
    identities: outcomes.flatMap((outcome) => outcome.identities),
    renames: outcomes.flatMap((outcome) => outcome.renames),
    cells: outcomes.flatMap((outcome) => outcome.cells),
    problems: [...stops.flatMap(({ stopped }) => stopped), ...outcomes.flatMap(({ problems }) => problems)],
    stoppedTabs: stops.map(({ tab }) => tab),
    standing: Object.fromEntries(standing),
    linked: Object.fromEntries(names),
    histories: { entriesOf, statesOf },
  };
}

interface BoardLooks extends BoardHistories {
  readonly trusted: readonly BoardLook[];
  readonly stops: readonly { readonly tab: string; readonly stopped: readonly Problem[] }[];
}

function lookAtBoards(tables: Tables, book: BookRun): BoardLooks {
  const { run, definition, before, departed, paid } = book;
  const entriesOf = groupedEntries(book.entries, "board");
  const statesOf = new Map(definition.boards.map(({ id }) => [id, replay(entriesOf.get(id) ?? [])]));
  const placed = placedIds(tables, definition, statesOf);
  const several = definition.boards.length > 1;
  const shared = {
    ...(several ? { boardOfRecord: placed, countOf: countsOf(book.entries) } : {}),
    ...(paid === undefined ? {} : { paidOf: (record: string) => paid.get(record) }),
  };
  const looks = definition.boards.map((board) => {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    if (table === undefined) return { tab: board.tab, stopped: [missingBoard(board.tab)] };
    const elsewhere = new Set([...placed].filter(([, at]) => at !== board.id).map(([id]) => id));
    const entries = entriesOf.get(board.id) ?? [];
    const formerNames = formerNamesOf(definition, before, board.pipeline);
    const states = statesOf.get(board.id) ?? new Map<string, RecordState>();
    const world = { definition, board, table, entries, states, elsewhere, formerNames, departed, ...shared };
    return { tab: table.tab, ...lookAtBoard(run, world) };
  });
  return {
    entriesOf,
    statesOf,
    trusted: looks.flatMap((found) => ("look" in found ? [found.look] : [])),
    stops: looks.flatMap((found) => ("stopped" in found ? [found] : [])),
  };
}

function missingBoard(tab: string): Problem {
  return {
    tab: pipelinesTab.tab,
    message: `the tab "${tab}" is missing; bring it back, or delete its row here`,
  };
}

// A record that went from board to board is counted on.
function countsOf(entries: readonly Entry[]): (record: string) => number {
  const counts = pathCounts(entries);
  return (record) => counts.get(record) ?? 0;
}

// Record id → board on which a row has it now; the board that knows the record comes before one that got a copy.
function placedIds(
  tables: Tables,
  definition: Definition,
  statesOf: ReadonlyMap<string, ReadonlyMap<string, RecordState>>,
): ReadonlyMap<string, string> {
  const placed = new Map<string, string>();
  if (definition.boards.length < 2) return placed;
  for (const board of definition.boards) {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    if (table === undefined) continue;
    const states = statesOf.get(board.id);
    const { id: idColumn = -1, fingerprint: sealColumn = -1 } = table.marks;
    for (const { cells } of table.rows) {
      const id = sealFrom(textOf(cells[sealColumn])).record || textOf(cells[idColumn]);
      const isStanding = states?.get(id)?.removed === false;
      if (id !== "" && (!placed.has(id) || isStanding)) placed.set(id, board.id);
    }
  }
  return placed;
}
