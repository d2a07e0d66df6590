// The colour of a stage wherever it is shown: the one that the owner chose, else one that says what the stage is for. An
// owner may choose any, so that what is written on it is as dark or as light as it must be to be read.

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

const DARK_INK = "#000000";
const LIGHT_INK = "#ffffff";

/**
 * The ink that stands out more from a colour ("#rrggbb"), black or white: by 4.5 at least, whatever the colour.
 *
 * Source: contrast ratio and relative luminance of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 *
 * @example
 * inkOn("#c8e6c9") //=> "#000000"
 * inkOn("#1a237e") //=> "#ffffff"
 */
export function inkOn(colour: string): string {
  return contrast(LIGHT_INK, colour) > contrast(DARK_INK, colour) ? LIGHT_INK : DARK_INK;
}

function contrast(left: string, right: string): number {
  const [darker = 0, lighter = 0] = [luminance(left), luminance(right)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
