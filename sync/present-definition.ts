// The definition that a command builds on: what the set-up of the book says, or a new one for a book that has none.

import { everyDefinition } from "../shared/definition/definition-versions.ts";
import type { Definition } from "../shared/definition/pipeline.ts";
import { pipelinesTab } from "../shared/definition/setup/pipelines-tab.ts";
import { readSetup } from "../shared/definition/setup/read-setup.ts";
import { isOwnBook } from "../shared/engine/own-book.ts";
import { emptyDefinition } from "../shared/engine/setup/new-boards.ts";
import { tableOf } from "../shared/table/tab-view.ts";
import type { Tables } from "../shared/table/table.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";
import { machineZoneName, timeZone } from "./time-zone.ts";

/** How a book is set up that is none of ours yet. */
export interface SetupOptions {
  readonly zone?: string;
  readonly practice?: boolean;
}

/**
 * The definition in force, without a mistake.
 *
 * @throws {StagelineError} `guard`, when the set-up has a mistake; `usage`, when the zone is not that of the book
 */
export function presentDefinition(tables: Tables, options: SetupOptions): Definition {
  if (!isOwnBook(tables) || tableOf(tables, pipelinesTab) === undefined) return freshDefinition(options);
  const earlier = everyDefinition(tables);
  const setup = readSetup(tables, earlier[0], earlier);
  const [problem] = setup.problems;
  if (problem !== undefined) {
    throw new StagelineError(
      "guard",
      `the set-up of this book has a mistake to mend first: ${problem.tab}: ${problem.message}`,
    );
  }
  // The zone stands at the boards: a book that has lost its last one keeps what it had.
  if (setup.definition.boards.length === 0) {
    const last = earlier.find(({ boards }) => boards.length > 0);
    const { team, holidays } = setup.definition;
    return { ...freshDefinition({ ...last, ...options }), team, holidays };
  }
  if (options.zone !== undefined && options.zone !== setup.definition.zone) {
    throw new StagelineError(
      "usage",
      `this book runs in ${setup.definition.zone}; change it in the tab Pipelines`,
    );
  }
  return setup.definition;
}

function freshDefinition({ zone = machineZoneName(), practice = false }: SetupOptions): Definition {
  return emptyDefinition({ zone: timeZone(zone).name, practice });
}
