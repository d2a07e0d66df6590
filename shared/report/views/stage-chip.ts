// A stage as pages show it: its name on its colour.

import type { Stage, StageKind } from "../../definition/pipeline.ts";
import { inkOn, stageColour } from "../../definition/stage-colour.ts";

export interface StageChip {
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
  /** "#rrggbb". */
  readonly colour: string;
  /** Of what is written on it, "#rrggbb". */
  readonly ink: string;
}

/**
 * The stage for a page.
 *
 * @example
 * stageChip(fixtures.offers.stages[0]) //=> { id: "lead", name: "Lead", kind: "open", colour: "#e3f2fd", ink: "#000000" }
 */
export function stageChip(stage: Pick<Stage, "id" | "name" | "kind" | "colour">): StageChip {
  const { id, name, kind } = stage;
  const colour = stageColour(stage);
  return { id, name, kind, colour, ink: inkOn(colour) };
}
