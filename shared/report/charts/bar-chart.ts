// What the charts share: an SVG of rows, each with a name at the left, words at the right and bars beneath, so
// that one layout reads well at 300 px and at 760. Tone tells the bars apart, not hue: dark, pale with an edge,
// and a grey ground, which keep apart in grey print and to eyes that see no red or green. Words tell the rest.

import { clip, displayWidth } from "../display-width.ts";
import { escapeHtml } from "../html-text.ts";
import { shortName } from "../name-words.ts";

export interface ChartOptions {
  /** Starts the ids in the SVG; must differ for each chart of a page. */
  readonly id: string;
  /**
   * Pixels that the chart is drawn for; it scales with its place.
   *
   * @default 680
   */
  readonly width?: number;
}

export type Tone = "dark" | "pale" | "ground";

export interface Bar {
  /** Part of the full width, 0 to 1. */
  readonly share: number;
  readonly tone: Tone;
}

export interface BarRow {
  readonly name: string;
  readonly words: string;
  /** Drawn in this order, one over the other. */
  readonly bars: readonly Bar[];
}

export interface BarChart {
  readonly title: string;
  /** All that the chart shows, in words. */
  readonly description: string;
  readonly rows: readonly BarRow[];
  readonly legend?: readonly { readonly tone: Tone; readonly words: string }[];
}

/** Widths below this leave room for short words only. */
export const NARROW_PX = 480;
export const DEFAULT_WIDTH_PX = 680;

const ROW_PX = 42;
const LEGEND_PX = 26;
const BAR_PX = 14;
/** Generous for digits and small letters of a 13 px system font. */
const COLUMN_PX = 7.4;

const FILLS: Readonly<Record<Tone, string>> = {
  dark: 'fill="#1f4e79"',
  pale: 'fill="#bcd3e8" stroke="#1f4e79" stroke-width="1"',
  ground: 'fill="#e9ecef"',
};

/**
 * The chart as an SVG element with title and description; an empty text where there is no row to draw.
 *
 * @example
 * barChart({ title: "Funnel", description: "", rows: [] }, { id: "a" }) //=> ""
 */
export function barChart(chart: BarChart, { id, width = DEFAULT_WIDTH_PX }: ChartOptions): string {
  if (chart.rows.length === 0) return "";
  const top = chart.legend ? LEGEND_PX : 0;
  const height = top + chart.rows.length * ROW_PX;
  const safeId = escapeHtml(id);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${safeId}-title ${safeId}-desc"`,
    ` viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` font-family="system-ui, sans-serif" font-size="13" fill="#1a1a1a">\n`,
    `<title id="${safeId}-title">${escapeHtml(chart.title)}</title>\n`,
    `<desc id="${safeId}-desc">${escapeHtml(chart.description)}</desc>\n`,
    chart.legend ? legendSvg(chart.legend) : "",
    ...chart.rows.map((row, index) => rowSvg(row, top + index * ROW_PX, width)),
    "</svg>",
  ].join("");
}

function rowSvg(row: BarRow, y: number, width: number): string {
  const room = Math.max(4, Math.floor(width / COLUMN_PX) - displayWidth(row.words) - 2);
  const name = escapeHtml(shortName(row.name, (plain) => clip(plain, room)));
  const words = escapeHtml(row.words);
  return [
    `<text x="0" y="${y + 14}" font-weight="600">${name}</text>`,
    `<text x="${width}" y="${y + 14}" text-anchor="end">${words}</text>\n`,
    ...row.bars.map((bar) => barSvg(bar, y + 20, width)),
  ].join("");
}

// The edge is drawn half outside of its rectangle: one pixel at either side keeps it in the picture.
function barSvg({ share, tone }: Bar, y: number, width: number): string {
  if (share <= 0) return "";
  const length = Math.max(2, Math.round(Math.min(1, share) * (width - 2)));
  return `<rect x="1" y="${y}" width="${length}" height="${BAR_PX}" ${FILLS[tone]}/>\n`;
}

function legendSvg(legend: NonNullable<BarChart["legend"]>): string {
  let x = 1;
  return legend
    .map(({ tone, words }) => {
      const at = x;
      x += Math.round(18 + displayWidth(words) * COLUMN_PX + 16);
      return (
        `<rect x="${at}" y="3" width="12" height="12" ${FILLS[tone]}/>` +
        `<text x="${at + 18}" y="14" fill="#444">${escapeHtml(words)}</text>\n`
      );
    })
    .join("");
}
