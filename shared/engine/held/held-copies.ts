// A board's tab that somebody duplicated. It is no board, and its rows are nobody's yet: it waits in Held until a person
// takes it, and it becomes a second board of the pipeline with copies for records, or drops it, and it stays a plain tab.

import { identifierFrom } from "../../definition/identifier.ts";
import type { Board, Definition } from "../../definition/pipeline.ts";
import { pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import type { Entry } from "../../log/entry.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { Problem } from "../../table/problem.ts";
import { type TabView, tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Table, Tables } from "../../table/table.ts";
import { hashOf } from "../../value/hash.ts";
import { bookLayouts } from "../book-layouts.ts";
import { copyFromText, DROPPED, decisionOf, doneAs, GONE, heldTab, TAKEN, textFromCopy } from "./held-tab.ts";

/**
 * What is decided on copied tabs: a row in Pipelines for each that is taken. It comes before everything else, since
 * what it makes a board is one from then on.
 *
 * @example
 * decidedCopies(fixtures.bookTables) //=> []
 */
export function decidedCopies(tables: Tables): readonly Change[] {
  const found = openCopies(tables);
  if (found === undefined) return [];
  const { view, open } = found;
  return open.flatMap(({ row, copy }): readonly Change[] => {
    const done = (value: string) => doneAs(view.tab, row.cells, value);
    if (!tables.some(({ tab }) => tab === copy.tab)) return [done(GONE)];
    const decision = decisionOf(row.cells);
    if (decision === "drop") return [done(DROPPED)];
    return decision === "take" ? [...boardRow(tables, copy), done(TAKEN)] : [];
  });
}

// A run that was cut short may have written it.
function boardRow(tables: Tables, copy: { readonly tab: string; readonly board: string }): readonly Change[] {
  const table = tableOf(tables, pipelinesTab);
  if (table === undefined) return [];
  const { rows } = viewOf(table, pipelinesTab);
  if (rows.some(({ cells }) => nameKey(textOf(cells["board"])) === nameKey(copy.tab))) return [];
  const of = rows.find(({ cells }) => textOf(cells["id"]) === copy.board)?.cells ?? {};
  const id = identifierFrom(copy.tab, new Set(rows.map(({ cells }) => textOf(cells["id"]))));
  const { pipeline = null, pipeline_id = null } = of;
  return [{ kind: "append", tab: table.tab, rows: [{ pipeline, board: copy.tab, pipeline_id, id }] }];
}

/**
 * Copied tabs that wait: rows for Held where they are new to it, and the sentence that reminds of them.
 *
 * @example
 * waitingCopies(fixtures.bookTables, { definition: fixtures.book, entries: [] }) //=> { rows: [], problems: [] }
 */
export function waitingCopies(
  tables: Tables,
  book: { readonly definition: Definition; readonly entries: readonly Entry[] },
): { readonly rows: readonly Change[]; readonly problems: readonly Problem[] } {
  const held = tableOf(tables, heldTab);
  const tab = held?.tab ?? heldTab.tab;
  const known = new Set(
    held === undefined ? [] : viewOf(held, heldTab).rows.map(({ cells }) => textOf(cells["id"])),
  );
  const fresh = copiedTabs(tables, book).filter((copy) => !known.has(idOf(copy)));
  const undecided = openCopies(tables)?.open.filter(({ row }) => textOf(row.cells["decision"]) === "") ?? [];
  const rows: readonly Change[] =
    fresh.length === 0 ? [] : [{ kind: "append", tab, rows: fresh.map(heldRow) }];
  const count = fresh.length + undecided.length;
  const message = `${count === 1 ? "1 copied tab waits" : `${count} copied tabs wait`} here; Take makes it a board of its own, Drop leaves it a plain tab`;
  return { rows, problems: count === 0 ? [] : [{ tab, message }] };
}

interface CopiedTab {
  readonly tab: string;
  readonly board: Board;
  /** How many of its rows have the ID of a record of the board. */
  readonly count: number;
  readonly noun: string;
}

function heldRow(copy: CopiedTab): Readonly<Record<string, string>> {
  const { tab, board, count, noun } = copy;
  const records = count === 1 ? `1 ${noun}` : `${count} records`;
  return {
    board: board.tab,
    name: tab,
    reason: `a copy of the tab ${board.tab} with ${records}; Take makes it a board of its own, Drop leaves it a plain tab`,
    from: "copied tab",
    data: textFromCopy({ tab, board: board.id }),
    id: idOf(copy),
  };
}

function idOf({ tab, board }: CopiedTab): string {
  return hashOf("r", ["copied tab", board.id, tab]);
}

function copiedTabs(
  tables: Tables,
  { definition, entries }: { readonly definition: Definition; readonly entries: readonly Entry[] },
): readonly CopiedTab[] {
  const layouts = bookLayouts(definition);
  const ours = new Set(layouts.map((layout) => tableOf(tables, layout)));
  const others = tables.filter((table) => !ours.has(table) && mayBeCopy(table));
  if (others.length === 0) return [];
  return others.flatMap((table) => {
    const found = definition.boards.map((board): CopiedTab => {
      const noun = definition.pipelines.find(({ id }) => id === board.pipeline)?.noun ?? "record";
      const layout = layouts.find(({ key }) => key === `board_${board.id}`);
      const records = new Set(entries.filter((each) => each.board === board.id).map(({ record }) => record));
      const rows = layout === undefined ? [] : viewOf(table, layout).rows;
      const count = rows.filter(({ cells }) => records.has(textOf(cells["id"]))).length;
      return { tab: table.tab, board, count, noun };
    });
    return found
      .sort((left, right) => right.count - left.count)
      .slice(0, 1)
      .filter(({ count }) => count > 0);
  });
}

// Every board has a column of IDs, and no tab of people's has one with ours.
function mayBeCopy({ header, marks }: Table): boolean {
  return "id" in marks || header.some((cell) => nameKey(textOf(cell)) === "id");
}

interface OpenCopies {
  readonly view: TabView;
  readonly open: readonly {
    readonly row: ViewRow;
    readonly copy: { readonly tab: string; readonly board: string };
  }[];
}

// A dropped one may still be taken; what was taken, or is gone, is done with.
function openCopies(tables: Tables): OpenCopies | undefined {
  const table = tableOf(tables, heldTab);
  if (table === undefined) return undefined;
  const view = viewOf(table, heldTab);
  const open = view.rows.flatMap((row) => {
    const state = textOf(row.cells["state"]);
    const copy = copyFromText(textOf(row.cells["data"]));
    const isOpen = state === "" || (state === DROPPED && decisionOf(row.cells) === "take");
    return copy === undefined || !isOpen ? [] : [{ row, copy }];
  });
  return { view, open };
}
