// The book as rules find it once what people did is history: each board that can be trusted with its rows, and where
// their records stand.

import { readBoard } from "../../board/board-row.ts";
import { bookMoney } from "../../invoices/book-money.ts";
import { usesMoney } from "../../invoices/uses-money.ts";
import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { readLog } from "../../log/log-tab.ts";
import { replay } from "../../log/replay.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { dayOf } from "../../value/moment.ts";
import type { Observed } from "../observe.ts";
import type { Run } from "../run.ts";
import type { ActBoard, ActBook } from "./rule-act.ts";

/** What a look tells of the book; rules of which it says nothing bind since ever, and a history that it lacks is read. */
type Looked = Pick<Observed, "definition" | "stoppedTabs"> &
  Partial<Pick<Observed, "ruleStarts" | "history" | "histories">>;

/**
 * The book; boards that were stopped are left out, and so are rows that are left alone.
 *
 * @example
 * actBook([], fixtures.run, { definition: fixtures.book, stoppedTabs: [], ruleStarts: new Map() }).boards.size //=> 0
 */
export function actBook(
  tables: Tables,
  run: Run,
  { definition, stoppedTabs, ruleStarts: starts = new Map(), history, histories }: Looked,
): ActBook {
  const entries = history ?? readLog(tables).entries;
  const byBoard = histories?.entriesOf ?? groupedEntries(entries, "board");
  const boards = new Map<string, ActBoard>();
  for (const board of definition.boards) {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    if (table === undefined || stoppedTabs.includes(table.tab)) continue;
    const reading = readBoard(definition, board, table);
    if (reading === undefined) continue;
    const own = byBoard.get(board.id) ?? [];
    const byRecord = groupedEntries(own, "record");
    boards.set(board.id, {
      board,
      tab: table.tab,
      pipeline: reading.pipeline,
      rows: new Map(
        reading.rows.filter(({ id, untouchable }) => id !== "" && !untouchable).map((row) => [row.id, row]),
      ),
      states: histories?.statesOf.get(board.id) ?? replay(own),
      entriesOf: (record): readonly Entry[] => byRecord.get(record) ?? [],
    });
  }
  return { run, definition, tables, boards, entries, starts, ...moneyOf(tables, run, definition) };
}

function moneyOf(
  tables: Tables,
  { now }: Run,
  definition: Looked["definition"],
): Pick<ActBook, "paid" | "invoices"> {
  if (!usesMoney(definition)) return {};
  const { paid, ofRecord } = bookMoney(tables, dayOf(now));
  return { paid, invoices: ofRecord };
}
