// Replies that wait for an answer, the longest waiting first, with whether a word for now can be sent.

import { holdingId } from "../../engine/people/holding-answer.ts";
import type { Moment } from "../../value/moment.ts";
import type { BoardInput } from "../board-inputs.ts";
import type { BoardState } from "../board-state.ts";
import { waitWords } from "../number-words.ts";
import { presentReport } from "../present-report.ts";
import { placeOf, type TodayItem, todayItem } from "./today-item.ts";

/** A board with what is seen of it. */
export interface SeenBoard {
  readonly one: BoardInput;
  readonly state: BoardState;
}

/** Days after which somebody should have answered. */
const LATE = 1;

interface WaitingItem {
  readonly item: TodayItem;
  readonly waits: number;
}

/**
 * The replies of all boards.
 *
 * @example
 * replyItems([], fixtures.run.now) //=> []
 */
export function replyItems(boards: readonly SeenBoard[], now: Moment): readonly TodayItem[] {
  return boards
    .flatMap((board) => repliesOn(board, now))
    .sort((left, right) => right.waits - left.waits)
    .map(({ item }) => item);
}

function repliesOn({ one, state }: SeenBoard, asOf: Moment): readonly WaitingItem[] {
  const asked = new Set(one.input.entries.flatMap(({ kind, id }) => (kind === "message" ? [id] : [])));
  return presentReport(one.pipeline, state, { asOf }).unanswered.map((reply) => {
    const id = holdingId({ board: one.board.id, record: reply.record }, reply.since);
    const holding = asked.has(id) ? "asked" : "possible";
    const sentence = `has waited ${waitWords(reply.waits)} for an answer`;
    const told = holding === "asked" ? `${sentence}; a holding answer was asked for` : sentence;
    const late = reply.waits >= LATE ? { isLate: true } : {};
    return { item: { ...todayItem(placeOf(one), reply, told), ...late, holding }, waits: reply.waits };
  });
}
