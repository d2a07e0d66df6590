// What is said where set-up names a stage that its pipeline does not have.

import type { Stage } from "../pipeline.ts";

/**
 * The sentence, with the names that would be right.
 *
 * @example
 * unknownStage("Ofer", fixtures.offers.stages) //=> '"Ofer" is not one of the stages Lead, Offer, Won, Lost'
 * unknownStage("Ofer", []) //=> '"Ofer" is no stage yet; add rows to Stages'
 */
export function unknownStage(name: string, stages: readonly Pick<Stage, "name">[]): string {
  if (stages.length === 0) return `"${name}" is no stage yet; add rows to Stages`;
  return `"${name}" is not one of the stages ${stages.map((stage) => stage.name).join(", ")}`;
}
