// The axis of values: from nothing, or below it where a value is, to a round number above the largest, in a few equal steps
// of 1, 2, 2.5 or 5 times a power of ten. Counts have no steps of halves.

import type { ChartFigures } from "./figures.ts";

export interface Scale {
  readonly from: number;
  readonly to: number;
  /** The values that get a line, the lowest first. */
  readonly steps: readonly number[];
}

const MOST_STEPS = 5;
/** Less is nothing to the eye, and to the machine no number to divide by. */
const LEAST_SPAN = 1e-9;
const ROUND = [1, 2, 2.5, 5, 10];

/**
 * The scale for values, however they are stacked.
 *
 * @example
 * scaleOf([3, 17]).steps //=> [0, 5, 10, 15, 20]
 * scaleOf([0.3]).steps //=> [0, 0.1, 0.2, 0.3]
 */
export function scaleOf(values: readonly number[]): Scale {
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  const least = values.reduce((low, value) => Math.min(low, value), 0);
  const isWhole = values.every(Number.isInteger);
  const span = most - least < LEAST_SPAN ? 1 : most - least;
  const step = roundStep(span / MOST_STEPS, isWhole);
  const [from, to] = [Math.floor(least / step), Math.max(1, Math.ceil(most / step - 1e-9))];
  const steps = Array.from({ length: to - from + 1 }, (_, index) => tidy((from + index) * step));
  return { from: tidy(from * step), to: tidy(to * step), steps };
}

/**
 * The values that a scale has to hold: of stacked series, their sums.
 *
 * @example
 * valuesOn({ kind: "column", isStacked: true, title: "", points: ["Lead"], widthPixels: 1, heightPixels: 1, series: [
 *   { name: "Ada", colour: "#1a73e8", values: [2], texts: ["2"] }, { name: "Bo", colour: "#188038", values: [3], texts: ["3"] },
 * ] }) //=> [5]
 */
export function valuesOn({ isStacked, points, series }: ChartFigures): readonly number[] {
  if (!isStacked) return series.flatMap(({ values }) => values.filter((value) => value !== undefined));
  return points.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
}

function roundStep(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const found = ROUND.map((factor) => factor * power).find((step) => {
    return step >= least - power * 1e-9 && (!isWhole || Number.isInteger(step) || step > 1);
  });
  const step = found ?? 10 * power;
  return isWhole ? Math.max(1, Math.round(step)) : step;
}

// Without the last digits that adding up leaves.
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
