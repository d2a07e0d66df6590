// Hand-overs that nobody took up, in words: for lists, and for whoever has to see to one of them.

import { quoted } from "../table/shown-cell.ts";
import type { BoardReport } from "./book-report.ts";
import type { HandOverReport } from "./hand-over-report.ts";
import { nameWords } from "./name-words.ts";
import { countWords } from "./number-words.ts";
import { type ReportSection, tableOfList, typed, worded } from "./report-table.ts";

/**
 * The list of a board; longer than `most` it is cut.
 *
 * @example
 * handOverSection({}, 5).sentences //=> []
 */
export function handOverSection(
  { handOvers = [] }: Pick<BoardReport, "handOvers">,
  most: number,
): ReportSection {
  const columns = [typed("Owner"), typed("Handed over to"), worded("What became of it")];
  const table = tableOfList({ nameTitle: "Name", columns }, { list: handOvers, most }, (one) => ({
    name: one.name,
    cells: [one.owner, nameWords(one.to.board), becameWords(one)],
  }));
  return { title: "Hand-overs that nobody took up", sentences: [], table };
}

/**
 * What is to be said of one of them, to whoever handed it over.
 *
 * @example
 * handOverSentence({ to: { board: "Sales", record: "r1", name: "Acme" }, why: "gone", days: 1 })
 * //=> 'what it became on Sales, "Acme", is gone since 1 working day'
 */
export function handOverSentence({ to, why, days }: Pick<HandOverReport, "to" | "why" | "days">): string {
  return `what it became on ${nameWords(to.board)}, ${quoted(to.name)}, is ${becameWords({ why, days })}`;
}

function becameWords({ why, days }: Pick<HandOverReport, "why" | "days">): string {
  if (why === "untouched") return `untouched for ${countWords(days, "working day")}`;
  return days === 0 ? "gone since today" : `gone since ${countWords(days, "working day")}`;
}
