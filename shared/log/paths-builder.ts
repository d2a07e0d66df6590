// Builds `Paths` from the fields of log rows as they come, in any order and without an object per row. `finish`
// settles amendments, leaves out what happened after `asOf` and groups rows by record with a counting sort.
// Equal ids can only belong to one record, so they are looked for there (visits.ts): no set of all ids is made.

import { instantMs, type Moment } from "../value/moment.ts";
import { StagelineError } from "../value/stageline-error.ts";
import { type Amendment, isAmendment, settle } from "./amendments.ts";
import type { Entry } from "./entry.ts";
import { scanOffsetMs, scanWallMs } from "./moment-scan.ts";
import { type Paths, UNKNOWN_STAGE } from "./paths.ts";
import {
  ACT,
  ACT_HAND_ON,
  ACT_MERGE,
  ACT_NOTHING,
  ACT_REMOVE,
  ACT_RESTORE,
  COUNT,
  emptyColumns,
  grownColumns,
  ID_MARK,
  INSTANT,
  idMarkOf,
  RECORD,
  type RowColumns,
  roomOf,
  TIMES,
  WALL,
  WHOLES,
} from "./row-columns.ts";
import { pathsFromRows } from "./visits.ts";

type Data = Readonly<Record<string, string>>;

export interface PathsBuilder {
  /**
   * One row of the log. Plain arguments, not an object: a million rows would make a million objects.
   * `data` is asked of `removed`, `merged`, `correction` and `undone` only; of other kinds it may be left out.
   *
   * @throws {StagelineError} `log`, when the row's time cannot be read
   */
  readonly add: (
    record: string,
    kind: string,
    to: string,
    at: string,
    n: number,
    id: string,
    data?: Data,
  ) => void;
  readonly finish: () => Paths;
}

/**
 * The paths of one board as they stood at `asOf`; `entries` are all of that board's, in any order.
 *
 * Equal ids count once; corrections and undoings are settled first (amendments.ts); then what happened after
 * `asOf` is left out. Consecutive entries into the same stage are one visit, which `removed` ends unless the
 * record came back. A record that has no visit is left out, and so is one that went into another.
 *
 * @throws {StagelineError} `log`, when an entry's time cannot be read
 * @example
 * pathsOf(["lead"], [], parseMoment("2026-01-01T00:00:00Z")).recordIds //=> []
 */
export function pathsOf(stageIds: readonly string[], entries: Iterable<Entry>, asOf: Moment): Paths {
  const builder = buildPaths(stageIds, asOf);
  for (const { record, kind, to, at, n, id, data } of entries) {
    builder.add(record, kind, to ?? "", at, n, id, data);
  }
  return builder.finish();
}

/**
 * A builder of the paths of one board, for rows that are no `Entry` yet; the rules are those of `pathsOf`.
 * `expectedRows` spares growing.
 *
 * @example
 * buildPaths(["lead"], parseMoment("2026-01-01T00:00:00Z")).finish().recordIds //=> []
 */
export function buildPaths(stageIds: readonly string[], asOf: Moment, expectedRows = 1024): PathsBuilder {
  const stageNumbers = new Map(stageIds.map((id, number) => [id, number]));
  const recordNumbers = new Map<string, number>();
  const ids: string[] = [];
  const amendments: Amendment[] = [];
  const asOfMs = instantMs(asOf);
  let room = Math.max(expectedRows, 16);
  let columns = emptyColumns(room);

  function add(
    record: string,
    kind: string,
    to: string,
    at: string,
    n: number,
    id: string,
    data?: Data,
  ): void {
    const act = actOf(kind, data);
    if (act === ACT_NOTHING && !isAmendment(kind)) return;
    const wall = scanWallMs(at);
    const instant = wall - scanOffsetMs(at);
    if (Number.isNaN(instant)) throw unreadable(at, id);
    if (act === ACT_NOTHING) {
      if (instant <= asOfMs) amendments.push({ id, kind, instantMs: instant, n, data: data ?? {} });
      return;
    }
    const row = ids.length;
    if (row === room) {
      room *= 2;
      columns = grownColumns(columns, room);
    }
    const { wholes, times } = columns;
    wholes[row * WHOLES + RECORD] = numberIn(recordNumbers, record);
    wholes[row * WHOLES + ACT] = act === 0 ? (stageNumbers.get(to) ?? UNKNOWN_STAGE) : act;
    wholes[row * WHOLES + COUNT] = n;
    wholes[row * WHOLES + ID_MARK] = idMarkOf(id);
    times[row * TIMES + INSTANT] = instant;
    times[row * TIMES + WALL] = wall;
    ids.push(id);
  }

  function finish(): Paths {
    const amended = amend({ columns, ids, amendments, stageNumbers });
    const recordIds = [...recordNumbers.keys()];
    const groups = groupByRecord(amended, { rows: ids.length, records: recordIds.length, asOfMs });
    return pathsFromRows({ columns: amended, ids, recordIds, ...groups }, { stageIds, asOf });
  }

  return { add, finish };
}

// 0 stands for entering a stage; which one, the row's stage says.
function actOf(kind: string, data: Data | undefined): number {
  switch (kind) {
    case "moved":
    case "created":
    case "copied":
      return 0;
    case "removed":
      return data?.["handedTo"] ? ACT_HAND_ON : ACT_REMOVE;
    case "restored":
      return ACT_RESTORE;
    case "merged":
      return data?.["into"] === undefined ? ACT_NOTHING : ACT_MERGE;
    default:
      return ACT_NOTHING;
  }
}

function numberIn(numbers: Map<string, number>, id: string): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(id, number);
  return number;
}

interface Amending {
  readonly columns: RowColumns;
  readonly ids: readonly string[];
  readonly amendments: readonly Amendment[];
  readonly stageNumbers: ReadonlyMap<string, number>;
}

// On a copy, so that rows added after one `finish` meet what was logged.
function amend({ columns, ids, amendments, stageNumbers }: Amending): RowColumns {
  const settled = settle(amendments);
  if (settled.size === 0) return columns;
  const amended = grownColumns(columns, roomOf(columns));
  ids.forEach((id, row) => {
    const change = settled.get(id);
    if (change === undefined) return;
    const act = row * WHOLES + ACT;
    if (change.isVoid) amended.wholes[act] = ACT_NOTHING;
    if (!change.isVoid && change.to !== undefined && (columns.wholes[act] ?? 0) >= UNKNOWN_STAGE) {
      amended.wholes[act] = stageNumbers.get(change.to) ?? UNKNOWN_STAGE;
    }
    if (change.at === undefined) return;
    const wall = scanWallMs(change.at);
    const instant = wall - scanOffsetMs(change.at);
    if (Number.isNaN(instant)) throw unreadable(change.at, id);
    amended.times[row * TIMES + WALL] = wall;
    amended.times[row * TIMES + INSTANT] = instant;
  });
  return amended;
}

interface Extent {
  readonly rows: number;
  readonly records: number;
  readonly asOfMs: number;
}

function groupByRecord({ wholes, times }: RowColumns, { rows, records, asOfMs }: Extent) {
  const start = new Int32Array(records + 1);
  for (let row = 0; row < rows; row++) {
    if (wholes[row * WHOLES + ACT] === ACT_NOTHING || (times[row * TIMES + INSTANT] ?? 0) > asOfMs) continue;
    const after = (wholes[row * WHOLES + RECORD] ?? 0) + 1;
    start[after] = (start[after] ?? 0) + 1;
  }
  for (let record = 0; record < records; record++) {
    start[record + 1] = (start[record + 1] ?? 0) + (start[record] ?? 0);
  }
  const order = new Int32Array(start[records] ?? 0);
  const next = start.slice();
  for (let row = 0; row < rows; row++) {
    if (wholes[row * WHOLES + ACT] === ACT_NOTHING || (times[row * TIMES + INSTANT] ?? 0) > asOfMs) continue;
    const record = wholes[row * WHOLES + RECORD] ?? 0;
    const place = next[record] ?? 0;
    order[place] = row;
    next[record] = place + 1;
  }
  return { order, start };
}

function unreadable(at: string, id: string): StagelineError {
  return new StagelineError(
    "log",
    `Activity: time "${at}" of entry "${id}" is not a time like 2026-11-20T08:30:00+01:00`,
  );
}
