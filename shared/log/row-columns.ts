// The rows of a log that bear on paths, as numbers: gathered while rows stream by, and read again record by
// record, which is anything but in order. So the numbers of one row lie side by side: a row costs two reaches
// into memory and not six. The columns grow by doubling, so that a million rows cost a handful of copies.

/** Beside entering a stage (its number from 0, or `UNKNOWN_STAGE`), what a row does to its record. */
export const ACT_REMOVE = -2;
export const ACT_HAND_ON = -3;
export const ACT_RESTORE = -4;
export const ACT_NOTHING = -5;
export const ACT_MERGE = -6;

export interface RowColumns {
  /** Of row r, from `r * WHOLES`: number of its record, its act, its n, and the mark of its id. */
  readonly wholes: Int32Array;
  /** Of row r, from `r * TIMES`: its instant and its wall clock, in milliseconds. */
  readonly times: Float64Array;
}

/** How many whole numbers a row has; the constants below are their places. */
export const WHOLES = 4;
/** Number of the record. */
export const RECORD = 0;
/** Number of the stage that was entered, or one of the acts above. */
export const ACT = 1;
/** The entry's n. */
export const COUNT = 2;
/** A few bits of the id, so that unequal ids are seldom compared letter by letter. */
export const ID_MARK = 3;

/** How many times a row has; the constants below are their places. */
export const TIMES = 2;
/** Milliseconds since 1970 UTC. */
export const INSTANT = 0;
/** Milliseconds on the wall clock. */
export const WALL = 1;

/**
 * Columns for so many rows, all zero.
 *
 * @example
 * roomOf(emptyColumns(3)) //=> 3
 */
export function emptyColumns(rows: number): RowColumns {
  return { wholes: new Int32Array(rows * WHOLES), times: new Float64Array(rows * TIMES) };
}

/**
 * How many rows the columns have room for.
 *
 * @example
 * roomOf(emptyColumns(3)) //=> 3
 */
export function roomOf(columns: RowColumns): number {
  return columns.times.length / TIMES;
}

/**
 * A copy with room for so many rows, at least as many as there are.
 *
 * @example
 * roomOf(grownColumns(emptyColumns(3), 6)) //=> 6
 */
export function grownColumns(columns: RowColumns, rows: number): RowColumns {
  const grown = emptyColumns(rows);
  grown.wholes.set(columns.wholes);
  grown.times.set(columns.times);
  return grown;
}

/**
 * Bits of an id's end, where ids that are hashes differ. Unequal marks mean unequal ids.
 *
 * @example
 * idMarkOf("e1") === idMarkOf("e2") //=> false
 */
export function idMarkOf(id: string): number {
  const end = id.length;
  if (end < 4) return end === 0 ? 0 : (end << 16) | id.charCodeAt(end - 1);
  return (
    id.charCodeAt(end - 1) |
    (id.charCodeAt(end - 2) << 8) |
    (id.charCodeAt(end - 3) << 16) |
    (id.charCodeAt(end - 4) << 24)
  );
}
