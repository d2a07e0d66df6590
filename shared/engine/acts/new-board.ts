// A board of a pipeline, in a book of ours or in a plain spreadsheet, which becomes a book with it. What people did on the
// other boards is taken in first, so that none of it is credited to whoever makes the board.

import type { DayOff } from "../../definition/days-off-text.ts";
import type { Definition, Person, Pipeline } from "../../definition/pipeline.ts";
import { templates } from "../../definition/templates/templates.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import { pluralOf } from "../../value/noun.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { takenNames } from "../adopt/adoptable-tab.ts";
import { reconcile } from "../reconcile.ts";
import type { Run } from "../run.ts";
import { refuseBoardName } from "../setup/board-name.ts";
import { newBoards } from "../setup/new-boards.ts";
import { type FreshBook, presentDefinition } from "../setup/present-definition.ts";
import { addedExamples } from "./examples.ts";

/** With how a spreadsheet that is no book yet becomes one. */
export interface WantedBoard extends FreshBook {
  /** Key of the template. */
  readonly template: string;
  /** Name of its tab; empty or absent: that of the pipeline. */
  readonly tab?: string;
}

/** The same with the pipeline itself, and what the book begins with. */
export interface WantedPipeline extends FreshBook {
  readonly pipeline: Pipeline;
  readonly tab?: string;
  /** Who joins the Team. */
  readonly people?: readonly Person[];
  /** Days on which nobody works, beside those that the book has. */
  readonly daysOff?: readonly DayOff[];
  /** Names of the examples that the board begins with. */
  readonly examples?: readonly string[];
}

export interface MadeBoard {
  readonly changes: readonly Change[];
  readonly definition: Definition;
  readonly tab: string;
  readonly sentence: string;
}

/**
 * What makes a board of a built-in pipeline.
 *
 * @throws {StagelineError} `usage`, when there is no such template, or no board may be called so; `guard`, when the
 *   set-up has a mistake, or tabs of people's are called as ours are
 * @example
 * newTemplateBoard([], fixtures.run, { template: "coaching", zone: "UTC", practice: true }).sentence
 * //=> 'The board "Coaching" is ready: type the names of your clients into it'
 */
export function newTemplateBoard(tables: Tables, run: Run, wanted: WantedBoard): MadeBoard {
  const template = templates.find(({ key }) => key === wanted.template);
  if (template === undefined) {
    const keys = templates.map(({ key }) => key).join(", ");
    throw new StagelineError("usage", `"${wanted.template}" is not one of ${keys}`);
  }
  return newPipelineBoard(tables, run, { ...wanted, pipeline: template.pipeline });
}

/**
 * What makes a board of a pipeline.
 *
 * @throws {StagelineError} `usage`, when no board may be called so; `guard`, when the set-up has a mistake, or tabs of
 *   people's are called as ours are
 * @example
 * newPipelineBoard([], fixtures.run, { pipeline: fixtures.offers, tab: "Deals", zone: "UTC", practice: true }).tab //=> "Deals"
 */
export function newPipelineBoard(tables: Tables, run: Run, wanted: WantedPipeline): MadeBoard {
  const { pipeline, people = [], daysOff = [], examples = [] } = wanted;
  const tab = wanted.tab?.trim() || pipeline.name;
  refuseBoardName(tab);
  const [taken] = takenNames(tables);
  if (taken !== undefined) throw new StagelineError("guard", `"${taken.tab}": ${taken.message}`);
  const before = lookedAt(tables, run, presentDefinition(tables, wanted));
  const ready = applyChanges(tables, before.changes);
  const plan = { boards: [{ tab, pipeline }], now: run.now, people, daysOff };
  const made = newBoards(ready, before.definition, plan);
  const board = made.definition.boards.find((each) => each.tab === tab);
  const shown =
    board === undefined || examples.length === 0 ? [] : [addedExamples(made.definition, board, examples)];
  const making = [...made.changes, ...shown];
  const after = lookedAt(applyChanges(ready, making), { ...run, seed: `${run.seed} after` }, made.definition);
  return {
    changes: [...before.changes, ...making, ...after.changes],
    definition: after.definition,
    tab,
    sentence: `The board "${tab}" is ready: type the names of your ${pluralOf(pipeline.noun)} into it`,
  };
}

// A book without boards has nothing to be looked at.
function lookedAt(
  tables: Tables,
  run: Run,
  definition: Definition,
): { readonly changes: readonly Change[]; readonly definition: Definition } {
  if (definition.boards.length === 0) return { changes: [], definition };
  const { actor: _, ...anonymous } = run;
  return reconcile(tables, { ...anonymous, knownBy: "sweep" });
}
