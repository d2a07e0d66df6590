// Deadlines run in working days. The day on which one starts is never counted, the day on which it ends is: a
// limit of 5 that starts on a Friday ends on the Friday after. Days are counted in closed form (whole weeks,
// then the holidays before a day), never one by one, so that a board of any size costs no more per deadline.

import { type Day, dayFromNumber, dayNumber, type Weekday, weekdayOf } from "./day.ts";
import { StagelineError } from "./stageline-error.ts";

export interface WorkingCalendar {
  readonly workingDays: readonly Weekday[];
  /** Days off; those that fall on a free day of the week change nothing. */
  readonly holidays: readonly Day[];
}

/**
 * Whether work is done on that day.
 *
 * @throws {StagelineError} `definition`, when the calendar has no working day
 * @example
 * isWorkingDay({ workingDays: [1, 2, 3, 4, 5], holidays: [] }, parseDay("2026-11-21")) //=> false
 */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  const { holidays } = preparedCalendar(calendar);
  return calendar.workingDays.includes(weekdayOf(day)) && !includesSorted(holidays, dayNumber(day));
}

/**
 * The working day that lies `count` working days after `day`, or before it where `count` is negative; `day`
 * itself, working day or not, where it is 0.
 *
 * @throws {StagelineError} `definition`, when the calendar has no working day
 * @throws {StagelineError} `value`, when `count` is no whole number or the day leaves the years 1 to 9999
 * @example
 * addWorkingDays({ workingDays: [1, 2, 3, 4, 5], holidays: [] }, parseDay("2026-11-20"), 5) //=> "2026-11-27"
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, count: number): Day {
  const prepared = preparedCalendar(calendar);
  if (!Number.isSafeInteger(count)) {
    throw new StagelineError("value", `"${count}" is not a whole number of working days`);
  }
  if (count === 0) return day;
  const start = dayNumber(day);
  const target =
    count > 0 ? workingDaysUpTo(prepared, start) + count : workingDaysUpTo(prepared, start - 1) + count + 1;
  return dayFromNumber(dayOfWorkingDay(prepared, target));
}

/**
 * Working days from one day to another: `from` is not counted, `to` is; negative where `to` comes first. The
 * inverse of `addWorkingDays`, for every `from` and every working day `to`.
 *
 * @throws {StagelineError} `definition`, when the calendar has no working day
 * @example
 * workingDaysBetween({ workingDays: [1, 2, 3, 4, 5], holidays: [] }, parseDay("2026-11-20"), parseDay("2026-11-27")) //=> 5
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  const prepared = preparedCalendar(calendar);
  const start = dayNumber(from);
  const end = dayNumber(to);
  return end >= start
    ? workingDaysUpTo(prepared, end) - workingDaysUpTo(prepared, start)
    : workingDaysUpTo(prepared, end - 1) - workingDaysUpTo(prepared, start - 1);
}

interface PreparedCalendar {
  /** Places in the week, from 0 on Monday, on which work is done. */
  readonly places: readonly number[];
  /** Day numbers of the holidays that fall on such a place; sorted, each once. */
  readonly holidays: readonly number[];
}

// A calendar is asked thousands of times; sorting its holidays each time would cost more than all the rest.
const preparedCalendars = new WeakMap<WorkingCalendar, PreparedCalendar>();

function preparedCalendar(calendar: WorkingCalendar): PreparedCalendar {
  const known = preparedCalendars.get(calendar);
  if (known) return known;
  const places = [...new Set(calendar.workingDays)].sort((left, right) => left - right).map((day) => day - 1);
  if (places.length === 0) {
    throw new StagelineError(
      "definition",
      "the calendar has no working day; at least one day of the week is needed",
    );
  }
  const numbers = new Set(calendar.holidays.map(dayNumber));
  const holidays = [...numbers].filter((number) => places.includes(placeInWeek(number)));
  const prepared = { places, holidays: holidays.sort((left, right) => left - right) };
  preparedCalendars.set(calendar, prepared);
  return prepared;
}

// 1969-12-29, three days before day 0, was a Monday: weeks are counted from it.
const DAYS_SINCE_MONDAY = 3;

function placeInWeek(number: number): number {
  return (((number + DAYS_SINCE_MONDAY) % 7) + 7) % 7;
}

function workingDaysUpTo(calendar: PreparedCalendar, number: number): number {
  const { places, holidays } = calendar;
  const weeks = Math.floor((number + DAYS_SINCE_MONDAY) / 7);
  const place = placeInWeek(number);
  const inWeek = places.filter((working) => working <= place).length;
  return weeks * places.length + inWeek - countUpTo(holidays, number);
}

// The day wanted lies as many places further as there are holidays before it, which is known only once the day
// is known; so the guess starts too early and grows until it stands. It can never jump over the right day.
function dayOfWorkingDay(calendar: PreparedCalendar, target: number): number {
  let skipped = 0;
  for (;;) {
    const number = dayOfPlace(calendar.places, target + skipped);
    const holidays = countUpTo(calendar.holidays, number);
    if (holidays === skipped) return number;
    skipped = holidays;
  }
}

function dayOfPlace(places: readonly number[], count: number): number {
  const week = Math.floor((count - 1) / places.length);
  const place = places[count - 1 - week * places.length] ?? 0;
  return week * 7 + place - DAYS_SINCE_MONDAY;
}

function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function includesSorted(sorted: readonly number[], number: number): boolean {
  return sorted[countUpTo(sorted, number) - 1] === number;
}
