// What a stage needs first and no record can ever have: nobody would enter it.

import type { Pipeline, Stage } from "../../definition/pipeline.ts";
import { mainLineOf } from "../../definition/pipeline.ts";
import { stagesTab } from "../../definition/setup/stages-tab.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import { quoted } from "../../table/shown-cell.ts";
import { oneOf } from "../../value/noun.ts";
import { type Advice, adviceAt, type PipelineFacts } from "./advice.ts";
import { idleAlternatives, whyNeverMet } from "./impossible-conditions.ts";

/**
 * What is told of needs that cannot be met, of alternatives that never help, and of days that only today meets.
 *
 * @example
 * unmetNeeds(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function unmetNeeds({ pipeline, book }: PipelineFacts): readonly Advice[] {
  return pipeline.stages.flatMap((stage) => {
    const place = { layout: stagesTab, key: "needs", id: stage.id, pipeline: pipeline.id };
    return messagesFor(pipeline, stage).map((message) => adviceAt(book, place, message));
  });
}

function messagesFor(pipeline: Pipeline, stage: Stage): readonly string[] {
  const words = { fields: fieldsOf(pipeline), currency: pipeline.currency };
  const name = quoted(stage.name);
  const verb = stage.enforce === "warn" ? "has always something missing" : "can never be entered";
  return [
    ...whyNeverMet(stage.needs, words).map((reason) => `${name} ${verb}: ${reason}`),
    ...idleAlternatives(stage.needs, words).map((reason) => `one alternative never helps: ${reason}`),
    ...sameDayNeeds(pipeline, stage),
    ...historyAtTheStart(pipeline, stage),
  ];
}

function sameDayNeeds(pipeline: Pipeline, stage: Stage): readonly string[] {
  const fields = fieldsOf(pipeline);
  const conditions = stage.needs.flatMap(({ anyOf }) => anyOf);
  return conditions.flatMap((condition) => {
    if (condition.test !== "within days" || condition.days > 0) return [];
    const field = fields.find(({ id }) => id === condition.field)?.name ?? condition.field;
    return [
      `${quoted(field)} within 0 days is true until the end of that day only; write how many days it may be old`,
    ];
  });
}

// A record is logged on once it is there.
function historyAtTheStart(pipeline: Pipeline, stage: Stage): readonly string[] {
  if (mainLineOf(pipeline)[0] !== stage) return [];
  const isAsked = stage.needs.some(({ anyOf }) => anyOf.every(({ test }) => test === "logged"));
  if (!isAsked) return [];
  return [
    `${oneOf(pipeline.noun)} begins in ${quoted(stage.name)} with nothing logged yet, so none has what is needed first; ask for it in a later stage`,
  ];
}
