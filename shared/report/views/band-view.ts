// What the page says above everything else while a book is young: that examples are shown, which of the records that came
// last look like one that is there, and once, after the first move, whether it shall remind.

import type { Definition } from "../../definition/pipeline.ts";
import { exampleCount } from "../../engine/acts/examples.ts";
import { bookDoubles, type Double } from "../../engine/duplicates/book-doubles.ts";
import { DIGEST_AT } from "../../engine/people/digests.ts";
import { hasEntry } from "../../log/log-tab.ts";
import type { Tables } from "../../table/table.ts";

/** What the host knows. */
export interface BandFacts {
  /** Ids of records that came last and look like others. */
  readonly doubles: readonly string[];
  /** Whether somebody looks after the book, or has said that nobody shall. */
  readonly isAnswered: boolean;
}

export interface BandView {
  /** How many rows are examples. */
  readonly examples: number;
  readonly doubles: readonly Double[];
  /** The time at which it would remind; absent where nothing is asked. */
  readonly remindAt?: string;
}

/**
 * The band.
 *
 * @example
 * bandView(fixtures.bookTables, fixtures.book, { doubles: [], isAnswered: true }) //=> { examples: 0, doubles: [] }
 */
export function bandView(
  tables: Tables,
  definition: Definition,
  { doubles: ids, isAnswered }: BandFacts,
): BandView {
  const asked = new Set(ids);
  const doubles =
    ids.length === 0
      ? []
      : bookDoubles(tables, {}).filter(({ one, other }) => asked.has(one.record) || asked.has(other.record));
  const isAsked = !isAnswered && hasEntry(tables, "moved");
  return {
    examples: exampleCount(tables, definition),
    doubles,
    ...(isAsked ? { remindAt: definition.digestAt ?? DIGEST_AT } : {}),
  };
}
