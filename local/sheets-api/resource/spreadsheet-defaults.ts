// What Google gives every new spreadsheet: the format of a plain cell and the colours of the theme, as they stand in its
// answers. Nobody changes them here.

import type { sheets_v4 } from "@googleapis/sheets";
import { colourJson } from "./colour.ts";

export const DEFAULT_ROW_PIXELS = 21;
export const DEFAULT_COLUMN_PIXELS = 100;

const [WHITE, BLACK] = [colourJson("#ffffff"), colourJson("#000000")];

export const DEFAULT_FORMAT: sheets_v4.Schema$CellFormat = {
  backgroundColor: WHITE,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: "BOTTOM",
  wrapStrategy: "OVERFLOW_CELL",
  textFormat: {
    foregroundColor: BLACK,
    fontFamily: "arial,sans,sans-serif",
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: BLACK },
  },
  backgroundColorStyle: { rgbColor: WHITE },
};

const THEME = {
  TEXT: "#000000",
  BACKGROUND: "#ffffff",
  ACCENT1: "#4285f4",
  ACCENT2: "#ea4335",
  ACCENT3: "#fbbc04",
  ACCENT4: "#34a853",
  ACCENT5: "#ff6d01",
  ACCENT6: "#46bdc6",
  LINK: "#1155cc",
};

export const THEME_JSON: sheets_v4.Schema$SpreadsheetTheme = {
  primaryFontFamily: "Arial",
  themeColors: Object.entries(THEME).map(([colorType, hex]) => ({
    colorType,
    color: { rgbColor: colourJson(hex) },
  })),
};

/** "#rrggbb" of a colour of the theme; that of its text where it has no such colour. */
export function themeColour(type: string): string {
  return (THEME as Readonly<Record<string, string>>)[type] ?? THEME.TEXT;
}
