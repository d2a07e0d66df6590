// What stands now, as lists that somebody works from: the other side's waiting replies first, then what is stuck,
// then what nobody owns, and where all of it stands.

import { pluralOf } from "../value/noun.ts";
import type { BoardReport } from "./book-report.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, moneyWords, numberWords, waitWords } from "./number-words.ts";
import type { StandingReport, StuckReport } from "./present-report.ts";
import { counted, type ReportSection, type ReportTable, tableOfList, typed } from "./report-table.ts";

/**
 * What wants somebody, counted in one sentence.
 *
 * @example
 * needsSentence({ present: { unanswered: [], stuck: [{}], unassigned: [] }, future: { steps: [] } })
 * //=> "Needs attention: 1 stuck"
 */
export function needsSentence(
  { present, future, handOvers = [] }: Pick<BoardReport, "present" | "future" | "handOvers">,
  today = "",
): string {
  const overdue = future.steps.filter(({ on }) => on < today).length;
  const needs = [
    [present.unanswered.length, `${present.unanswered.length === 1 ? "reply" : "replies"} to answer`],
    [present.stuck.length, "stuck"],
    [present.unassigned.length, "without an owner"],
    [handOvers.length, `${handOvers.length === 1 ? "hand-over" : "hand-overs"} that nobody took up`],
    [overdue, `${overdue === 1 ? "next step" : "next steps"} overdue`],
  ] as const;
  const told = needs.filter(([count]) => count > 0).map(([count, words]) => `${numberWords(count)} ${words}`);
  if (told.length > 0) return `Needs attention: ${told.join(", ")}`;
  return "Nothing waits: every reply is answered, nothing is stuck, nothing lacks an owner";
}

export interface PresentSections {
  readonly replies: ReportSection;
  readonly stuck: ReportSection;
  readonly unassigned: ReportSection;
  readonly standing: ReportSection;
}

/**
 * The sections of the present; lists longer than `most` are cut.
 *
 * @example
 * presentSections(fixtures.quietBoard, 5).stuck.table?.rows //=> []
 */
export function presentSections(board: BoardReport, most: number): PresentSections {
  return {
    replies: unanswered(board, most),
    stuck: stuck(board, most),
    unassigned: unassigned(board, most),
    standing: standing(board),
  };
}

function unanswered({ present }: BoardReport, most: number): ReportSection {
  const columns = [typed("Owner"), typed("Stage"), counted("Waits for")];
  const table = tableOfList(
    { nameTitle: "Name", columns },
    { list: present.unanswered, most },
    ({ name, owner, stage, waits }) => ({ name, cells: [owner, stage, waitWords(waits)] }),
  );
  return { title: "Replies to answer", sentences: [], table };
}

function stuck({ present }: BoardReport, most: number): ReportSection {
  const columns = [
    ...[typed("Owner"), typed("Stage"), counted("Here for"), counted("Over limit"), typed("Next step")],
  ];
  const table = tableOfList({ nameTitle: "Name", columns }, { list: present.stuck, most }, (one) => ({
    name: one.name,
    cells: [one.owner, one.stage, countWords(one.days, "day"), overWords(one), one.nextStep],
  }));
  const note = "Over limit in working days; untouched: nobody was in touch for longer than usual";
  return { title: "Stuck", sentences: present.stuck.length === 0 ? [] : [note], table };
}

function overWords({ overDays }: StuckReport): string {
  return overDays === 0 ? "untouched" : `by ${numberWords(overDays)}`;
}

function unassigned(board: BoardReport, most: number): ReportSection {
  const { present, people } = board;
  const title = "Without an owner";
  if (present.unassigned.length === 0) return { title, sentences: [] };
  if (people.length === 0) return { title, sentences: [`No ${nounOf(board)} has an owner yet`] };
  const columns = [typed("Stage"), counted("Here for")];
  const table = tableOfList(
    { nameTitle: "Name", columns },
    { list: present.unassigned, most },
    ({ name, stage, days }) => ({ name, cells: [stage, countWords(days, "day")] }),
  );
  return { title, sentences: [], table };
}

function standing(board: BoardReport): ReportSection {
  const { stages, valueField } = board.present;
  const columns = [
    ...[counted("Now"), counted("Over limit"), counted("Stuck"), counted(nameWords(valueField ?? ""))],
  ];
  const table: ReportTable = {
    ...{ nameTitle: "Stage", columns, more: 0 },
    rows: stages.map((one) => ({ name: one.stage, cells: standingCells(one) })),
  };
  return { title: `Where the ${pluralOf(nounOf(board))} stand`, sentences: [], table };
}

/**
 * How many stand in a stage, how many of them too long, and what they are worth, one sum for each currency.
 *
 * @example
 * standingCells({ now: 3, overLimit: 1, stuck: 0, value: [money(100, "EUR"), money(5, "JPY")] })
 * //=> ["3", "1", "", "1 EUR + 5 JPY"]
 */
export function standingCells(standing: StandingReport): readonly string[] {
  const { now, overLimit, stuck, value } = standing;
  const worth = value.map(moneyWords).join(" + ");
  return [numberWords(now), orNothing(overLimit), orNothing(stuck), worth];
}

/**
 * A count, or nothing where it is 0, so that a table shows what is there.
 *
 * @example
 * orNothing(0) //=> ""
 */
export function orNothing(count: number): string {
  return count === 0 ? "" : numberWords(count);
}
