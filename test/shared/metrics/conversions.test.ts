import fc from "fast-check";
import { expect, test } from "vitest";
import { pathsOf } from "../../../shared/log/paths-builder.ts";
import { conversion, conversions } from "../../../shared/metrics/conversions.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { parseMoment } from "../../../shared/value/moment.ts";
import { entryOf, paths, pathsIn } from "../../moves.ts";
import { offers, shop } from "../../pipelines.ts";
import { histories } from "../../stories.ts";

test("of the records that entered, some converted, some dropped and the rest are pending", () => {
  const story = paths("ada: Lead Offer", "bob: Lead Lost", "cyd: Lead", "dan: Lead Offer Lost");
  expect(conversions(offers, story)[0]).toMatchObject({
    from: "lead",
    to: "offer",
    entered: 4,
    converted: 2,
    dropped: 1,
    pending: 1,
    rate: 0.5,
    decided: 2 / 3,
  });
});

test("a stage that is skipped on the way forward counts as passed", () => {
  expect(conversions(offers, paths("ada: Lead Won"))[0]?.converted).toBe(1);
});

test("strict order needs the goal itself", () => {
  const pair = { start: "lead", goal: "offer", order: "strict" } as const;
  expect(conversion(offers, paths("ada: Lead Won", "bob: Lead Offer"), pair).converted).toBe(1);
});

test("a goal that comes before the start, or has no rank, is meant itself", () => {
  const story = pathsIn(shop, 100, ["ada: Offer Lead", "bob: Offer Won", "cyd: Offer Sample Won"]);
  expect(conversion(shop, story, { start: "offer", goal: "lead" }).converted).toBe(1);
  expect(conversion(shop, story, { start: "offer", goal: "sample" }).converted).toBe(1);
});

test("what came before the first entry is no conversion, and coming again counts once", () => {
  const story = paths("ada: Won Lead", "bob: Lead Offer Lead Offer");
  expect(conversions(offers, story)[0]).toMatchObject({ entered: 2, converted: 1, pending: 1 });
});

test("a lost record that was reopened has not dropped", () => {
  expect(conversions(offers, paths("ada: Lead Lost Lead"))[0]).toMatchObject({ dropped: 0, pending: 1 });
});

test("to be better avoided is to have dropped", () => {
  expect(conversions(shop, pathsIn(shop, 100, ["ada: Lead Avoid"]))[0]?.dropped).toBe(1);
});

test("a record that was removed, from lost too, or handed on is pending", () => {
  const story = paths("ada: Lead removed", "bob: Lead Lost removed", "cyd: Lead handedOn");
  expect(conversions(offers, story)[0]).toMatchObject({ entered: 3, dropped: 0, pending: 3 });
});

test("a record first seen beyond a stage did not enter it, and is told beside", () => {
  const steps = conversions(offers, paths("ada: Offer Won", "bob: Lead Offer", "cyd: Lost"));
  expect(steps[0]).toMatchObject({ entered: 1, firstSeenLater: 1 });
  expect(steps[1]).toMatchObject({ entered: 2, firstSeenLater: 0 });
});

test("without anybody there is no rate", () => {
  const step = conversions(offers, paths("ada: Lead"))[1];
  expect(step).toEqual({
    from: "offer",
    to: "won",
    entered: 0,
    converted: 0,
    dropped: 0,
    pending: 0,
    firstSeenLater: 0,
    within: { days: 90, mature: 0, converted: 0 },
  });
});

test("a period takes the records whose first entry lies in it, its last day left out", () => {
  const story = paths("ada: Lead@1 Offer@50", "bob: Lead@2", "cyd: Lead@9 Lead@3");
  const period = { from: parseDay("2026-01-02"), to: parseDay("2026-01-03") };
  expect(conversions(offers, story, period)[0]).toMatchObject({ entered: 1, converted: 1 });
});

// As of day 100 with 30 days: ada and bob entered by day 70; ada took 20 days, bob 40, cyd is too young.
test("within a time only those count that had so much time", () => {
  const story = paths("ada: Lead@10 Offer@30", "bob: Lead@20 Offer@60", "cyd: Lead@80 Offer@81");
  const within = conversions(offers, story, { withinDays: 30 })[0]?.within;
  expect(within).toMatchObject({ days: 30, mature: 2, converted: 1, rate: 0.5 });
});

test("a record that entered exactly so long ago is mature, and that took exactly so long is in time", () => {
  const within = conversions(offers, paths("ada: Lead@70 Offer@100"), { withinDays: 30 })[0]?.within;
  expect(within).toMatchObject({ mature: 1, converted: 1 });
});

// Days from Lead: ada converts at 10, bob drops at 20, cyd is pending at 30, dan converts at 40.
// At 10: 1/4. At 20 half are left. cyd leaves sight. At 40 the last one: 1/4 + 1/2.
test("the long run shares out those who have not decided", () => {
  const story = paths("ada: Lead@0 Offer@10", "bob: Lead@0 Lost@20", "cyd: Lead@70", "dan: Lead@0 Offer@40");
  const step = conversions(offers, story)[0];
  expect(step?.longRun).toBeCloseTo(0.75, 12);
  expect(step?.rate).toBe(0.5);
  expect(step?.decided).toBeCloseTo(2 / 3, 12);
});

test("while nobody has decided there is no long run", () => {
  expect(conversions(offers, paths("ada: Lead"))[0]).not.toHaveProperty("longRun");
});

test("a week across a change of clocks is seven days", () => {
  const log = [
    entryOf({
      record: "ada",
      n: 1,
      kind: "created",
      to: "lead",
      at: parseMoment("2026-10-20T09:00:00+02:00"),
    }),
    entryOf({
      record: "ada",
      n: 2,
      kind: "moved",
      to: "offer",
      at: parseMoment("2026-10-27T09:00:00+01:00"),
    }),
  ];
  const story = pathsOf(["lead", "offer", "won", "lost"], log, parseMoment("2026-12-31T00:00:00+01:00"));
  expect(conversions(offers, story, { withinDays: 7 })[0]?.within.converted).toBe(1);
});

test("entered = converted + dropped + pending, whatever happened", () => {
  fc.assert(
    fc.property(histories, (lines) => {
      for (const step of conversions(shop, pathsIn(shop, 8, lines))) {
        expect(step.entered).toBe(step.converted + step.dropped + step.pending);
        expect(step.within.converted).toBeLessThanOrEqual(step.within.mature);
        expect(step.longRun ?? 0).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});
