// The definition that a command builds on, as its options have it: a zone that this machine knows, and none that
// differs from that of the book.

import type { Definition } from "../shared/definition/pipeline.ts";
import { presentDefinition as presentIn } from "../shared/engine/setup/present-definition.ts";
import type { Tables } from "../shared/table/table.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";
import { machineZoneName, timeZone } from "./time-zone.ts";

/** How a book is set up that is none of ours yet. */
export interface SetupOptions {
  readonly zone?: string;
  readonly practice?: boolean;
  /** The zone that the host of the book sets. */
  readonly hostZone?: string | undefined;
}

/**
 * The definition in force, without a mistake.
 *
 * @throws {StagelineError} `guard`, when the set-up has a mistake; `usage`, when the zone is not that of the book
 */
export function presentDefinition(tables: Tables, options: SetupOptions): Definition {
  const { practice, hostZone } = options;
  if (hostZone !== undefined && options.zone !== undefined && options.zone !== hostZone) {
    const where = "change it in the spreadsheet, in File > Settings";
    throw new StagelineError("usage", `this spreadsheet runs in ${hostZone}; ${where}`);
  }
  const zone = hostZone ?? options.zone;
  const fresh = { zone: zone ?? machineZoneName(), practice: practice ?? false };
  const present = presentIn(tables, fresh);
  if (present.boards.length === 0) {
    const said = { ...present, zone: zone ?? present.zone, practice: practice ?? present.practice };
    return { ...said, zone: timeZone(said.zone).name };
  }
  if (zone !== undefined && zone !== present.zone) {
    throw new StagelineError("usage", `this book runs in ${present.zone}; change it in the tab Pipelines`);
  }
  return present;
}
