// What the book does by itself until the end of tomorrow, by name: moves first, then what it sends and reminds of.

import { dayOf } from "../../value/moment.ts";
import type { BookReport } from "../book-report.ts";
import { nameWords } from "../name-words.ts";
import { dayWords } from "../number-words.ts";
import { type ReportSection, tableOfList, typed, worded } from "../report-table.ts";

/**
 * The section; longer lists are cut at `most`.
 *
 * @example
 * comingLines({ boards: [] }, 5).sentences //=> ["Nothing moves and nothing is sent by itself until tomorrow evening"]
 */
export function comingLines(
  { boards, coming = [], comingMessages = [] }: Pick<BookReport, "boards" | "coming" | "comingMessages">,
  most: number,
): ReportSection {
  const title = "Happens by itself until tomorrow evening";
  const moves = coming.map((move) => ({ ...move, what: `moves to "${nameWords(move.to)}"` }));
  const list = [...moves, ...comingMessages.map((message) => ({ ...message, what: message.sentence }))];
  if (list.length === 0)
    return { title, sentences: ["Nothing moves and nothing is sent by itself until tomorrow evening"] };
  const onBoards = boards.length > 1;
  const columns = [...(onBoards ? [typed("Board")] : []), typed("Owner"), worded("On"), typed("What")];
  const table = tableOfList(
    { nameTitle: "Name", columns },
    { list, most },
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
  return { title, sentences: [], table };
}
