import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day, dayFromNumber, parseDay, type Weekday } from "../../../shared/value/day.ts";
import {
  addWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from "../../../shared/value/working-calendar.ts";

const plainWeek: WorkingCalendar = { workingDays: [1, 2, 3, 4, 5], holidays: [] };
const christmas: WorkingCalendar = {
  workingDays: [1, 2, 3, 4, 5],
  holidays: ["2026-12-25", "2026-12-26", "2027-01-01"].map(parseDay),
};
const friday = parseDay("2026-11-20");

const days = fc.integer({ min: -20_000, max: 40_000 }).map(dayFromNumber);
const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  workingDays: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
  holidays: fc.array(fc.integer({ min: 20_000, max: 20_060 }).map(dayFromNumber), { maxLength: 60 }),
});
// Near the holidays, where the counting is hard.
const nearDays = fc.integer({ min: 19_950, max: 20_100 }).map(dayFromNumber);

test("a limit of 5 entered on a Friday ends on the Friday after", () => {
  expect(addWorkingDays(plainWeek, friday, 5)).toBe("2026-11-27");
});

test("the first working day after a Friday, a Saturday and a Sunday is the Monday", () => {
  for (const day of ["2026-11-20", "2026-11-21", "2026-11-22"]) {
    expect(addWorkingDays(plainWeek, parseDay(day), 1)).toBe("2026-11-23");
  }
});

test("one working day before a Monday, a Sunday and a Saturday is the Friday", () => {
  for (const day of ["2026-11-23", "2026-11-22", "2026-11-21"]) {
    expect(addWorkingDays(plainWeek, parseDay(day), -1)).toBe("2026-11-20");
  }
});

test("no working days later is the same day, also on a weekend", () => {
  expect(addWorkingDays(plainWeek, parseDay("2026-11-21"), 0)).toBe("2026-11-21");
});

test("holidays are not counted, and those on a weekend take nothing away", () => {
  // Thu 24 Dec, Mon 28, Tue 29, Wed 30, Thu 31, Mon 4 Jan.
  expect(addWorkingDays(christmas, parseDay("2026-12-23"), 6)).toBe("2027-01-04");
  expect(addWorkingDays(christmas, parseDay("2027-01-04"), -6)).toBe("2026-12-23");
});

test("a holiday is no working day, an ordinary Thursday is one", () => {
  expect(isWorkingDay(christmas, parseDay("2026-12-25"))).toBe(false);
  expect(isWorkingDay(christmas, parseDay("2026-12-24"))).toBe(true);
  expect(isWorkingDay(christmas, parseDay("2026-12-27"))).toBe(false);
});

test("the first day is not counted and the last one is", () => {
  expect(workingDaysBetween(plainWeek, friday, parseDay("2026-11-27"))).toBe(5);
  expect(workingDaysBetween(plainWeek, friday, parseDay("2026-11-22"))).toBe(0);
  expect(workingDaysBetween(plainWeek, parseDay("2026-11-27"), friday)).toBe(-5);
});

test("a calendar without a working day is a fault of the definition", () => {
  const never: WorkingCalendar = { workingDays: [], holidays: [] };
  expect(() => addWorkingDays(never, friday, 1)).toThrow(expect.objectContaining({ code: "definition" }));
});

test("part of a working day is not a number of working days", () => {
  for (const count of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => addWorkingDays(plainWeek, friday, count)).toThrow(
      expect.objectContaining({ code: "value" }),
    );
  }
});

test("the working days up to the day that lies n working days away are n", () => {
  fc.assert(
    fc.property(
      calendars,
      fc.oneof(days, nearDays),
      fc.integer({ min: -300, max: 300 }),
      (calendar, day, n) => {
        expect(workingDaysBetween(calendar, day, addWorkingDays(calendar, day, n))).toBe(n);
      },
    ),
  );
});

test("going as many working days as lie between two days leads to the other, if it is a working day", () => {
  fc.assert(
    fc.property(calendars, nearDays, nearDays, (calendar, from, to) => {
      fc.pre(isWorkingDay(calendar, to));
      expect(addWorkingDays(calendar, from, workingDaysBetween(calendar, from, to))).toBe(to);
    }),
  );
});

test("counting in closed form agrees with counting day by day", () => {
  fc.assert(
    fc.property(calendars, nearDays, fc.integer({ min: 0, max: 120 }), (calendar, from, length) => {
      let counted = 0;
      for (let step = 1; step <= length; step++)
        counted += Number(isWorkingDay(calendar, addDays(from, step)));
      const to: Day = addDays(from, length);
      expect(workingDaysBetween(calendar, from, to)).toBe(counted);
    }),
  );
});
