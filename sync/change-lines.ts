// What a run would change, in words: what goes into the history, and each cell that people see, by its address. Cells
// that only the engine reads (hidden columns and tabs) are counted.

import type { Definition } from "../shared/definition/pipeline.ts";
import { bookLayouts, DASHBOARD_KEY } from "../shared/engine/book-layouts.ts";
import type { Entry } from "../shared/log/entry.ts";
import { countWords } from "../shared/report/number-words.ts";
import { cellAddress, textOf } from "../shared/table/cell.ts";
import type { Change, SetField } from "../shared/table/change.ts";
import type { TabLayout } from "../shared/table/layout.ts";
import { quoted } from "../shared/table/shown-cell.ts";
import { type TabView, type ViewRow, viewOf } from "../shared/table/tab-view.ts";
import type { Table, Tables } from "../shared/table/table.ts";

/** What is planned for the book that the tables are of. */
export interface Planned {
  readonly tables: Tables;
  readonly definition: Definition;
  readonly entries: readonly Entry[];
  readonly changes: readonly Change[];
}

/** The plan, a line for each thing that a person would notice. */
export function changeLines({ tables, definition, entries, changes }: Planned): readonly string[] {
  const layouts = bookLayouts(definition);
  const seen = new Map(
    tables.flatMap((table) => {
      const layout = layouts.find(({ key, tab }) => key === table.key || tab === table.tab);
      return layout === undefined ? [] : [[table.tab, seenTab(table, layout, changes)] as const];
    }),
  );
  const shown = changes.flatMap((change) => lineOf(seen, change) ?? []);
  const told = changes.filter(
    (change) => !(change.kind === "replaceBody" && isDashboard(changes, change.tab)),
  );
  const hidden = told.length - shown.length;
  const rest = hidden === 0 ? [] : [`${countWords(hidden, "change")} in hidden columns and tabs`];
  return [...entries.map((entry) => entryLine(definition, entry)), ...shown, ...rest];
}

interface SeenTab {
  readonly layout: TabLayout;
  readonly view: TabView;
  /** By record id; also the ids that are about to be given. */
  readonly rows: ReadonlyMap<string, ViewRow>;
}

function seenTab(table: Table, layout: TabLayout, changes: readonly Change[]): SeenTab {
  const view = viewOf(table, layout);
  const byPlace = new Map(view.rows.map((row) => [row.at, row]));
  const rows = new Map(view.rows.map((row) => [textOf(row.cells["id"]), row]));
  for (const change of changes) {
    const row =
      change.kind === "identify" && change.tab === table.tab ? byPlace.get(change.atRow) : undefined;
    if (row !== undefined && change.kind === "identify") rows.set(change.id, row);
  }
  return { layout, view, rows };
}

function entryLine({ boards, pipelines }: Definition, entry: Entry): string {
  const board = boards.find(({ id }) => id === entry.board);
  const stages = pipelines.find(({ id }) => id === board?.pipeline)?.stages ?? [];
  const stageName = (id: string | undefined) => stages.find((stage) => stage.id === id)?.name ?? id;
  const words = [
    entry.name === "" ? (board?.tab ?? "the book") : quoted(entry.name),
    entry.kind.replaceAll("-", " "),
    ...(entry.from === undefined ? [] : ["from", quoted(stageName(entry.from) ?? "")]),
    ...(entry.to === undefined ? [] : ["to", quoted(stageName(entry.to) ?? "")]),
  ];
  return `history: ${words.join(" ")}${entry.note === "" ? "" : ` (${entry.note})`}`;
}

function isDashboard(changes: readonly Change[], tab: string): boolean {
  return changes.some(
    (change) => change.kind === "layOut" && change.tab === tab && change.layout.key === DASHBOARD_KEY,
  );
}

function lineOf(seen: ReadonlyMap<string, SeenTab>, change: Change): string | undefined {
  if (change.kind === "layOut") {
    if (change.layout.key === DASHBOARD_KEY) return `${change.tab}: brought up to date`;
    return change.layout.hidden ? undefined : `${change.tab}: columns and dropdowns are drawn anew`;
  }
  return change.kind === "setField" ? cellLine(seen.get(change.tab), change) : undefined;
}

function cellLine(seen: SeenTab | undefined, change: SetField): string | undefined {
  const column = seen?.layout.columns.find(({ key }) => key === change.field);
  if (seen === undefined || column === undefined || seen.layout.hidden || column.hidden === true)
    return undefined;
  const row = seen.rows.get(change.record);
  const place = seen.view.columns.at.get(change.field);
  if (row === undefined || place === undefined) return undefined;
  const address = `${change.tab}!${cellAddress(row.at, place)}`;
  const value = change.value === null ? "is emptied" : `becomes ${quoted(change.value)}`;
  return `${address}: ${column.header} of ${quoted(row.cells["name"] ?? null)} ${value}`;
}
