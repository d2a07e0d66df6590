// A board as a run finds it: its rows understood, with the record that each is, against the history. A guard stops
// the board where this cannot be trusted: then nothing of it is touched.

import { type BoardReading, readBoard } from "../../board/board-row.ts";
import type { Board, Definition } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import type { Problem } from "../../table/problem.ts";
import type { Table } from "../../table/table.ts";
import type { BoardRun } from "../row/row-draft.ts";
import { sealFrom } from "../row/row-seal.ts";
import type { Run } from "../run.ts";
import { exchangeGuard, goneGuard } from "./guards.ts";
import { type SeenRow, type SeenRows, seenRows } from "./seen-rows.ts";

export interface BoardWorld {
  readonly definition: Definition;
  readonly board: Board;
  readonly table: Table;
  /** The history of this board. */
  readonly entries: readonly Entry[];
  /** Record id → where that history has it. */
  readonly states: ReadonlyMap<string, RecordState>;
  /** Ids of records that stand on other boards now and belong there. */
  readonly elsewhere: ReadonlySet<string>;
  /** Record id → board on which it stands now, in a book of several boards. */
  readonly boardOfRecord?: ReadonlyMap<string, string>;
  /** The greatest count of a record's path entries on any board; that of this board where absent. */
  readonly countOf?: BoardRun["countOf"];
  /** What of a record's invoices is paid; nothing where absent. */
  readonly paidOf?: BoardRun["paidOf"];
  /** Stage id → the name that it had until now, of stages whose name has just changed. */
  readonly formerNames?: ReadonlyMap<string, string>;
  /** Names of people who left the team. */
  readonly departed?: readonly string[];
}

/** A board that can be trusted. */
export interface BoardLook {
  readonly world: BoardWorld;
  readonly reading: BoardReading;
  readonly seen: SeenRows;
  /** Records of the history that have no row any more. */
  readonly gone: readonly RecordState[];
}

/**
 * The board as it stands, or why it is stopped.
 *
 * @example
 * lookAtBoard(fixtures.run, fixtures.world).look.seen.rows.length //=> 1
 */
export function lookAtBoard(
  run: Run,
  world: BoardWorld,
): { readonly look: BoardLook } | { readonly stopped: readonly Problem[] } {
  const { definition, board, table } = world;
  const reading = readBoard(definition, board, table);
  if (reading === undefined)
    return { stopped: [{ tab: table.tab, message: "no pipeline is defined for this board" }] };
  if (reading.stopped.length > 0) return { stopped: reading.stopped };
  const { states, elsewhere, formerNames } = world;
  const seed = `${run.seed}\n${board.id}`;
  const seen = seenRows(reading, { states, elsewhere, seed, formerNames });
  if (seen.stopped !== undefined) return { stopped: [{ tab: table.tab, message: seen.stopped }] };
  const { rows } = seen;
  const gone = goneRecords(reading, rows, states);
  const lost = gone.filter((state) => !world.elsewhere.has(state.record));
  const guard = run.acceptsGuards === true ? undefined : guardOf(reading, { rows, states, gone: lost });
  return guard === undefined ? { look: { world, reading, seen, gone } } : { stopped: [guard] };
}

function goneRecords(
  reading: BoardReading,
  rows: readonly SeenRow[],
  states: ReadonlyMap<string, RecordState>,
): readonly RecordState[] {
  const present = new Set(rows.map(({ id }) => id));
  for (const row of reading.rows) {
    if (row.untouchable) present.add(sealFrom(row.knownFingerprint).record || row.id);
  }
  return [...states.values()].filter((state) => !state.removed && !present.has(state.record));
}

function guardOf(
  reading: BoardReading,
  found: {
    readonly rows: readonly SeenRow[];
    readonly states: ReadonlyMap<string, RecordState>;
    readonly gone: readonly RecordState[];
  },
): Problem | undefined {
  const known = [...found.states.values()].filter((state) => !state.removed).length;
  const message =
    goneGuard({ gone: found.gone.length, known, noun: reading.pipeline.noun }) ??
    exchangeGuard(found.rows, found.states);
  return message === undefined ? undefined : { tab: reading.view.tab, message };
}
