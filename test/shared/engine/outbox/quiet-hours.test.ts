// Hours in which nobody wants mail, told by the clock of the book.

import { expect, test } from "vitest";
import { quietMessages } from "../../../../shared/engine/outbox/quiet-hours.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { fixtures } from "../../../fixtures.ts";

const message = {
  id: "offer_mail",
  name: "Offer",
  purpose: "service",
  to: "contact",
  cc: [],
  subject: "",
  body: "",
  reviewFirst: false,
} as const;

const asked = {
  ...fixtures.entry,
  kind: "message",
  data: { do: "send", message: "offer_mail" },
  id: "m1",
} as const;

function waitsAt(quietHours: string, moment: string): boolean {
  const pipeline = { ...fixtures.offers, messages: [{ ...message, quietHours }] };
  const definition = { ...fixtures.book, pipelines: [pipeline] };
  return quietMessages([asked], { definition, now: parseMoment(moment) }).has("m1");
}

test("hours over midnight are quiet in the evening and in the morning", () => {
  const quiet = ["20:00", "23:59", "00:00", "07:59"].map((time) =>
    waitsAt("20:00-08:00", `2026-11-20T${time}:00Z`),
  );
  const loud = ["08:00", "12:00", "19:59"].map((time) => waitsAt("20:00-08:00", `2026-11-20T${time}:00Z`));
  expect([quiet, loud]).toEqual([
    [true, true, true, true],
    [false, false, false],
  ]);
});

test("hours within a day are quiet between them", () => {
  expect(waitsAt("12:00-13:30", "2026-11-20T12:30:00Z")).toBe(true);
  expect(waitsAt("12:00-13:30", "2026-11-20T13:30:00Z")).toBe(false);
});

test("hours are those of the book's own clock", () => {
  expect(waitsAt("20:00-08:00", "2026-11-20T20:30:00+09:00")).toBe(true);
  expect(waitsAt("20:00-08:00", "2026-11-20T11:30:00Z")).toBe(false);
});

test("hours that begin when they end are none", () => {
  expect(waitsAt("08:00-08:00", "2026-11-20T08:00:00Z")).toBe(false);
});
