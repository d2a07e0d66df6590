// The words of a line of the axis: as the figures are written, in per cent where those are.

import type { FigureSeries } from "./figures.ts";

/**
 * @example
 * stepText(0.25, [{ name: "Won", colour: "#188038", values: [0.3], texts: ["30%"] }]) //=> "25%"
 * stepText(1500, []) //=> "1,500"
 */
export function stepText(step: number, series: readonly Pick<FigureSeries, "texts">[]): string {
  const isShare = series.some(({ texts }) => texts.some((text) => text.endsWith("%")));
  if (isShare) return `${Number((step * 100).toPrecision(6))}%`;
  const [whole = "", part] = String(Math.abs(step)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${step < 0 ? "-" : ""}${grouped}${part === undefined ? "" : `.${part}`}`;
}
