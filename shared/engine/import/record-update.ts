// What a line of the file changes on a record that the board has: cells that differ, and moves that came since. The
// file wins over what stands in a cell, and what stood there is in the log; over where the record is, it wins only
// with news: a move that is dated later, or a stage in which the record never was.

import type { BoardReading, BoardRow } from "../../board/board-row.ts";
import type { Field } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import { type Cell, isBlank } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { plainText } from "../../table/shown-cell.ts";
import { dayOf, instantMs } from "../../value/moment.ts";
import { isSameCell } from "../row/derived-cells.ts";
import { factEntry, pathEntry } from "../row/entry-making.ts";
import { textOfValue } from "../row/watched-field.ts";
import type { Run } from "../run.ts";
import type { LineProblem } from "./import-source.ts";
import type { WantedRecord, WantedVisit } from "./wanted-record.ts";

/** What all records of an import share. */
export interface ImportContext {
  readonly run: Run;
  readonly reading: BoardReading;
  readonly fields: readonly Field[];
  /** Ids of the fields whose changes are logged. */
  readonly watched: readonly string[];
  readonly states: ReadonlyMap<string, RecordState>;
  /** The greatest count of a record's path entries, on any board. */
  readonly countOf: (record: string) => number;
}

export interface RecordUpdate {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly problems: readonly LineProblem[];
}

/**
 * The changes of one record.
 *
 * @example
 * recordUpdate({ states: new Map() }, { line: 2, name: "Ada" }, { id: "r1", at: 7 }).problems[0].message
 * //=> '"Ada" stands in row 7, which has to be mended first; nothing was changed'
 */
export function recordUpdate(context: ImportContext, record: WantedRecord, row: BoardRow): RecordUpdate {
  const state = context.states.get(row.id);
  if (row.untouchable || state === undefined) {
    const message = `"${record.name}" stands in row ${row.at}, which has to be mended first; nothing was changed`;
    return { changes: [], entries: [], problems: [{ line: record.line, message }] };
  }
  const cells = changedCells(context, record, row);
  const moves = newMoves(context, record, state);
  const last = moves.visits[moves.visits.length - 1]?.stage;
  const shown: readonly NewCell[] = last === undefined ? cells : [...cells, ["stage", last.name]];
  const { tab } = context.reading.view;
  return {
    changes: shown.map(([field, value]) => ({ kind: "setField", tab, record: row.id, field, value })),
    entries: [
      ...overwritten(context, { record, row, state, cells }),
      ...movedEntries(context, record, { state, moves }),
    ],
    problems: moves.problem === undefined ? [] : [{ line: record.line, message: moves.problem }],
  };
}

/** Column key and the cell that it gets. */
type NewCell = readonly [string, Cell];

function changedCells({ fields }: ImportContext, record: WantedRecord, row: BoardRow): readonly NewCell[] {
  return fields.flatMap((field): readonly NewCell[] => {
    const cell = record.cells[field.id];
    return cell === undefined || isSameCell(row.cells[field.id], cell) ? [] : [[field.id, cell]];
  });
}

// In the spelling in which watched fields are logged, so that the next look at the row finds nothing new.
function overwritten(
  { run, reading }: ImportContext,
  what: {
    readonly record: WantedRecord;
    readonly row: BoardRow;
    readonly state: RecordState;
    readonly cells: readonly NewCell[];
  },
): readonly Entry[] {
  const { record, row, state } = what;
  const subject = { board: reading.board.id, record: row.id, name: row.name, n: state.n };
  return what.cells.flatMap(([field, cell]) => {
    const before = row.cells[field] ?? null;
    if (isBlank(before)) return [];
    const data = {
      field,
      from: shownText(row.values[field], before),
      to: shownText(record.values[field], cell),
    };
    const occurrence = `${field}\n${run.now}\n${data.to}`;
    return [factEntry(run, { kind: "field", subject, data, occurrence })];
  });
}

function shownText(value: FieldValue | undefined, cell: Cell): string {
  return value === undefined ? plainText(cell) : textOfValue(value);
}

interface Moves {
  readonly visits: readonly WantedVisit[];
  /** Why the record stays where it is, though the file has it elsewhere. */
  readonly problem?: string;
}

const NO_MOVES: Moves = { visits: [] };

function newMoves({ run, reading }: ImportContext, record: WantedRecord, state: RecordState): Moves {
  const last = record.visits[record.visits.length - 1];
  const isLater = ({ at }: WantedVisit) => at !== undefined && instantMs(at) > instantMs(state.now.at);
  if (last === undefined) return NO_MOVES;
  if (last.stage.id === state.now.stage && !record.visits.some(isLater)) return NO_MOVES;
  if (last.at === undefined && state.visits.some((visit) => visit.stage === last.stage.id)) {
    const problem = `"${record.name}" was in "${last.stage.name}" before, and the file does not say when it is now; not moved`;
    return { visits: [], problem };
  }
  const fresh = record.visits.filter(({ at = run.now }) => instantMs(at) > instantMs(state.now.at));
  if (fresh[fresh.length - 1] === last) return { visits: fresh };
  const stage = reading.pipeline.stages.find((each) => each.id === state.now.stage)?.name ?? state.now.stage;
  const problem = `"${record.name}" is in "${stage}" since ${dayOf(state.now.at)}, not before the file's "${last.stage.name}"; not moved`;
  return { visits: [], problem };
}

function movedEntries(
  { run, reading, countOf }: ImportContext,
  record: WantedRecord,
  { state, moves }: { readonly state: RecordState; readonly moves: Moves },
): readonly Entry[] {
  const entries: Entry[] = [];
  let n = Math.max(state.n, countOf(state.record));
  let from = state.now.stage;
  for (const { stage, at = run.now } of moves.visits) {
    if (stage.id === from) continue;
    const subject = { board: reading.board.id, record: state.record, name: record.name, n };
    entries.push(pathEntry(run, { kind: "moved", subject, from, to: stage.id, at }));
    n += 1;
    from = stage.id;
  }
  return entries;
}
