// All boards of a book in one table, a line each: where to look first. Records of different boards are summed for one
// thing only: how much lies with one person.

import type { Day } from "../value/day.ts";
import type { BoardReport, BookReport } from "./book-report.ts";
import { countWords, dayWords, numberWords } from "./number-words.ts";
import type { PersonReport } from "./people-report.ts";
import type { PeopleTold } from "./people-words.ts";
import { counted, type ReportSection } from "./report-table.ts";

/**
 * The overview; a board on which nothing happened and nothing stands has its line too.
 *
 * @example
 * overviewSection({ asOf: "2026-11-20T23:59:59+00:00", boards: [] }).title //=> "0 boards, as of 20 November 2026"
 */
export function overviewSection({ asOf, boards }: BookReport): ReportSection {
  const columns = [
    ...[counted("Open"), counted("To answer"), counted("Stuck"), counted("No owner"), counted("Steps")],
    ...[counted("Limits"), counted("Won"), counted("Lost")],
  ];
  const rows = boards.map((board) => ({ name: board.board, cells: cellsOf(board).map(numberWords) }));
  const longest = boards[0]?.past.reduce((days, flow) => Math.max(days, flow.days), 0) ?? 0;
  const note = `Steps due and limits that end in the next 7 days; won and lost in the last ${numberWords(longest)}`;
  return {
    title: `${countWords(boards.length, "board")}, as of ${dayWords(asOf)}`,
    sentences: [note],
    table: { nameTitle: "Board", columns, rows, more: 0 },
  };
}

function cellsOf({ present, future, past }: BoardReport): readonly number[] {
  const { unanswered, stuck, unassigned } = present;
  const { won = 0, lost = 0 } = past[past.length - 1] ?? {};
  return [
    ...[present.open, unanswered.length, stuck.length, unassigned.length],
    ...[future.steps.length, future.limits.length, won, lost],
  ];
}

/**
 * What each person holds on all boards together; none where no board names an owner.
 *
 * @example
 * peopleOfBook({ boards: [] }) //=> { people: [], past: [] }
 */
export function peopleOfBook({ boards }: { readonly boards: readonly PeopleTold[] }): PeopleTold {
  const people = new Map<string, PersonReport>();
  for (const one of boards.flatMap((board) => board.people)) {
    const known = people.get(one.person);
    people.set(one.person, known === undefined ? one : summed(known, one));
  }
  const byOpen = (left: PersonReport, right: PersonReport) =>
    Number(left.person === "") - Number(right.person === "") || right.open - left.open;
  return { people: [...people.values()].sort(byOpen), past: boards[0]?.past ?? [] };
}

function summed(left: PersonReport, right: PersonReport): PersonReport {
  return {
    person: left.person,
    open: left.open + right.open,
    due: left.due + right.due,
    overdue: left.overdue + right.overdue,
    untouched: left.untouched + right.untouched,
    unanswered: left.unanswered + right.unanswered,
    movedOn: left.movedOn + right.movedOn,
    won: left.won + right.won,
    lost: left.lost + right.lost,
    ...summedAnswers(left.answers, right.answers),
  };
}

// Halves of several boards do not add up to the half of all: how fast is told board by board.
function summedAnswers(
  left: PersonReport["answers"],
  right: PersonReport["answers"],
): Pick<PersonReport, "answers"> {
  const { unit, replies, answered } = left ?? right ?? { unit: "working hours", replies: 0, answered: 0 };
  if (left === undefined || right === undefined)
    return replies === 0 ? {} : { answers: { unit, replies, answered } };
  return {
    answers: { unit, replies: left.replies + right.replies, answered: left.answered + right.answered },
  };
}

/**
 * The day of a report.
 *
 * @example
 * dayOfReport({ asOf: "2026-11-20T23:59:59+00:00" }) //=> "2026-11-20"
 */
export function dayOfReport({ asOf }: Pick<BookReport, "asOf">): Day {
  return asOf.slice(0, 10) as Day;
}
