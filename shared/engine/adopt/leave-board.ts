// A board becomes a plain tab again. What we drew on it goes; what people made stays with every cell as it is now,
// and a column of ours that they wrote in stays, too. Its rows in the set-up tabs go. The history stays, so that a
// later adoption goes on where it left.

import { boardLayout } from "../../board/board-layout.ts";
import type { Board, Definition } from "../../definition/pipeline.ts";
import { mainLineOf } from "../../definition/pipeline.ts";
import { pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import { setupTabs } from "../../definition/setup/write-setup.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { isBlank, nameKey, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { TabLayout } from "../../table/layout.ts";
import { type TabView, tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Table, Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { historyChanges } from "../history-changes.ts";
import type { Run } from "../run.ts";
import { addedColumns, leavingEntry } from "./adoption-note.ts";

export interface Leaving {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  /** Headers of the visible columns that go. */
  readonly gone: readonly string[];
  /** Headers of columns that we added and that stay, because somebody wrote in them. */
  readonly kept: readonly string[];
}

const SET_UP_OF_PIPELINE = setupTabs.filter(({ columns }) => columns.some(({ key }) => key === "pipeline"));

/**
 * What makes a plain tab of the board. The tables must have been reconciled: what people did is in the history.
 *
 * @throws {StagelineError} `guard`, when the tab of the board is missing
 * @example
 * leaveBoard(fixtures.bookTables, fixtures.run, { definition: fixtures.book, board: fixtures.book.boards[0] }).gone
 * //=> ["Log", "Log note", "Since", "Due", "Score", "Status note"]
 */
export function leaveBoard(
  tables: Tables,
  run: Run,
  what: { readonly definition: Definition; readonly board: Board },
): Leaving {
  const { definition, board } = what;
  const layout = boardLayout(definition, board);
  const table = tableOf(tables, layout);
  if (table === undefined) {
    const message = `the tab "${board.tab}" is missing; bring it back, or delete its row in ${pipelinesTab.tab}`;
    throw new StagelineError("guard", message);
  }
  const history = readLog(tables).entries.filter((entry) => entry.board === board.id);
  const ours = ourColumns(layout, history).filter((key) => table.marks[key] !== undefined);
  const gone = emptyColumns(
    { view: viewOf(table, layout), layout, first: onlyStage(definition, board, history) },
    ours,
  );
  const entries = [leavingEntry(run, { board: board.id, tab: table.tab })];
  return {
    changes: [
      { kind: "takeOff", tab: table.tab, columns: gone },
      ...setupRowChanges(tables, definition, board),
      ...historyChanges(tables, entries),
    ],
    entries,
    gone: shownHeaders(table, layout, gone),
    kept: shownHeaders(
      table,
      layout,
      ours.filter((key) => !gone.includes(key)),
    ),
  };
}

function shownHeaders(table: Table, layout: TabLayout, keys: readonly string[]): readonly string[] {
  return layout.columns
    .filter(({ key, hidden }) => keys.includes(key) && hidden !== true)
    .map(({ key, header }) => textOf(table.header[table.marks[key] ?? -1]) || header);
}

// Of a board that was made, all that people fill in is theirs; of one that was adopted, what was there before.
function ourColumns(layout: TabLayout, history: readonly Entry[]): readonly string[] {
  const added = addedColumns(history);
  return layout.columns
    .filter(
      (column) => isEngines(column) || column.key.startsWith("log") || added?.includes(column.key) === true,
    )
    .map(({ key }) => key);
}

function isEngines({ derived, hidden }: TabLayout["columns"][number]): boolean {
  return derived === true || hidden === true;
}

// The first stage, where no record ever left it: then a column of stages that we added says nothing.
function onlyStage(definition: Definition, board: Board, history: readonly Entry[]): string | undefined {
  const pipeline = definition.pipelines.find(({ id }) => id === board.pipeline);
  const [first] = pipeline === undefined ? [] : mainLineOf(pipeline);
  const hasMoved = history.some(
    ({ kind, to }) => kind === "moved" || (kind === "created" && to !== first?.id),
  );
  return hasMoved ? undefined : first?.name;
}

interface SeenBoard {
  readonly view: TabView;
  readonly layout: TabLayout;
  /** The stage that every record stands in since it came, if there is one. */
  readonly first: string | undefined;
}

// Those of the engine, and those in which nobody wrote.
function emptyColumns({ view, layout, first }: SeenBoard, keys: readonly string[]): readonly string[] {
  const engines = layout.columns.filter(isEngines).map(({ key }) => key);
  const isOurWord = (row: ViewRow, key: string) =>
    key === "stage" && first !== undefined && isNamed(row, first);
  return keys.filter(
    (key) =>
      engines.includes(key) || view.rows.every((row) => isBlank(row.cells[key]) || isOurWord(row, key)),
  );
}

function isNamed({ cells }: ViewRow, stage: string): boolean {
  return nameKey(textOf(cells["stage"])) === nameKey(stage);
}

function setupRowChanges(tables: Tables, definition: Definition, board: Board): readonly Change[] {
  const isShared = definition.boards.some(
    ({ id, pipeline }) => id !== board.id && pipeline === board.pipeline,
  );
  const name = definition.pipelines.find(({ id }) => id === board.pipeline)?.name ?? "";
  const isOwn = (layout: TabLayout, { cells }: ViewRow) =>
    layout.key === pipelinesTab.key
      ? textOf(cells["id"]) === board.id
      : !isShared && nameKey(textOf(cells["pipeline"])) === nameKey(name);
  return SET_UP_OF_PIPELINE.flatMap((layout): readonly Change[] => {
    const table = tableOf(tables, layout);
    const rows = table === undefined ? [] : viewOf(table, layout).rows;
    const kept = rows.filter((row) => !isOwn(layout, row));
    if (table === undefined || kept.length === rows.length) return [];
    return [{ kind: "replaceBody", tab: table.tab, rows: kept.map(({ cells }) => cells) }];
  });
}
