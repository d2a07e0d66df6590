// What is said to somebody who moved a record: where it is, what it usually takes there, and what the book does next by
// itself. Whoever reads it knows what the move set going, and may still take it back.

import type { Pipeline } from "../../definition/pipeline.ts";
import { bookTurns, type TurnedBoard } from "../../engine/rules/book-turns.ts";
import { startOf } from "../../engine/rules/due-moment.ts";
import type { TurnRecord } from "../../engine/rules/due-rules.ts";
import { movesDue, tellingsDue } from "../../engine/rules/record-turn.ts";
import type { ActBook } from "../../engine/rules/rule-act.ts";
import type { Entry } from "../../log/entry.ts";
import { pathsOf } from "../../log/paths-builder.ts";
import { durations } from "../../metrics/durations.ts";
import { quoted } from "../../table/shown-cell.ts";
import { addDays, type Day, dayNumber, weekdayOf } from "../../value/day.ts";
import { dayInWords } from "../../value/day-words.ts";
import { compareMoments, dayOf, type Moment } from "../../value/moment.ts";
import { daysWords, isTooFew } from "../number-words.ts";

/** Who plans further ahead than this looks at the board, not at a sentence. */
const AHEAD_DAYS = 90;
const WEEK_DAYS = 7;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * The sentence of a move that stands; `book` is the book after it.
 *
 * @example
 * moveSentence({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [fixtures.entry], starts: new Map() },
 *   { ...fixtures.entry, kind: "moved", to: "offer" }) //=> "Moved to Offer"
 */
export function moveSentence(book: ActBook, move: Entry): string {
  const board = book.definition.boards.find(({ id }) => id === move.board);
  const pipeline = book.definition.pipelines.find(({ id }) => id === board?.pipeline);
  const stage = pipeline?.stages.find(({ id }) => id === move.to);
  if (pipeline === undefined || stage === undefined) return "";
  const where = `Moved to ${stage.name}${move.note === "" ? "" : `; ${move.note}`}`;
  const after = [usualWords(book, pipeline, move), nextWords(book, move)].filter((words) => words !== "");
  return after.length === 0 ? where : `${where}. ${capital(after.join("; "))}`;
}

function usualWords({ entries, run }: ActBook, pipeline: Pipeline, { board, to }: Entry): string {
  const own = entries.filter((entry) => entry.board === board);
  const ids = pipeline.stages.map(({ id }) => id);
  const { medianDays, n } = durations(pipeline, pathsOf(ids, own, run.now)).find(({ stage }) => stage === to)
    ?.latest ?? { n: 0 };
  return medianDays === undefined || isTooFew(n) ? "" : `usually takes ${daysWords(medianDays)}`;
}

// What comes first, of all that the rules would do if nobody did anything.
function nextWords(book: ActBook, { record }: Entry): string {
  const { now, zone } = book.run;
  const until = startOf(addDays(dayOf(now), AHEAD_DAYS), zone);
  const [first] = bookTurns(book)
    .flatMap((turned) => {
      const found = turned.records.find(({ state }) => state.record === record);
      return found === undefined ? [] : comingFor(turned, found, until);
    })
    .filter(({ due }) => compareMoments(due, now) > 0)
    .sort((left, right) => compareMoments(left.due, right.due));
  return first === undefined ? "" : `${first.words} ${dayFrom(dayOf(now), dayOf(first.due))}`;
}

function comingFor(
  { board }: TurnedBoard,
  record: TurnRecord,
  until: Moment,
): readonly { readonly due: Moment; readonly words: string }[] {
  const stageName = (id: string) => board.pipeline.stages.find((stage) => stage.id === id)?.name ?? id;
  return [
    ...tellingsDue(board, record, until).map(({ due, action }) => {
      return { due, words: action.do === "send" ? "a message goes out" : "a reminder comes" };
    }),
    ...movesDue(board, record, until).map(({ due, to }) => {
      return { due, words: `it moves to ${quoted(stageName(to))} by itself` };
    }),
  ];
}

function dayFrom(today: Day, day: Day): string {
  const days = dayNumber(day) - dayNumber(today);
  if (days <= 0) return "today";
  if (days === 1) return "tomorrow";
  return days < WEEK_DAYS ? `on ${WEEKDAYS[weekdayOf(day) - 1]}` : `on ${dayInWords(day)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
