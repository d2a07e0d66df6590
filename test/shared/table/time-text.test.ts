import fc from "fast-check";
import { expect, test } from "vitest";
import { serialFromTime, timeFromSerial, timeFromText } from "../../../shared/table/time-text.ts";

test("the usual spellings of a time are that time", () => {
  for (const text of [
    "20:30",
    "20:30:59",
    "8:30 pm",
    "8.30 PM",
    "08:30:00 p.m.",
    "20.30",
    "20h30",
    "20:30 Uhr",
  ]) {
    expect(timeFromText(text), text).toBe("20:30");
  }
  expect(["8 am", "12 am", "12:15 pm", "0:05", "8 h"].map(timeFromText)).toEqual([
    "08:00",
    "00:00",
    "12:15",
    "00:05",
    "08:00",
  ]);
});

test("what is no time of day is none", () => {
  for (const text of [
    "24:00",
    "8:60",
    "13 pm",
    "0 am",
    "8",
    "8.5",
    "830",
    "noon",
    "",
    "2026-11-20",
    "-1:00",
  ]) {
    expect(timeFromText(text), text).toBeUndefined();
  }
});

test("the fraction of a day is a time, and a day without one is not", () => {
  expect([0, 0.5, 46110.75, 0.9999999].map(timeFromSerial)).toEqual(["00:00", "12:00", "18:00", "23:59"]);
  expect([1, 46110, -0.5, Number.NaN].map(timeFromSerial)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("every minute of the day goes to its fraction and back unchanged", () => {
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), (hours, minutes) => {
      const time = `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
      expect(timeFromSerial(serialFromTime(time))).toBe(time);
      expect(timeFromText(time)).toBe(time);
    }),
  );
});
