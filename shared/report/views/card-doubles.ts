// What the card of a record tells of its doubles: records that look like it, and those that went into it, which can be
// taken apart again.

import { bookDoubles } from "../../engine/duplicates/book-doubles.ts";
import type { Entry } from "../../log/entry.ts";
import { standingMerges, survivorsOf } from "../../log/merged-histories.ts";
import type { Tables } from "../../table/table.ts";
import type { Moment } from "../../value/moment.ts";

/** A record that looks like the one of the card. */
export interface CardDouble {
  /** Tab of its board. */
  readonly board: string;
  readonly record: string;
  readonly name: string;
  /** What they have in common. */
  readonly sentence: string;
}

/** A record that went into the one of the card. */
export interface CardMerged {
  readonly record: string;
  readonly name: string;
}

/**
 * The records that look like this one; those that nobody has looked at yet are left out.
 *
 * @example
 * cardDoubles(fixtures.bookTables, { record: "rada", board: "Deals" }) //=> []
 */
export function cardDoubles(
  tables: Tables,
  of: { readonly record: string; readonly board: string },
): readonly CardDouble[] {
  return bookDoubles(tables, of).flatMap(({ one, other, reasons }): readonly CardDouble[] => {
    const { board, record, name } = one.record === of.record ? other : one;
    return record === "" ? [] : [{ board, record, name, sentence: reasons.join(", ") }];
  });
}

/**
 * The records that went into this one itself, in the order in which they did.
 *
 * @example
 * cardMerged([fixtures.entry], "rada") //=> []
 */
export function cardMerged(log: readonly Entry[], record: string): readonly CardMerged[] {
  return [...standingMerges(log)].flatMap(([gone, { name, data }]) =>
    data["into"] === record ? [{ record: gone, name }] : [],
  );
}

/**
 * The history that the card shows: that of the record, and of all that went into it, but for their going.
 *
 * @example
 * cardHistory([fixtures.entry], "rada", fixtures.run.now).length //=> 1
 */
export function cardHistory(log: readonly Entry[], record: string, now: Moment): readonly Entry[] {
  const survivors = survivorsOf(log, now);
  return log.filter((entry) => {
    if (entry.record === record) return true;
    return entry.kind !== "merged" && survivors.get(entry.record)?.record === record;
  });
}
