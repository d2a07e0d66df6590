// Breakdowns as tables show them: one for each field, the value that most records hold first, and a long tail
// counted instead of shown.

import { pluralOf } from "../value/noun.ts";
import type { BoardReport, BreakdownReport } from "./book-report.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { numberWords, rangeWords, rateWords } from "./number-words.ts";
import { counted, type ReportSection, tableOfList } from "./report-table.ts";

/**
 * The breakdowns of a board as sections, one for each field; lists longer than `most` are cut.
 *
 * @example
 * breakdownSections({ noun: "deal", by: [] }, 5) //=> []
 */
export function breakdownSections(board: BoardReport, most: number): readonly ReportSection[] {
  const fields = [...new Set(board.by.map((one) => one.field))];
  return fields.map((field) => {
    const list = valuesOf(board, field);
    const columns = [
      counted(capitalised(pluralOf(nounOf(board)))),
      ...[counted("Won"), counted("Lost"), counted("Won of closed")],
    ];
    const head = { nameTitle: nameWords(field), columns };
    const table = tableOfList(head, { list, most }, ({ value, records, outcomes }) => ({
      name: valueWords(value),
      cells: [numberWords(records), numberWords(outcomes.won), numberWords(outcomes.lost), winCell(outcomes)],
    }));
    return { title: `By ${nameWords(field)}, as the rows stand now`, sentences: [], table };
  });
}

/**
 * Where the records of each value stand now, in sentences.
 *
 * @example
 * breakdownSentences({ by: [{ field: "Owner", value: "Bo", records: 1, now: [{ stage: "Lead", count: 1 }] }] })
 * //=> ["Bo now: Lead 1"]
 */
export function breakdownSentences(board: BoardReport): readonly string[] {
  const fields = [...new Set(board.by.map((one) => one.field))];
  return fields.flatMap((field) =>
    valuesOf(board, field).flatMap((one) => {
      const stages = nowWords(one);
      return stages === "" ? [] : [`${valueWords(one.value)} now: ${stages}`];
    }),
  );
}

function valuesOf(board: BoardReport, field: string): readonly BreakdownReport[] {
  return board.by.filter((one) => one.field === field).sort((left, right) => right.records - left.records);
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function valueWords(value: string): string {
  return value.trim() === "" ? "(empty)" : nameWords(value);
}

function winCell(outcomes: BreakdownReport["outcomes"]): string {
  const n = outcomes.won + outcomes.lost;
  if (n === 0) return "none closed";
  const rate = rateWords({ n, rate: outcomes.winRate });
  if (rate === undefined) return `${numberWords(outcomes.won)} of ${numberWords(n)}`;
  const range = rangeWords({ ...outcomes, n });
  return range === undefined ? rate : `${rate} (${range})`;
}

// The fullest stage first.
function nowWords(breakdown: BreakdownReport): string {
  const present = breakdown.now
    .filter((one) => one.count > 0)
    .sort((left, right) => right.count - left.count);
  return present.map((one) => `${nameWords(one.stage)} ${numberWords(one.count)}`).join(", ");
}
