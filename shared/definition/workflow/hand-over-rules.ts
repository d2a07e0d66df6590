// A hand-over: a stage that another department does than the one before tells that department when a record comes, and
// whoever gets a copy.

import { nameKey } from "../../table/cell.ts";
import { identifierFrom } from "../identifier.ts";
import type { Rule } from "../rule.ts";
import { type StepStage, waysInto } from "./step-stages.ts";
import type { Ways } from "./way.ts";

/**
 * Departments that hand a stage over to another one; empty where it stays with one department.
 *
 * @example
 * handingOver({ steps: [], ways: [], consequences: new Map(), problems: [] }, { head: { department: "Store" }, steps: [] }) //=> []
 */
export function handingOver(
  all: Ways,
  stage: Pick<StepStage, "steps"> & { readonly head: Pick<StepStage["head"], "department"> },
): readonly string[] {
  const { department } = stage.head;
  if (department === "") return [];
  const before = waysInto(all, stage).map(({ from }) => from.department);
  return [...new Set(before)].filter((each) => nameKey(each) !== nameKey(department) && each !== "");
}

/**
 * Who is told when a record comes to a stage: its department first, then those who get a copy.
 *
 * @example
 * toldOf({ steps: [], ways: [], consequences: new Map(), problems: [] }, { head: { department: "Store", tell: ["Accounts"] }, steps: [] })
 * //=> ["Accounts"]
 */
export function toldOf(
  all: Ways,
  stage: Pick<StepStage, "steps"> & { readonly head: Pick<StepStage["head"], "department" | "tell"> },
): readonly string[] {
  const { department, tell } = stage.head;
  return [...new Set([...(handingOver(all, stage).length > 0 ? [department] : []), ...tell])];
}

/**
 * The rules of all hand-overs; `taken` are ids of other rules.
 *
 * @example
 * handOverRules({ steps: [], ways: [], consequences: new Map(), problems: [] }, [], new Set()) //=> []
 */
export function handOverRules(
  all: Ways,
  stages: readonly StepStage[],
  taken: ReadonlySet<string>,
): readonly Rule[] {
  const ids = new Set(taken);
  return stages.flatMap((stage) => {
    const told = toldOf(all, stage);
    if (told.length === 0) return [];
    const id = identifierFrom(`hand over ${stage.head.name}`, ids);
    ids.add(id);
    return [
      {
        id,
        name: `Hand-over: ${stage.head.name}`,
        when: { on: "enters", stage: stage.id },
        whileIn: [],
        onlyIf: [],
        does: told.map((role) => ({ do: "notify", role }) as const),
        until: [],
      },
    ];
  });
}
