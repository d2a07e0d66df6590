// The marked cells as people write them: "B3", or "B3:C9".

import { addressText, parseAddress } from "../../grid/a1-notation.ts";
import { rangeFromShown } from "../shown/shown-range.ts";
import type { UniverRange } from "../shown/univer-data.ts";
import type { Grid } from "./grid.ts";

export interface MarkedCell {
  readonly address: string;
  readonly content: string;
}

export function markedCell(grid: Grid): MarkedCell {
  return { address: addressText(rangeFromShown(0, grid.place().range)), content: grid.content() };
}

/** What is said of an address that the open tab has no cells for. */
export function noCell(address: string, grid: Grid): string {
  const last = addressText(rangeFromShown(0, grid.lastCell()));
  return `"${address}" is no cell of this tab, which ends with "${last}"`;
}

/** `undefined` where the text is no address. */
export function rangeOfAddress(address: string): UniverRange | undefined {
  const found = parseAddress(address.trim().toUpperCase());
  if (found === undefined) return undefined;
  const { row, column, lastRow = row, lastColumn = column } = found;
  return { startRow: row - 1, endRow: lastRow - 1, startColumn: column - 1, endColumn: lastColumn - 1 };
}
