// Days and times as the sheet has them, whatever zone the browser is in.

import { expect, test } from "vitest";
import { dayWords, timeWords } from "../../../apps-script/sidebar/day-words.ts";

test("a time is shown as it stands in the sheet, and never moved into another zone", () => {
  expect(timeWords("2026-11-02T23:30:00-11:00")).toBe("2 Nov 2026, 23:30");
});

test("a day is named without its time", () => {
  expect(dayWords("2026-01-31")).toBe("31 Jan 2026");
});

test("what is no day stays as it is", () => {
  expect([dayWords("soon"), timeWords("soon")]).toEqual(["soon", "soon"]);
});
