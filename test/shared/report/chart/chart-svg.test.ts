// A chart as a drawing: what is drawn where, and what is said to whoever does not see it.

import fc from "fast-check";
import { expect, test } from "vitest";
import { chartSvg } from "../../../../shared/report/chart/chart-svg.ts";
import type { ChartFigures } from "../../../../shared/report/chart/figures.ts";
import { scaleOf } from "../../../../shared/report/chart/scale.ts";
import "../../../seed.ts";

const now = { name: "Now", colour: "#1a73e8", values: [20, 5], texts: ["20", "5"] };
const won = { name: "Won", colour: "#188038", values: [10, undefined], texts: ["10", ""] };

function figures(part: Partial<ChartFigures> = {}): ChartFigures {
  const size = { widthPixels: 480, heightPixels: 260 };
  return {
    kind: "bar",
    isStacked: false,
    title: "Stages",
    points: ["Lead", "Offer"],
    series: [now],
    ...size,
    ...part,
  };
}

/** The bars of a drawing with a colour: where they begin, how wide and how high they are. */
function bars(svg: string, colour: string) {
  return [
    ...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="(#\w+)"/g),
  ]
    .filter(([, , , , , fill]) => fill === colour)
    .map(([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }));
}

test("bars are as long as their figures, the first on top", () => {
  const [first, second] = bars(chartSvg(figures(), "a"), "#1a73e8");
  expect(first?.width).toBeCloseTo(4 * (second?.width ?? 0), 1);
  expect(first?.y).toBeLessThan(second?.y ?? 0);
  expect(first?.x).toBe(second?.x);
});

test("columns stand on one line, and are as high as their figures", () => {
  const [first, second] = bars(chartSvg(figures({ kind: "column" }), "a"), "#1a73e8");
  expect(first?.height).toBeCloseTo(4 * (second?.height ?? 0), 1);
  expect((first?.y ?? 0) + (first?.height ?? 0)).toBeCloseTo((second?.y ?? 0) + (second?.height ?? 0), 1);
});

test("stacked bars begin where the one before them ends", () => {
  const svg = chartSvg(figures({ isStacked: true, series: [now, won] }), "a");
  const [below] = bars(svg, "#1a73e8");
  expect(bars(svg, "#188038")[0]?.x).toBeCloseTo((below?.x ?? 0) + (below?.width ?? 0), 1);
});

test("a point without a figure interrupts a line", () => {
  const values = [1, 2, undefined, 4, 5];
  const line = { ...now, values, texts: values.map((value) => String(value ?? "")) };
  const points = values.map((_, index) => `week ${index}`);
  expect(chartSvg(figures({ kind: "line", points, series: [line] }), "a").match(/<polyline/g)).toHaveLength(
    2,
  );
});

test("it is an image with its title, and its figures in words", () => {
  const svg = chartSvg(figures({ title: "Won & <lost>", series: [now, won] }), "c7");
  expect(svg).toContain('role="img" aria-labelledby="c7-title" aria-describedby="c7-words"');
  expect(svg).toContain('<title id="c7-title">Won &amp; &lt;lost&gt;</title>');
  expect(svg).toContain("Now: Lead 20, Offer 5; Won: Lead 10, Offer nothing</desc>");
});

test("without figures it says so, and draws no bar", () => {
  const svg = chartSvg(figures({ points: [], series: [] }), "a");
  expect(svg).toContain("No figures yet");
});

test("a scale begins at nothing, reaches beyond every value, and has few round steps", () => {
  const value = fc.oneof(
    fc.nat(1e6),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: -500, max: 500 }),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), (values) => {
      const { from, to, steps } = scaleOf(values);
      const room = 1e-9 * (to - from);
      expect(Math.min(0, ...values)).toBeGreaterThanOrEqual(from - room);
      expect(Math.max(0, ...values)).toBeLessThanOrEqual(to + room);
      expect(steps[0]).toBe(from);
      expect(steps.at(-1)).toBe(to);
      expect(steps.length).toBeLessThanOrEqual(8);
      if (values.every(Number.isInteger)) expect(steps.every(Number.isInteger)).toBe(true);
    }),
  );
});
