// Imports as the command makes them: what people did is reconciled first, then the file is taken, then the board is
// made true again. A file is written as its lines, cells parted by commas.

import { type Imported, importRecords } from "../../../../shared/engine/import/import-records.ts";
import type { ImportPlan, Source } from "../../../../shared/engine/import/import-source.ts";
import type { World } from "../../../world.ts";

/** The lines of a file; the first is its header. */
export function fileOf(...lines: readonly string[]): Source {
  const [header = [], ...rows] = lines.map((line) => line.split(","));
  return { header, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

/** A plan of which only this matters. */
export function planOf(plan: Partial<ImportPlan>): ImportPlan {
  return { fields: [], stageDates: [], others: "refuse", ...plan };
}

/** Imports the file into the board "Deals" of the world. */
export function importInto(world: World, source: Source, plan: Partial<ImportPlan>): Imported {
  const before = world.run({ knownBy: "sweep" });
  const board = before.definition.boards.find((each) => each.tab === "Deals");
  if (board === undefined) throw new Error('the world has no board "Deals"');
  const run = world.nextRun({ knownBy: "import", seed: `import at ${world.nextRun().now}` });
  const what = { definition: before.definition, board, source, plan: planOf(plan) };
  const imported = importRecords(world.tables(), run, what);
  world.apply(imported.changes);
  world.run({ knownBy: "import" });
  return imported;
}
