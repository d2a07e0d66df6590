// What the book does by itself until the end of tomorrow, by name: moves first, then what it sends and reminds of.

import { dayOf } from "../../value/moment.ts";
import type { BookReport } from "../book-report.ts";
import { dayWords } from "../number-words.ts";
import { type ReportSection, tableOfList, typed, worded } from "../report-table.ts";

/** The day of a move stands in a column of its own. */
const DAY = / on \d{4}-\d{2}-\d{2}(?=$| unless|:)/;

/** Rows that are shown of each. */
export interface MostComing {
  readonly moves: number;
  readonly messages: number;
}

/**
 * The section; longer lists are cut.
 *
 * @example
 * comingLines({ boards: [] }, { moves: 5, messages: 3 }).sentences //=> ["Nothing moves and nothing is sent by itself until tomorrow night"]
 */
export function comingLines(
  { boards, coming = [], comingMessages = [] }: Pick<BookReport, "boards" | "coming" | "comingMessages">,
  most: MostComing,
): ReportSection {
  const title = "Happens by itself until tomorrow night";
  const moves = coming.map((move) => ({ ...move, what: move.sentence.replace(DAY, "") }));
  const messages = comingMessages.map((message) => ({ ...message, what: message.sentence }));
  const count = moves.length + messages.length;
  const list = [...moves.slice(0, most.moves), ...messages.slice(0, most.messages)];
  if (count === 0)
    return { title, sentences: ["Nothing moves and nothing is sent by itself until tomorrow night"] };
  const onBoards = boards.length > 1;
  const columns = [...(onBoards ? [typed("Board")] : []), typed("Owner"), worded("On"), typed("What")];
  const table = tableOfList(
    { nameTitle: "Name", columns },
    { list, most: list.length },
    ({ name, board, owner, due, what }) => ({
      name,
      cells: [
        ...(onBoards ? [board] : []),
        owner || "nobody",
        dayWords(dayOf(due)).replace(/ \d+$/, ""),
        what,
      ],
    }),
  );
  return { title, sentences: [], table: { ...table, more: count - list.length } };
}
