// What an adoption tells beside its columns and stages: rows that enter the first stage, what the stages would have
// asked for, who joined the Team, and how much of it the history knew.

import type { BoardReading } from "../../board/board-row.ts";
import { pluralOf } from "../../value/noun.ts";
import { gateNotes, teamNotes } from "../import/import-notes.ts";
import type { Run } from "../run.ts";
import type { AdoptedHistory } from "./adopted-history.ts";

/**
 * The notes, in words.
 *
 * @example
 * adoptNotes(fixtures.run, { pipeline: fixtures.offers }, { history: { records: [], known: 2 }, people: 1, filters: [] })
 * //=> ["1 owner was added to Team, without a role", "the history knows 2 deals from when the tab was a board, and goes on"]
 */
export function adoptNotes(
  run: Run,
  reading: Pick<BoardReading, "pipeline">,
  found: {
    readonly history: Pick<AdoptedHistory, "records" | "known">;
    readonly people: number;
    readonly filters: readonly string[];
  },
): readonly string[] {
  const { records, known } = found.history;
  const { noun } = reading.pipeline;
  const added = records.map(({ row, stage }) => ({ visits: [{ stage }], values: row.values }));
  return [
    ...blankNotes(records, noun),
    ...teamNotes(found.people),
    ...gateNotes(run, reading, added),
    ...(known === 0
      ? []
      : [`the history knows ${counted(known, noun)} from when the tab was a board, and goes on`]),
    ...found.filters.map(
      (range) =>
        `the filter or table over ${range} ends before our columns; widen it over them, so that a sort takes whole rows along`,
    ),
  ];
}

function blankNotes(records: AdoptedHistory["records"], noun: string): readonly string[] {
  const blank = records.filter(({ row }) => row.stage === undefined);
  const [first] = blank;
  if (first === undefined) return [];
  const verbs = blank.length === 1 ? "has no stage and enters" : "have no stage and enter";
  return [`${counted(blank.length, noun)} ${verbs} "${first.stage.name}"`];
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${pluralOf(noun)}`;
}
