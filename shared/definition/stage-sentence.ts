// What a stage asks of a record before it enters, as one plain sentence for the Stages tab; the engine writes it.

import { type NamedField, textFromNeed } from "./need-text.ts";
import type { Stage } from "./pipeline.ts";

/**
 * What it takes to enter the stage; an empty text where anything and anybody may.
 *
 * @example
 * stageSentence(fixtures.offers.stages[1], fixtures.offers.fields) //=> "To enter: Budget"
 */
export function stageSentence(
  stage: Pick<Stage, "needs" | "mayEnter">,
  fields: readonly NamedField[],
): string {
  const needs = stage.needs.map((need) => textFromNeed(need, fields)).join(", and ");
  const who = stage.mayEnter.length === 0 ? "" : `only ${stage.mayEnter.join(" or ")} may move it here`;
  const parts = [needs === "" ? "" : `To enter: ${needs}`, who].filter((part) => part !== "");
  const sentence = parts.join("; ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
