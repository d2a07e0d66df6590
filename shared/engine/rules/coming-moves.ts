// What the book will move by itself until the end of tomorrow, if nobody does anything: a deadline is announced before it
// acts. The words say what keeps it from acting.

import type { Pipeline } from "../../definition/pipeline.ts";
import type { Rule } from "../../definition/rule.ts";
import { addDays } from "../../value/day.ts";
import { compareMoments, dayOf, type Moment } from "../../value/moment.ts";
import { bookTurns } from "./book-turns.ts";
import { startOf } from "./due-moment.ts";
import { movesDue } from "./record-turn.ts";
import type { ActBook } from "./rule-act.ts";
import { reasonOf } from "./rule-entries.ts";

/** A move that a rule is about to make. */
export interface ComingMove {
  readonly boardId: string;
  /** The name of the board's tab. */
  readonly board: string;
  readonly record: string;
  readonly name: string;
  /** Name of the stage in which it stands. */
  readonly stage: string;
  /** Name of the owner; empty for nobody. */
  readonly owner: string;
  readonly due: Moment;
  /** Such as: moves to "Invoice Cancelled" on 2026-11-28 unless a reply comes in: No answer … */
  readonly sentence: string;
}

/**
 * The moves that are due until the end of tomorrow, the nearest first.
 *
 * @example
 * comingMoves({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [], starts: new Map() }) //=> []
 */
export function comingMoves(book: ActBook): readonly ComingMove[] {
  const { now, zone } = book.run;
  const until = startOf(addDays(dayOf(now), 2), zone);
  const moves = bookTurns(book).flatMap(({ tab, board, records }) =>
    records.flatMap((record) =>
      movesDue(board, record, until).map((move): ComingMove => {
        const owner = record.values["owner"];
        return {
          ...{ boardId: record.board, board: tab, record: record.state.record, name: record.name },
          stage: stageName(board.pipeline, record.state.now.stage),
          due: move.due,
          owner: typeof owner === "string" ? owner : "",
          sentence: sentenceOf(board, move),
        };
      }),
    ),
  );
  return moves.sort((left, right) => compareMoments(left.due, right.due));
}

function sentenceOf(
  { pipeline, definition }: { readonly pipeline: Pipeline; readonly definition: ActBook["definition"] },
  { due, rule, to }: { readonly due: Moment; readonly rule: Rule; readonly to: string },
): string {
  const stage = pipeline.stages.find(({ id }) => id === to);
  const asks = definition.practice && (stage?.kind === "lost" || stage?.kind === "avoid");
  const will = asks ? "would move" : "moves";
  const ends = rule.until.map((end) => (end === "a move" ? "it moves before" : "a reply comes in"));
  const unless = ends.length === 0 ? "" : ` unless ${ends.join(" or ")}`;
  return `${will} to "${stageName(pipeline, to)}" on ${dayOf(due)}${unless}: ${reasonOf(pipeline, rule)}`;
}

function stageName({ stages }: Pipeline, id: string): string {
  return stages.find((stage) => stage.id === id)?.name ?? id;
}
