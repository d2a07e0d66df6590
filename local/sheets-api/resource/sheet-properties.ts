// What the API says of a sheet as a whole: its id, name and place, its size and frozen parts, its colour, and whether it is
// out of sight. Sizes and frozen parts are the grid's own; what else is said (gridlines, right to left) stays by its name.

import type { sheets_v4 } from "@googleapis/sheets";
import type { OtherFormat } from "../../grid/protocol.ts";
import type { Spreadsheet, Tab } from "../../grid/spreadsheet.ts";
import { colourJson } from "./colour.ts";

export type SheetProperties = sheets_v4.Schema$SheetProperties;

/** The properties of a grid that stay by their name, where they are true. */
export const OTHER_GRID_PROPERTIES = [
  "hideGridlines",
  "rowGroupControlAfter",
  "columnGroupControlAfter",
] as const;

export function sheetPropertiesJson(state: Spreadsheet, tab: Tab): SheetProperties {
  const { rightToLeft } = otherProperties(tab);
  return {
    sheetId: tab.id,
    title: tab.name,
    index: state.tabs.indexOf(tab),
    sheetType: "GRID",
    gridProperties: gridPropertiesJson(tab),
    ...(tab.isHidden ? { hidden: true } : {}),
    ...(tab.colour === undefined ? {} : colourOfTab(tab.colour)),
    ...(rightToLeft === true ? { rightToLeft } : {}),
  };
}

/** What stays by its name. */
export function otherProperties(tab: Tab): OtherFormat {
  return tab.otherProperties ?? {};
}

function gridPropertiesJson(tab: Tab): sheets_v4.Schema$GridProperties {
  const other = otherProperties(tab);
  return {
    rowCount: tab.maxRows,
    columnCount: tab.maxColumns,
    ...(tab.frozenRows === 0 ? {} : { frozenRowCount: tab.frozenRows }),
    ...(tab.frozenColumns === 0 ? {} : { frozenColumnCount: tab.frozenColumns }),
    ...Object.fromEntries(
      OTHER_GRID_PROPERTIES.filter((name) => other[name] === true).map((name) => [name, true]),
    ),
  };
}

function colourOfTab(hex: string): Pick<SheetProperties, "tabColor" | "tabColorStyle"> {
  const color = colourJson(hex);
  return { tabColor: color, tabColorStyle: { rgbColor: color } };
}
