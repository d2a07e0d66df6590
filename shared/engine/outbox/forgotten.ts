// Messages that were left half-way, and what people say of those. One whose sending began and of which nobody said
// what became of it may have gone: it is not sent again by itself, ever; a person's Send does. Cancel ends it.

import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import { normalisedEmail } from "../../value/contact.ts";
import { instantMs, type Moment } from "../../value/moment.ts";
import { claimedAt, claimedId, freeClaim, isAstray, isFree } from "./claims.ts";
import { unsettledRows } from "./outbox-glance.ts";
import { type OutboxRow, outboxChanges } from "./outbox-row.ts";

/** No run takes so long over what it took: one that did died. */
const MOST_MINUTES = 10;
const MINUTE_MS = 60_000;

/**
 * The changes that mend what was left half-way, and do what people decided since. A look at the whole book has to
 * follow: what is to go again may be kept by now from whom it is for.
 *
 * @example
 * forgottenChanges([], fixtures.run.now) //=> []
 */
export function forgottenChanges(tables: Tables, now: Moment): readonly Change[] {
  const rows = unsettledRows(tables);
  const astray = new Map(rows.flatMap((row) => (isAstray(row) ? [[claimedId(row), row] as const] : [])));
  return rows.flatMap((row) => {
    const own = astray.get(row.id);
    if (isAstray(row)) return outboxChanges(tables, row.id, OVERWRITTEN);
    const cells = own === undefined ? cellsFor(row, now) : cellsFound(row, own);
    return outboxChanges(tables, row.id, cells);
  });
}

// What the row itself said is written over: it may have gone.
const OVERWRITTEN = {
  state: "not known whether it was sent",
  sent_at: "",
  note: "what stood here was written over when somebody sorted the tab; choose Send to send it, or Cancel to leave it",
  claim: "",
};

// What became of a message stood beside another.
function cellsFound({ state }: OutboxRow, found: OutboxRow): Readonly<Record<string, string>> {
  if (state !== "waiting to send" && state !== "being sent") return {};
  const { sentAt, claim } = found;
  if (found.state === "sent") return { state: "sent", sent_at: sentAt, claim };
  return { state: "not known whether it was sent", note: UNKNOWN, claim };
}

function cellsFor(row: OutboxRow, now: Moment): Readonly<Record<string, string>> {
  switch (row.state) {
    case "being sent":
      return isForgotten(row, now) ? { state: "not known whether it was sent", note: UNKNOWN } : {};
    case "failed":
    case "not known whether it was sent":
      if (row.decision === "send")
        return { state: "waiting to send", note: "", claim: freeClaim(row.id), decision: "" };
      return row.decision === "cancel" ? CANCELLED : {};
    case "waiting to send":
      // A write that was cut short: somebody had it in hand.
      return isFree(row) ? addressFault(row) : { state: "not known whether it was sent", note: UNKNOWN };
    default:
      return {};
  }
}

const UNKNOWN =
  "the sending was cut short, so it may have gone; choose Send to send it again, or Cancel to leave it";

const CANCELLED = { state: "cancelled", note: "cancelled by a person", claim: "", decision: "" };

function isForgotten(row: OutboxRow, now: Moment): boolean {
  const at = claimedAt(row);
  return at === undefined || instantMs(now) - instantMs(at) > MOST_MINUTES * MINUTE_MS;
}

// An address is one that mail can go to, whatever people made of the cell.
function addressFault({ to, cc }: OutboxRow): Readonly<Record<string, string>> {
  if (to.length === 0) return { state: "failed", note: "it says nobody to send it to" };
  const wrong = [...to, ...cc].find((address) => normalisedEmail(address) === undefined);
  return wrong === undefined ? {} : { state: "failed", note: `"${wrong}" is not an e-mail address` };
}
