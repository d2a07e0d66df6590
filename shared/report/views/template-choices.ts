// The built-in pipelines for somebody who picks one by its picture.

import { templates } from "../../definition/templates/templates.ts";
import { type StageChip, stageChip } from "./stage-chip.ts";
import { type StageStrip, stageStrip } from "./stage-strip.ts";

export interface TemplateChoice {
  readonly key: string;
  readonly name: string;
  /** What a record is called. */
  readonly noun: string;
  readonly description: string;
  readonly stages: readonly StageChip[];
  readonly strip: StageStrip;
}

/**
 * Every built-in pipeline, in the order in which they are listed.
 *
 * @example
 * templateChoices().map(({ key }) => key)
 * //=> ["sales", "prospecting", "solar", "coaching", "shows", "speaking", "photography", "orders"]
 */
export function templateChoices(): readonly TemplateChoice[] {
  return templates.map(({ key, description, pipeline }) => ({
    ...{ key, name: pipeline.name, noun: pipeline.noun, description },
    stages: pipeline.stages.map(stageChip),
    strip: stageStrip(pipeline),
  }));
}
