// What a made-up life is told with: chance that can be repeated, the working days of the book, and the last day that
// may be in it. Whatever people do, they do in office hours of working days.

import type { SeededRandom } from "../../shared/statistics/seeded-random.ts";
import type { Cell } from "../../shared/table/cell.ts";
import { addDays, type Day, dayNumber, serialFromDay } from "../../shared/value/day.ts";
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from "../../shared/value/working-calendar.ts";

export interface Telling {
  readonly random: SeededRandom;
  /** Belongs to whoever opens the book: made-up life ends the day before. */
  readonly today: Day;
  readonly calendar: WorkingCalendar;
}

/** A moment of somebody's working day. */
export interface When {
  readonly day: Day;
  /** Minutes after midnight. */
  readonly minute: number;
}

const OPENS = 8 * 60 + 30;
const CLOSES = 17 * 60 + 30;
const SIGMA = 0.6;

/** A time in the office hours of the working day on or after `day`. */
export function officeTime({ random, calendar }: Telling, day: Day): When {
  const workday = isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1);
  return { day: workday, minute: OPENS + Math.floor(random.uniform() * (CLOSES - OPENS)) };
}

/** Some working days after a moment, log-normally many around the median; within two hours where that is none. */
export function after(telling: Telling, from: When, medianWorkingDays: number): When {
  const { random, calendar } = telling;
  const days = Math.floor(random.logNormal(medianWorkingDays, SIGMA));
  const soon = laterThan(from, 10 + Math.floor(random.uniform() * 110));
  if (days === 0 && soon.minute < CLOSES && soon.day === from.day) return soon;
  return officeTime(telling, addWorkingDays(calendar, from.day, Math.max(days, 1)));
}

/** So many minutes later, on the next day where midnight lies between. */
export function laterThan({ day, minute }: When, minutes: number): When {
  const sum = minute + minutes;
  return { day: addDays(day, Math.floor(sum / 1440)), minute: sum % 1440 };
}

/** Below zero where the first comes first. */
export function compareTimes(left: When, right: When): number {
  return dayNumber(left.day) - dayNumber(right.day) || left.minute - right.minute;
}

/** Whether a moment lies no later than yesterday. */
export function hasHappened({ today }: Telling, when: When): boolean {
  return dayNumber(when.day) < dayNumber(today);
}

export function isLucky({ random }: Telling, chance: number): boolean {
  return random.uniform() < chance;
}

export function oneOf<Item>({ random }: Telling, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random.uniform() * items.length)] ?? items[0];
}

/** A whole number from `least` to `most`. */
export function wholeNumber({ random }: Telling, least: number, most: number): number {
  return least + Math.floor(random.uniform() * (most - least + 1));
}

/** An amount around the median, as people round it. */
export function roundAmount({ random }: Telling, median: number, step: number): number {
  return Math.max(1, Math.round(random.logNormal(median, 0.5) / step)) * step;
}

/** The cell of a day. */
export function dayCell(day: Day): Cell {
  return { serial: serialFromDay(day) };
}

/** Times spread over the year before today, the later ones a little denser: the firm grows. */
export function startTimes(telling: Telling, count: number): readonly When[] {
  const { random, today, calendar } = telling;
  const times = Array.from({ length: count }, () => {
    const day = addDays(today, -1 - Math.floor(360 * random.uniform() ** 1.2));
    return officeTime(telling, isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, -1));
  });
  return times.sort(compareTimes);
}
