// Entries of some kinds as they count: amended ones settled first, then what happened after as of left out. Whoever
// asks for a first or a last time needs nothing more, because equal ids do no harm to either.

import { instantMs, type Moment, parseMoment } from "../value/moment.ts";
import { type Amendment, isAmendment, settle } from "./amendments.ts";
import type { Entry, EntryKind } from "./entry.ts";

export interface WantedEntries {
  readonly isWanted: (kind: EntryKind) => boolean;
  readonly asOf: Moment;
}

/**
 * The wanted entries by as of, at the times and with the stages that hold; `entries` are all of one board's, in any order, and so is
 * the result.
 *
 * @example
 * settledEntries([fixtures.entry], { isWanted: (kind) => kind === "call", asOf: fixtures.asOf }) //=> []
 */
export function settledEntries(
  entries: Iterable<Entry>,
  { isWanted, asOf }: WantedEntries,
): readonly Entry[] {
  const asOfMs = instantMs(asOf);
  const wanted: Entry[] = [];
  const amendments: Amendment[] = [];
  for (const entry of entries) {
    const { id, kind, n, data } = entry;
    if (isWanted(kind)) wanted.push(entry);
    if (!isAmendment(kind) || instantMs(entry.at) > asOfMs) continue;
    amendments.push({ id, kind, n, data, instantMs: instantMs(entry.at) });
  }
  const settled = settle(amendments);
  return wanted.flatMap((entry) => {
    const change = settled.get(entry.id);
    const at = change?.at === undefined ? entry.at : parseMoment(change.at);
    if (change?.isVoid || instantMs(at) > asOfMs) return [];
    return [{ ...entry, at, ...(change?.to === undefined ? {} : { to: change.to }) }];
  });
}
