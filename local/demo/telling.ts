// What made-up records have lived through: cells, stages with their moments, what was logged, milestones. The
// stories of each pipeline (sales-life.ts, coaching-life.ts) tell lives; demo-book.ts writes them into a book
// through the same doors as everything else.

import type { ActivityKind } from "../../shared/definition/activity.ts";
import type { SeededRandom } from "../../shared/statistics/seeded-random.ts";
import type { Cell } from "../../shared/table/cell.ts";
import { addDays, type Day, dayNumber, serialFromDay, weekdayOf } from "../../shared/value/day.ts";

/** A moment of somebody's working day. */
export interface When {
  readonly day: Day;
  /** Minutes after midnight. */
  readonly minute: number;
}

export interface Life {
  readonly name: string;
  /** By field id. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Names of the stages in the order in which they were entered. */
  readonly visits: readonly { readonly stage: string; readonly at: When }[];
  readonly activities: readonly { readonly kind: ActivityKind; readonly at: When; readonly note: string }[];
  /** Names of the milestones that were reached. */
  readonly milestones: readonly { readonly milestone: string; readonly at: When }[];
}

/** What a story is told with: chance that can be repeated, and the last day that may be in it. */
export interface Telling {
  readonly random: SeededRandom;
  readonly today: Day;
}

const OPENS = 8 * 60 + 30;
const CLOSES = 17 * 60 + 30;

/** A time in the office hours of the working day on or after `day`. */
export function officeTime({ random }: Telling, day: Day): When {
  const weekday = weekdayOf(day);
  const workday = weekday > 5 ? addDays(day, 8 - weekday) : day;
  return { day: workday, minute: OPENS + Math.floor(random.uniform() * (CLOSES - OPENS)) };
}

/** Some days after a moment: log-normally many around the median, at least an hour later on the same day. */
export function after(telling: Telling, from: When, medianDays: number): When {
  const days = Math.floor(telling.random.logNormal(medianDays, 0.6));
  if (days > 0) return officeTime(telling, addDays(from.day, days));
  return {
    day: from.day,
    minute: Math.min(from.minute + 60 + Math.floor(telling.random.uniform() * 120), 23 * 60),
  };
}

/** Whether a moment lies no later than yesterday: today belongs to whoever opens the book. */
export function hasHappened({ today }: Telling, when: When): boolean {
  return dayNumber(when.day) < dayNumber(today);
}

export function isLucky({ random }: Telling, chance: number): boolean {
  return random.uniform() < chance;
}

export function oneOf<Item>({ random }: Telling, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random.uniform() * items.length)] ?? items[0];
}

/** The cell of a day. */
export function dayCell(day: Day): Cell {
  return { serial: serialFromDay(day) };
}

/** Working days spread over the year before today, the later ones a little denser: the firm grows. */
export function startDays({ random, today }: Telling, count: number): readonly Day[] {
  const days = Array.from({ length: count }, () => {
    const day = addDays(today, -1 - Math.floor(365 * random.uniform() ** 1.2));
    return addDays(day, Math.min(0, 5 - weekdayOf(day)));
  });
  return days.sort();
}
