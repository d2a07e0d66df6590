// The rows of a log that bear on paths, column by column: what is gathered while rows stream by, and what the
// visits are written from. Columns grow by doubling, so that a million rows cost a handful of copies.

/** Beside entering a stage (its number from 0, or `UNKNOWN_STAGE`), what a row does to its record. */
export const ACT_REMOVE = -2;
export const ACT_HAND_ON = -3;
export const ACT_RESTORE = -4;
export const ACT_NOTHING = -5;

export interface RowColumns {
  /** Number of the record. */
  readonly record: Int32Array;
  /** Number of the stage that was entered, or one of the acts above. */
  readonly act: Int16Array;
  readonly instantMs: Float64Array;
  readonly wallMs: Float64Array;
  readonly n: Int32Array;
  /** A few bits of the id, so that unequal ids are seldom compared letter by letter. */
  readonly idMark: Int32Array;
}

/**
 * Columns for so many rows, all zero.
 *
 * @example
 * emptyColumns(3).act.length //=> 3
 */
export function emptyColumns(length: number): RowColumns {
  return {
    record: new Int32Array(length),
    act: new Int16Array(length),
    instantMs: new Float64Array(length),
    wallMs: new Float64Array(length),
    n: new Int32Array(length),
    idMark: new Int32Array(length),
  };
}

/**
 * A copy with room for so many rows, at least as many as there are.
 *
 * @example
 * grownColumns(emptyColumns(3), 6).act.length //=> 6
 */
export function grownColumns(columns: RowColumns, length: number): RowColumns {
  const grown = emptyColumns(length);
  grown.record.set(columns.record);
  grown.act.set(columns.act);
  grown.instantMs.set(columns.instantMs);
  grown.wallMs.set(columns.wallMs);
  grown.n.set(columns.n);
  grown.idMark.set(columns.idMark);
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
