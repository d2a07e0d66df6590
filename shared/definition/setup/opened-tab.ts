// A set-up tab opened for reading: its rows that say anything, looked at once, with what is wrong in the tab itself said
// once. What a cell cannot mean is told here and read as nothing.

import { type Cell, isBlank, isErrorCell, isSerialCell, nameKey, textOf } from "../../table/cell.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt, type TabView, tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Table } from "../../table/table.ts";
import { namedIn } from "../named.ts";
import { isExample } from "./example-row.ts";
import { ownerKey, type SetupReader, type SetupTabReader } from "./setup-reader.ts";
import { problemsOfRow } from "./setup-tab.ts";

/**
 * The tab of a layout; `undefined` where the book lacks it.
 *
 * @example
 * openTab(setupReader([]), setupTab("team", "Team", [])) //=> undefined
 */
export function openTab(reader: SetupReader, layout: TabLayout): SetupTabReader | undefined {
  const known = reader.tabs.get(layout.key);
  if (known !== undefined) return known;
  const table = tableOf(reader.tables, layout);
  if (table === undefined) return undefined;
  const tab = tabReader(reader, table, layout);
  reader.tabs.set(layout.key, tab);
  return tab;
}

// What the engine writes is mended without a word where a tab has lost it.
function tabReader(reader: SetupReader, table: Table, layout: TabLayout): SetupTabReader {
  const view = viewOf(table, layout);
  const mended = new Set(layout.columns.flatMap((column) => (column.derived === true ? [column.key] : [])));
  const texts = new Set(layout.columns.flatMap(({ key, format }) => (format === "text" ? [key] : [])));
  const missing = view.columns.missing.filter((key) => !mended.has(key));
  const lost = missing.map((key): Problem => {
    const header = layout.columns.find((column) => column.key === key)?.header ?? key;
    return { tab: table.tab, message: `the column "${header}" is missing; put it back with this header` };
  });
  reader.problems.push(...view.columns.problems, ...lost);
  const said = view.rows
    .filter(({ cells }) => layout.columns.some(({ key }) => !mended.has(key) && !isBlank(cells[key])))
    .filter(({ cells }) => !isExample(layout.key, cells))
    .map((row) => withoutErrors(reader, { view, mended, texts }, row));
  const rows = layout.key === "pipelines" ? said : rowsOfPipelines(reader, { view, layout }, said);
  const owners = new Map<string, number>();
  for (const { at, cells } of rows) {
    // Ids of boards are unique in the book; those of what belongs to a pipeline, within it.
    const scope = layout.key === "pipelines" ? "" : textOf(cells["pipeline"]);
    const key = ownerKey(scope, textOf(cells["id"]));
    if (!owners.has(key)) owners.set(key, at);
  }
  return { layout, view, rows, owners };
}

// A formula that failed is no name and no number, and a date in a column of text would be read as its serial number:
// both are told here, and read as nothing.
function withoutErrors(
  reader: SetupReader,
  tab: {
    readonly view: TabView;
    readonly mended: ReadonlySet<string>;
    readonly texts: ReadonlySet<string>;
  },
  row: ViewRow,
): ViewRow {
  const failed = Object.entries(row.cells).flatMap(([key, cell]) => {
    const message = tab.mended.has(key) ? undefined : unreadable(cell, tab.texts.has(key));
    return message === undefined ? [] : [{ key, message }];
  });
  reader.problems.push(...problemsOfRow(tab.view, row, failed));
  if (failed.length === 0) return row;
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(failed.map(({ key }) => [key, null])) } };
}

function unreadable(cell: Cell, isText: boolean): string | undefined {
  if (isErrorCell(cell)) return `"${textOf(cell)}" is a formula error`;
  return isText && isSerialCell(cell)
    ? "a date stands here where words belong; format the cell as text and type it again"
    : undefined;
}

// Rows that call their pipeline by a former name mean it still, and their cell follows. Rows of a pipeline that was
// taken out of Pipelines rest: they come back with it, and until then one remark tells of them.
function rowsOfPipelines(
  reader: SetupReader,
  tab: { readonly view: TabView; readonly layout: TabLayout },
  rows: readonly ViewRow[],
): readonly ViewRow[] {
  if (!tab.layout.columns.some(({ key }) => key === "pipeline")) return rows;
  const former = new Set(
    reader.earlier.flatMap(({ pipelines }) => pipelines.map((pipeline) => nameKey(pipeline.name))),
  );
  const resting = new Map<string, ViewRow[]>();
  const present = rows.flatMap((row): readonly ViewRow[] => {
    const name = textOf(row.cells["pipeline"]);
    const pipeline = namedIn(reader.pipelines, name);
    if (pipeline === undefined && former.has(nameKey(name))) {
      resting.set(nameKey(name), [...(resting.get(nameKey(name)) ?? []), row]);
      return [];
    }
    if (pipeline === undefined || nameKey(pipeline.name) === nameKey(name)) return [row];
    reader.following.push({ layout: tab.layout, at: row.at, key: "pipeline", value: pipeline.name });
    return [{ ...row, cells: { ...row.cells, pipeline: pipeline.name } }];
  });
  for (const group of resting.values()) reader.remarks.push(restingRemark(tab.view, group));
  return present;
}

function restingRemark(view: TabView, rows: readonly ViewRow[]): Problem {
  const [first] = rows;
  const name = textOf(first?.cells["pipeline"]);
  const count = rows.length === 1 ? "a row" : `${rows.length} rows`;
  const message = `"${name}" is no longer in Pipelines, so that ${count} of it here count${rows.length === 1 ? "s" : ""} for nothing; delete them, or put its row back there`;
  return problemAt(view, { row: first?.at ?? 1, key: "pipeline" }, message);
}
