// How the Dashboard looks: quiet, with one green for headings and one amber for what wants somebody.

import type { CellLook } from "../../table/body-look.ts";

/**
 * Of cells, by what they are for.
 *
 * @example
 * looks.count //=> { format: "#,##0", align: "right" }
 */
export const looks = {
  title: { weight: "bold", size: 16, colour: "#202124" },
  quiet: { colour: "#5f6368" },
  /** Where a board begins. */
  band: { weight: "bold", size: 12, colour: "#ffffff", background: "#137333" },
  /** Past, present and future of a board. */
  part: { weight: "bold", size: 11, colour: "#137333", background: "#e6f4ea" },
  section: { weight: "bold", colour: "#202124" },
  head: { weight: "bold", colour: "#5f6368", background: "#f1f3f4" },
  count: { format: "#,##0", align: "right" },
  rate: { format: "0%", align: "right" },
  right: { align: "right" },
  left: { align: "left" },
  figure: { weight: "bold", size: 14, colour: "#202124", align: "left" },
  wants: { weight: "bold", colour: "#b06000", background: "#fef7e0" },
} as const satisfies Readonly<Record<string, CellLook>>;

/**
 * Of the series of charts, by what they count.
 *
 * @example
 * chartColours.won //=> "#34a853"
 */
export const chartColours = {
  open: "#4285f4",
  onTrack: "#7baaf7",
  wants: "#f29900",
  won: "#34a853",
  lost: "#9aa0a6",
  reached: "#4285f4",
  aim: "#bdc1c6",
} as const;
