// What each colour of a chart stands for, in one line below it.

import type { FigureSeries } from "./figures.ts";
import { element, fittedText, textElement, textWidth } from "./svg-text.ts";

/** Pixels that it takes. */
export const LEGEND_HEIGHT = 26;

const SQUARE = 10;
const BETWEEN = 16;

/**
 * The legend, from the left.
 *
 * @example
 * drawnLegend([{ name: "Won", colour: "#188038" }], { x: 0, y: 0, room: 200 }).includes(">Won</text>") //=> true
 */
export function drawnLegend(
  series: readonly Pick<FigureSeries, "name" | "colour">[],
  { x, y, room }: { readonly x: number; readonly y: number; readonly room: number },
): string {
  const each = room / Math.max(1, series.length) - SQUARE - BETWEEN;
  let left = x;
  return series
    .map(({ name, colour }) => {
      const text = fittedText(name, each);
      const square = element("rect", { x: left, y: y + 4, width: SQUARE, height: SQUARE, fill: colour });
      const words = textElement(text, { x: left + SQUARE + 5, y: y + 13 });
      left += SQUARE + 5 + textWidth(text) + BETWEEN;
      return square + words;
    })
    .join("");
}
