import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  civilToDayNumber,
  dayFromNumber,
  dayFromParts,
  dayFromSerial,
  dayFromText,
  dayNumber,
  parseDay,
  serialFromDay,
  weekdayOf,
} from "../../../shared/value/day.ts";

// 0001-01-01 and 9999-12-31.
const FIRST = -719162;
const LAST = 2932896;
const dayNumbers = fc.integer({ min: FIRST, max: LAST });

test("a day goes to its number and back unchanged", () => {
  fc.assert(
    fc.property(dayNumbers, (number) => {
      expect(dayNumber(dayFromNumber(number))).toBe(number);
    }),
  );
});

test("the calendar is the one that every computer has", () => {
  fc.assert(
    fc.property(dayNumbers, (number) => {
      const date = new Date(number * 86_400_000);
      expect(dayFromNumber(number)).toBe(date.toISOString().slice(0, 10));
      expect(weekdayOf(dayFromNumber(number)) % 7).toBe(date.getUTCDay());
    }),
  );
});

test("the first and the last day have neighbours on one side only", () => {
  expect(dayFromNumber(FIRST)).toBe("0001-01-01");
  expect(dayFromNumber(LAST)).toBe("9999-12-31");
  expect(() => dayFromNumber(FIRST - 1)).toThrow(expect.objectContaining({ code: "value" }));
  expect(() => addDays(parseDay("9999-12-31"), 1)).toThrow(expect.objectContaining({ code: "value" }));
});

test("part of a day and no number at all are not a day number", () => {
  for (const number of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => dayFromNumber(number), String(number)).toThrow(expect.objectContaining({ code: "value" }));
  }
});

test("a year has a leap day every four years, not every hundred, but every four hundred", () => {
  expect(["2028-02-29", "2000-02-29"].map(dayFromText)).toEqual(["2028-02-29", "2000-02-29"]);
  expect(["2026-02-29", "1900-02-29", "2100-02-29"].map(dayFromText)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("what is not an ISO date is no day", () => {
  for (const text of [
    "",
    "2026-1-5",
    "20.11.2026",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-11-20T00:00",
    "0000-01-01",
  ]) {
    expect(dayFromText(text), text).toBeUndefined();
  }
  expect(() => parseDay(20261120)).toThrow('"20261120" is not a day like 2026-11-20');
});

test("parts that are not whole numbers make no day", () => {
  expect(dayFromParts(2026, 1.5, 1)).toBeUndefined();
  expect(dayFromParts(2026, 1, Number.NaN)).toBeUndefined();
});

test("weekdays count from Monday", () => {
  expect(
    ["2026-11-16", "2026-11-20", "2026-11-22", "1969-12-31"].map((day) => weekdayOf(parseDay(day))),
  ).toEqual([1, 5, 7, 3]);
});

test("a spreadsheet's serial number goes to its day and back, whatever the time of day", () => {
  expect(serialFromDay(parseDay("1900-03-01"))).toBe(61);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2958465 }),
      fc.double({ min: 0, max: 0.99999, noNaN: true }),
      (serial, time) => {
        const day = dayFromSerial(serial + time);
        expect(day === undefined ? undefined : serialFromDay(day)).toBe(serial);
      },
    ),
  );
});

test("no day has a serial number below 1 or beyond the year 9999", () => {
  for (const serial of [0, 0.75, -1, 2958466, Number.NaN]) expect(dayFromSerial(serial)).toBeUndefined();
});

test("the number of a date is told without checking its parts", () => {
  expect(civilToDayNumber(2026, 11, 20)).toBe(20777);
  expect(civilToDayNumber(2026, 11, 0)).toBe(20757);
});
