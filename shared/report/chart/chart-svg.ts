// A chart as a drawing, an SVG as text: title, a few lines with their values, bars, columns or lines, the names of the
// points, and what each colour stands for. It is an image to those who hear the page, with its title and its figures in
// words. Everything that people wrote is escaped. The same text serves a page, a report and a mail.

import { drawnBars } from "./bars.ts";
import { type ChartFigures, figureWords } from "./figures.ts";
import { drawnLegend, LEGEND_HEIGHT } from "./legend.ts";
import { element, INK, svgText, textElement } from "./svg-text.ts";
import { drawnUpright } from "./upright.ts";

const TITLE_HEIGHT = 34;
const EDGE = 16;

/**
 * The drawing; `id` is unique on its page.
 *
 * @example
 * const figures = { kind: "bar", isStacked: false, title: "A & B", points: ["Lead"], widthPixels: 480, heightPixels: 260,
 *   series: [{ name: "Now", colour: "#1a73e8", values: [5], texts: ["5"] }] };
 * chartSvg(figures, "c1").includes('<title id="c1-title">A &amp; B</title>') //=> true
 */
export function chartSvg(figures: ChartFigures, id: string): string {
  const { title, widthPixels: width, heightPixels: height, points, series } = figures;
  const hasLegend = series.length > 1;
  const frame = {
    left: EDGE,
    top: TITLE_HEIGHT + 8,
    right: width - EDGE,
    bottom: height - (hasLegend ? LEGEND_HEIGHT : 0) - 10,
  };
  const isEmpty = points.length === 0 || series.length === 0;
  const inside = isEmpty
    ? textElement("No figures yet", { x: width / 2, y: height / 2, anchor: "middle", ink: INK.quiet })
    : figures.kind === "bar"
      ? drawnBars(figures, frame)
      : drawnUpright(figures, frame);
  const parts = [
    `<title id="${id}-title">${svgText(title)}</title><desc id="${id}-words">${svgText(figureWords(figures))}</desc>`,
    element("rect", {
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      rx: 2,
      fill: "#ffffff",
      stroke: "#dadce0",
    }),
    textElement(title, { x: EDGE, y: 24, size: 14, ink: INK.quiet, room: width - 2 * EDGE }),
    inside,
    hasLegend ? drawnLegend(series, { x: EDGE, y: height - LEGEND_HEIGHT, room: width - 2 * EDGE }) : "",
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-words" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Arial, sans-serif">${parts.join("")}</svg>`
  );
}
