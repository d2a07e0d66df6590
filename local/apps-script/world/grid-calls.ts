// The spreadsheet's side of a trip: the writes of the buffer in their order, then the reads. A write that is refused
// ends the trip; what stood before it in the buffer stays done, what stood behind it is gone, as at Google.

import type { ScriptRead, ScriptWrite } from "../../grid/protocol.ts";
import { recalculate } from "../../grid/recalculate.ts";
import { readGrid } from "../../grid/script/read-grid.ts";
import { writeGrid } from "../../grid/script/write-grid.ts";
import type { SpreadsheetFile } from "./spreadsheet-file.ts";
import type { World } from "./world.ts";

/** @throws {GridError} */
export function askGrid(
  world: World,
  file: SpreadsheetFile,
  trip: { readonly writes: readonly ScriptWrite[]; readonly reads: readonly ScriptRead[] },
): readonly unknown[] {
  applyWrites(world, file, trip.writes);
  return trip.reads.map((read) => {
    const { state, answer } = readGrid(file.state, read);
    file.state = state;
    return answer;
  });
}

/** @throws {GridError} at the first that is refused */
export function applyWrites(world: World, file: SpreadsheetFile, writes: readonly ScriptWrite[]): void {
  if (writes.length === 0) return;
  try {
    for (const write of writes) file.state = writeGrid(file.state, write);
  } finally {
    file.state = recalculate(file.state, world.customFunctions(file));
  }
}
