// A setter that takes one value for each cell (`setNumberFormats`, `setNotes` …) becomes as few writes as there are
// blocks of equal values: runs in a row, joined with the same run of the row above.

import type { GridRange } from "../../../grid/protocol.ts";
import type { Execution } from "../execution.ts";

export interface EqualBlock<T> {
  readonly range: GridRange;
  readonly value: T;
}

/** The values row by row; values are equal when their keys are. */
export function equalBlocks<T>(
  range: GridRange,
  rows: readonly (readonly T[])[],
  keyOf: (value: T) => unknown,
): readonly EqualBlock<T>[] {
  const blocks: { range: GridRange; value: T }[] = [];
  let above: { range: GridRange; value: T }[] = [];
  rows.forEach((row, offset) => {
    const runs = runsOf({ ...range, row: range.row + offset, rows: 1 }, row, keyOf);
    above = runs.map((run) => {
      const same = above.find((block) => joins(block, run) && keyOf(block.value) === keyOf(run.value));
      if (same === undefined) {
        blocks.push(run);
        return run;
      }
      same.range = { ...same.range, rows: same.range.rows + 1 };
      return same;
    });
  });
  return blocks;
}

/** Throws as Google does where the rows of a setter are not those of its range. */
export function fittingRows<T>(
  execution: Execution,
  range: GridRange,
  rows: readonly (readonly T[])[],
): T[][] {
  if (rows.length !== range.rows) misfit(execution, ["rows", rows.length, range.rows]);
  return Array.from(rows, (row) => {
    if (row.length !== range.columns) misfit(execution, ["columns", row.length, range.columns]);
    return Array.from(row);
  });
}

function misfit(execution: Execution, [what, has, wants]: readonly [string, number, number]): never {
  return execution.fail(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${wants}.`,
  );
}

function joins(block: EqualBlock<unknown>, run: EqualBlock<unknown>): boolean {
  return block.range.column === run.range.column && block.range.columns === run.range.columns;
}

function runsOf<T>(line: GridRange, row: readonly T[], keyOf: (value: T) => unknown) {
  const runs: { range: GridRange; value: T }[] = [];
  row.forEach((value, offset) => {
    const last = runs.at(-1);
    if (last !== undefined && keyOf(last.value) === keyOf(value)) {
      last.range = { ...last.range, columns: last.range.columns + 1 };
    } else {
      runs.push({ range: { ...line, column: line.column + offset, columns: 1 }, value });
    }
  });
  return runs;
}
