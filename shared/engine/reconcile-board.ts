// One board against its history: which row is which record, what each of them means, and who is gone.

import { peoplesKeys } from "../board/board-layout.ts";
import { type BoardReading, type BoardRow, readBoard } from "../board/board-row.ts";
import { type Identified, type IdentityRow, identify } from "../board/identity.ts";
import type { Board, Definition } from "../definition/pipeline.ts";
import type { Entry } from "../log/entry.ts";
import { type RecordState, replay } from "../log/replay.ts";
import type { Change } from "../table/change.ts";
import type { Problem } from "../table/problem.ts";
import { problemAt } from "../table/tab-view.ts";
import type { Table } from "../table/table.ts";
import { freshId } from "../value/hash.ts";
import { factEntry } from "./entry-making.ts";
import { exchangeGuard, goneGuard } from "./guards.ts";
import { type BoardRun, reconcileRow } from "./reconcile-row.ts";
import type { Run } from "./run.ts";
import { watchedFields } from "./watched-field.ts";

export interface BoardOutcome {
  readonly entries: readonly Entry[];
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  /** Whether nothing of the board was touched, for a reason among the problems. */
  readonly stopped: boolean;
}

export interface BoardWorld {
  readonly definition: Definition;
  readonly board: Board;
  readonly table: Table;
  /** The history of this board. */
  readonly entries: readonly Entry[];
  /** Ids of records that stand on other boards now and belong there. */
  readonly elsewhere: ReadonlySet<string>;
}

/**
 * What the present rows of a board mean.
 *
 * @example
 * reconcileBoard(fixtures.run, fixtures.world).entries.map((entry) => entry.kind) //=> ["created"]
 */
export function reconcileBoard(run: Run, world: BoardWorld): BoardOutcome {
  const { definition, board, table } = world;
  const reading = readBoard(definition, board, table);
  if (reading === undefined)
    return stopped([{ tab: table.tab, message: "no pipeline is defined for this board" }]);
  if (reading.stopped.length > 0) return stopped(reading.stopped);
  const states = replay(world.entries);
  const seen = identify(touchable(reading).map(identityRow), states, world.elsewhere);
  if (seen.stopped !== undefined) return stopped([{ tab: table.tab, message: seen.stopped }]);
  const rowAt = new Map(reading.rows.map((row) => [row.at, row]));
  const rows = named(run, seen.rows, rowAt);
  const gone = goneRecords(reading, rows, states);
  const guard = run.acceptsGuards === true ? undefined : guardOf(reading, { rows, states, gone });
  if (guard !== undefined) return stopped([guard]);
  return outcomeOf(run, { world, reading, rows, states, gone });
}

interface SeenRow {
  readonly row: BoardRow;
  readonly id: string;
  readonly origin: Identified["origin"];
}

function touchable(reading: BoardReading): readonly BoardRow[] {
  return reading.rows.filter((row) => !row.untouchable);
}

function identityRow(row: BoardRow): IdentityRow {
  const { at, id, name, fingerprint, knownFingerprint } = row;
  return { at, id, name, stageId: row.stage?.id ?? "", fingerprint, knownFingerprint };
}

// Fresh ids are minted in the order of the rows, so that the same run over the same rows mints the same.
function named(
  run: Run,
  rows: readonly Identified[],
  rowAt: ReadonlyMap<number, BoardRow>,
): readonly SeenRow[] {
  return rows.flatMap(({ row, id, origin }) => {
    const boardRow = rowAt.get(row.at);
    if (boardRow === undefined) return [];
    return [{ row: boardRow, id: id === "" ? freshId(run.seed, row.at) : id, origin }];
  });
}

function goneRecords(
  reading: BoardReading,
  rows: readonly SeenRow[],
  states: ReadonlyMap<string, RecordState>,
): readonly RecordState[] {
  const present = new Set([...rows.map(({ id }) => id), ...reading.rows.map((row) => row.id)]);
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

function outcomeOf(
  run: Run,
  found: {
    readonly world: BoardWorld;
    readonly reading: BoardReading;
    readonly rows: readonly SeenRow[];
    readonly states: ReadonlyMap<string, RecordState>;
    readonly gone: readonly RecordState[];
  },
): BoardOutcome {
  const { world, reading, rows, states } = found;
  const { tab } = reading.view;
  const boardRun = boardRunOf(run, world, reading);
  const entries: Entry[] = [];
  const changes: Change[] = [];
  const problems: Problem[] = [
    ...reading.view.columns.problems,
    ...reading.rows.filter((row) => row.untouchable).flatMap((row) => row.problems),
  ];
  for (const seen of rows) {
    problems.push(...seen.row.problems);
    const state = states.get(seen.id);
    const wait = waitingReason(seen.row, state, boardRun);
    if (wait !== undefined)
      problems.push(problemAt(reading.view, { row: seen.row.at, key: wait.key }, wait.message));
    if (wait?.isBlocking === true) continue;
    const outcome = reconcileRow(boardRun, { ...seen, ...(state === undefined ? {} : { state }) });
    entries.push(...outcome.entries);
    problems.push(
      ...outcome.problems.map(({ key, message }) =>
        problemAt(reading.view, { row: seen.row.at, key }, message),
      ),
    );
    if (seen.id !== seen.row.id) {
      changes.push({
        kind: "identify",
        tab,
        atRow: seen.row.at,
        expectFingerprint: seen.row.fingerprint,
        id: seen.id,
      });
    }
    for (const [field, value] of Object.entries(outcome.cells)) {
      if (reading.view.columns.at.has(field))
        changes.push({ kind: "setField", tab, record: seen.id, field, value });
    }
  }
  entries.push(...removals(run, world, found.gone), ...sortedBackNote(run, world, rows));
  return { entries, changes: identifyFirst(changes), problems, stopped: false };
}

// Every row has its id before any cell is set, since cells are found by it.
function identifyFirst(changes: readonly Change[]): readonly Change[] {
  const isIdentify = (change: Change) => change.kind === "identify";
  return [...changes.filter(isIdentify), ...changes.filter((change) => !isIdentify(change))];
}

function boardRunOf(run: Run, world: BoardWorld, reading: BoardReading): BoardRun {
  const byRecord = new Map<string, Entry[]>();
  for (const entry of world.entries) {
    const own = byRecord.get(entry.record);
    if (own === undefined) byRecord.set(entry.record, [entry]);
    else own.push(entry);
  }
  return {
    run,
    definition: world.definition,
    pipeline: reading.pipeline,
    boardId: world.board.id,
    watched: watchedFields(reading.pipeline),
    keys: peoplesKeys(reading.layout),
    entriesOf: (record) => byRecord.get(record) ?? [],
  };
}

interface Waiting {
  readonly key: string;
  readonly message: string;
  /** Whether the row is no record until it is mended. */
  readonly isBlocking: boolean;
}

function waitingReason(row: BoardRow, state: RecordState | undefined, board: BoardRun): Waiting | undefined {
  if (row.name === "") {
    const noun = board.pipeline.noun;
    if (state === undefined) {
      return {
        key: "name",
        message: `the row has no name; give it one to make it a ${noun}`,
        isBlocking: true,
      };
    }
    return { key: "name", message: `the name is gone; it was "${state.name}"`, isBlocking: false };
  }
  const isUnknownStage =
    row.stage === undefined && row.problems.some((problem) => problem.message.startsWith("stage "));
  if (state === undefined && isUnknownStage)
    return { key: "stage", message: "the row waits for a stage", isBlocking: true };
  if (state !== undefined && !board.pipeline.stages.some((stage) => stage.id === state.now.stage)) {
    const message = `its stage "${state.now.stage}" is no longer in Stages; put that row back, with its ID`;
    return { key: "stage", message, isBlocking: true };
  }
  return undefined;
}

function removals(run: Run, world: BoardWorld, gone: readonly RecordState[]): readonly Entry[] {
  return gone.map((state) => {
    const subject = { board: world.board.id, record: state.record, name: state.name, n: state.n };
    const data: Entry["data"] = world.elsewhere.has(state.record) ? { handedTo: "another board" } : {};
    return factEntry(run, { kind: "removed", subject, from: state.now.stage, data, occurrence: run.now });
  });
}

function sortedBackNote(run: Run, world: BoardWorld, rows: readonly SeenRow[]): readonly Entry[] {
  const count = rows.filter(({ origin, row, id }) => origin.how === "sorted back" && row.id !== id).length;
  if (count === 0) return [];
  const subject = { board: world.board.id, record: "", name: "", n: 0 };
  const note = `${count} rows were sorted without their hidden columns; their IDs went back to them`;
  return [factEntry(run, { kind: "note", subject, note, occurrence: `sorted back\n${run.now}` })];
}

function stopped(problems: readonly Problem[]): BoardOutcome {
  return { entries: [], changes: [], problems, stopped: true };
}
