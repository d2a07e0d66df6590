// What landed in the rows of others is made good, under the turn. Meanwhile the head says that a run did not end, so that
// whoever looks next looks at everything. Rows may be moved again while that is done.

import { type OverwrittenCells, putBackCells } from "../../../shared/engine/acts/put-back.ts";
import { openChanges, stateTab } from "../../../shared/engine/head.ts";
import { tableOf } from "../../../shared/table/tab-view.ts";
import { readBook } from "../reading/read-book.ts";
import { madeGood } from "./made-good.ts";
import { type BatchPlace, plannedBatch, requestsOf } from "./planned-batch.ts";
import { displacedTabs, type WrittenTab, writtenAreas, writtenTabs } from "./read-back.ts";
import { seenAgain } from "./seen-again.ts";
import { areasOf, rangeOfArea } from "./seen-areas.ts";
import { headRequests, turnRows } from "./turn-rows.ts";
import { busySheet, type Work } from "./work.ts";

const MOST_GOES = 4;

/** @throws {StagelineError} `busy`, when rows are moved again and again */
export async function mendDisplaced(
  work: Work,
  displaced: readonly WrittenTab[],
  place: BatchPlace,
): Promise<void> {
  const { line, connection } = work;
  let tabs = displaced;
  let unread: readonly OverwrittenCells[] = [];
  for (let go = 1; go <= MOST_GOES; go++) {
    const book = await readBook(connection);
    work.latest = book;
    const good = madeGood(book, tabs);
    const back = plannedBatch(book, putBackCells(book.tables, unread), place);
    const mending = [...requestsOf(good.steps, book), ...back.requests];
    unread = good.unread;
    if (mending.length === 0 && unread.length === 0) return;
    const open = tableOf(book.tables, stateTab) === undefined ? [] : openChanges(book.tables);
    const opened = headRequests(book, open);
    const written = writtenTabs([...good.steps, ...back.steps]);
    const head = areasOf(book, []);
    const ranges = [...writtenAreas(written), ...head].map(rangeOfArea);
    const what = "put back what landed in other rows";
    const seen = line.holds(book.shape.marks)
      ? await line.write({ what, requests: [...opened, ...mending], ranges }, book.shape.marks, "more")
      : await line.take(book.shape.marks, (turn) => {
          const taken = headRequests(book, [...open, ...turnRows(book.tables, turn)]);
          return { what, requests: [...taken, ...mending], ranges };
        });
    if ("notDone" in seen) continue;
    work.latest = seenAgain(book, head, seen) ?? book;
    tabs = displacedTabs(written, seen);
    if (tabs.length === 0 && unread.length === 0) return;
  }
  throw busySheet();
}
