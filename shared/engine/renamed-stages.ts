// A stage that was renamed in Stages is the same stage: its cells on the board still hold the former name. So the
// former name becomes an alias, in the definition and in the tab, and cells and imports that use it are understood.

import type { Definition, Stage } from "../definition/pipeline.ts";
import { nameKey } from "../table/cell.ts";

export interface RenamedStage {
  /** Stage id. */
  readonly stage: string;
  /** All aliases that it has now. */
  readonly aliases: readonly string[];
}

/**
 * The definition with former names as aliases, and the stages that got one.
 *
 * @example
 * withFormerNames(fixtures.book, undefined).renamed //=> []
 */
export function withFormerNames(
  definition: Definition,
  before: Definition | undefined,
): { readonly definition: Definition; readonly renamed: readonly RenamedStage[] } {
  const renamed: RenamedStage[] = [];
  const pipelines = definition.pipelines.map((pipeline) => {
    const former = before?.pipelines.find((each) => each.id === pipeline.id);
    const stages = pipeline.stages.map((stage) => {
      const aliases = aliasesOf(stage, former?.stages ?? [], pipeline.stages);
      if (aliases === undefined) return stage;
      renamed.push({ stage: stage.id, aliases });
      return { ...stage, aliases };
    });
    return { ...pipeline, stages };
  });
  return { definition: { ...definition, pipelines }, renamed };
}

/**
 * Stage id → the name that it had in the definition before, of the stages whose name is another one now.
 *
 * @example
 * formerNamesOf(fixtures.book, fixtures.book, "offers").size //=> 0
 */
export function formerNamesOf(
  definition: Definition,
  before: Definition | undefined,
  pipeline: string,
): ReadonlyMap<string, string> {
  const stagesIn = (book: Definition | undefined) =>
    book?.pipelines.find((each) => each.id === pipeline)?.stages ?? [];
  const names = new Map(stagesIn(before).map((stage) => [stage.id, stage.name]));
  for (const { id, name } of stagesIn(definition))
    if (nameKey(names.get(id) ?? name) === nameKey(name)) names.delete(id);
  return names;
}

// A name that another stage has taken over means that one now.
function aliasesOf(
  stage: Stage,
  former: readonly Stage[],
  present: readonly Stage[],
): readonly string[] | undefined {
  const name = former.find((each) => each.id === stage.id)?.name;
  if (name === undefined || nameKey(name) === nameKey(stage.name)) return undefined;
  const isTaken = present.some((each) => nameKey(each.name) === nameKey(name));
  const isKnown = stage.aliases.some((alias) => nameKey(alias) === nameKey(name));
  return isTaken || isKnown ? undefined : [...stage.aliases, name];
}
