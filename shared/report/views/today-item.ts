// One thing that somebody has to do: which record, whose it is, and what about it in one sentence. Where it stands in
// a list follows from its group; a list keeps to what one person can take up in a day, and counts the rest.

import type { BoardInput } from "../board-inputs.ts";
import type { RecordReport } from "../board-state.ts";

export interface TodayItem {
  /** Tab of the board. */
  readonly board: string;
  readonly boardId: string;
  /** Empty for what is no record yet. */
  readonly record: string;
  readonly name: string;
  /** Empty where nobody owns it. */
  readonly owner: string;
  readonly stage: string;
  readonly sentence: string;
  /** Whether it should have been done before. */
  readonly isLate?: boolean;
  /** The text of the planned step, where it is one that can be done; empty where only its day is planned. */
  readonly step?: string;
  /** Whether a holding answer can be sent to it, or was asked for already. */
  readonly holding?: "possible" | "asked";
  /** The cell that waits for somebody, where it is one. */
  readonly place?: { readonly tab: string; readonly cell: string };
}

export interface TodayGroup {
  readonly kind: "replies" | "steps" | "messages" | "reminders" | "handed" | "limits" | "waiting";
  readonly title: string;
  /** With those that `items` leaves out. */
  readonly count: number;
  readonly items: readonly TodayItem[];
}

/** A page with more is not worked through in a day. */
const MOST_ITEMS = 50;

/**
 * A record with what is to be done about it.
 *
 * @example
 * todayItem({ board: "Deals", boardId: "deals" }, { record: "r1", name: "Ada", owner: "Bo", stage: "Offer", days: 3 }, "call back")
 * //=> { board: "Deals", boardId: "deals", record: "r1", name: "Ada", owner: "Bo", stage: "Offer", sentence: "call back" }
 */
export function todayItem(
  board: Pick<TodayItem, "board" | "boardId">,
  { record, name, owner, stage }: RecordReport,
  sentence: string,
): TodayItem {
  return { ...board, record, name, owner, stage, sentence };
}

/**
 * Where the things of a board are.
 *
 * @example
 * const one = { board: { id: "deals" }, input: { board: "Deals" } };
 * placeOf(one) //=> { board: "Deals", boardId: "deals" }
 */
export function placeOf(one: {
  readonly board: Pick<BoardInput["board"], "id">;
  readonly input: Pick<BoardInput["input"], "board">;
}): Pick<TodayItem, "board" | "boardId"> {
  return { board: one.input.board, boardId: one.board.id };
}

/**
 * The group with as many of its items as a page shows.
 *
 * @example
 * todayGroup("steps", "Next steps", []).count //=> 0
 */
export function todayGroup(kind: TodayGroup["kind"], title: string, items: readonly TodayItem[]): TodayGroup {
  return { kind, title, count: items.length, items: items.slice(0, MOST_ITEMS) };
}
