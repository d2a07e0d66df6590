// A column or a line chart: the points side by side, their values upwards.

import type { Frame } from "./bars.ts";
import type { ChartFigures, FigureSeries } from "./figures.ts";
import { scaleOf, valuesOn } from "./scale.ts";
import { stepText } from "./step-text.ts";
import { element, fittedText, INK, LETTERS, textElement, textWidth } from "./svg-text.ts";

const NAMES_HEIGHT = 22;
const GAP = 8;
const FULL = 0.72;

interface Plot {
  readonly left: number;
  /** How wide a point is. */
  readonly room: number;
  readonly yOf: (value: number) => number;
}

/**
 * The inside of the chart.
 *
 * @example
 * const figures = { kind: "line", isStacked: false, title: "", points: ["Mon", "Tue"], widthPixels: 200, heightPixels: 100,
 *   series: [{ name: "Now", colour: "#1a73e8", values: [5, 6], texts: ["5", "6"] }] };
 * drawnUpright(figures, { left: 0, top: 0, right: 200, bottom: 100 }).includes("<polyline") //=> true
 */
export function drawnUpright(figures: ChartFigures, frame: Frame): string {
  const { points, series, kind } = figures;
  const scale = scaleOf(valuesOn(figures));
  const labels = scale.steps.map((step) => stepText(step, series));
  const left = frame.left + Math.max(...labels.map((label) => textWidth(label))) + GAP;
  const bottom = frame.bottom - NAMES_HEIGHT;
  const yOf = (value: number) =>
    bottom - ((value - scale.from) / (scale.to - scale.from)) * (bottom - frame.top);
  const lines = scale.steps.map((step, index) => {
    const ink = step === 0 ? INK.base : INK.line;
    const line = element("line", { x1: left, x2: frame.right, y1: yOf(step), y2: yOf(step), stroke: ink });
    const place = { x: left - GAP, y: yOf(step) + LETTERS / 3, anchor: "end", ink: INK.quiet } as const;
    return line + textElement(labels[index] ?? "", place);
  });
  const room = (frame.right - left) / points.length;
  const plot: Plot = { left, room, yOf };
  const drawn = kind === "line" ? series.map((each) => drawnLine(each, plot)) : [drawnColumns(figures, plot)];
  return lines.join("") + drawn.join("") + pointNames(points, plot, bottom);
}

// Where names would be cut short, only some stand there, as far from each other as they need.
function pointNames(points: readonly string[], { left, room }: Plot, bottom: number): string {
  const widest = Math.max(...points.map((point) => textWidth(point))) + GAP;
  const every = points.length > 8 ? Math.max(1, Math.ceil(Math.min(widest, 90) / room)) : 1;
  const shown = points.map((point, index) => {
    if (index % every !== 0) return "";
    const text = fittedText(point, room * every - 4);
    return textElement(text, { x: left + (index + 0.5) * room, y: bottom + 16, anchor: "middle" });
  });
  return shown.join("");
}

function drawnColumns({ points, series, isStacked }: ChartFigures, { left, room, yOf }: Plot): string {
  const each = (room * FULL) / (isStacked ? 1 : series.length);
  const drawn = points.map((_, index) => {
    const start = left + index * room + (room * (1 - FULL)) / 2;
    let reached = 0;
    return series.map(({ colour, values }, at) => {
      const value = values[index];
      if (value === undefined) return "";
      const from = isStacked ? reached : 0;
      reached += value;
      const [top, base] = [yOf(Math.max(from, from + value)), yOf(Math.min(from, from + value))];
      const x = start + (isStacked ? 0 : at * each);
      return element("rect", { x, y: top, width: Math.max(1, each - 1), height: base - top, fill: colour });
    });
  });
  return drawn.map((columns) => columns.join("")).join("");
}

// A point without a value interrupts the line.
function drawnLine({ colour, values }: FigureSeries, { left, room, yOf }: Plot): string {
  const runs: string[][] = [[]];
  values.forEach((value, index) => {
    if (value === undefined) runs.push([]);
    else runs[runs.length - 1]?.push(`${(left + (index + 0.5) * room).toFixed(1)},${yOf(value).toFixed(1)}`);
  });
  const lines = runs.map((run) => {
    if (run.length > 1) {
      const look = { fill: "none", stroke: colour, "stroke-width": 2, "stroke-linejoin": "round" };
      return element("polyline", { points: run.join(" "), ...look });
    }
    const [x = "", y = ""] = run[0]?.split(",") ?? [];
    return run.length === 0 ? "" : element("circle", { cx: x, cy: y, r: 3, fill: colour });
  });
  return lines.join("");
}
