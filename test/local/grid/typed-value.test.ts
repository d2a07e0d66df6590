import { expect, test } from "vitest";
import { typedValue } from "../../../local/grid/typed-value.ts";

const american = { locale: "en_US", presentYear: 2026 };
const british = { locale: "en_GB", presentYear: 2026 };
const german = { locale: "de_DE", presentYear: 2026 };

test.each([
  ["12", 12],
  ["-1.5", -1.5],
  [".5", 0.5],
  ["1e5", 100_000],
  ["007", 7],
  ["2026", 2026],
  ["TRUE", true],
  ["false", false],
  ["", null],
])("a typed %j is %j", (text, value) => {
  expect(typedValue(text, american)).toEqual({ value });
});

test.each([
  ["1,234", 1234, "#,##0"],
  ["1,234.5", 1234.5, "#,##0.00"],
  ["12%", 0.12, "0%"],
  ["$5", 5, '"$"#,##0.00'],
  ["2026-11-20", 46_346, "yyyy-mm-dd"],
  ["11/20/2026", 46_346, "M/d/yyyy"],
  ["20 Nov 2026", 46_346, "M/d/yyyy"],
  ["1/2", 46_024, "M/d/yyyy"],
  ["12:30", 12.5 / 24, "h:mm"],
  ["1:30 PM", 13.5 / 24, "h:mm am/pm"],
  ["2026-11-20 18:00", 46_346.75, "yyyy-mm-dd h:mm"],
])("a typed %j is %j and shown as %j", (text, value, numberFormat) => {
  expect(typedValue(text, american)).toEqual({ value, numberFormat });
});

test.each([
  "Won",
  "3.1.1",
  "1,23",
  "13/13/2026",
  "25:00",
  "a 12",
  "=",
  "May",
  "12 men",
  "+",
  "5 May 2026 at noon",
])("a typed %j is itself", (text) => {
  expect(typedValue(text, american)).toEqual({ value: text });
});

test("a formula keeps its text, and a quotation mark before it makes it a text", () => {
  expect(typedValue("=A1+1", american)).toEqual({ value: null, formula: "=A1+1" });
  expect(typedValue("'=A1+1", american)).toEqual({ value: "=A1+1" });
  expect(typedValue("'12", american)).toEqual({ value: "12" });
});

test("the locale says which mark stands before the decimals and which number is the month", () => {
  expect(typedValue("1,5", german).value).toBe(1.5);
  expect(typedValue("1.234", german).value).toBe(1234);
  expect(typedValue("5/6/2026", british)).toEqual({ value: 46_178, numberFormat: "dd/MM/yyyy" });
  expect(typedValue("5/6/2026", american).value).toBe(46_148);
});

test("a code with dots is a day where days are written with dots", () => {
  expect(typedValue("3.1.2026", german).value).toBe(46_025);
  expect(typedValue("3.1.2026", american).value).toBe("3.1.2026");
});
