// A board of a built-in pipeline, in a book of ours or in a plain spreadsheet, which becomes a book with it. What people
// did on the other boards is taken in first, so that none of it is credited to whoever makes the board.

import type { Definition } from "../../definition/pipeline.ts";
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

/** With how a spreadsheet that is no book yet becomes one. */
export interface WantedBoard extends FreshBook {
  /** Key of the template. */
  readonly template: string;
  /** Name of its tab; empty or absent: that of the pipeline. */
  readonly tab?: string;
}

export interface MadeBoard {
  readonly changes: readonly Change[];
  readonly definition: Definition;
  readonly tab: string;
  readonly sentence: string;
}

/**
 * What makes the board.
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
  const { pipeline } = template;
  const tab = wanted.tab?.trim() || pipeline.name;
  refuseBoardName(tab);
  const [taken] = takenNames(tables);
  if (taken !== undefined) throw new StagelineError("guard", `"${taken.tab}": ${taken.message}`);
  const before = lookedAt(tables, run, presentDefinition(tables, wanted));
  const ready = applyChanges(tables, before.changes);
  const made = newBoards(ready, before.definition, { boards: [{ tab, pipeline }], now: run.now });
  const after = lookedAt(
    applyChanges(ready, made.changes),
    { ...run, seed: `${run.seed} after` },
    made.definition,
  );
  return {
    changes: [...before.changes, ...made.changes, ...after.changes],
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
