// A large book in a grid, as if people had worked in it for long: a board of plain stages, each record with a history of
// calls. It is put together in the core and laid into the grid as it is, since nobody waits for a script to write a
// hundred thousand rows.

import type { Written } from "../../local/grid/protocol.ts";
import { writeGrid } from "../../local/grid/script/write-grid.ts";
import { newSpreadsheet, type Spreadsheet } from "../../local/grid/spreadsheet.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { plainPipeline } from "../../shared/definition/plain-pipeline.ts";
import { stagesFromLine } from "../../shared/definition/stage-line.ts";
import { bookLayouts } from "../../shared/engine/book-layouts.ts";
import { historyChanges } from "../../shared/engine/history-changes.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import type { Run } from "../../shared/engine/run.ts";
import { emptyDefinition, newBoards } from "../../shared/engine/setup/new-boards.ts";
import { type Entry, moveId } from "../../shared/log/entry.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import { type Cell, isSerialCell } from "../../shared/table/cell.ts";
import type { TabLayout } from "../../shared/table/layout.ts";
import type { Table, Tables } from "../../shared/table/table.ts";
import { momentFromInstant, utc } from "../../shared/value/moment.ts";

const START_MS = Date.UTC(2026, 8, 1, 9);
const HOUR_MS = 3_600_000;
const DAY_FORMAT = "yyyy-mm-dd";

export interface LargeBook {
  readonly state: Spreadsheet;
  readonly names: readonly string[];
}

/** A board "Sales" with so many records, each of so many entries. */
export function largeBook(records: number, entriesEach: number): LargeBook {
  const stages = stagesFromLine("Lead > Offer > Won:won | Lost:lost");
  const pipeline = { ...plainPipeline({ name: "Sales", noun: "deal" }), stages };
  const now = momentFromInstant(START_MS, utc);
  const made = newBoards([], emptyDefinition({ zone: "UTC", practice: false }), {
    boards: [{ tab: "Sales", pipeline }],
    now,
  });
  const begun = applyChanges([], made.changes);
  const [lead = "", offer = ""] = made.definition.pipelines[0]?.stages.map(({ id }) => id) ?? [];
  const ids = Array.from({ length: records }, (_, index) => `r${String(index).padStart(16, "0")}`);
  const entries = ids.flatMap((id, index) => story(id, { index, lead, offer, entriesEach }));
  const rows = ids.map((id, index) => ({ id, name: `Deal ${index + 1}`, stage: "Offer" }));
  const lived = applyChanges(begun, [
    { kind: "append", tab: "Sales", rows },
    ...historyChanges(begun, entries),
  ]);
  const run: Run = {
    now: momentFromInstant(START_MS + 48 * HOUR_MS, utc),
    zone: utc,
    knownBy: "sweep",
    seed: "large ".repeat(8),
  };
  const settled = applyChanges(lived, reconcile(lived, run).changes);
  const state = gridOf(settled, made.definition);
  return { state, names: rows.map(({ name }) => name) };
}

/** The tables of a book, laid into a grid as they are. */
export function gridOf(tables: Tables, definition: Definition): Spreadsheet {
  const layouts = bookLayouts(definition);
  const empty = newSpreadsheet({ name: "Large", zone: "UTC", tabs: tables.map(({ tab }) => tab) });
  return tables.reduce((grid, table) => {
    const layout = layouts.find(({ key }) => key === table.key);
    return layout === undefined ? grid : withTable(grid, table, layout);
  }, empty);
}

interface Story {
  readonly index: number;
  readonly lead: string;
  readonly offer: string;
  readonly entriesEach: number;
}

function story(record: string, { index, lead, offer, entriesEach }: Story): readonly Entry[] {
  const at = (step: number) => momentFromInstant(START_MS + step * HOUR_MS, utc);
  const common = {
    board: "sales",
    record,
    who: "Ada",
    knownBy: "event",
    name: `Deal ${index + 1}`,
    note: "",
    data: {},
  } as const;
  const calls = Array.from({ length: entriesEach - 2 }, (_, step): Entry => {
    return { ...common, at: at(step + 2), kind: "call", n: step, id: `e${record.slice(1)}call${step}` };
  });
  return [
    { ...common, at: at(0), kind: "created", to: lead, n: 1, id: moveId(record, 1, lead) },
    { ...common, at: at(1), kind: "moved", from: lead, to: offer, n: 2, id: moveId(record, 2, offer) },
    ...calls,
  ];
}

function withTable(grid: Spreadsheet, table: Table, layout: TabLayout): Spreadsheet {
  const tab = grid.tabs.find(({ name }) => name === table.tab);
  if (tab === undefined) return grid;
  const rows = [{ at: 1, cells: table.header }, ...table.rows];
  const [height, width] = [
    Math.max(...rows.map(({ at }) => at)),
    Math.max(...rows.map(({ cells }) => cells.length), layout.columns.length),
  ];
  const values: Written[][] = Array.from({ length: height }, () => new Array<Written>(width).fill(null));
  for (const { at, cells } of rows)
    values[at - 1] = Array.from({ length: width }, (_, column) => written(cells[column] ?? null));
  const room = { do: "insertRows", tab: tab.id, before: tab.maxRows + 1, count: height } as const;
  const wider = { do: "insertColumns", tab: tab.id, before: tab.maxColumns + 1, count: width } as const;
  const block = { tab: tab.id, row: 1, column: 1, rows: height, columns: width };
  let next = writeGrid(writeGrid(grid, room), wider);
  next = writeGrid(next, { do: "setValues", range: block, values });
  for (const [key, column] of Object.entries(table.marks)) {
    const place = { kind: "column", tab: tab.id, column: column + 1 } as const;
    next = writeGrid(next, {
      do: "addMetadata",
      place,
      key: "stageline_column",
      value: key,
      isVisibleToAll: true,
    });
    if (layout.columns.find((each) => each.key === key)?.format !== "day") continue;
    const range = { tab: tab.id, row: 2, column: column + 1, rows: height - 1, columns: 1 };
    if (height > 1) next = writeGrid(next, { do: "paint", range, paint: { numberFormat: DAY_FORMAT } });
  }
  const place = { kind: "tab", tab: tab.id } as const;
  return writeGrid(next, {
    do: "addMetadata",
    place,
    key: "stageline_tab",
    value: layout.key,
    isVisibleToAll: true,
  });
}

function written(cell: Cell): Written {
  if (typeof cell === "string") return `'${cell}`;
  if (cell === null || typeof cell !== "object") return cell;
  return isSerialCell(cell) ? cell.serial : `'${cell.error}`;
}
