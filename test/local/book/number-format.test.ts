import { expect, test } from "vitest";
import { isDateCode } from "../../../local/book/number-format.ts";

test("a format with letters of a date or a time shows one", () => {
  const dates = [
    "yyyy-mm-dd",
    "[$-413]d mmmm yyyy;@",
    "h:mm AM/PM",
    "[h]:mm",
    "[mm]",
    'dd"x"',
    "yyyy\\-mm",
    "mm:ss.0",
  ];
  expect(dates.filter((code) => !isDateCode(code))).toEqual([]);
});

test("colours, quotes and escapes are no letters of a date", () => {
  const others = [
    "General",
    "0.00",
    "@",
    "[Red]0",
    '0 "days"',
    "#,##0\\ \\d",
    "0_m",
    '[$€-x-euro2] 0;"min"',
    "0.0E+00",
    "[Yellow]0;[Red]-0",
  ];
  expect(others.filter(isDateCode)).toEqual([]);
});
