// The ways of a pipeline: which stages a record can come to from the first one. People move along Next and, from won
// stages, along the main line; rules move wherever they say. What only Reopen leads to counts as not reached.

import { mainLineOf, type Pipeline, type Stage } from "../../definition/pipeline.ts";
import { isClosed } from "../row/move-verdict.ts";

/**
 * The stages to which people may move a record on from `stage`.
 *
 * @example
 * stagesAfter(fixtures.offers, fixtures.offers.stages[2]).length //=> 0
 */
export function stagesAfter(pipeline: Pipeline, stage: Stage): readonly Stage[] {
  const line = mainLineOf(pipeline);
  return pipeline.stages.filter((to) => {
    if (to.id === stage.id || (stage.next.length > 0 && !stage.next.includes(to.id))) return false;
    if (!isClosed(stage)) return true;
    return stage.kind === "won" && line.indexOf(to) > line.indexOf(stage);
  });
}

/**
 * Ids of the stages that a record comes to from the first stage, that one included.
 *
 * @example
 * reachedStages(fixtures.offers).size //=> 4
 */
export function reachedStages(pipeline: Pipeline): ReadonlySet<string> {
  const moved = pipeline.rules.flatMap(({ does }) =>
    does.flatMap((action) => (action.do === "move" ? [action.stage] : [])),
  );
  const reached = new Set(moved);
  const [first] = mainLineOf(pipeline);
  const waiting = pipeline.stages.filter((stage) => stage === first || reached.has(stage.id));
  for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
    reached.add(stage.id);
    for (const next of stagesAfter(pipeline, stage)) if (!reached.has(next.id)) waiting.push(next);
  }
  return reached;
}
