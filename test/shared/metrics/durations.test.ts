import { expect, test } from "vitest";
import { durations } from "../../../shared/metrics/durations.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { paths } from "../../moves.ts";
import { offers } from "../../pipelines.ts";

function inLead(lines: readonly string[], from?: string) {
  return durations(offers, paths(...lines), from === undefined ? {} : { from: parseDay(from) })[0];
}

test("time in a stage is that of the latest visit, and beside it of all visits together", () => {
  const lead = inLead(["ada: Lead@0 Offer@10 Lead@20 Offer@24"]);
  expect(lead?.latest).toEqual({ n: 1, medianDays: 4, p80Days: 4, plainMedianDays: 4 });
  expect(lead?.cumulative).toEqual({ n: 1, medianDays: 14, p80Days: 14, plainMedianDays: 14 });
});

// Left after 2, 4 and 6 days; one open for 5. S(2) = 3/4, S(4) = 1/2, S(6) = 0.
test("a visit that still runs makes the median longer than the plain one", () => {
  const lead = inLead(["a: Lead@0 Offer@2", "b: Lead@0 Offer@4", "c: Lead@0 Offer@6", "d: Lead@95"]);
  expect(lead?.latest).toEqual({ n: 4, medianDays: 4, p80Days: 6, plainMedianDays: 4 });
  const open = inLead(["a: Lead@0 Offer@2", "b: Lead@0 Offer@4", "c: Lead@0", "d: Lead@0", "e: Lead@0"]);
  expect(open?.latest).toEqual({ n: 5, plainMedianDays: 3 });
});

test("a removed record was still there when it was lost from sight; one handed on has left", () => {
  expect(inLead(["ada: Lead@0 removed@8"])?.latest).toEqual({ n: 1 });
  expect(inLead(["ada: Lead@0 handedOn@8"])?.latest).toMatchObject({ n: 1, medianDays: 8 });
});

test("all visits together still run when the latest does", () => {
  expect(inLead(["ada: Lead@0 Offer@10 Lead@20"])?.cumulative).toEqual({ n: 1 });
});

test("a period takes the visits that began in it", () => {
  expect(inLead(["ada: Lead@0 Offer@10", "bob: Lead@20 Offer@23"], "2026-01-15")?.latest).toMatchObject({
    n: 1,
    medianDays: 3,
  });
});

test("a stage that nobody was in has no time", () => {
  expect(durations(offers, paths("ada: Lead"))[1]?.latest).toEqual({ n: 0 });
});
