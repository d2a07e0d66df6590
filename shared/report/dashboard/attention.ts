// What wants somebody: how much of it there is on a board, and the first of it by name, over all boards.

import type { Day } from "../../value/day.ts";
import type { BoardReport, BookReport } from "../book-report.ts";
import { countWords, waitWords } from "../number-words.ts";
import { type ReportSection, tableOfList, typed, worded } from "../report-table.ts";

/**
 * Records of a board that want somebody, each counted once; a hand-over that nobody took up counts, too.
 *
 * @example
 * needing(fixtures.quietBoard, parseDay("2026-11-20")) //=> 0
 */
export function needing({ present, future, handOvers = [] }: BoardReport, today: Day): number {
  const overdue = future.steps.filter(({ on }) => on < today);
  const lists = [present.unanswered, present.stuck, present.unassigned, overdue];
  return new Set(lists.flatMap((list) => list.map(({ record }) => record))).size + handOvers.length;
}

/**
 * The first of it by name: replies that wait, the longest first, then what is furthest over its limit.
 *
 * @example
 * attentionSection([fixtures.quietBoard], 5).table?.rows //=> []
 */
export function attentionSection(boards: BookReport["boards"], most: number): ReportSection {
  const replies = boards.flatMap(({ board, present }) =>
    present.unanswered.map((one) => ({
      ...{ ...one, board, weight: one.waits },
      why: `reply waits for ${waitWords(one.waits)}`,
    })),
  );
  const answered = new Set(replies.map(({ board, record }) => `${board} ${record}`));
  const stuck = boards.flatMap(({ board, present }) =>
    present.stuck
      .filter(({ record }) => !answered.has(`${board} ${record}`))
      .map((one) => ({ ...{ ...one, board, weight: one.overDays }, why: stuckWords(one) })),
  );
  const byWeight = (left: { weight: number }, right: { weight: number }) => right.weight - left.weight;
  const list = [...replies.sort(byWeight), ...stuck.sort(byWeight)];
  const onBoards = boards.length > 1;
  const columns = [...(onBoards ? [typed("Board")] : []), typed("Owner"), typed("Stage"), worded("Why")];
  const table = tableOfList(
    { nameTitle: "Name", columns },
    { list, most },
    ({ name, owner, board, stage, why }) => ({
      name,
      cells: [...(onBoards ? [board] : []), owner || "nobody", stage, why],
    }),
  );
  return { title: "Look at these first", sentences: [], table };
}

function stuckWords({ days, overDays }: { readonly days: number; readonly overDays: number }): string {
  const here = `${countWords(days, "day")} here`;
  return overDays === 0 ? `${here}, nobody in touch` : `${here}, ${countWords(overDays, "working day")} late`;
}
