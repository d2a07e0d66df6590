// The history of one record as a page tells it, the newest first. What was taken back stays in sight, marked: it was
// done, and somebody saw it.

import type { Entry } from "../../log/entry.ts";
import { compareMoments } from "../../value/moment.ts";
import type { HistoryNames } from "./history-names.ts";
import { historySentence } from "./history-sentence.ts";

export interface HistoryLine {
  readonly id: string;
  /** ISO time with offset. */
  readonly at: string;
  readonly sentence: string;
  readonly who: string;
  readonly how: "person" | "rule" | "import";
  readonly note: string;
  /** Whether it was taken back since. */
  readonly undone: boolean;
}

/**
 * A line for each entry of a record.
 *
 * @example
 * historyLines([fixtures.entry], { stage: () => "Lead", field: (id) => id })[0].sentence //=> 'came in at "Lead"'
 */
export function historyLines(entries: readonly Entry[], names: HistoryNames): readonly HistoryLine[] {
  const distinct = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  const undone = new Set(distinct.flatMap(({ kind, data }) => (kind === "undone" ? [data["of"] ?? ""] : [])));
  // Of one moment, in the order in which they were written: what came of something stands after it.
  return [...distinct]
    .sort((left, right) => compareMoments(left.at, right.at) || left.n - right.n)
    .reverse()
    .map((entry) => ({
      id: entry.id,
      at: entry.at,
      sentence: historySentence(entry, names),
      who: entry.who,
      how: howOf(entry),
      // The sentence tells the name of a milestone.
      note: entry.kind === "milestone" ? "" : entry.note,
      undone: undone.has(entry.id),
    }));
}

function howOf({ knownBy }: Entry): HistoryLine["how"] {
  return knownBy === "rule" || knownBy === "import" ? knownBy : "person";
}
