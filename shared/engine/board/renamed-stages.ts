// A stage that was renamed in Stages is the same stage: its cells on the board still hold the former name.

import type { Definition } from "../../definition/pipeline.ts";
import { nameKey } from "../../table/cell.ts";

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
