// A stage in which records stand cannot be deleted from Stages: where would they be? Until its row is back, or the
// records have moved on, the definition that was last in force stays.

import type { Definition } from "../../definition/pipeline.ts";
import { stagesTab } from "../../definition/setup/stages-tab.ts";
import type { Entry } from "../../log/entry.ts";
import { replay } from "../../log/replay.ts";
import type { Problem } from "../../table/problem.ts";
import { oneOf, pluralOf } from "../../value/noun.ts";

/**
 * Stages that the definition lacks, the one before it had, and records stand in.
 *
 * @example
 * deletedStagesInUse({ definition: fixtures.book, before: fixtures.book }, () => []) //=> []
 */
export function deletedStagesInUse(
  book: { readonly definition: Definition; readonly before: Definition },
  entriesOf: (board: string) => readonly Entry[],
): readonly Problem[] {
  const { definition, before } = book;
  return before.boards.flatMap((board): readonly Problem[] => {
    const present = definition.boards.find((each) => each.id === board.id);
    const pipeline = definition.pipelines.find((each) => each.id === present?.pipeline);
    const former = before.pipelines.find((each) => each.id === board.pipeline);
    if (pipeline === undefined || former === undefined) return [];
    const deleted = former.stages.filter(({ id }) => !pipeline.stages.some((stage) => stage.id === id));
    if (deleted.length === 0) return [];
    const standing = [...replay(entriesOf(board.id)).values()].filter((state) => !state.removed);
    return deleted.flatMap(({ id, name }): readonly Problem[] => {
      const count = standing.filter((state) => state.now.stage === id).length;
      if (count === 0) return [];
      const records =
        count === 1 ? `${oneOf(pipeline.noun)} stands` : `${count} ${pluralOf(pipeline.noun)} stand`;
      const message = `the stage "${name}" is gone from here, but ${records} in it on "${board.tab}"; put its row back with the ID ${id}, or move them first`;
      return [{ tab: stagesTab.tab, message }];
    });
  });
}
