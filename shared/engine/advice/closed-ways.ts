// Stages that the ways of the pipeline leave out: nothing leads there, nothing leads on, or the usual way is barred by
// the stages that may follow.

import { mainLineOf, type Pipeline, type Stage } from "../../definition/pipeline.ts";
import { stagesTab } from "../../definition/setup/stages-tab.ts";
import { quoted } from "../../table/shown-cell.ts";
import { oneOf } from "../../value/noun.ts";
import { isClosed } from "../row/move-verdict.ts";
import { type Advice, adviceAt, type PipelineFacts } from "./advice.ts";
import { namesWords } from "./advice-words.ts";
import { reachedStages, stagesAfter } from "./stage-ways.ts";

/**
 * What is told of stages that records cannot come to, or not get out of.
 *
 * @example
 * closedWays(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function closedWays({ pipeline, book }: PipelineFacts): readonly Advice[] {
  const reached = reachedStages(pipeline);
  return pipeline.stages.flatMap((stage) => {
    const told = [
      unreached(pipeline, stage, reached),
      deadEnd(pipeline, stage),
      barredLine(pipeline, stage),
      unclosed(pipeline, stage),
    ];
    return told.flatMap((one) => {
      if (one === undefined) return [];
      const place = { layout: stagesTab, key: one.key, id: stage.id, pipeline: pipeline.id };
      return [adviceAt(book, place, one.message)];
    });
  });
}

interface Told {
  readonly key: string;
  readonly message: string;
}

function unreached(pipeline: Pipeline, stage: Stage, reached: ReadonlySet<string>): Told | undefined {
  if (reached.has(stage.id)) return undefined;
  const noun = oneOf(pipeline.noun);
  const message = `no way leads from the first stage to ${quoted(stage.name)}: ${noun} can only begin there; add it to the next stages of another`;
  return { key: "stage", message };
}

function deadEnd(pipeline: Pipeline, stage: Stage): Told | undefined {
  if (isClosed(stage) || pipeline.stages.length === 1 || stagesAfter(pipeline, stage).length > 0)
    return undefined;
  const isMoved = pipeline.rules.some((rule) => rule.does.some((action) => action.do === "move"));
  if (isMoved) return undefined;
  const message = `${oneOf(pipeline.noun)} never gets out of ${quoted(stage.name)}: its next stages name no other; add one, or empty the cell`;
  return { key: "next", message };
}

function barredLine(pipeline: Pipeline, stage: Stage): Told | undefined {
  const line = mainLineOf(pipeline);
  const next = line[line.indexOf(stage) + 1];
  if (!line.includes(stage) || next === undefined || stage.next.length === 0) return undefined;
  const leadsOn = stagesAfter(pipeline, stage).some((to) => line.indexOf(to) > line.indexOf(stage));
  if (stage.next.includes(next.id)) return undefined;
  const names = namesWords(
    pipeline.stages.filter(({ id }) => stage.next.includes(id)).map(({ name }) => name),
  );
  const way = leadsOn ? "passes it by" : "ends here";
  const message = `after ${quoted(stage.name)} the main line goes on with ${quoted(next.name)}, but the next stages are ${names}: the usual way ${way}; add ${quoted(next.name)}, or take it off the main line`;
  return { key: "next", message };
}

function unclosed(pipeline: Pipeline, stage: Stage): Told | undefined {
  const line = mainLineOf(pipeline);
  const isLast = line[line.length - 1] === stage;
  if (!isLast || pipeline.stages.some(({ kind }) => kind === "won")) return undefined;
  const message = `${quoted(stage.name)} is the last stage and still open, so nothing is ever won; give the stage that closes ${oneOf(pipeline.noun)} the kind "won"`;
  return { key: "kind", message };
}
