// The rows of an adopted tab as records: their ids, and what goes into the history. It starts today: each row was
// created in its stage now. A tab that was a board before goes on where it left: a row whose name one record of then
// had, and no other, is that record.

import type { BoardReading, BoardRow } from "../../board/board-row.ts";
import { mainLineOf, type Stage } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { type RecordState, replay } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { freshId } from "../../value/hash.ts";
import { factEntry, pathEntry, watchedData } from "../row/entry-making.ts";
import { watchedFields } from "../row/watched-field.ts";
import type { Run } from "../run.ts";

export interface AdoptedRecord {
  readonly row: BoardRow;
  readonly stage: Stage;
}

export interface AdoptedHistory {
  readonly records: readonly AdoptedRecord[];
  /** Ids for the rows. */
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  /** How many of the records the history knew from before. */
  readonly known: number;
}

/**
 * What becomes of the rows; `before` are the entries that the board of this id has. A row without a name, or with a
 * text that is none of the stages, is no record yet.
 *
 * @example
 * adoptedHistory(fixtures.run, readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable), [])
 *   .entries.map(({ kind, to }) => `${kind} ${to}`) //=> ["created lead"]
 */
export function adoptedHistory(run: Run, reading: BoardReading, before: readonly Entry[]): AdoptedHistory {
  const [first] = mainLineOf(reading.pipeline);
  const states = [...replay(before).values()];
  const records = reading.rows.flatMap((row): AdoptedRecord[] => {
    const stage = row.stage ?? (textOf(row.cells["stage"]) === "" ? first : undefined);
    return row.name === "" || row.untouchable || stage === undefined ? [] : [{ row, stage }];
  });
  const stateOf = sameNames(records, states);
  const known = records.flatMap(({ row }) => stateOf.get(row.name) ?? []);
  const isKnown = new Set(known);
  const lost = states.filter((state) => !state.removed && !isKnown.has(state));
  const rows = records.map((record) =>
    adoptedRow(run, reading, { record, state: stateOf.get(record.row.name) }),
  );
  return {
    records,
    changes: rows.map(({ change }) => change),
    entries: [...rows.flatMap(({ entries }) => entries), ...lost.map((state) => gone(run, state))],
    known: known.length,
  };
}

function adoptedRow(
  run: Run,
  reading: BoardReading,
  { record, state }: { readonly record: AdoptedRecord; readonly state: RecordState | undefined },
): { readonly change: Change; readonly entries: readonly Entry[] } {
  const { at, fingerprint } = record.row;
  const id = state?.record ?? freshId(run.seed, at);
  const { tab } = reading.view;
  return {
    change: { kind: "identify", tab, atRow: at, expectFingerprint: fingerprint, id },
    entries: state === undefined ? created(run, reading, { record, id }) : goneOn(run, record, state),
  };
}

function sameNames(
  records: readonly AdoptedRecord[],
  states: readonly RecordState[],
): ReadonlyMap<string, RecordState> {
  const count = (names: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };
  const rows = count(records.map(({ row }) => row.name));
  const known = count(states.map(({ name }) => name));
  return new Map(
    states
      .filter(({ name }) => rows.get(name) === 1 && known.get(name) === 1)
      .map((state) => [state.name, state]),
  );
}

function created(
  run: Run,
  reading: BoardReading,
  { record, id }: { readonly record: AdoptedRecord; readonly id: string },
): readonly Entry[] {
  const { row, stage } = record;
  const subject = { board: reading.board.id, record: id, name: row.name, n: 0 };
  const data = watchedData(watchedFields(reading.pipeline), row.values);
  return [pathEntry(run, { kind: "created", subject, to: stage.id, data })];
}

function goneOn(run: Run, { stage }: AdoptedRecord, state: RecordState): readonly Entry[] {
  const from = state.now.stage;
  return [
    ...(state.removed ? [factEntry(run, { kind: "restored", subject: state, occurrence: run.now })] : []),
    ...(from === stage.id ? [] : [pathEntry(run, { kind: "moved", subject: state, from, to: stage.id })]),
  ];
}

function gone(run: Run, state: RecordState): Entry {
  return factEntry(run, { kind: "removed", subject: state, from: state.now.stage, occurrence: run.now });
}
