// What people decided about records that wait in Held. Taking one adds its row and its history; both have ids that
// follow from the file's own key, so that a run which was cut short takes it once all the same.

import { readBoard } from "../../board/board-row.ts";
import type { Definition } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt, type TabView, tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import {
  copyFromText,
  DROPPED,
  decisionOf,
  doneAs,
  type HeldRecord,
  heldFromText,
  heldTab,
  TAKEN,
} from "./held-tab.ts";

export interface HeldOutcome {
  /** Rows for the boards. */
  readonly rows: readonly Change[];
  /** History of the rows that are taken. */
  readonly entries: readonly Entry[];
  /** What the Done column says from now on: after rows and history. */
  readonly done: readonly Change[];
  readonly problems: readonly Problem[];
}

const NOTHING: HeldOutcome = { rows: [], entries: [], done: [], problems: [] };

/**
 * What the decisions in Held mean; `known` are the ids of all entries of the log.
 *
 * @example
 * heldDecisions([], { definition: fixtures.book, known: new Set() }).problems //=> []
 */
export function heldDecisions(
  tables: Tables,
  book: { readonly definition: Definition; readonly known: ReadonlySet<string> },
): HeldOutcome {
  const table = tableOf(tables, heldTab);
  const view = table === undefined ? undefined : viewOf(table, heldTab);
  const records = view?.rows.filter(({ cells }) => copyFromText(textOf(cells["data"])) === undefined) ?? [];
  const open = records.filter((row) => textOf(row.cells["id"]) !== "" && isOpen(row));
  if (view === undefined || open.length === 0) return NOTHING;
  const outcomes = open.map((row) => outcomeOf(tables, book, { view, row }));
  const waiting = open.filter(({ cells }) => textOf(cells["decision"]) === "").length;
  const wait: readonly Problem[] = waiting === 0 ? [] : [{ tab: view.tab, message: waitingMessage(waiting) }];
  return {
    rows: outcomes.flatMap((outcome) => outcome.rows),
    entries: outcomes.flatMap((outcome) => outcome.entries),
    done: outcomes.flatMap((outcome) => outcome.done),
    problems: [...wait, ...outcomes.flatMap((outcome) => outcome.problems)],
  };
}

// A dropped row may still be taken; a taken one is done with.
function isOpen({ cells }: ViewRow): boolean {
  const state = textOf(cells["state"]);
  return state === "" || (state === DROPPED && decisionOf(cells) === "take");
}

function waitingMessage(count: number): string {
  const records = count === 1 ? "1 imported record waits" : `${count} imported records wait`;
  return `${records} here: each has the e-mail or phone of another; choose Take or Drop`;
}

function outcomeOf(
  tables: Tables,
  book: { readonly definition: Definition; readonly known: ReadonlySet<string> },
  { view, row }: { readonly view: TabView; readonly row: ViewRow },
): HeldOutcome {
  const said = textOf(row.cells["decision"]);
  if (said === "") return NOTHING;
  const wrong = (key: string, message: string): HeldOutcome => ({
    ...NOTHING,
    problems: [problemAt(view, { row: row.at, key }, message)],
  });
  const decision = decisionOf(row.cells);
  if (decision === undefined) return wrong("decision", `"${said}" is not one of Take, Drop`);
  if (decision === "drop") return { ...NOTHING, done: [doneAs(view.tab, row.cells, DROPPED)] };
  const held = heldFromText(textOf(row.cells["data"]));
  if (held === undefined) return wrong("decision", "its hidden Data was changed; import the file again");
  const added = rowOnBoard(tables, book.definition, held);
  if (typeof added === "string") return wrong("board", added);
  return {
    rows: added,
    entries: held.entries.filter((entry) => !book.known.has(entry.id)),
    done: [doneAs(view.tab, row.cells, TAKEN)],
    problems: [],
  };
}

// The row as an append, none where it stands there already, or why it cannot stand there.
function rowOnBoard(tables: Tables, definition: Definition, held: HeldRecord): readonly Change[] | string {
  const board = definition.boards.find(({ id }) => id === held.entries[0]?.board);
  const table =
    board === undefined ? undefined : tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
  const reading =
    board === undefined || table === undefined ? undefined : readBoard(definition, board, table);
  if (table === undefined || reading === undefined) return "its board is no longer there";
  if (reading.stopped.length > 0) return `its board waits to be mended: ${reading.stopped[0]?.message}`;
  if (reading.rows.some((row) => row.id === held.row["id"])) return [];
  const last = held.entries[held.entries.length - 1]?.to;
  const stage = reading.pipeline.stages.find(({ id }) => id === last)?.name ?? held.row["stage"] ?? null;
  // A field that was deleted since has no column to stand in.
  const cells = Object.entries({ ...held.row, stage }).filter(([key]) => reading.view.columns.at.has(key));
  return [{ kind: "append", tab: table.tab, rows: [Object.fromEntries(cells)] }];
}
