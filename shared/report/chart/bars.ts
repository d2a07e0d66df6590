// A bar chart: the points below each other, the first on top, each with its bars to the right and its figure behind them.

import type { ChartFigures } from "./figures.ts";
import { type Scale, scaleOf, valuesOn } from "./scale.ts";
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

interface Plot extends Frame {
  /** How wide the names may be. */
  readonly names: number;
  /** How high a point is. */
  readonly room: number;
  readonly xOf: (value: number) => number;
}

/**
 * The inside of the chart.
 *
 * @example
 * const figures = { kind: "bar", isStacked: false, title: "", points: ["Lead"], widthPixels: 200, heightPixels: 100,
 *   series: [{ name: "Now", colour: "#1a73e8", values: [5], texts: ["5"] }] };
 * drawnBars(figures, { left: 0, top: 0, right: 200, bottom: 100 }).includes('fill="#1a73e8"') //=> true
 */
export function drawnBars(figures: ChartFigures, frame: Frame): string {
  const { points, series } = figures;
  const scale = scaleOf(valuesOn(figures));
  const plot = plotIn(figures, frame, scale);
  const { top, bottom, xOf } = plot;
  const lines = scale.steps.map((step) => {
    const ink = step === 0 ? INK.base : INK.line;
    const line = element("line", { x1: xOf(step), x2: xOf(step), y1: top, y2: bottom, stroke: ink });
    const place = { x: xOf(step), y: bottom + 16, anchor: "middle", ink: INK.quiet } as const;
    return line + textElement(stepText(step, series), place);
  });
  return lines.join("") + points.map((_, index) => drawnPoint(figures, plot, index)).join("");
}

// Names take what they need, but leave most of the room; behind the longest bar its figure has a place.
function plotIn({ points, series }: ChartFigures, frame: Frame, { from, to }: Scale): Plot {
  const widest = Math.max(...points.map((point) => textWidth(point)));
  const names = Math.min(widest, (frame.right - frame.left) * 0.4);
  const figures = Math.max(...series.flatMap(({ texts }) => texts.map((text) => textWidth(text)))) + GAP;
  const [left, right, bottom] = [frame.left + names + GAP, frame.right - figures, frame.bottom - AXIS_HEIGHT];
  const xOf = (value: number) => left + ((value - from) / (to - from)) * (right - left);
  return { left, top: frame.top, right, bottom, names, room: (bottom - frame.top) / points.length, xOf };
}

function drawnPoint({ points, series, isStacked }: ChartFigures, plot: Plot, index: number): string {
  const { left, top, names, room, xOf } = plot;
  const middle = top + (index + 0.5) * room + LETTERS / 3;
  const name = textElement(points[index] ?? "", { x: left - GAP, y: middle, anchor: "end", room: names });
  const height = (room * FULL) / (isStacked ? 1 : series.length);
  let reached = 0;
  const bars = series.map(({ colour, values, texts }, at) => {
    const value = values[index];
    if (value === undefined) return "";
    const from = isStacked ? reached : 0;
    reached += value;
    const [start, end] = [xOf(Math.min(from, from + value)), xOf(Math.max(from, from + value))];
    const y = top + index * room + (room * (1 - FULL)) / 2 + (isStacked ? 0 : at * height);
    const size = { width: end - start, height: Math.max(1, height - 1) };
    const bar = element("rect", { x: start, y, ...size, fill: colour });
    const says = !isStacked && height >= LETTERS - 2;
    return (
      bar + (says ? textElement(texts[index] ?? "", { x: end + 4, y: y + height / 2 + LETTERS / 3 }) : "")
    );
  });
  return name + bars.join("");
}
