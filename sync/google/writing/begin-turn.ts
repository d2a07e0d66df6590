// The turn taken, and what a plan goes by looked at once more under it. Where an add-on looks after the book, too, it is
// waited for: it may have begun to write before it could see whose turn it is.

import { readHead, stateTab } from "../../../shared/engine/head.ts";
import { isLive, lastKept, leaseOf } from "../../../shared/engine/host-rows.ts";
import { headWords } from "../../../shared/engine/writing/head-words.ts";
import type { Change } from "../../../shared/table/change.ts";
import { tableOf } from "../../../shared/table/tab-view.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { momentFromInstant, utc } from "../../../shared/value/moment.ts";
import { type GoogleBook, isSameBook } from "../reading/google-book.ts";
import { rangeOf, sureBySeen } from "../reading/sure-book.ts";
import { type Seen, seenAgain } from "./seen-again.ts";
import { areasOf, rangeOfArea } from "./seen-areas.ts";
import { busyUntil, type NotDone, type TurnLine } from "./turn-line.ts";
import { headRequests, turnRows } from "./turn-rows.ts";
import type { Again, Work } from "./work.ts";
import type { Begun } from "./write-slices.ts";

/** Longer than the add-on holds its lock, and than anybody needs between a look and a write. */
const ADD_ON_MS = 6000;

/** The turn taken, and the book as it is then. */
export async function began(work: Work, book: GoogleBook, first: readonly Change[]): Promise<Begun | Again> {
  const { line, clock } = work;
  const head = readHead(book.tables);
  const lease = leaseOf(head);
  const now = momentFromInstant(clock.nowMs(), utc);
  const hasAddOn = lastKept(head) !== undefined;
  line.refuseBusy(book.shape.marks);
  if (lease !== undefined && lease.writer !== line.writer && isLive(lease, now)) throw busyUntil(lease.until);
  const areas = areasOf(book, first);
  const ranges = [...areas.map(rangeOfArea), ...book.unsure.map(rangeOf)];
  const seen = await seenUnderTurn(work, book, { ranges, hasAddOn });
  if ("notDone" in seen) return { how: "again", reason: seen.notDone };
  if (!line.holds(seen.shape.marks) || !isSameBook(book, sureBySeen(book, seen.cells)))
    return { how: "again" };
  const present = seenAgain(book, areas, seen);
  if (present === undefined) return { how: "again" };
  work.latest = present;
  return isExpected(line, book.tables, present.tables)
    ? { present, asRead: book, areas, hasAddOn }
    : { how: "again" };
}

// Where nobody else looks after the book, what takes the turn answers how it stands then.
async function seenUnderTurn(
  { line, clock }: Work,
  book: GoogleBook,
  { ranges, hasAddOn }: { readonly ranges: readonly string[]; readonly hasAddOn: boolean },
): Promise<Seen | NotDone> {
  if (!line.holds(book.shape.marks)) {
    const taken = await line.take(book.shape.marks, (turn) => ({
      what: "take the turn to write",
      requests: headRequests(book, turnRows(book.tables, turn)),
      ranges: hasAddOn ? [] : ranges,
    }));
    if ("notDone" in taken || !hasAddOn) return taken;
    await clock.wait(ADD_ON_MS);
  }
  return line.lookAgain("look at the cells once more", ranges);
}

// No other run wrote since, and the head says that it is ours.
function isExpected({ writer }: TurnLine, before: Tables, now: Tables): boolean {
  const head = readHead(now);
  const isOurs = tableOf(now, stateTab) === undefined || leaseOf(head)?.writer === writer;
  return isOurs && headWords(readHead(before)) === headWords(head);
}
