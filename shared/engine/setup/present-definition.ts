// The definition that a new board is added to: what the set-up of the book says, or a new one for a book that has none.
// A set-up with a mistake is not built on: the last good definition would rule, and what was mended meanwhile be lost.

import { everyDefinition } from "../../definition/definition-versions.ts";
import type { Definition } from "../../definition/pipeline.ts";
import { pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import { readSetup } from "../../definition/setup/read-setup.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { isOwnBook } from "../own-book.ts";
import { emptyDefinition } from "./new-boards.ts";

/** How a book is set up that is none of ours yet. */
export interface FreshBook {
  readonly zone: string;
  readonly practice: boolean;
}

/**
 * The definition in force, without a mistake; `fresh` where there is none.
 *
 * @throws {StagelineError} `guard`, when the set-up has a mistake
 * @example
 * presentDefinition([fixtures.crmTable], { zone: "UTC", practice: true }).boards //=> []
 */
export function presentDefinition(tables: Tables, fresh: FreshBook): Definition {
  if (!isOwnBook(tables) || tableOf(tables, pipelinesTab) === undefined) return emptyDefinition(fresh);
  const earlier = everyDefinition(tables);
  const { definition, problems } = readSetup(tables, earlier[0], earlier);
  const [problem] = problems;
  if (problem !== undefined) {
    const message = `the set-up of this book has a mistake to mend first: ${problem.tab}: ${problem.message}`;
    throw new StagelineError("guard", message);
  }
  if (definition.boards.length > 0) return definition;
  // The zone stands at the boards: a book that has lost its last one keeps what it had.
  const { zone, practice } = earlier.find(({ boards }) => boards.length > 0) ?? fresh;
  const { team, holidays } = definition;
  return { ...emptyDefinition({ zone, practice }), team, holidays };
}
