// Days off as they are typed and pasted.

import { expect, test } from "vitest";
import { daysOffFromText } from "../../../shared/definition/days-off-text.ts";

test.each([
  ["a day alone", "2026-12-25", [["2026-12-25", ""]]],
  ["a day and its name, pasted from a sheet", "25/12/2026\tChristmas Day", [["2026-12-25", "Christmas Day"]]],
  ["a name before its day", "New Year's Day – 1 January 2027", [["2027-01-01", "New Year's Day"]]],
  ["a name that ends with a weekday", "Easter Monday, 6 April 2026", [["2026-04-06", "Easter Monday"]]],
  ["a day with its weekday", "Friday, 25 December 2026", [["2026-12-25", ""]]],
  [
    "several in a line",
    "2026-12-25, 2026-12-26",
    [
      ["2026-12-25", ""],
      ["2026-12-26", ""],
    ],
  ],
  ["the same day twice", "2026-12-25 Christmas\n25 Dec 2026", [["2026-12-25", "Christmas"]]],
])("%s is understood", (_, text, days) => {
  const { daysOff, faults } = daysOffFromText(text);
  expect(daysOff.map(({ day, what }) => [day, what])).toEqual(days);
  expect(faults).toEqual([]);
});

test("a line that names no day is told, and the others count", () => {
  const { daysOff, faults } = daysOffFromText("2026-12-25\nthe week after Easter\n\n");
  expect(daysOff.map(({ day }) => day)).toEqual(["2026-12-25"]);
  expect(faults).toEqual(['"the week after Easter" names no day; write it as 2026-12-25']);
});
