// Hand-overs that nobody took up, for whoever handed over and for whoever should have taken: the longest waiting first.

import type { Definition } from "../../definition/pipeline.ts";
import { droppedBatons } from "../../engine/links/dropped-batons.ts";
import type { Entry } from "../../log/entry.ts";
import type { Moment } from "../../value/moment.ts";
import type { BoardInput } from "../board-inputs.ts";
import { handOverReports } from "../hand-over-report.ts";
import { handOverSentence } from "../hand-over-words.ts";
import type { Eyes } from "./eyes.ts";
import type { TodayItem } from "./today-item.ts";

/**
 * The hand-overs that these eyes see; `entries` are all of the book.
 *
 * @example
 * handOverItems(fixtures.book, [], { entries: [], now: fixtures.run.now, eyes: eyesOf(fixtures.book, undefined, parseDay("2026-11-20")) }) //=> []
 */
export function handOverItems(
  definition: Definition,
  boards: readonly BoardInput[],
  view: { readonly entries: readonly Entry[]; readonly now: Moment; readonly eyes: Eyes },
): readonly TodayItem[] {
  const { entries, now, eyes } = view;
  const batons = droppedBatons(entries, { definition, asOf: now });
  const ownerOf = (board: string, record: string) =>
    boards.find((each) => each.board.id === board)?.input.rows.get(record)?.owner;
  return batons
    .filter(({ board, record, to, why }) => {
      const taker = why === "untouched" ? ownerOf(to.board, to.record) : undefined;
      return eyes.see(ownerOf(board, record) ?? "") || (taker !== undefined && eyes.see(taker));
    })
    .flatMap((baton) => {
      const from = boards.find(({ board }) => board.id === baton.board);
      if (from === undefined) return [];
      const { board, input } = from;
      return handOverReports([baton], { definition, board, rows: input.rows }).map((told) => ({
        ...{ board: input.board, boardId: board.id, record: told.record, name: told.name },
        ...{ owner: told.owner, stage: told.stage, sentence: handOverSentence(told) },
      }));
    });
}
