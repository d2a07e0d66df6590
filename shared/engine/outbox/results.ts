// What became of messages that were taken, as the tab tells it. What surely did not go waits again; where nobody can say,
// a person decides.

import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import type { Moment } from "../../value/moment.ts";
import { freeClaim } from "./claims.ts";
import { outboxChanges, outboxRows } from "./outbox-row.ts";

export type SendingResult =
  /** `note`: what the server had to say beside, such as a copy that it did not take. */
  | { readonly how: "sent"; readonly at: Moment; readonly note?: string }
  | { readonly how: "failed"; readonly why: string }
  /** It may have gone. */
  | { readonly how: "unknown"; readonly why: string }
  /** It surely did not go, and may the next time. */
  | { readonly how: "later"; readonly why: string };

/**
 * The changes that tell what became of messages. One that is found in no hands any more was decided on by somebody, and
 * is left alone, unless it is not known yet whether it went.
 *
 * @example
 * markedChanges([], new Map([["m1", { how: "failed", why: "no such address" }]])) //=> []
 */
export function markedChanges(
  tables: Tables,
  results: ReadonlyMap<string, SendingResult>,
): readonly Change[] {
  return outboxRows(tables).flatMap((row): readonly Change[] => {
    const result = results.get(row.id);
    const isTaken = row.state === "being sent" || row.state === "not known whether it was sent";
    if (result === undefined || row.claim === "" || !isTaken) return [];
    // Who took it is written anew, since a host leaves alone what stands there: so all that is said names its message.
    return outboxChanges(tables, row.id, { claim: `${row.claim} told`, ...cellsOf(row.id, result) });
  });
}

function cellsOf(id: string, result: SendingResult): Readonly<Record<string, string>> {
  switch (result.how) {
    case "sent":
      return { state: "sent", sent_at: result.at, note: result.note ?? "" };
    case "failed":
      return { state: "failed", note: result.why };
    case "unknown":
      return { state: "not known whether it was sent", note: result.why };
    case "later":
      return { state: "waiting to send", note: result.why, claim: freeClaim(id) };
  }
}
