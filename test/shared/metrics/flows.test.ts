import fc from "fast-check";
import { expect, test } from "vitest";
import { flows, flowsByGroup, flowsByWeek } from "../../../shared/metrics/flows.ts";
import { funnels } from "../../../shared/metrics/funnels.ts";
import { outcomes } from "../../../shared/metrics/outcomes.ts";
import { addDays, parseDay } from "../../../shared/value/day.ts";
import { paths, pathsIn } from "../../moves.ts";
import { shop } from "../../pipelines.ts";
import { histories } from "../../stories.ts";

const offersOn = (period: Parameters<typeof flows>[2], ...lines: readonly string[]) =>
  flows(shop, pathsIn(shop, 100, lines), period);

test("what happened is counted on its own day, the first day included and the last not", () => {
  const week = { from: parseDay("2026-01-11"), to: parseDay("2026-01-18") };
  expect(offersOn(week, "ada: Lead@9.9 Offer@10", "bob: Lead@10 Offer@16.9", "cyd: Lead@17")).toEqual({
    entered: 1,
    movedOn: 2,
    won: 0,
    lost: 0,
  });
});

test("coming back to where it was before is no move on, and neither is a stage aside", () => {
  expect(offersOn({}, "ada: Lead Offer Lead Offer Sample Parked Offer")).toMatchObject({ movedOn: 1 });
  expect(offersOn({}, "ada: Lead Offer Lead Won")).toMatchObject({ movedOn: 2, won: 1 });
});

test("a record is won once, and lost only where it stands lost and never was won", () => {
  expect(offersOn({}, "ada: Lead Won Loop Won", "bob: Lead Won Lost", "cyd: Lead Lost Lead")).toMatchObject({
    won: 2,
    lost: 0,
  });
  expect(offersOn({}, "ada: Lead Lost", "bob: Lead Lost removed", "cyd: Lead Avoid")).toMatchObject({
    lost: 1,
  });
});

test("the groups of records are counted apart, and a negative group not at all", () => {
  const grouped = flowsByGroup(shop, paths("ada: Lead Offer", "bob: Lead", "cyd: Lead"), {
    group: Int32Array.of(1, 0, -1),
    groups: 2,
  });
  expect(grouped.map(({ entered, movedOn }) => [entered, movedOn])).toEqual([
    [1, 0],
    [1, 1],
  ]);
});

test("won and lost agree with the outcomes, and entered with the records, whatever happened when", () => {
  const day = fc.integer({ min: 0, max: 12 }).map((days) => addDays(parseDay("2026-01-01"), days));
  fc.assert(
    fc.property(histories, day, (lines, from) => {
      const told = pathsIn(shop, 100, lines);
      const { entered, won, lost } = flows(shop, told, { from });
      const closed = outcomes(shop, told, { from });
      const began = funnels(shop, told, { from });
      expect({ won, lost }).toEqual({ won: closed.won, lost: closed.lost });
      expect(entered).toBeGreaterThanOrEqual(began.reduce((sum, { now }) => sum + now, 0));
    }),
  );
});

test("the weeks that cover a period tell together what the period tells, whatever happened when", () => {
  const day = fc.integer({ min: -3, max: 20 }).map((days) => addDays(parseDay("2026-01-01"), days));
  fc.assert(
    fc.property(histories, day, fc.integer({ min: 1, max: 4 }), (lines, from, weeks) => {
      const told = pathsIn(shop, 100, lines);
      const sums = flowsByWeek(shop, told, { from, weeks }).reduce((left, right) => ({
        entered: left.entered + right.entered,
        movedOn: left.movedOn + right.movedOn,
        won: left.won + right.won,
        lost: left.lost + right.lost,
      }));
      expect(sums).toEqual(flows(shop, told, { from, to: addDays(from, 7 * weeks) }));
    }),
  );
});
