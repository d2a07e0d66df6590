import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDay } from "../../../shared/value/day.ts";
import {
  compareMoments,
  dayOf,
  daysElapsed,
  endOfDay,
  instantMs,
  momentFromInstant,
  momentInZone,
  parseMoment,
  utc,
  wallMs,
  type Zone,
} from "../../../shared/value/moment.ts";

const HOUR_MS = 3_600_000;

/** A zone that goes from one offset to another at one instant. */
function changing(name: string, at: string, before: number, after: number): Zone {
  const changeMs = Date.parse(at);
  return { name, offsetMinutesAt: (ms) => (ms < changeMs ? before : after) };
}

const spring = changing("Spring", "2026-03-29T01:00:00Z", 60, 120);
const autumn = changing("Autumn", "2026-10-25T01:00:00Z", 120, 60);
// Samoa left out a whole day; Kathmandu and Newfoundland have odd minutes.
const samoa = changing("Samoa", "2011-12-30T10:00:00Z", -600, 840);
const kathmandu: Zone = { name: "Kathmandu", offsetMinutesAt: () => 345 };
const newfoundland: Zone = { name: "Newfoundland", offsetMinutesAt: () => -210 };
// Amsterdam before 1937: 19 minutes and 32 seconds.
const amsterdam: Zone = { name: "Amsterdam", offsetMinutesAt: () => 19 + 32 / 60 };
const zones = fc.constantFrom(utc, amsterdam, spring, autumn, samoa, kathmandu, newfoundland);
// From the year 2 to 9998, and densely around the changes of clocks.
const instants = fc.oneof(
  fc.integer({ min: -62_100_000_000_000, max: 253_300_000_000_000 }),
  fc.integer({ min: Date.parse("2026-03-28T12:00:00Z"), max: Date.parse("2026-03-29T12:00:00Z") }),
  fc.integer({ min: Date.parse("2026-10-24T12:00:00Z"), max: Date.parse("2026-10-25T12:00:00Z") }),
  fc.integer({ min: Date.parse("2011-12-29T00:00:00Z"), max: Date.parse("2011-12-31T12:00:00Z") }),
);

test("an instant goes to its moment in any zone and back unchanged", () => {
  fc.assert(
    fc.property(instants, zones, (ms, zone) => {
      expect(instantMs(momentFromInstant(ms, zone))).toBe(ms);
    }),
  );
});

test("a moment that is read again, or told again in its zone, is the same text", () => {
  fc.assert(
    fc.property(instants, zones, (ms, zone) => {
      const moment = momentFromInstant(ms, zone);
      expect(parseMoment(moment)).toBe(moment);
      expect(momentInZone(moment, zone)).toBe(moment);
    }),
  );
});

test("a local time read in a zone keeps its wall clock, unless the clocks skip it", () => {
  fc.assert(
    fc.property(instants, zones, (ms, zone) => {
      const local = momentFromInstant(ms, zone);
      const read = momentInZone(local.slice(0, -6), zone);
      expect(read?.slice(0, -6)).toBe(local.slice(0, -6));
      expect(read === undefined ? ms : instantMs(read)).toBeLessThanOrEqual(ms);
    }),
  );
});

test("the text of a moment agrees with the computer's own", () => {
  fc.assert(
    fc.property(instants, (ms) => {
      const text = new Date(ms).toISOString().replace(".000", "").replace("Z", "+00:00");
      expect(momentFromInstant(ms, utc)).toBe(text);
      expect(wallMs(parseMoment(text))).toBe(ms);
    }),
  );
});

test("a time that the clocks skip is read as if they had not been changed yet", () => {
  expect(momentInZone("2026-03-29T02:30:00", spring)).toBe("2026-03-29T03:30:00+02:00");
  expect(momentInZone("2026-03-29T01:59:59", spring)).toBe("2026-03-29T01:59:59+01:00");
  expect(momentInZone("2026-03-29T03:00:00", spring)).toBe("2026-03-29T03:00:00+02:00");
});

test("a time that comes twice is its first coming", () => {
  expect(momentInZone("2026-10-25T02:10:00", autumn)).toBe("2026-10-25T02:10:00+02:00");
  expect(momentInZone("2026-10-25T02:10:00+01:00", autumn)).toBe("2026-10-25T02:10:00+01:00");
});

test("an offset with seconds is told in whole minutes and moves no day", () => {
  expect(momentInZone("1900-01-01", amsterdam)).toBe("1900-01-01T00:00:00+00:20");
});

test("a day is its first instant, and ends with its last second", () => {
  expect(momentInZone("2026-10-25", autumn)).toBe("2026-10-25T00:00:00+02:00");
  expect(endOfDay(parseDay("2026-10-25"), autumn)).toBe("2026-10-25T23:59:59+01:00");
});

test("days are told by the wall clock, hours by the instant", () => {
  const [before, after] = [
    parseMoment("2026-10-24T12:00:00+02:00"),
    parseMoment("2026-10-25T12:00:00+01:00"),
  ];
  expect(daysElapsed(before, after)).toBe(1);
  expect((instantMs(after) - instantMs(before)) / HOUR_MS).toBe(25);
});

test("the day of a moment is the one where it was told", () => {
  expect(dayOf(parseMoment("2026-11-20T23:30:00-05:00"))).toBe("2026-11-20");
});

test("moments are ordered by the instant, also where their clocks say otherwise", () => {
  const moments = ["2026-10-25T02:10:00+01:00", "2026-10-25T02:50:00+02:00"].map(parseMoment);
  expect([...moments].sort(compareMoments)).toEqual([...moments].reverse());
});

test("the spellings of a moment are one moment", () => {
  const spellings = [
    "2026-11-20 08:30+01:00",
    "2026-11-20T08:30:00+0100",
    "2026-11-20T08:30:00.000+01:00",
    " 2026-11-20T08:30:00 +01:00 ",
  ];
  for (const text of spellings) expect(parseMoment(text)).toBe("2026-11-20T08:30:00+01:00");
  expect(parseMoment("2011-10-11T11:45:40.276Z")).toBe("2011-10-11T11:45:40.276+00:00");
  expect(parseMoment("2026-11-20T08:30:00-00:00")).toBe("2026-11-20T08:30:00+00:00");
});

test("what is not a time, or has no offset where one is needed, is no moment", () => {
  for (const text of [
    "2026-11-20T08:30:00",
    "2026-11-20",
    "2026-11-20T24:00:00Z",
    "2026-02-29T08:00:00Z",
    "2026-13-20T08:30:00+01:00",
    "2026-11-00T08:30:00+01:00",
    "2026-11-31T08:30:00+01:00",
    "2026-02-29T08:30:00+01:00",
    "2026-12-32T08:30:00+01:00",
    "0000-11-20T08:30:00+01:00",
    "2026-11-20T08:60:00+01:00",
    "2026-11-20T24:00:00+01:00",
    "2026-11-20T08:30:00+24:00",
    "soon",
    "",
    "2026-11-20T08:30:00+99:00",
    "2026-11-20T08:30:00+01:75",
  ]) {
    expect(() => parseMoment(text), text).toThrow(expect.objectContaining({ code: "value" }));
  }
  expect(() => parseMoment(null)).toThrow('"null" is not a time like 2026-11-20T08:30:00+01:00');
  expect(momentInZone("soon", utc)).toBeUndefined();
});

test("a moment that its zone would carry out of the years 1 to 9999 is none", () => {
  expect(momentInZone("9999-12-31T23:30:00-01:00", utc)).toBeUndefined();
  expect(momentInZone("0001-01-01T00:30:00Z", newfoundland)).toBeUndefined();
});
