// The adoption of a tab as a whole act on its book: what people did on the other boards is taken in first and is theirs,
// and the new board is looked at once, so that it stands as it will.

import type { Definition } from "../../definition/pipeline.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import type { Change } from "../../table/change.ts";
import type { Problem } from "../../table/problem.ts";
import type { TabFacts } from "../../table/tab-facts.ts";
import type { Tables } from "../../table/table.ts";
import { reconcile } from "../reconcile.ts";
import type { Run } from "../run.ts";
import { type Adoption, adoptTab } from "./adopt-tab.ts";
import type { AdoptWishes } from "./adopted-pipeline.ts";

export interface WantedAdoption {
  /** What the board is added to (`presentDefinition`). */
  readonly present: Definition;
  readonly tab: string;
  readonly facts: TabFacts;
  /** What is guessed wrong else. */
  readonly wishes: AdoptWishes;
}

export interface AdoptedInBook {
  readonly adoption: Adoption;
  /** None where it was refused. */
  readonly changes: readonly Change[];
  readonly definition: Definition;
  readonly problems: readonly Problem[];
}

/**
 * What makes a board of the tab, what people did before included.
 *
 * @throws {StagelineError} as `adoptTab` does
 * @example
 * adoptInBook([fixtures.crmTable], fixtures.run,
 *   { present: fixtures.emptyBook, tab: "CRM", facts: plainTab, wishes: {} }).adoption.records //=> 2
 */
export function adoptInBook(tables: Tables, run: Run, wanted: WantedAdoption): AdoptedInBook {
  const { present, tab, facts } = wanted;
  const { actor: _, ...anonymous } = run;
  const before =
    present.boards.length > 0
      ? reconcile(tables, { ...anonymous, knownBy: "sweep", seed: `${run.seed} before` })
      : { changes: [], definition: present };
  const ready = applyChanges(tables, before.changes);
  const { definition } = before;
  const adoption = adoptTab(ready, run, { definition, tab, facts, wishes: wishesIn(definition, wanted) });
  if (adoption.refusals.length > 0) return { adoption, changes: [], definition, problems: [] };
  const after = reconcile(applyChanges(ready, adoption.changes), { ...anonymous, seed: `${run.seed} after` });
  return {
    adoption,
    changes: [...before.changes, ...adoption.changes, ...after.changes],
    definition: after.definition,
    problems: after.problems,
  };
}

// A pipeline of the book that is wished for is the one that the book has once people's changes are taken in.
function wishesIn(definition: Definition, { wishes, present }: WantedAdoption): AdoptWishes {
  const { pipeline } = wishes;
  if (pipeline === undefined || !present.pipelines.includes(pipeline)) return wishes;
  return { ...wishes, pipeline: definition.pipelines.find(({ id }) => id === pipeline.id) ?? pipeline };
}
