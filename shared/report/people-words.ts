// Who holds what, as a table: for whoever looks after the whole.

import type { BoardReport } from "./book-report.ts";
import { nameWords } from "./name-words.ts";
import { countWords, isTooFew, numberWords } from "./number-words.ts";
import type { AnswersReport } from "./people-report.ts";
import { counted, type ReportSection, tableOfList } from "./report-table.ts";

/**
 * The title of the table of people.
 *
 * @example
 * PEOPLE_TITLE //=> "Per person"
 */
export const PEOPLE_TITLE = "Per person";

/** A board, or all of them together. */
export type PeopleTold = Pick<BoardReport, "people" | "past">;

/**
 * The table of people; what nobody owns stands last.
 *
 * @example
 * peopleSection({ people: [], past: [] }, 5).table?.rows //=> []
 */
export function peopleSection({ people, past }: PeopleTold, most: number): ReportSection {
  const columns = [
    ...[counted("Open"), counted("Due"), counted("Overdue"), counted("Untouched"), counted("To answer")],
    ...[counted("Moved on"), counted("Won"), counted("Lost")],
  ];
  const table = tableOfList({ nameTitle: "Person", columns }, { list: people, most }, (one) => ({
    name: one.person === "" ? "nobody" : nameWords(one.person),
    cells: [
      ...[one.open, one.due, one.overdue, one.untouched, one.unanswered, one.movedOn, one.won, one.lost],
    ].map(numberWords),
  }));
  return { title: PEOPLE_TITLE, sentences: people.length === 0 ? [] : [spanNote(past)], table };
}

/**
 * How often and how fast each person's replies are answered; nothing where no reply came.
 *
 * @example
 * answersSection({ people: [], past: [] }, 5).table?.rows //=> []
 */
export function answersSection({ people, past, answers }: AnswersTold, most: number): ReportSection {
  const list = people.flatMap(({ person, answers: told }) => (told === undefined ? [] : [{ person, told }]));
  const columns = [counted("Replies"), counted("Answered"), counted("Half within")];
  const table = tableOfList({ nameTitle: "Person", columns }, { list, most }, ({ person, told }) => ({
    name: person === "" ? "nobody" : nameWords(person),
    cells: [numberWords(told.replies), numberWords(told.answered), halfWords(told)],
  }));
  return { title: "Answers", sentences: answersSentences(past, answers), table };
}

/** The people of a board, and all of its replies together. */
export type AnswersTold = PeopleTold & Pick<BoardReport, "answers">;

function answersSentences(past: BoardReport["past"], answers: AnswersReport | undefined): readonly string[] {
  if (answers === undefined) return [];
  const days = past[past.length - 1]?.days ?? 0;
  const half = halfWords(answers);
  const speed = half === "" ? "" : `, half of them within ${half}`;
  return [
    `Of ${countWords(answers.replies, "reply")} in ${countWords(days, "day")} ${numberWords(answers.answered)} ${answers.answered === 1 ? "is" : "are"} answered${speed}`,
    "Hours of working days, 24 in each; what still waits counts as longer",
  ];
}

// Hours as they are told: of fewer than five replies a half says nothing.
function halfWords({ replies, median }: AnswersReport): string {
  if (median === undefined || isTooFew(replies)) return "";
  return median < 1 ? "an hour" : countWords(Math.round(median), "hour");
}

function spanNote(past: BoardReport["past"]): string {
  const [shortest, longest] = [past[0]?.days ?? 0, past[past.length - 1]?.days ?? 0];
  if (shortest === longest) return `Moved on, won and lost: in these ${countWords(longest, "day")}`;
  return `Moved on: in the last ${countWords(shortest, "day")}; won and lost: in the last ${countWords(longest, "day")}`;
}
