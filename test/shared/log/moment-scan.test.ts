import fc from "fast-check";
import { expect, test } from "vitest";
import { scanOffsetMs, scanWallMs } from "../../../shared/log/moment-scan.ts";
import { instantMs, momentFromInstant, wallMs } from "../../../shared/value/moment.ts";

test("a scanned time is the moment that the text names", () => {
  const instants = fc.integer({ min: -6e13, max: 2e14 });
  const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
  fc.assert(
    fc.property(instants, offsets, (instant, minutes) => {
      const moment = momentFromInstant(instant, { name: "test", offsetMinutesAt: () => minutes });
      expect(scanWallMs(moment)).toBe(wallMs(moment));
      expect(scanWallMs(moment) - scanOffsetMs(moment)).toBe(instantMs(moment));
    }),
  );
});

test("the Z form has no offset", () => {
  expect(scanOffsetMs("2026-11-20T08:30:00Z")).toBe(0);
  expect(scanOffsetMs("2026-11-20T08:30:00.250Z")).toBe(0);
});

test.each([
  "",
  "2026-11-20",
  "2026-11-20 08:30:00+01:00",
  "2026-13-20T08:30:00+01:00",
  "2026-11-20T24:30:00+01:00",
  "2026-11-20T08:30:00",
  "2026-11-20T08:30:00+01:00 or so",
  "2026-11-2oT08:30:00+01:00",
])("%j is not a time", (text) => {
  expect(scanWallMs(text) - scanOffsetMs(text)).toBeNaN();
});
