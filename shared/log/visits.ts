// Turns the rows of a log, grouped by record, into `Paths`. Within a record, rows are ordered by
// (instant, n, id) as replay orders them, and equal ids count once: neither the order of the log nor a repeated
// row changes a path. A path that ends by going into another record is no path: the two count once.
// A record has few rows, nearly always in order already, so they are sorted by insertion, in place.

import { instantMs, type Moment, wallMs } from "../value/moment.ts";
import { ENDS_HANDED_ON, ENDS_HERE, ENDS_MERGED, ENDS_REMOVED, type Paths, UNKNOWN_STAGE } from "./paths.ts";
import {
  ACT,
  ACT_HAND_ON,
  ACT_MERGE,
  ACT_NOTHING,
  ACT_REMOVE,
  COUNT,
  ID_MARK,
  INSTANT,
  type RowColumns,
  TIMES,
  WALL,
  WHOLES,
} from "./row-columns.ts";

export interface RowsByRecord {
  readonly columns: RowColumns;
  /** By row. */
  readonly ids: readonly string[];
  /** Row numbers, those of one record together; sorted in place. */
  readonly order: Int32Array;
  /** Rows of record r: `order[start[r]]` up to, not including, `order[start[r + 1]]`. */
  readonly start: Int32Array;
  readonly recordIds: readonly string[];
}

export interface PathFrame {
  readonly stageIds: readonly string[];
  readonly asOf: Moment;
}

// Written from front to back, record by record.
interface Draft {
  readonly stage: Int16Array;
  readonly enteredMs: Float64Array;
  readonly enteredWallMs: Float64Array;
  visits: number;
  ending: number;
  endWallMs: number;
}

const SMALL = 32;
const REPEATED = -1;

/**
 * The paths that grouped rows make; see `pathsOf` for the rules.
 *
 * @example
 * pathsFromRows(fixtures.noRows, { stageIds: ["lead"], asOf: fixtures.asOf }).recordIds //=> []
 */
export function pathsFromRows(rows: RowsByRecord, { stageIds, asOf }: PathFrame): Paths {
  const records = rows.recordIds.length;
  const recordIds: string[] = [];
  const firstVisit = new Int32Array(records + 1);
  const ending = new Uint8Array(records);
  const endWallMs = new Float64Array(records);
  const asOfWallMs = wallMs(asOf);
  const draft = emptyDraft(rows.order.length);
  for (let record = 0; record < records; record++) {
    const first = draft.visits;
    sortRecord(rows, record);
    writeVisits(rows, record, draft);
    if (draft.ending === ENDS_MERGED) draft.visits = first;
    if (draft.visits === first) continue;
    const kept = recordIds.length;
    firstVisit[kept + 1] = draft.visits;
    ending[kept] = draft.ending;
    endWallMs[kept] = draft.ending === ENDS_HERE ? asOfWallMs : draft.endWallMs;
    recordIds.push(rows.recordIds[record] ?? "");
  }
  return {
    stageIds,
    recordIds,
    firstVisit: firstVisit.subarray(0, recordIds.length + 1),
    stage: draft.stage.subarray(0, draft.visits),
    enteredMs: draft.enteredMs.subarray(0, draft.visits),
    enteredWallMs: draft.enteredWallMs.subarray(0, draft.visits),
    ending: ending.subarray(0, recordIds.length),
    endWallMs: endWallMs.subarray(0, recordIds.length),
    asOfMs: instantMs(asOf),
    asOfWallMs,
  };
}

function emptyDraft(visits: number): Draft {
  return {
    stage: new Int16Array(visits),
    enteredMs: new Float64Array(visits),
    enteredWallMs: new Float64Array(visits),
    visits: 0,
    ending: ENDS_HERE,
    endWallMs: 0,
  };
}

function writeVisits({ columns, order, start }: RowsByRecord, record: number, draft: Draft): void {
  const first = draft.visits;
  draft.ending = ENDS_HERE;
  const to = start[record + 1] ?? 0;
  for (let place = start[record] ?? 0; place < to; place++) {
    const row = order[place] ?? REPEATED;
    if (row === REPEATED) continue;
    const act = columns.wholes[row * WHOLES + ACT] ?? ACT_NOTHING;
    // Whatever is heard of a removed record afterwards says that it is here again.
    draft.ending = endingOf(act, draft.ending);
    draft.endWallMs = columns.times[row * TIMES + WALL] ?? 0;
    const visit = draft.visits;
    if (act < UNKNOWN_STAGE || (visit > first && draft.stage[visit - 1] === act)) continue;
    draft.stage[visit] = act;
    draft.enteredMs[visit] = columns.times[row * TIMES + INSTANT] ?? 0;
    draft.enteredWallMs[visit] = columns.times[row * TIMES + WALL] ?? 0;
    draft.visits = visit + 1;
  }
}

// A parked row that is deleted is one with the other all the same.
function endingOf(act: number, before: number): number {
  switch (act) {
    case ACT_REMOVE:
      return before === ENDS_MERGED ? ENDS_MERGED : ENDS_REMOVED;
    case ACT_HAND_ON:
      return before === ENDS_MERGED ? ENDS_MERGED : ENDS_HANDED_ON;
    case ACT_MERGE:
      return ENDS_MERGED;
    default:
      return ENDS_HERE;
  }
}

function sortRecord(rows: RowsByRecord, record: number): void {
  const { order, start } = rows;
  const from = start[record] ?? 0;
  const to = start[record + 1] ?? 0;
  if (to - from > SMALL) {
    order.subarray(from, to).sort((left, right) => compareRows(rows, left, right));
    strikeManyRepeats(rows, from, to);
    return;
  }
  for (let place = from + 1; place < to; place++) {
    const row = order[place] ?? 0;
    let hole = place;
    for (; hole > from && compareRows(rows, order[hole - 1] ?? 0, row) > 0; hole--) {
      order[hole] = order[hole - 1] ?? 0;
    }
    order[hole] = row;
  }
  strikeRepeats(rows, from, to);
}

function compareRows({ columns, ids }: RowsByRecord, left: number, right: number): number {
  const { wholes, times } = columns;
  const byInstant = (times[left * TIMES + INSTANT] ?? 0) - (times[right * TIMES + INSTANT] ?? 0);
  if (byInstant !== 0) return byInstant;
  const byCount = (wholes[left * WHOLES + COUNT] ?? 0) - (wholes[right * WHOLES + COUNT] ?? 0);
  if (byCount !== 0) return byCount;
  const leftAct = wholes[left * WHOLES + ACT] ?? 0;
  const rightAct = wholes[right * WHOLES + ACT] ?? 0;
  // As in replay: of one moment and count, entering a stage comes before whatever else befell the record.
  if (leftAct >= UNKNOWN_STAGE !== rightAct >= UNKNOWN_STAGE) return leftAct >= UNKNOWN_STAGE ? -1 : 1;
  const leftId = ids[left] ?? "";
  const rightId = ids[right] ?? "";
  if (leftId !== rightId) return leftId < rightId ? -1 : 1;
  return leftAct - rightAct;
}

// An empty id says nothing, so two of them are two facts.
function strikeRepeats({ columns, ids, order }: RowsByRecord, from: number, to: number): void {
  for (let place = from + 1; place < to; place++) {
    const row = order[place] ?? 0;
    const mark = columns.wholes[row * WHOLES + ID_MARK];
    for (let before = from; before < place; before++) {
      const earlier = order[before] ?? REPEATED;
      if (earlier === REPEATED || columns.wholes[earlier * WHOLES + ID_MARK] !== mark) continue;
      if (ids[row] !== ids[earlier] || ids[row] === "") continue;
      order[place] = REPEATED;
      break;
    }
  }
}

function strikeManyRepeats({ ids, order }: RowsByRecord, from: number, to: number): void {
  const seen = new Set<string>();
  for (let place = from; place < to; place++) {
    const id = ids[order[place] ?? 0] ?? "";
    if (id !== "" && seen.has(id)) order[place] = REPEATED;
    seen.add(id);
  }
}
