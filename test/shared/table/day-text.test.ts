import fc from "fast-check";
import { expect, test } from "vitest";
import { type DayOrder, dayFromTypedText, isPlainlyDay } from "../../../shared/table/day-text.ts";
import { monthFromName } from "../../../shared/table/month-name.ts";
import { dayFromNumber } from "../../../shared/value/day.ts";

test("the usual spellings of a day are that day", () => {
  const iso = [
    "2026-11-20",
    "2026/11/20",
    "2026.11.20",
    "20261120",
    "2026-11-20T08:30:00Z",
    "2026-11-20 08:30:00.000+01:00",
  ];
  const numbers = [
    "20.11.2026",
    "20/11/2026",
    "20-11-2026",
    "11/20/2026",
    "20.11.26",
    "20. 11. 2026",
    "20/11/2026 14:30",
  ];
  const words = [
    "20 Nov 2026",
    "20. November 2026",
    "20-Nov-26",
    "November 20, 2026",
    "Nov 20th 2026",
    "2026 Nov 20",
  ];
  const more = [
    "Friday, 20 November 2026",
    "20th of November, 2026",
    "20 de noviembre de 2026",
    "20 Nov 2026 at 8:30 pm",
  ];
  for (const text of [...iso, ...numbers, ...words, ...more]) {
    expect(dayFromTypedText(text), text).toBe("2026-11-20");
  }
});

test("a day that could be read either way goes by the order of the column, day first by default", () => {
  expect(dayFromTypedText("05/06/2026")).toBe("2026-06-05");
  expect(dayFromTypedText("05/06/2026", "month first")).toBe("2026-05-06");
});

test("a day that fits one order only is read in that one", () => {
  expect(dayFromTypedText("11/20/2026", "day first")).toBe("2026-11-20");
  expect(dayFromTypedText("20/11/2026", "month first")).toBe("2026-11-20");
});

test("two digits of a year lie between 1969 and 2068", () => {
  expect(dayFromTypedText("1/2/69")).toBe("1969-02-01");
  expect(dayFromTypedText("1/2/68")).toBe("2068-02-01");
});

test("a day that does not exist, or is not said in full, is none", () => {
  const texts = [
    "31.02.2026",
    "29/02/2026",
    "32/13/2026",
    "20/11",
    "Nov 20",
    "November 2026",
    "2026",
    "46110",
  ];
  for (const text of [
    ...texts,
    "soon",
    "",
    "Q3 2026",
    "20-11/2026",
    "1.2.3",
    "20 Foo 2026",
    "2026-W47-5",
    "12:30",
  ]) {
    expect(dayFromTypedText(text), text).toBeUndefined();
  }
});

test("months are known by their names in the languages of western Europe, and not when two fit", () => {
  expect(["Nov", "nov.", "MÄRZ", "août", "mei", "dic", "Sept."].map(monthFromName)).toEqual([
    11, 11, 3, 8, 5, 12, 9,
  ]);
  expect(["ju", "jui", "x", "", "constructor"].map(monthFromName)).toEqual(Array(5).fill(undefined));
});

test("a code of numbers is not plainly a day", () => {
  expect(["3.1.10", "1.2.3", "20261120", "12-11-10"].map(isPlainlyDay)).toEqual([false, false, false, false]);
  expect(["11/20/26", "20.11.2026", "20-Nov-26"].map(isPlainlyDay)).toEqual([true, true, true]);
});

test("every day is read from each spelling in the order that it is written in", () => {
  const days = fc.integer({ min: 0, max: 60_000 }).map(dayFromNumber);
  fc.assert(
    fc.property(
      days,
      fc.constantFrom<DayOrder>("day first", "month first"),
      fc.constantFrom("/", ".", "-"),
      (day, order, mark) => {
        const [year = "", month = "", dayOfMonth = ""] = day.split("-");
        const parts = order === "day first" ? [dayOfMonth, month, year] : [month, dayOfMonth, year];
        expect(dayFromTypedText(parts.join(mark), order)).toBe(day);
        expect(dayFromTypedText([year, month, dayOfMonth].join(mark), order)).toBe(day);
      },
    ),
  );
});

test("no text makes the reader stumble", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789/.-: TNov,áp") }), (text) => {
      expect(dayFromTypedText(text) ?? "0000-00-00").toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }),
  );
});
