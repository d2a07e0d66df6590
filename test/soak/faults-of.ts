// Everything that must hold after a run, asked of the spreadsheet as it is and as a file.

import { readBook } from "../../local/book/book.ts";
import { bookFromSpreadsheet } from "../../local/grid/book/book-from-spreadsheet.ts";
import type { Run } from "../../shared/engine/run.ts";
import { readLog } from "../../shared/log/log-tab.ts";
import { momentFromInstant } from "../../shared/value/moment.ts";
import { timeZone } from "../../sync/time-zone.ts";
import type { AddOnWorld } from "../hands/add-on-world.ts";
import { gridTables } from "../hands/grid-tables.ts";
import { isAskedFor, type Wish } from "./asked-for.ts";
import { executionFaults } from "./execution-faults.ts";
import { lossesOf } from "./ledger.ts";
import { definitionIn } from "./prepared-book.ts";
import { repeatedFacts } from "./repeated-facts.ts";
import type { Step } from "./step.ts";
import { boardFaults, restlessness } from "./true-boards.ts";
import { unmadeEntries } from "./unmade-entries.ts";
import { historyFaults } from "./whole-history.ts";

export interface Found {
  /** Sentences; none is the aim. */
  readonly faults: readonly string[];
  /** Losses that nobody can prevent; and those of which an event told. */
  readonly allowed: readonly string[];
  readonly heard: readonly string[];
  readonly entries: number;
}

/** `wishes`: the cells that programs outside were told to set. */
export function faultsOf(world: AddOnWorld, steps: readonly Step[], wishes: readonly Wish[] = []): Found {
  const { google } = world;
  const tables = gridTables(world.state());
  const definition = definitionIn(world.state());
  const { entries } = readLog(tables);
  const asked = { executions: google.executions, wishes };
  const { lost, allowed, heard } = lossesOf(steps, {
    definition,
    entries,
    isAskedFor: (writer, cell) => isAskedFor(asked, writer, cell),
  });
  const zone = timeZone(world.state().zone);
  const run: Run = {
    now: momentFromInstant(google.now(), zone),
    zone,
    knownBy: "sweep",
    seed: "another look",
  };
  return {
    faults: [
      ...executionFaults(google),
      ...historyFaults(tables),
      ...boardFaults(tables, definition),
      ...restlessness(tables, run),
      ...restlessness(readBook(bookFromSpreadsheet(world.state()), "the file").tables, run),
      ...repeatedFacts(google, steps, { definition, entries }),
      ...unmadeEntries(steps, { definition, entries }),
      ...lost.map((loss) => `lost: ${loss}`),
    ],
    allowed,
    heard,
    entries: entries.length,
  };
}
