// What has a day: next steps that somebody planned, and stages in which a record is too long, as somebody takes them up.

import { addDays, type Day } from "../../value/day.ts";
import { type Held, recordReport } from "../board-state.ts";
import { byNearness, whenWords } from "../future-words.ts";
import { countWords } from "../number-words.ts";
import type { SeenBoard } from "./reply-items.ts";
import { placeOf, type TodayItem, todayItem } from "./today-item.ts";

interface DatedItem {
  readonly item: TodayItem;
  readonly on: Day;
}

/**
 * Next steps of today, and those that were missed.
 *
 * @example
 * stepItems([]) //=> []
 */
export function stepItems(boards: readonly SeenBoard[]): readonly TodayItem[] {
  return dated(boards.flatMap(steps), boards);
}

/**
 * Records whose time in their stage ended, and those whose time ends today or tomorrow.
 *
 * @example
 * limitItems([]) //=> []
 */
export function limitItems(boards: readonly SeenBoard[]): readonly TodayItem[] {
  return dated(boards.flatMap(limits), boards);
}

function steps({ one, state }: SeenBoard): readonly DatedItem[] {
  const { held, today } = state;
  return held.flatMap((each): readonly DatedItem[] => {
    const { nextStep, nextStepOn: on } = each.row;
    if (on === undefined || on > today) return [];
    const what = nextStep === "" ? "next step" : nextStep;
    const item = todayItem(placeOf(one), recordReport(each), `${what}: ${whenWords(on, today)}`);
    return [{ item: { ...item, ...lateOn(on, today), step: nextStep }, on }];
  });
}

function limits({ one, state }: SeenBoard): readonly DatedItem[] {
  const { held, today } = state;
  return held.flatMap((each): readonly DatedItem[] => {
    const { due: on } = each;
    if (on === undefined || on > addDays(today, 1)) return [];
    const item = todayItem(placeOf(one), recordReport(each), limitSentence(each, on, today));
    return [{ item: { ...item, ...lateOn(on, today) }, on }];
  });
}

function lateOn(on: Day, today: Day): Pick<TodayItem, "isLate"> {
  return on < today ? { isLate: true } : {};
}

function limitSentence({ stage, overDays }: Held, due: Day, today: Day): string {
  if (overDays > 0) return `${countWords(overDays, "working day")} beyond the limit of ${stage.name}`;
  // A limit that ended on a day off is over by no working day yet.
  return due < today
    ? `the limit of ${stage.name} has ended`
    : `the limit of ${stage.name} ends ${whenWords(due, today)}`;
}

function dated(items: readonly DatedItem[], boards: readonly SeenBoard[]): readonly TodayItem[] {
  const [first] = boards;
  if (first === undefined) return [];
  const inOrder = [...items].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
  return byNearness(inOrder, first.state.today).map(({ item }) => item);
}
