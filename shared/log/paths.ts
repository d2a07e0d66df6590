// The paths of all records of a board in typed columns: what every metric is computed from. A path is the
// created, copied and moved entries of one record ordered by (instant, n); a visit is one stay in one stage.
// One pass over the log builds it, strings are interned, and a million entries fit in a few arrays. Times are
// kept twice: the instant settles order and "as of"; the wall clock settles lengths in days. `pathsOf` and
// `buildPaths` (paths-builder.ts) make them.

/** Stage of a visit that the pipeline no longer knows. */
export const UNKNOWN_STAGE = -1;

/** How a path ends at `asOf`. */
export const ENDS_HERE = 0;
export const ENDS_REMOVED = 1;
export const ENDS_HANDED_ON = 2;
/** It went into another record, which counts for both: such a path is left out (visits.ts). */
export const ENDS_MERGED = 3;

export interface Paths {
  /** Ids of the stages by stage number, in the order of the pipeline's stages. */
  readonly stageIds: readonly string[];
  /** Ids of the records by record number, in the order in which the log first names them. */
  readonly recordIds: readonly string[];
  /** Visits of record r: numbers `firstVisit[r]` up to, not including, `firstVisit[r + 1]`; at least one. */
  readonly firstVisit: Int32Array;
  /** By visit: number of its stage, or `UNKNOWN_STAGE`. */
  readonly stage: Int16Array;
  /** By visit: the instant of entry, milliseconds since 1970 UTC. */
  readonly enteredMs: Float64Array;
  /** By visit: entry on the wall clock, milliseconds. */
  readonly enteredWallMs: Float64Array;
  /** By record: how the last visit ends: `ENDS_HERE`, `ENDS_REMOVED` or `ENDS_HANDED_ON`. */
  readonly ending: Uint8Array;
  /** By record: wall clock of that end; the as-of time where the record is still here. */
  readonly endWallMs: Float64Array;
  /** The as-of time. */
  readonly asOfMs: number;
  readonly asOfWallMs: number;
}

/**
 * Number of the stage in which a record stands at `asOf`; `UNKNOWN_STAGE` where it was removed or handed on.
 *
 * @example
 * stageNow(fixtures.paths("ada: Lead Offer"), 0) //=> 1
 */
export function stageNow(paths: Paths, record: number): number {
  if (paths.ending[record] !== ENDS_HERE) return UNKNOWN_STAGE;
  return paths.stage[(paths.firstVisit[record + 1] ?? 0) - 1] ?? UNKNOWN_STAGE;
}
