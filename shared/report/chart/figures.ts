// What a chart shows, as data: points with their names, and a value of each for every series. A drawing needs no more, and
// whoever does not see it hears the same figures in words.

/** One value of each point; `undefined` where there is none. */
export interface FigureSeries {
  readonly name: string;
  /** "#rrggbb". */
  readonly colour: string;
  readonly values: readonly (number | undefined)[];
  /** The same values as people read them. */
  readonly texts: readonly string[];
}

export interface ChartFigures {
  readonly kind: "bar" | "column" | "line";
  readonly isStacked: boolean;
  readonly title: string;
  /** The names of the points, in their order. */
  readonly points: readonly string[];
  readonly series: readonly FigureSeries[];
  readonly widthPixels: number;
  readonly heightPixels: number;
}

const MOST_POINTS_TOLD = 30;

/**
 * The figures in words, for whoever does not see the chart.
 *
 * @example
 * figureWords({ kind: "bar", isStacked: false, title: "Deals", points: ["Lead", "Offer"], widthPixels: 480, heightPixels: 260,
 *   series: [{ name: "Now", colour: "#1a73e8", values: [5, 3], texts: ["5", "3"] }] }) //=> "Now: Lead 5, Offer 3"
 */
export function figureWords({ points, series }: ChartFigures): string {
  const told = series.map(({ name, texts }) => {
    const figures = points
      .slice(0, MOST_POINTS_TOLD)
      .map((point, index) => `${point} ${texts[index] === "" ? "nothing" : (texts[index] ?? "nothing")}`);
    const rest = points.length - MOST_POINTS_TOLD;
    return `${name}: ${figures.join(", ")}${rest > 0 ? `, and ${rest} more` : ""}`;
  });
  return told.length === 0 ? "No figures" : told.join("; ");
}
