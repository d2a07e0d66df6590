// One board against its history: what each of its rows means, and who is gone.

import { peoplesKeys } from "../../board/board-layout.ts";
import type { BoardReading, BoardRow } from "../../board/board-row.ts";
import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import type { RecordState } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt } from "../../table/tab-view.ts";
import { dayOf } from "../../value/moment.ts";
import { oneOf } from "../../value/noun.ts";
import { factEntry } from "../row/entry-making.ts";
import { settledRow, type ToldRow, toldRow } from "../row/reconcile-row.ts";
import type { BoardRun } from "../row/row-draft.ts";
import { type RowSeal, sealFrom } from "../row/row-seal.ts";
import { watchedFields } from "../row/watched-field.ts";
import type { Run } from "../run.ts";
import type { BoardLook, BoardWorld } from "./board-look.ts";
import { recordsOfDeparted } from "./departed-people.ts";
import { type FlaggableRecord, sameFlags } from "./same-flags.ts";
import type { SeenRow, SeenRows } from "./seen-rows.ts";

export interface BoardOutcome {
  readonly entries: readonly Entry[];
  /** Entries about the ids themselves: before the ids, since nothing tells of them once the ids are right. */
  readonly notes: readonly Entry[];
  /** Ids for rows: before everything else, since cells are found by them. */
  readonly identities: readonly Change[];
  /** Stage cells that follow a renamed stage: before the new definition is kept. */
  readonly renames: readonly Change[];
  /** All other cells: after the history that they show. Seals are the last of them. */
  readonly cells: readonly Change[];
  readonly problems: readonly Problem[];
}

/**
 * What the rows of a board mean; `targetsOf` tells where their links lead.
 *
 * @example
 * reconcileBoard(fixtures.run, lookAtBoard(fixtures.run, fixtures.world).look).entries.map((entry) => entry.kind) //=> ["created"]
 */
export function reconcileBoard(run: Run, look: BoardLook, targetsOf?: BoardRun["targetsOf"]): BoardOutcome {
  const { world, reading } = look;
  const { states } = world;
  const { rows } = look.seen;
  const { tab } = reading.view;
  const boardRun = { ...boardRunOf(run, world, reading), ...(targetsOf === undefined ? {} : { targetsOf }) };
  const entries: Entry[] = [];
  const identities: Change[] = [];
  const renames: Change[] = [];
  const cells: Change[] = [];
  const seals: Change[] = [];
  const problems: Problem[] = [
    ...reading.view.columns.problems,
    ...reading.rows.filter((row) => row.untouchable).flatMap((row) => row.problems),
    ...recordsOfDeparted(reading, world.departed ?? []),
  ];
  const told: Told[] = [];
  for (const seen of rows) {
    const { row, id } = seen;
    problems.push(...row.problems);
    const state = states.get(id);
    const wait = waitingReason(row, state, boardRun);
    if (wait?.message !== undefined)
      problems.push(problemAt(reading.view, { row: row.at, key: wait.key }, wait.message));
    if (wait?.isBlocking === true) {
      if (row.id !== "" && id !== row.id) {
        // A row that waits has no ID of another record, or it would get that record's cells.
        identities.push(identityChange(tab, { row, id }));
        // The seal of a copy says still what it is a copy of; that of a torn sort says nothing.
        if (!seen.isCopied)
          seals.push({ kind: "setField", tab, record: id, field: "fingerprint", value: null });
      }
      continue;
    }
    told.push({ seen, row: toldRow(boardRun, { ...seen, ...(state === undefined ? {} : { state }) }) });
  }
  const flags = sameFlags(reading.pipeline, told.flatMap(flaggable));
  for (const { seen, row: toldOf } of told) {
    const { row, id } = seen;
    const flag = flags.get(id);
    const outcome = settledRow(toldOf, flag === undefined ? [] : [flag]);
    entries.push(...outcome.entries);
    problems.push(
      ...outcome.problems.map(({ key, message }) => problemAt(reading.view, { row: row.at, key }, message)),
    );
    if (id !== row.id) identities.push(identityChange(tab, { row, id }));
    for (const [field, value] of Object.entries(outcome.cells)) {
      if (!reading.view.columns.at.has(field)) continue;
      const isRename = field === "stage" && value === row.stage?.name;
      const list = field === "fingerprint" ? seals : isRename ? renames : cells;
      list.push({ kind: "setField", tab, record: id, field, value });
    }
  }
  entries.push(...removals(run, world, look.gone));
  return {
    entries,
    notes: sortedBackNote(run, world, look.seen),
    identities,
    renames,
    cells: [...cells, ...seals],
    problems,
  };
}

interface Told {
  readonly seen: SeenRow;
  readonly row: ToldRow;
}

function flaggable({ seen: { id }, row: { draft, state } }: Told): readonly FlaggableRecord[] {
  if (state === undefined) return [];
  const { name, values } = draft.row;
  return [{ record: id, name, stage: state.now.stage, values }];
}

function identityChange(tab: string, { row, id }: Pick<SeenRow, "row" | "id">): Change {
  return { kind: "identify", tab, atRow: row.at, expectFingerprint: row.fingerprint, id };
}

function boardRunOf(run: Run, world: BoardWorld, reading: BoardReading): BoardRun {
  const byRecord = groupedEntries(world.entries, "record");
  const seals = new Map<string, RowSeal>();
  for (const row of reading.rows) {
    const seal = sealFrom(row.knownFingerprint);
    if (seal.record !== "") seals.set(seal.record, seal);
  }
  return {
    run,
    definition: world.definition,
    pipeline: reading.pipeline,
    boardId: world.board.id,
    watched: watchedFields(reading.pipeline),
    keys: peoplesKeys(reading.layout),
    entriesOf: (record) => byRecord.get(record) ?? [],
    sealOf: (record) => seals.get(record),
    ...(world.countOf === undefined ? {} : { countOf: world.countOf }),
  };
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

function removals(run: Run, world: BoardWorld, gone: readonly RecordState[]): readonly Entry[] {
  return gone.map((state) => {
    const subject = { board: world.board.id, record: state.record, name: state.name, n: state.n };
    const handedTo = world.boardOfRecord?.get(state.record) ?? "another board";
    const data: Entry["data"] = world.elsewhere.has(state.record) ? { handedTo } : {};
    return factEntry(run, { kind: "removed", subject, from: state.now.stage, data, occurrence: run.now });
  });
}

// A run that was cut short after it began to put ids right had told of it first.
function sortedBackNote(run: Run, world: BoardWorld, { rows, isCutShort }: SeenRows): readonly Entry[] {
  const back = rows.filter(({ origin, knownAs, id }) => origin.how === "sorted back" && knownAs !== id);
  if (back.length === 0 || isCutShort) return [];
  const subject = { board: world.board.id, record: "", name: "", n: 0 };
  const note =
    back.length === 1
      ? "1 row was sorted without its hidden columns; its ID went back to it"
      : `${back.length} rows were sorted without their hidden columns; their IDs went back to them`;
  const places = back.map(({ row, id }) => `${row.knownFingerprint} ${id}`).sort();
  const occurrence = ["sorted back", dayOf(run.now), ...places].join("\n");
  return [factEntry(run, { kind: "note", subject, note, occurrence })];
}
