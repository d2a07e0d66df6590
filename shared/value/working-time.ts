// Hours that are counted on working days only, by the wall clock: an answer to what came on Friday at 16:00 that goes
// out on Monday at 10:00 took 18 hours, the 8 that were left of Friday and the 10 of Monday. A working day has all of its
// hours: a book does not know when its people begin and end.

import { addDays } from "./day.ts";
import { dayOf, type Moment, wallMs } from "./moment.ts";
import { isWorkingDay, type WorkingCalendar, workingDaysBetween } from "./working-calendar.ts";

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/**
 * Hours from one moment to a later one that lie on working days; 0 where the later one comes first.
 *
 * @throws {StagelineError} `definition`, when the calendar has no working day
 * @example
 * workingHoursBetween({ workingDays: [1, 2, 3, 4, 5], holidays: [] },
 *   parseMoment("2026-11-20T16:00:00Z"), parseMoment("2026-11-23T10:00:00Z")) //=> 18
 */
export function workingHoursBetween(calendar: WorkingCalendar, from: Moment, to: Moment): number {
  const [first, last] = [dayOf(from), dayOf(to)];
  const hours = (wallMs(to) - wallMs(from)) / HOUR_MS;
  if (hours <= 0) return 0;
  if (first === last) return isWorkingDay(calendar, first) ? hours : 0;
  const ofFirst = isWorkingDay(calendar, first) ? DAY_HOURS - hourOfDay(from) : 0;
  const ofLast = isWorkingDay(calendar, last) ? hourOfDay(to) : 0;
  return ofFirst + DAY_HOURS * workingDaysBetween(calendar, first, addDays(last, -1)) + ofLast;
}

function hourOfDay(moment: Moment): number {
  const dayMs = DAY_HOURS * HOUR_MS;
  return (((wallMs(moment) % dayMs) + dayMs) % dayMs) / HOUR_MS;
}
