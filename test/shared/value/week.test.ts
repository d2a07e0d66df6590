import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayFromNumber, parseDay } from "../../../shared/value/day.ts";
import { mondayOf, weekOf } from "../../../shared/value/week.ts";

// From the calendar: 2020 and 2026 have a week 53, 2024 begins on a Monday.
test.each([
  ["2020-12-31", "2020-W53"],
  ["2021-01-03", "2020-W53"],
  ["2021-01-04", "2021-W01"],
  ["2024-01-01", "2024-W01"],
  ["2024-12-30", "2025-W01"],
  ["2026-11-22", "2026-W47"],
  ["2026-11-23", "2026-W48"],
])("%s lies in week %s", (day, week) => {
  expect(weekOf(parseDay(day))).toBe(week);
});

test("the seven days from a Monday on lie in one week, and the week after comes later", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 80_000 }), (number) => {
      const monday = mondayOf(dayFromNumber(number));
      const week = weekOf(monday);
      for (let ahead = 1; ahead < 7; ahead++) expect(weekOf(addDays(monday, ahead))).toBe(week);
      expect(weekOf(addDays(monday, 7)) > week).toBe(true);
    }),
  );
});
