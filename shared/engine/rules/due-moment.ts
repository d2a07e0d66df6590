// When an amount of time is over. Hours are counted by the clock. Days are counted by the calendar of the wall: working
// days are all to pass whole, so that five working days from a Friday are over when the Friday after is, at the first
// moment of Saturday. Of plain days the last one itself is meant: a reminder "on the second day" comes as that day begins,
// and only a move lets it pass, too, because who acts on the last day is in time. Before a day, a day begins likewise.

import type { RuleTrigger } from "../../definition/rule.ts";
import { addDays, type Day } from "../../value/day.ts";
import {
  dayOf,
  instantMs,
  type Moment,
  momentFromInstant,
  momentInZone,
  type Zone,
} from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { addWorkingDays, type WorkingCalendar } from "../../value/working-calendar.ts";

const HOUR_MS = 3_600_000;

/** An amount of time, before or after something. */
export type Span = Pick<Extract<RuleTrigger, { on: "time" }>, "amount" | "unit">;

/** By what days are told. */
export interface Almanac {
  readonly calendar: WorkingCalendar;
  readonly zone: Zone;
}

/**
 * The moment at which the span from `origin` is over; `lastDay` says that the last of plain days is to pass, too.
 *
 * @throws {StagelineError} `value`, when it lies outside the years 1 to 9999
 * @example
 * dueMoment(parseMoment("2026-11-20T08:30:00Z"), { amount: 5, unit: "working days" },
 *   { calendar: { workingDays: [1, 2, 3, 4, 5], holidays: [] }, zone: utc }).slice(0, 16) //=> "2026-11-28T00:00"
 * dueMoment(parseMoment("2026-11-20T08:30:00Z"), { amount: 2, unit: "days" },
 *   { calendar: { workingDays: [1, 2, 3, 4, 5], holidays: [] }, zone: utc }).slice(0, 16) //=> "2026-11-22T00:00"
 */
export function dueMoment(
  origin: Moment,
  span: Span,
  almanac: Almanac & { readonly lastDay?: "passes" },
): Moment {
  const { zone, lastDay = "" } = almanac;
  if (span.unit === "hours") return momentFromInstant(instantMs(origin) + span.amount * HOUR_MS, zone);
  const dues = duesKnown.get(almanac.calendar) ?? new Map<string, Day>();
  duesKnown.set(almanac.calendar, dues);
  const key = `${dayOf(origin)} ${span.amount} ${span.unit} ${lastDay}`;
  const day = dues.get(key) ?? dueDay(dayOf(origin), span, almanac);
  dues.set(key, day);
  return startOf(day, zone);
}

// Thousands of records are under few rules and began on few days.
const duesKnown = new WeakMap<WorkingCalendar, Map<string, Day>>();

// The day that begins when the span is over.
function dueDay(day: Day, span: Span, { calendar, lastDay }: Parameters<typeof dueMoment>[2]): Day {
  if (span.unit === "working days") {
    const last = addWorkingDays(calendar, day, span.amount);
    return span.amount > 0 ? addDays(last, 1) : last;
  }
  const last = addDays(day, span.amount);
  return span.amount > 0 && lastDay === "passes" ? addDays(last, 1) : last;
}

/**
 * The first moment of a day.
 *
 * @throws {StagelineError} `value`, when it lies outside the years 1 to 9999
 * @example
 * startOf(parseDay("2026-11-28"), utc) //=> "2026-11-28T00:00:00+00:00"
 */
export function startOf(day: Day, zone: Zone): Moment {
  const days = daysKnown.get(zone) ?? new Map<Day, Moment>();
  daysKnown.set(zone, days);
  const known = days.get(day);
  if (known !== undefined) return known;
  const moment = momentInZone(day, zone);
  if (moment === undefined) throw new StagelineError("value", `"${day}" is no day of the years 1 to 9999`);
  days.set(day, moment);
  return moment;
}

// Thousands of records ask for few days, and a zone's days never change.
const daysKnown = new WeakMap<Zone, Map<Day, Moment>>();
