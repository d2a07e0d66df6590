// A whole spreadsheet read from Google: its frame in one request, its rows in slices. Between two requests people may work
// in it; whoever copies it looks afterwards whether the tabs of ours are still as they were read.

import type { sheets_v4 } from "@googleapis/sheets";
import type { LeftOut } from "../../local/grid/book/left-out.ts";
import type { Row, Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";
import type { Connection } from "../google/connection.ts";
import { showProgress } from "../progress.ts";
import { leftOutOfGoogle } from "./left-out-of-google.ts";
import { type Slice, sliceRange, sliceRequests } from "./row-slices.ts";
import { ROW_FIELDS, type RowSlice, sliceReader } from "./rows-from-google.ts";
import { withSpillOrigins } from "./spill-origins.ts";
import { FRAME_FIELDS, frameFromGoogle } from "./spreadsheet-from-google.ts";

export interface ReadSpreadsheet {
  readonly state: Spreadsheet;
  readonly leftOut: LeftOut;
}

/** Cells of one answer, filled or not; each may come with its format and its rule. */
const MOST_CELLS = 100_000;

/** The spreadsheet, and what of it the grid has no place for. */
export async function readGoogle(connection: Connection): Promise<ReadSpreadsheet> {
  const { spreadsheetId } = connection;
  const frame = await connection.read("read what tabs there are", (sheets) =>
    sheets.spreadsheets.get({ spreadsheetId, fields: FRAME_FIELDS }),
  );
  const state = frameFromGoogle(frame);
  const read = sliceReader(state);
  const tabs = new Map(state.tabs.map((tab) => [tab.id, startedTab(tab)] as const));
  const requests = sliceRequests(state, MOST_CELLS);
  for (const [index, slices] of requests.entries()) {
    showProgress(`Reading "${state.name}", part ${index + 1} of ${requests.length}`);
    const answer = await connection.read("read the cells", (sheets) =>
      sheets.spreadsheets.get({ spreadsheetId, ranges: slices.map(sliceRange), fields: ROW_FIELDS }),
    );
    for (const { slice, data } of told(slices, answer))
      tabs.get(slice.tab.id)?.add(slice, read(slice.tab, data));
  }
  const ended = [...tabs.values()].map((tab) => tab.end());
  const metadata = [...state.metadata, ...ended.flatMap((tab) => tab.metadata)];
  const ids = [...metadata.map(({ id }) => id), ...state.tabs.map(({ id }) => id)];
  return {
    state: {
      ...state,
      tabs: ended.map(({ tab }) => tab),
      metadata,
      nextId: ids.reduce((most, id) => Math.max(most, id), state.nextId) + 1,
    },
    leftOut: leftOutOfGoogle(frame, new Map(ended.map(({ tab, odd }) => [tab.name, odd]))),
  };
}

// The sheets come in their order, and the data of each in the order of the ranges that are on it.
function told(
  slices: readonly Slice[],
  { sheets }: sheets_v4.Schema$Spreadsheet,
): readonly { readonly slice: Slice; readonly data: sheets_v4.Schema$GridData }[] {
  const left = new Map(
    (sheets ?? []).map(({ properties, data }) => [properties?.sheetId ?? 0, [...(data ?? [])]]),
  );
  return slices.map((slice) => ({ slice, data: left.get(slice.tab.id)?.shift() ?? {} }));
}

interface EndedTab {
  readonly tab: Tab;
  readonly metadata: RowSlice["metadata"];
  readonly odd: RowSlice["odd"];
}

function startedTab(tab: Tab) {
  const rows: (Row | undefined)[] = [];
  const metadata: RowSlice["metadata"][number][] = [];
  const odd = new Map<string, number>();
  let columns: RowSlice["columns"] = [];
  return {
    add: (slice: Slice, read: RowSlice): void => {
      while (rows.length < slice.first - 1) rows.push(undefined);
      for (const row of read.rows) rows.push(row);
      for (const [what, count] of read.odd) odd.set(what, (odd.get(what) ?? 0) + count);
      if (slice.first === 1) columns = read.columns;
      // What is said of a column is said again with each of its slices.
      metadata.push(...read.metadata.filter(({ place }) => slice.first === 1 || place.kind === "row"));
    },
    end: (): EndedTab => {
      const last = rows.findLastIndex((row) => row !== undefined);
      const kept = { ...tab, columns, rows: rows.slice(0, last + 1) };
      return { tab: withSpillOrigins(kept), metadata, odd };
    },
  };
}
