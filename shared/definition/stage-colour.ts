// The colour of a stage wherever it is shown: the one that the owner chose, else one that says what the stage is for.

import type { Stage } from "./pipeline.ts";

const COLOUR_OF_KIND = {
  open: "#e3f2fd",
  parked: "#f1f3f4",
  won: "#c8e6c9",
  lost: "#ebe1e1",
  avoid: "#d7ccc8",
} as const;

/**
 * The colour, as "#rrggbb".
 *
 * @example
 * stageColour({ kind: "won" }) //=> "#c8e6c9"
 */
export function stageColour({ kind, colour }: Pick<Stage, "kind" | "colour">): string {
  return colour ?? COLOUR_OF_KIND[kind];
}
