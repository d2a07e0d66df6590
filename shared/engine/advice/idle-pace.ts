// Rules that look after whoever is behind, where nobody can be: without points there is nothing to be behind with, and
// without a period nothing says by when.

import { rulesTab } from "../../definition/setup/rules-tab.ts";
import { quoted } from "../../table/shown-cell.ts";
import { oneOf } from "../../value/noun.ts";
import { type Advice, adviceAt, type PipelineFacts } from "./advice.ts";

/**
 * What is told of such rules.
 *
 * @example
 * idlePace(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function idlePace({ pipeline, book }: PipelineFacts): readonly Advice[] {
  const reason = whyNever(pipeline);
  if (reason === undefined) return [];
  return pipeline.rules
    .filter(({ when }) => when.on === "behind")
    .map(({ id, name }) => {
      const place = { layout: rulesTab, key: "when", id, pipeline: pipeline.id };
      return adviceAt(book, place, `${quoted(name)} never works: ${reason}`);
    });
}

function whyNever({ noun, milestones, period }: PipelineFacts["pipeline"]): string | undefined {
  if (!milestones.some(({ points }) => points > 0))
    return `${oneOf(noun)} earns no points; name what earns some on the Milestones tab`;
  if (period !== undefined) return undefined;
  return `nothing says by when ${oneOf(noun)} should be done; fill in "Period starts" and "Period ends" on the Pipelines tab`;
}
