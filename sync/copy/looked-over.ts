// Whether a spreadsheet at Google holds what one of the grid holds: every value of every tab, read piece by piece and
// held against it at once, so that nothing has to be in memory twice. What a formula comes to is each program's own, so
// that its cells, and those that it fills, are left out.

import type { GridCell, Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { cellAddress, isErrorCell } from "../../shared/table/cell.ts";
import type { Connection } from "../google/connection.ts";
import { type Slice, sliceRange, sliceRequests } from "./row-slices.ts";

/** Values alone are short. */
const MOST_CELLS = 300_000;
const MOST_PLACES = 1000;

/** The places that differ, such as `Deals!B7`; the first of them where there are very many. */
export async function googleDifferences(
  connection: Connection,
  state: Spreadsheet,
): Promise<readonly string[]> {
  const { spreadsheetId } = connection;
  const places: string[] = [];
  for (const slices of sliceRequests(state, MOST_CELLS)) {
    const answer = await connection.read("look at the cells", (sheets) =>
      sheets.spreadsheets.values.batchGet({
        spreadsheetId,
        ranges: slices.map(sliceRange),
        valueRenderOption: "UNFORMATTED_VALUE",
        dateTimeRenderOption: "SERIAL_NUMBER",
        fields: "valueRanges(values)",
      }),
    );
    for (const [index, slice] of slices.entries()) {
      for (const place of sliceDifferences(slice, answer.valueRanges?.[index]?.values ?? [])) {
        if (places.length < MOST_PLACES) places.push(place);
      }
    }
  }
  return places;
}

function* sliceDifferences(
  { tab, first, last }: Slice,
  values: readonly (readonly unknown[])[],
): Generator<string> {
  for (let row = first; row <= last; row++) {
    const [here, there] = [tab.rows[row - 1]?.cells ?? [], values[row - first] ?? []];
    const width = Math.max(here.length, there.length);
    for (let column = 0; column < width; column++) {
      const cell = here[column];
      const isComputed = cell?.formula !== undefined || cell?.spilled !== undefined;
      if (!isComputed && heldIn(cell) !== (there[column] ?? ""))
        yield `${tab.name}!${cellAddress(row, column)}`;
    }
  }
}

function heldIn(cell: GridCell | undefined): unknown {
  const value = cell?.value ?? "";
  return typeof value === "object" && isErrorCell(value) ? value.error : value;
}
