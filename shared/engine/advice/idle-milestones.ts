// Milestones that say nothing: those that no record can reach, and those that every record has from its first day.

import { type Milestone, mainLineOf, type Pipeline } from "../../definition/pipeline.ts";
import { milestonesTab } from "../../definition/setup/milestones-tab.ts";
import { quoted } from "../../table/shown-cell.ts";
import { type Advice, adviceAt, type PipelineFacts } from "./advice.ts";
import { reachedStages } from "./stage-ways.ts";

/**
 * What is told of milestones that tell no two records apart.
 *
 * @example
 * idleMilestones(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function idleMilestones({ pipeline, book }: PipelineFacts): readonly Advice[] {
  const reached = reachedStages(pipeline);
  return pipeline.milestones.flatMap((milestone) => {
    const at = (key: string, message: string) =>
      adviceAt(book, { layout: milestonesTab, key, id: milestone.id, pipeline: pipeline.id }, message);
    const worth =
      milestone.points === 0
        ? [at("points", `${quoted(milestone.name)} is worth 0 points, and adds to no score`)]
        : [];
    const reason = reasonOf(pipeline, milestone, reached);
    return reason === undefined ? worth : [...worth, at("reached_when", reason)];
  });
}

function reasonOf(
  pipeline: Pipeline,
  { name, reachedWhen }: Milestone,
  reached: ReadonlySet<string>,
): string | undefined {
  if (reachedWhen.by !== "stage") return undefined;
  const stage = pipeline.stages.find(({ id }) => id === reachedWhen.stage);
  if (stage === undefined) return undefined;
  if (!reached.has(stage.id)) {
    return `${quoted(name)} may never be reached: no way leads from the first stage to ${quoted(stage.name)}`;
  }
  if (mainLineOf(pipeline)[0] !== stage) return undefined;
  return `every ${pipeline.noun} has ${quoted(name)} from its first day, as it begins in ${quoted(stage.name)}; name a later stage`;
}
