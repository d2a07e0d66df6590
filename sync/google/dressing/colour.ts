// Colours as Google's API says them: red, green and blue from 0 to 1, a zero left out.

import type { sheets_v4 } from "@googleapis/sheets";

const MOST = 255;

/** The style of a colour "#rrggbb". */
export function colourStyle(hex: string): sheets_v4.Schema$ColorStyle {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / MOST,
  );
  return { rgbColor: { red, green, blue } };
}

/** The colour as "#rrggbb"; `undefined` for one of the spreadsheet's theme, or none. */
export function hexOf(style: sheets_v4.Schema$ColorStyle | undefined): string | undefined {
  const rgb = style?.rgbColor;
  if (rgb === undefined || rgb === null) return undefined;
  const parts = [rgb.red, rgb.green, rgb.blue].map((part) => Math.round((part ?? 0) * MOST));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
