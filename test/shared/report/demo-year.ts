// The made-up year of all built-in pipelines, made once for the tests of one file.

import { demoBook } from "../../../local/demo/demo-book.ts";
import type { Run } from "../../../shared/engine/run.ts";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { type Moment, parseMoment, utc } from "../../../shared/value/moment.ts";

export interface DemoYear {
  readonly tables: Tables;
  readonly now: Moment;
  readonly run: Run;
}

let made: DemoYear | undefined;

/** The book as of a Sunday evening in November 2026. */
export function demoYear(): DemoYear {
  const now = parseMoment("2026-11-22T20:00:00Z");
  const run: Run = { now, zone: utc, knownBy: "command", seed: "made up" };
  made ??= { tables: applyChanges([], demoBook(run, "1").changes), now, run };
  return made;
}
