// Where the clock of the preview goes, and where it halts on the way.

import { expect, test } from "vitest";
import { stopsBetween } from "../../../local/preview/live/live-clock.ts";
import { nextTime } from "../../../local/preview/live/next-time.ts";

const FRIDAY = Date.UTC(2026, 9, 23, 15, 30);
const HOUR = 3_600_000;

test("tomorrow is the morning of the next day on the wall of the book", () => {
  expect(new Date(nextTime(FRIDAY, "tomorrow", "Europe/Amsterdam")).toISOString()).toBe(
    "2026-10-24T07:00:00.000Z",
  );
});

test("next Monday is nine in the morning, also where the clocks change on the way", () => {
  expect(new Date(nextTime(FRIDAY, "next Monday", "Europe/Amsterdam")).toISOString()).toBe(
    "2026-10-26T08:00:00.000Z",
  );
});

test("on a Monday, next Monday is a week away", () => {
  const monday = Date.UTC(2026, 9, 26, 12);
  expect(new Date(nextTime(monday, "next Monday", "Etc/UTC")).toISOString()).toBe("2026-11-02T09:00:00.000Z");
});

test("a short way halts at its end, a long one six times", () => {
  expect(stopsBetween(FRIDAY, FRIDAY + HOUR)).toEqual([FRIDAY + HOUR]);
  expect(stopsBetween(FRIDAY, FRIDAY + 60 * HOUR).map((stop) => (stop - FRIDAY) / HOUR)).toEqual([
    10, 20, 30, 40, 50, 60,
  ]);
});

test("the clock does not go back", () => {
  expect(stopsBetween(FRIDAY, FRIDAY - HOUR)).toEqual([]);
});
