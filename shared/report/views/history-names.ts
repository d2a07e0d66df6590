// The names of stages, fields and milestones that a history speaks of by their ids: as they are called now, else as they
// were last called before they were deleted.

import { everyDefinition } from "../../definition/definition-versions.ts";
import type { Definition } from "../../definition/pipeline.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import type { Tables } from "../../table/table.ts";

/** What the things of one pipeline are called; an id that was never anything's is its own name. */
export interface HistoryNames {
  readonly stage: (id: string) => string;
  readonly field: (id: string) => string;
}

/**
 * The names on a board; `definition` is the one in force.
 *
 * @example
 * historyNames(fixtures.bookTables, { definition: fixtures.book, pipeline: "offers" }).stage("lead") //=> "Lead"
 */
export function historyNames(
  tables: Tables,
  { definition, pipeline }: { readonly definition: Definition; readonly pipeline: string },
): HistoryNames {
  const ever = [definition, ...everyDefinition(tables)].flatMap(({ pipelines }) =>
    pipelines.filter(({ id }) => id === pipeline),
  );
  const stages = firstNames(ever.flatMap((each) => each.stages));
  const fields = firstNames(ever.flatMap(fieldsOf));
  return { stage: (id) => stages.get(id) ?? id, field: (id) => fields.get(id) ?? id };
}

function firstNames(
  things: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, name } of things) if (!names.has(id)) names.set(id, name);
  return names;
}
