// The spreadsheet's zone through the one question that Google answers of it, held against what this machine knows.

import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cellFromValue } from "../../apps-script/book/cell-from-value.ts";
import { bookZone } from "../../apps-script/zone.ts";
import { formattedDate } from "../../local/apps-script/script/formatted-date.ts";
import { zoneClock } from "../../local/apps-script/zone-clock.ts";
import { timeZone } from "../../sync/time-zone.ts";

// As the small Google of this machine answers it.
function formatDate(date: Date, zone: string, pattern: string): string {
  return formattedDate(date.getTime(), zoneClock(zone), pattern);
}

beforeAll(() => vi.stubGlobal("Utilities", { formatDate }));
afterAll(() => vi.unstubAllGlobals());

const ZONES = [
  "Europe/Amsterdam",
  "America/Sao_Paulo",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "UTC",
];

test("the offset at any instant is the one that the zone has", () => {
  const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), instant, (name, ms) => {
      expect(bookZone(name).offsetMinutesAt(ms)).toBe(timeZone(name).offsetMinutesAt(ms));
    }),
  );
});

test("midnight of a day in the zone is that day's serial number, on days with a change of clocks, too", () => {
  const zone = bookZone("Europe/Amsterdam");
  expect(cellFromValue(new Date("2026-03-28T23:00:00Z"), zone)).toEqual({ serial: 46110 });
  expect(cellFromValue(new Date("2026-10-24T22:00:00Z"), zone)).toEqual({ serial: 46320 });
});
