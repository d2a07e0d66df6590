// Breakdowns as tables show them: one for each field, the value that most records hold first, and a long tail
// counted instead of shown.

import type { BreakdownReport } from "./book-report.ts";
import { nameWords } from "./name-words.ts";
import { numberWords, rangeWords, rateWords } from "./number-words.ts";

export interface FieldBreakdown {
  readonly field: string;
  /** Most records first. */
  readonly values: readonly BreakdownReport[];
}

/**
 * The breakdowns of a board by field, each sorted by records.
 *
 * @example
 * breakdownsByField([{ field: "Owner", value: "Ada", records: 1 }, { field: "Owner", value: "Bo", records: 2 }])
 *   .map((one) => one.values.map((value) => value.value)) //=> [["Bo", "Ada"]]
 */
export function breakdownsByField(by: readonly BreakdownReport[]): readonly FieldBreakdown[] {
  const fields = [...new Set(by.map((one) => one.field))];
  return fields.map((field) => ({
    field,
    values: by.filter((one) => one.field === field).sort((left, right) => right.records - left.records),
  }));
}

/**
 * A value that a field holds; "(empty)" for none.
 *
 * @example
 * valueWords("") //=> "(empty)"
 */
export function valueWords(value: string): string {
  return value.trim() === "" ? "(empty)" : nameWords(value);
}

/**
 * The share of the closed that was won, for a cell that stands beside the counts.
 *
 * @example
 * winCell({ won: 2, lost: 1, winRate: 0.666667 }) //=> "2 of 3"
 */
export function winCell(outcomes: BreakdownReport["outcomes"]): string {
  const n = outcomes.won + outcomes.lost;
  if (n === 0) return "none closed";
  const rate = rateWords({ n, rate: outcomes.winRate });
  if (rate === undefined) return `${numberWords(outcomes.won)} of ${numberWords(n)}`;
  const range = rangeWords({ ...outcomes, n });
  return range === undefined ? rate : `${rate} (${range})`;
}

/**
 * Where the records of a value stand now, the fullest stage first.
 *
 * @example
 * nowWords({ now: [{ stage: "Lead", count: 1 }, { stage: "Won", count: 3 }] }) //=> "Won 3, Lead 1"
 */
export function nowWords(breakdown: BreakdownReport): string {
  const present = breakdown.now
    .filter((one) => one.count > 0)
    .sort((left, right) => right.count - left.count);
  return present.map((one) => `${nameWords(one.stage)} ${numberWords(one.count)}`).join(", ");
}
