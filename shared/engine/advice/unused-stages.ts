// Stages that nobody needs, by what the history shows: always skipped, never entered, left as soon as entered.

import { mainLineOf, type Pipeline } from "../../definition/pipeline.ts";
import { stagesTab } from "../../definition/setup/stages-tab.ts";
import { quoted } from "../../table/shown-cell.ts";
import { countOf, oneOf } from "../../value/noun.ts";
import { type Advice, adviceAt, type PipelineFacts } from "./advice.ts";
import { namesWords } from "./advice-words.ts";
import { recordsSince } from "./records-since.ts";
import { isLeftAtOnce, isSkipped, neighboursOf, type StageUse, stageUses } from "./stage-use.ts";

/** A history of fewer says nothing of a stage beside the main line. */
const MANY_RECORDS = 50;

/**
 * What is told of stages that could be left out or merged, for each board.
 *
 * @example
 * unusedStages(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function unusedStages({ pipeline, boards, book, addedMs }: PipelineFacts): readonly Advice[] {
  return boards.flatMap(({ paths }) =>
    stageUses(pipeline, paths, addedMs).flatMap((use) => {
      const message = messageFor(pipeline, use, recordsSince(paths, addedMs.get(use.stage.id)));
      if (message === undefined) return [];
      const place = { layout: stagesTab, key: "stage", id: use.stage.id, pipeline: pipeline.id };
      return [adviceAt(book, place, message)];
    }),
  );
}

function messageFor(pipeline: Pipeline, use: StageUse, records: number): string | undefined {
  const { noun } = pipeline;
  const name = quoted(use.stage.name);
  const neighbours = neighboursOf(pipeline, use.stage).map((stage) => stage.name);
  const merge = neighbours.length === 0 ? "leave it out" : `merge it with ${orWords(neighbours)}`;
  if (isSkipped(use)) {
    return `${name} is always skipped: ${countOf(use.passed, noun)} went past it and none was in it; ${merge}`;
  }
  if (isLeftAtOnce(use)) {
    return `${name} is usually left within the hour: ${use.leftWithinHour} of ${use.left}; ${merge}`;
  }
  const isBeside = !mainLineOf(pipeline).includes(use.stage);
  if (isBeside && use.entered === 0 && records >= MANY_RECORDS) {
    return `not ${oneOf(noun)} of ${records} was ever in ${name}; leave the stage out if nobody needs it`;
  }
  return undefined;
}

function orWords(names: readonly string[]): string {
  return names.map((name) => namesWords([name])).join(" or ");
}
