import { expect, test } from "vitest";
import {
  countWords,
  daysWords,
  dayWords,
  numberWords,
  percentWords,
  rangeWords,
  rateWords,
  shareWords,
  waitWords,
} from "../../../shared/report/number-words.ts";
import { pluralOf } from "../../../shared/value/noun.ts";

test("a share of fewer than five is told as k of n, without a percentage or a range", () => {
  expect(shareWords(2, { n: 4, rate: 0.5, low: 0.15, high: 0.85 })).toBe("2 of 4");
  expect(rateWords({ n: 4, rate: 0.5 })).toBeUndefined();
  expect(rangeWords({ n: 4, low: 0.15, high: 0.85 })).toBeUndefined();
});

test("from five on a share has its percentage and its range", () => {
  expect(shareWords(2, { n: 5, rate: 0.4, low: 0.1176, high: 0.7693 })).toBe("2 of 5 (40 %, 12–77 %)");
});

test("a range that is too narrow to be seen is left out", () => {
  expect(shareWords(1, { n: 5, rate: 0.2, low: 0.201, high: 0.203 })).toBe("1 of 5 (20 %)");
});

test("a rate that is not known has no percentage", () => {
  expect(shareWords(0, { n: 9 })).toBe("0 of 9");
});

test("only nothing is 0 % and only all is 100 %", () => {
  expect([0, 0.004, 0.006, 0.996, 1].map(percentWords)).toEqual([
    "0 %",
    "under 1 %",
    "1 %",
    "over 99 %",
    "100 %",
  ]);
});

test("thousands have a comma, and decimals do not", () => {
  expect([0, 999, 1000, 1234567, 1234.5678, -8800].map(numberWords)).toEqual([
    ...["0", "999", "1,000", "1,234,567", "1,234.57", "-8,800"],
  ]);
});

test("one of a noun is singular, none and many are plural", () => {
  expect([0, 1, 2].map((count) => countWords(count, "deal"))).toEqual(["0 deals", "1 deal", "2 deals"]);
});

test("plurals follow the plain English rule and leave other scripts alone", () => {
  expect(["deal", "company", "day", "pitch", "box", "speaking gig", "订单"].map(pluralOf)).toEqual([
    ...["deals", "companies", "days", "pitches", "boxes", "speaking gigs", "订单"],
  ]);
});

test("a length of time is told in hours below a day, and to a tenth below ten days", () => {
  expect([0, 0.02, 1 / 24, 0.125, 0.99, 1, 1.55, 9.96, 57.4, 1200].map(daysWords)).toEqual([
    ...[
      "same day",
      "less than an hour",
      "1 hour",
      "3 hours",
      "1 day",
      "1 day",
      "1.6 days",
      "10 days",
      "57 days",
    ],
    "1,200 days",
  ]);
});

test("what waits since this moment is told like what waits since one ago", () => {
  expect([0, 0.001, 1 / 24].map(waitWords)).toEqual(["less than an hour", "less than an hour", "1 hour"]);
});

test("a day is told as people write it, whether it comes alone or with a time", () => {
  expect(["2017-12-31T23:59:59+00:00", "2026-03-01", "soon"].map(dayWords)).toEqual([
    ...["31 December 2017", "1 March 2026", "soon"],
  ]);
});
