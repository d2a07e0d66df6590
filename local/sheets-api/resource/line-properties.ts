// What the API says of rows and columns themselves: how large each is, whether it is out of sight and by whom, and its
// developer metadata.

import type { sheets_v4 } from "@googleapis/sheets";
import type { GridRange, Metadata } from "../../grid/protocol.ts";
import { shownText } from "../../grid/shown-value.ts";
import type { Row, Spreadsheet, Tab } from "../../grid/spreadsheet.ts";
import { type Mask, maskWants } from "../field-mask.ts";
import { metadataJson } from "./metadata-entry.ts";
import type { Axis } from "./ranges.ts";
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS } from "./spreadsheet-defaults.ts";

type DimensionProperties = sheets_v4.Schema$DimensionProperties;

interface Asked {
  readonly state: Spreadsheet;
  readonly tab: Tab;
  readonly mask: Mask;
}

export function rowProperties(asked: Asked, range: GridRange): readonly DimensionProperties[] {
  const { state, tab } = asked;
  const metadata = metadataByLine(asked, "rows");
  const wantsFilter = tab.filter !== undefined && maskWants(asked.mask, "hiddenByFilter");
  return Array.from({ length: range.rows }, (_, index) => {
    const at = range.row + index;
    const row = tab.rows[at - 1];
    return {
      ...(wantsFilter && isFilteredAway(state, tab, { row, at }) ? { hiddenByFilter: true } : {}),
      ...(row?.isHidden === true ? { hiddenByUser: true } : {}),
      pixelSize: row?.heightPixels ?? DEFAULT_ROW_PIXELS,
      ...metadata(at),
    };
  });
}

export function columnProperties(asked: Asked, range: GridRange): readonly DimensionProperties[] {
  const metadata = metadataByLine(asked, "columns");
  return Array.from({ length: range.columns }, (_, index) => {
    const at = range.column + index;
    const column = asked.tab.columns[at - 1];
    return {
      ...(column?.isHidden === true ? { hiddenByUser: true } : {}),
      pixelSize: column?.widthPixels ?? DEFAULT_COLUMN_PIXELS,
      ...metadata(at),
    };
  });
}

function metadataByLine({ state, tab, mask }: Asked, axis: Axis): (line: number) => DimensionProperties {
  if (!maskWants(mask, "developerMetadata")) return () => ({});
  const lines = new Map<number, sheets_v4.Schema$DeveloperMetadata[]>();
  for (const entry of state.metadata) {
    const line = lineOf(entry, tab, axis);
    if (line !== undefined) lines.set(line, [...(lines.get(line) ?? []), metadataJson(entry)]);
  }
  return (line) => {
    const found = lines.get(line);
    return found === undefined ? {} : { developerMetadata: found };
  };
}

function lineOf({ place }: Metadata, tab: Tab, axis: Axis): number | undefined {
  if (place.kind === "spreadsheet" || place.tab !== tab.id) return undefined;
  if (place.kind === "row") return axis === "rows" ? place.row : undefined;
  return place.kind === "column" && axis === "columns" ? place.column : undefined;
}

// The header of a filter is never filtered away.
function isFilteredAway(
  state: Spreadsheet,
  { filter }: Tab,
  { row, at }: { readonly row: Row | undefined; readonly at: number },
): boolean {
  if (filter === undefined || at <= filter.range.row || at >= filter.range.row + filter.range.rows)
    return false;
  return Object.entries(filter.hidden).some(([column, texts]) =>
    texts.includes(shownText(row?.cells[Number(column) - 1], state.locale)),
  );
}
