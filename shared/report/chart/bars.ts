// A bar chart: the points below each other, the first on top, each with its bars to the right and its figure behind them.

import type { ChartFigures } from "./figures.ts";
import { scaleOf, valuesOn } from "./scale.ts";
import { stepText } from "./step-text.ts";
import { element, INK, LETTERS, textElement, textWidth } from "./svg-text.ts";

/** Where a drawing may stand, in pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const AXIS_HEIGHT = 22;
const GAP = 8;
/** Of the room of a point, what its bars take. */
const FULL = 0.72;

/**
 * The inside of the chart.
 *
 * @example
 * const figures = { kind: "bar", isStacked: false, title: "", points: ["Lead"], widthPixels: 200, heightPixels: 100,
 *   series: [{ name: "Now", colour: "#1a73e8", values: [5], texts: ["5"] }] };
 * drawnBars(figures, { left: 0, top: 0, right: 200, bottom: 100 }).includes('fill="#1a73e8"') //=> true
 */
export function drawnBars(figures: ChartFigures, frame: Frame): string {
  const { points, series, isStacked } = figures;
  const scale = scaleOf(valuesOn(figures));
  const widest = Math.max(...points.map((point) => textWidth(point)));
  const names = Math.min(widest, (frame.right - frame.left) * 0.4);
  const figuresRoom = Math.max(...series.flatMap(({ texts }) => texts.map((text) => textWidth(text)))) + GAP;
  const [left, right, bottom] = [
    frame.left + names + GAP,
    frame.right - figuresRoom,
    frame.bottom - AXIS_HEIGHT,
  ];
  const xOf = (value: number) => left + ((value - scale.from) / (scale.to - scale.from)) * (right - left);
  const lines = scale.steps.map((step) => {
    const ink = step === 0 ? INK.base : INK.line;
    const line = element("line", { x1: xOf(step), x2: xOf(step), y1: frame.top, y2: bottom, stroke: ink });
    return (
      line +
      textElement(stepText(step, series), { x: xOf(step), y: bottom + 16, anchor: "middle", ink: INK.quiet })
    );
  });
  const room = (bottom - frame.top) / points.length;
  const each = (room * FULL) / (isStacked ? 1 : series.length);
  const drawn = points.map((point, index) => {
    const top = frame.top + index * room + (room * (1 - FULL)) / 2;
    const name = textElement(point, {
      x: left - GAP,
      y: frame.top + (index + 0.5) * room + LETTERS / 3,
      anchor: "end",
      room: names,
    });
    let reached = 0;
    const bars = series.map(({ colour, values, texts }, at) => {
      const value = values[index];
      if (value === undefined) return "";
      const from = isStacked ? reached : 0;
      reached += value;
      const [start, end] = [xOf(Math.min(from, from + value)), xOf(Math.max(from, from + value))];
      const y = top + (isStacked ? 0 : at * each);
      const bar = element("rect", {
        x: start,
        y,
        width: end - start,
        height: Math.max(1, each - 1),
        fill: colour,
      });
      const says = !isStacked && each >= LETTERS - 2;
      const place = { x: end + 4, y: y + each / 2 + LETTERS / 3, ink: INK.plain };
      return bar + (says ? textElement(texts[index] ?? "", place) : "");
    });
    return name + bars.join("");
  });
  return lines.join("") + drawn.join("");
}
