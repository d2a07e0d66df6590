// Rows of a board, each with its record, made into entries and changes: the same for a run that has the whole book
// before it and for one that has a few rows. First all of them are told, then all are settled, because what is said of
// one row may be about another.

import type { BoardReading, BoardRow } from "../../board/board-row.ts";
import type { Entry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt } from "../../table/tab-view.ts";
import { oneOf } from "../../value/noun.ts";
import type { BoardRun } from "../row/row-draft.ts";
import type { Flag } from "../row/row-memory.ts";
import { settledRow } from "../row/settled-row.ts";
import { type ToldRow, toldRow } from "../row/told-row.ts";
import type { SeenRow } from "./seen-rows.ts";

/** A row whose history of this run is told. */
export interface Told {
  readonly seen: SeenRow;
  readonly row: ToldRow;
}

/** Rows that are told, and those that wait until somebody mends them. */
export interface ToldRows {
  readonly told: readonly Told[];
  readonly waiting: Pick<RowChanges, "identities" | "seals" | "problems">;
}

export interface RowChanges {
  readonly entries: readonly Entry[];
  /** Ids for rows: before everything else, since cells are found by them. */
  readonly identities: readonly Change[];
  /** Stage cells that follow a renamed stage: before the new definition is kept. */
  readonly renames: readonly Change[];
  /** All other cells but the seals: after the history that they show. */
  readonly cells: readonly Change[];
  /** The last that is written of a row. */
  readonly seals: readonly Change[];
  readonly problems: readonly Problem[];
}

/**
 * What people did to the rows; `states` is what the history says of their records.
 *
 * @example
 * toldRows(fixtures.boardRun, readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable), { rows: [], states: new Map() }).told
 * //=> []
 */
export function toldRows(
  board: BoardRun,
  reading: BoardReading,
  seen: { readonly rows: readonly SeenRow[]; readonly states: ReadonlyMap<string, RecordState> },
): ToldRows {
  const { view } = reading;
  const told: Told[] = [];
  const identities: Change[] = [];
  const seals: Change[] = [];
  const problems: Problem[] = [];
  for (const each of seen.rows) {
    const { row, id } = each;
    problems.push(...row.problems);
    const state = seen.states.get(id);
    const wait = waitingReason(row, state, board);
    if (wait?.message !== undefined)
      problems.push(problemAt(view, { row: row.at, key: wait.key }, wait.message));
    if (wait?.isBlocking !== true) {
      told.push({ seen: each, row: toldRow(board, { ...each, ...(state === undefined ? {} : { state }) }) });
    } else if (row.id !== "" && id !== row.id) {
      // A row that waits has no ID of another record, or it would get that record's cells.
      identities.push(identityChange(view.tab, each));
      // The seal of a copy says still what it is a copy of; that of a torn sort says nothing.
      if (!each.isCopied)
        seals.push({ kind: "setField", tab: view.tab, record: id, field: "fingerprint", value: null });
    }
  }
  return { told, waiting: { identities, seals, problems } };
}

/**
 * The changes that make the rows true; `flagOf` is what each is told because of others.
 *
 * @example
 * rowChanges(readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable),
 *   { told: [], waiting: { identities: [], seals: [], problems: [] } }, () => ({ text: "", mark: "" })).cells //=> []
 */
export function rowChanges(
  reading: BoardReading,
  { told, waiting }: ToldRows,
  flagOf: (told: Told) => Flag,
): RowChanges {
  const { tab, columns } = reading.view;
  const entries: Entry[] = [];
  const identities = [...waiting.identities];
  const renames: Change[] = [];
  const cells: Change[] = [];
  const seals = [...waiting.seals];
  const problems = [...waiting.problems];
  for (const each of told) {
    const { row, id } = each.seen;
    const outcome = settledRow(each.row, flagOf(each));
    entries.push(...outcome.entries);
    problems.push(
      ...outcome.problems.map(({ key, message }) => problemAt(reading.view, { row: row.at, key }, message)),
    );
    if (id !== row.id) identities.push(identityChange(tab, each.seen));
    for (const [field, value] of Object.entries(outcome.cells)) {
      if (!columns.at.has(field)) continue;
      const isRename = field === "stage" && value === row.stage?.name;
      const list = field === "fingerprint" ? seals : isRename ? renames : cells;
      list.push({ kind: "setField", tab, record: id, field, value });
    }
  }
  return { entries, identities, renames, cells, seals, problems };
}

function identityChange(tab: string, { row, id }: Pick<SeenRow, "row" | "id">): Change {
  return { kind: "identify", tab, atRow: row.at, expectFingerprint: row.fingerprint, id };
}

interface Waiting {
  readonly key: string;
  /** Absent where the row's own problems say it. */
  readonly message?: string;
  /** Whether the row is no record until it is mended. */
  readonly isBlocking: boolean;
}

function waitingReason(row: BoardRow, state: RecordState | undefined, board: BoardRun): Waiting | undefined {
  if (row.name === "") {
    const noun = board.pipeline.noun;
    if (state === undefined) {
      return {
        key: "name",
        message: `the row has no name; give it one to make it ${oneOf(noun)}`,
        isBlocking: true,
      };
    }
    return { key: "name", message: `the name is gone; it was "${state.name}"`, isBlocking: false };
  }
  if (state === undefined) {
    const isUnknown = row.stage === undefined && textOf(row.cells["stage"]) !== "";
    return isUnknown ? { key: "stage", isBlocking: true } : undefined;
  }
  if (!board.pipeline.stages.some((stage) => stage.id === state.now.stage)) {
    const message = `its stage "${state.now.stage}" is no longer in Stages; put that row back, with its ID`;
    return { key: "stage", message, isBlocking: true };
  }
  return undefined;
}
