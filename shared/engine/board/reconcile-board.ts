// One board against its history: what each of its rows means, and who is gone.

import { peoplesKeys } from "../../board/board-layout.ts";
import type { BoardReading } from "../../board/board-row.ts";
import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import type { RecordState } from "../../log/replay.ts";
import type { Change } from "../../table/change.ts";
import type { Problem } from "../../table/problem.ts";
import { dayOf } from "../../value/moment.ts";
import { factEntry } from "../row/entry-making.ts";
import type { BoardRun } from "../row/row-draft.ts";
import { type RowSeal, sealFrom } from "../row/row-seal.ts";
import { watchedFields } from "../row/watched-field.ts";
import type { Run } from "../run.ts";
import type { BoardLook, BoardWorld } from "./board-look.ts";
import { recordsOfDeparted } from "./departed-people.ts";
import { forgottenRows } from "./emptied-rows.ts";
import { type LinkedNames, linkedNames } from "./linked-names.ts";
import { rowChanges, toldRows } from "./row-changes.ts";
import { flaggable, flagMark, sameFlags } from "./same-flags.ts";
import type { SeenRows } from "./seen-rows.ts";

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
  /** What the rows link. */
  readonly links: LinkedNames;
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
  const { pipeline, view } = reading;
  const boardRun = { ...boardRunOf(run, world, reading), ...(targetsOf === undefined ? {} : { targetsOf }) };
  const told = toldRows(boardRun, reading, { rows: look.seen.rows, states: world.states });
  const flags = sameFlags(pipeline, told.told.flatMap(flaggable));
  const changes = rowChanges(reading, told, (each) => ({
    text: flags.get(each.seen.id) ?? "",
    mark: flaggable(each).map((record) => flagMark(pipeline, record))[0] ?? "",
  }));
  return {
    entries: [...changes.entries, ...removals(run, world, look.gone)],
    notes: sortedBackNote(run, world, look.seen),
    identities: [...forgottenRows(reading, look.seen.rows), ...changes.identities],
    renames: changes.renames,
    cells: [...changes.cells, ...changes.seals],
    links: linkedNames(world.definition, { pipeline, board: world.board.id }, told.told),
    problems: [
      ...view.columns.problems,
      ...reading.rows.filter((row) => row.untouchable).flatMap((row) => row.problems),
      ...recordsOfDeparted(reading, world.departed ?? []),
      ...changes.problems,
    ],
  };
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
    ...(world.paidOf === undefined ? {} : { paidOf: world.paidOf }),
  };
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
