// What a board may begin with, for somebody who picks by a picture: the built-in pipelines, and stages of one's own.

import type { Pipeline } from "../../definition/pipeline.ts";
import { templates } from "../../definition/templates/templates.ts";
import { chosenPipeline, OWN_BOARD } from "../../engine/acts/start-plan.ts";
import { type StageChip, stageChip } from "./stage-chip.ts";
import { type StageStrip, stageStrip } from "./stage-strip.ts";

export interface TemplateChoice {
  readonly key: string;
  readonly name: string;
  /** What a record is called. */
  readonly noun: string;
  readonly description: string;
  readonly stages: readonly StageChip[];
  /** 1 is Monday. */
  readonly workingDays: readonly number[];
  readonly strip: StageStrip;
}

const OWN_DESCRIPTION = "A few stages that you name yourself";

/**
 * Every built-in pipeline, in the order in which they are listed, and then a board with stages of one's own.
 *
 * @example
 * templateChoices().map(({ key }) => key)
 * //=> ["sales", "prospecting", "solar", "coaching", "shows", "speaking", "photography", "orders", "own"]
 */
export function templateChoices(): readonly TemplateChoice[] {
  return [
    ...templates.map(({ key, description, pipeline }) => choice(pipeline, { key, description })),
    {
      ...choice(chosenPipeline(OWN_BOARD), { key: OWN_BOARD, description: OWN_DESCRIPTION }),
      name: "My own stages",
    },
  ];
}

function choice(pipeline: Pipeline, words: Pick<TemplateChoice, "key" | "description">): TemplateChoice {
  const { name, noun, workingDays } = pipeline;
  return {
    ...words,
    name,
    noun,
    workingDays,
    stages: pipeline.stages.map(stageChip),
    strip: stageStrip(pipeline),
  };
}
