// The spreadsheet's side of a trip: the writes of the buffer in their order, then the reads. A write that is refused
// ends the trip; what stood before it in the buffer stays done, what stood behind it is gone, as at Google.

import type { ScriptRead, ScriptWrite } from "../../grid/protocol.ts";
import { recalculate } from "../../grid/recalculate.ts";
import { readGrid } from "../../grid/script/read-grid.ts";
import { writeGrid } from "../../grid/script/write-grid.ts";
import type { SpreadsheetFile } from "./spreadsheet-file.ts";
import type { World } from "./world.ts";

export interface Writing {
  /** The id of the execution that writes. */
  readonly execution: number;
  readonly writes: readonly ScriptWrite[];
}

/** @throws {GridError} */
export function askGrid(
  world: World,
  file: SpreadsheetFile,
  trip: Writing & { readonly reads: readonly ScriptRead[] },
): readonly unknown[] {
  applyWrites(world, file, trip);
  return trip.reads.map((read) => {
    const { state, answer } = readGrid(file.state, read);
    file.state = state;
    world.hooks.observe?.({ kind: "read", execution: trip.execution, read, after: state });
    return answer;
  });
}

/** @throws {GridError} at the first that is refused */
export function applyWrites(world: World, file: SpreadsheetFile, { execution, writes }: Writing): void {
  if (writes.length === 0) return;
  try {
    for (const write of writes) {
      const before = file.state;
      file.state = writeGrid(before, write);
      world.hooks.observe?.({ kind: "write", execution, write, before, after: file.state });
    }
  } finally {
    file.state = recalculate(file.state, world.customFunctions(file));
  }
}
