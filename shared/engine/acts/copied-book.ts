// A file that is a copy of a book. The head says of which file the book is; a copy says still that it is the original, and
// is asked what it is for: to start fresh with the set-up alone, or to go on with everything. Whose turn it is to write and
// who keeps the book were the original's own, and are forgotten either way. The file's id goes in last: whoever was cut
// short is asked again.

import { pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import { invoicesTab } from "../../invoices/invoices-tab.ts";
import { paymentsTab } from "../../invoices/payments-tab.ts";
import { EMPTY_SUM } from "../../log/check.ts";
import { logTab, readLog } from "../../log/log-tab.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import type { Moment } from "../../value/moment.ts";
import { DASHBOARD_KEY } from "../book-layouts.ts";
import { headChanges, openChanges, readHead } from "../head.ts";
import { heldTab } from "../held/held-tab.ts";
import { hostRow, hostRowChanges } from "../host-rows.ts";
import { outboxTab } from "../outbox/outbox-tab.ts";
import { MESSAGES_SINCE } from "../outbox/silent-start.ts";
import { rulesInForce } from "../setup/rules-in-force.ts";
import { practiceChanges } from "./practice.ts";

/** The file that a book is in, by the id that its host has for it. */
export interface BookFile {
  readonly id: string;
}

/** The file that a copy is in, and when it was said what it is for. */
export interface NewFile extends BookFile {
  readonly now: Moment;
}

export interface Beginning {
  readonly changes: readonly Change[];
  readonly sentence: string;
}

/** Rows of the head that tell of the one file only. */
const OF_ONE_FILE = ["owner", "writer", "until", "heartbeat", "moved_to"];

/**
 * Whether the book is in the file of which it says to be; `unnamed` where it says nothing yet.
 *
 * @example
 * bookOrigin(fixtures.bookTables, { id: "file 1" }) //=> "unnamed"
 */
export function bookOrigin(tables: Tables, { id }: BookFile): "own" | "copied" | "unnamed" {
  const book = hostRow(readHead(tables), "book");
  if (book === "") return "unnamed";
  return book === id ? "own" : "copied";
}

/**
 * What makes the copy a book of its own with all that it holds.
 *
 * @example
 * goOn(fixtures.bookTables, { id: "file 2", now: fixtures.run.now }).changes.map(({ tab }) => tab) //=> ["Outbox", "_state", "_state"]
 */
export function goOn(tables: Tables, { id, now }: NewFile): Beginning {
  return {
    changes: [
      ...emptied(tables, [outboxTab]),
      ...hostRowChanges(tables, { [MESSAGES_SINCE]: now }),
      ...forgottenRows(tables),
      ...hostRowChanges(tables, { book: id }),
    ],
    sentence:
      "This book goes on with everything that it holds; reminders are off until somebody switches them on",
  };
}

/**
 * What empties the copy of all records and their history. The set-up stays, and the book practises. Ask first, and look
 * at the book whole right after: the head stays open until then.
 *
 * @throws {StagelineError} `usage`, when the book has no boards; `log`, when its history has lost a column
 * @example
 * startFresh(fixtures.bookTables, { id: "file 2", now: fixtures.run.now }).changes.filter(({ kind }) => kind === "replaceBody").map(({ tab }) => tab)
 * //=> ["Deals", "Held", "Outbox", "Activity"]
 */
export function startFresh(tables: Tables, { id, now }: NewFile): Beginning {
  const emptied = [...openChanges(tables), ...emptiedTabs(tables)];
  const empty = applyChanges(tables, emptied);
  const head = headChanges(empty, { ...readHead(empty), entries: 0, sum: EMPTY_SUM });
  const { changes: practice } = practiceChanges(empty, { practice: true });
  return {
    changes: [
      ...emptied,
      ...practice,
      ...unfed(empty),
      ...head,
      ...forgottenRows(empty),
      ...hostRowChanges(empty, { [MESSAGES_SINCE]: now }),
      ...hostRowChanges(empty, { book: id }),
    ],
    sentence: "This book starts fresh: its set-up is as it was, no record is left, and practice is on",
  };
}

// The answers that were copied along are the original's.
function unfed(tables: Tables): readonly Change[] {
  const table = tableOf(tables, pipelinesTab);
  const rows = table === undefined ? [] : viewOf(table, pipelinesTab).rows;
  return rows
    .filter(({ cells }) => textOf(cells["fed_by"]) !== "")
    .map(({ cells }) => ({
      ...{ kind: "setField", tab: table?.tab ?? pipelinesTab.tab, record: textOf(cells["id"]) },
      ...{ field: "fed_by", value: null },
    }));
}

function emptiedTabs(tables: Tables): readonly Change[] {
  const { definition } = rulesInForce(tables, readLog(tables).entries);
  const places = [
    ...definition.boards.map((board) => ({ key: `board_${board.id}`, tab: board.tab })),
    ...[heldTab, outboxTab, invoicesTab, paymentsTab, logTab],
  ];
  const dashboards = tables.filter(({ key }) => key === DASHBOARD_KEY);
  const bare = { areas: [], charts: [] };
  return [
    ...dashboards.map(({ tab }): Change => ({ kind: "replaceBody", tab, rows: [], look: bare })),
    ...emptied(tables, places),
  ];
}

function emptied(
  tables: Tables,
  places: readonly { readonly key: string; readonly tab: string }[],
): readonly Change[] {
  const found = places.flatMap((place) => tableOf(tables, place) ?? []);
  return found.map(({ tab }) => ({ kind: "replaceBody", tab, rows: [] }));
}

/**
 * The changes that empty the rows of the head which tell of the one file only, and more rows by their names.
 *
 * @example
 * forgottenRows(fixtures.bookTables) //=> []
 */
export function forgottenRows(tables: Tables, more: readonly string[] = []): readonly Change[] {
  const { others } = readHead(tables);
  const known = [...OF_ONE_FILE, ...more].filter((row) => (others[row] ?? "") !== "");
  return hostRowChanges(tables, Object.fromEntries(known.map((row) => [row, ""])));
}
