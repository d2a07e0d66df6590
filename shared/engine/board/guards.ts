// Guards stop a board before anything is written, where going on would do harm that nobody can undo: many records
// gone at once (a filter deleted, the wrong file), or a column of stages sorted on its own. Whoever has looked may
// go on: that is what accepting guards means.

import type { BoardRow } from "../../board/board-row.ts";
import type { Identified } from "../../board/identity.ts";
import type { RecordState } from "../../log/replay.ts";
import { pluralOf } from "../../value/noun.ts";

/** A board may lose this share of its records between two looks, and this many in any case. */
const GONE_SHARE = 0.2;
const GONE_COUNT = 5;
/** So many stages must have changed at once before a mere exchange of them looks like a sort. */
const EXCHANGED_COUNT = 5;

/**
 * Why so many records cannot be gone by intent; `undefined` where they can.
 *
 * @example
 * goneGuard({ gone: 30, known: 100, noun: "deal" })
 * //=> "30 of 100 deals are gone at once; bring them back, or accept it if they were deleted on purpose"
 */
export function goneGuard(records: {
  readonly gone: number;
  readonly known: number;
  readonly noun: string;
}): string | undefined {
  const { gone, known, noun } = records;
  if (gone < GONE_COUNT || gone <= known * GONE_SHARE) return undefined;
  return `${gone} of ${known} ${pluralOf(noun)} are gone at once; bring them back, or accept it if they were deleted on purpose`;
}

/**
 * Why the stages cannot have been moved by intent: many changed, and together they are the same stages in another
 * order, as after a sort of that one column.
 *
 * @example
 * exchangeGuard([], new Map()) //=> undefined
 */
export function exchangeGuard(
  rows: readonly { readonly row: Pick<BoardRow, "stage">; readonly id: Identified["id"] }[],
  states: ReadonlyMap<string, RecordState>,
): string | undefined {
  const now: string[] = [];
  const before: string[] = [];
  for (const { row, id } of rows) {
    const known = states.get(id)?.now.stage;
    if (known === undefined || row.stage === undefined || row.stage.id === known) continue;
    now.push(row.stage.id);
    before.push(known);
  }
  if (now.length < EXCHANGED_COUNT || now.sort().join("\n") !== before.sort().join("\n")) return undefined;
  return `${now.length} records changed stage at once, and together they hold the same stages as before, as after a sort of this one column; undo it, or accept it if every one was moved on purpose`;
}
