import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDay } from "../../../shared/value/day.ts";
import { type Moment, momentFromInstant, parseMoment, utc } from "../../../shared/value/moment.ts";
import type { WorkingCalendar } from "../../../shared/value/working-calendar.ts";
import { workingHoursBetween } from "../../../shared/value/working-time.ts";

const week: WorkingCalendar = { workingDays: [1, 2, 3, 4, 5], holidays: [parseDay("2026-11-24")] };

// 2026-11-20 is a Friday.
test.each([
  ["within one working day", "2026-11-20T09:00Z", "2026-11-20T11:30Z", 2.5],
  ["over a night", "2026-11-19T22:00Z", "2026-11-20T07:00Z", 9],
  ["over a weekend", "2026-11-20T16:00Z", "2026-11-23T10:00Z", 18],
  ["over a day off", "2026-11-23T20:00Z", "2026-11-25T08:00Z", 12],
  ["from a Sunday on", "2026-11-22T12:00Z", "2026-11-23T06:00Z", 6],
  ["within a weekend", "2026-11-21T12:00Z", "2026-11-22T12:00Z", 0],
  ["backwards", "2026-11-20T12:00Z", "2026-11-19T12:00Z", 0],
  ["a whole week", "2026-11-13T09:00Z", "2026-11-20T09:00Z", 120],
])("%s", (_what, from, to, hours) => {
  expect(workingHoursBetween(week, parseMoment(from), parseMoment(to))).toBe(hours);
});

test("the night in which the clocks change has as many hours as its wall says", () => {
  const everyDay: WorkingCalendar = { workingDays: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
  const [from, to] = [parseMoment("2026-10-24T12:00+02:00"), parseMoment("2026-10-25T12:00+01:00")];
  expect(workingHoursBetween(everyDay, from, to)).toBe(24);
});

test("hours add up over any moment between, and are those of the clock where every day is worked", () => {
  const moment = fc
    .integer({ min: 0, max: 4_000_000 })
    .map((minutes) => momentFromInstant(minutes * 60_000, utc));
  const everyDay: WorkingCalendar = { workingDays: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
  fc.assert(
    fc.property(fc.tuple(moment, moment, moment), (moments) => {
      const [first, middle, last] = [...moments].sort() as [Moment, Moment, Moment];
      const hours = (from: Moment, to: Moment) => workingHoursBetween(week, from, to);
      expect(hours(first, middle) + hours(middle, last)).toBeCloseTo(hours(first, last), 6);
      const clock = (Date.parse(last) - Date.parse(first)) / 3_600_000;
      expect(workingHoursBetween(everyDay, first, last)).toBeCloseTo(clock, 6);
      expect(hours(first, last)).toBeLessThanOrEqual(clock);
    }),
  );
});
