// What holds of the goals whatever the history: their parts sum to what other numbers tell of the same records.

import fc from "fast-check";
import { expect, test } from "vitest";
import { deliveries } from "../../../shared/metrics/deliveries.ts";
import { losses } from "../../../shared/metrics/losses.ts";
import { outcomes } from "../../../shared/metrics/outcomes.ts";
import { reasons } from "../../../shared/metrics/reasons.ts";
import { referrals } from "../../../shared/metrics/referrals.ts";
import { naturalLimits } from "../../../shared/statistics/natural-limits.ts";
import { dayFromNumber, dayNumber, parseDay } from "../../../shared/value/day.ts";
import { pathsIn } from "../../moves.ts";
import { shop } from "../../pipelines.ts";

const FIRST = dayNumber(parseDay("2026-01-01"));
const steps = ["Lead", "Offer", "Won", "Loop", "Sample", "Parked", "Lost", "Avoid", "removed"];

// Each line begins with a stage: a record that only was removed has no history.
const line = fc
  .tuple(fc.constantFrom(...steps.slice(0, 8)), fc.array(fc.constantFrom(...steps), { maxLength: 6 }))
  .map(([first, rest]) => [first, ...rest].join(" "));
const lines = fc.array(line, { maxLength: 12 }).map((all) => all.map((each, at) => `r${at}: ${each}`));
const day = fc.integer({ min: 0, max: 8 }).map((after) => dayFromNumber(FIRST + after));
const period = fc
  .tuple(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }))
  .map(([from, to]) => ({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }));
const words = fc.array(fc.constantFrom("", "Price", "price ", "Time"), { minLength: 12, maxLength: 12 });

function byRecord<Told>(told: readonly Told[]): ReadonlyMap<string, Told> {
  return new Map(told.map((each, at) => [`r${at}`, each]));
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

test("losses by stage, and reasons, sum to what the outcomes count as lost and won", () => {
  fc.assert(
    fc.property(lines, period, words, (story, within, said) => {
      const paths = pathsIn(shop, 100, story);
      const { won, lost } = outcomes(shop, paths, within);
      const told = byRecord(said);
      const found = losses(shop, paths, within);
      expect([found.lost, sum(found.stages.map((stage) => stage.lost))]).toEqual([lost, lost]);
      const reasonsOf = (fate: "won" | "lost") => reasons(shop, paths, { ...within, fate, told });
      expect(sum(reasonsOf("lost").map(({ records }) => records))).toBe(lost);
      expect(sum(reasonsOf("won").map(({ records }) => records))).toBe(won);
    }),
  );
});

test("every record that names a referrer is counted once, and no more are won than there are", () => {
  fc.assert(
    fc.property(lines, words, (story, said) => {
      const paths = pathsIn(shop, 100, story);
      const found = referrals(shop, paths, { referrers: byRecord(said) });
      const naming = paths.recordIds.filter((id) => (byRecord(said).get(id) ?? "") !== "");
      expect(sum(found.map(({ records }) => records))).toBe(naming.length);
      expect(found.every(({ won, records }) => won <= records)).toBe(true);
      expect(new Set(found.map(({ referrer }) => referrer.trim().toLowerCase())).size).toBe(found.length);
    }),
  );
});

test("a later deadline makes no delivery late, and two periods that touch count what both together do", () => {
  const counted = (paths: ReturnType<typeof pathsIn>, deadline: number, within = {}) => {
    const deadlines = new Map(paths.recordIds.map((id) => [id, dayFromNumber(FIRST + deadline)]));
    return deliveries(shop, paths, { stage: "won", deadlines, ...within });
  };
  fc.assert(
    fc.property(lines, fc.nat({ max: 9 }), fc.nat({ max: 9 }), day, (story, deadline, more, cut) => {
      const paths = pathsIn(shop, 9, story);
      const [early, later] = [counted(paths, deadline), counted(paths, deadline + more)];
      expect(later.late).toBeLessThanOrEqual(early.late);
      expect(later.inTime).toBeGreaterThanOrEqual(early.inTime);
      const parts = [counted(paths, deadline, { to: cut }), counted(paths, deadline, { from: cut })];
      expect(sum(parts.map(({ inTime }) => inTime))).toBe(early.inTime);
      expect(sum(parts.map(({ late }) => late))).toBe(early.late);
    }),
  );
});

test("the mean lies between its natural limits, and moving all points moves them alike", () => {
  const points = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 12, maxLength: 30 });
  fc.assert(
    fc.property(points, fc.integer({ min: -20, max: 20 }), (values, shift) => {
      const [limits, moved] = [naturalLimits(values), naturalLimits(values.map((value) => value + shift))];
      if (limits === undefined || moved === undefined) throw new Error("twelve points have limits");
      expect(limits.low).toBeLessThanOrEqual(limits.mean);
      expect(limits.mean).toBeLessThanOrEqual(limits.high);
      expect(moved.high - moved.low).toBeCloseTo(limits.high - limits.low, 8);
      expect(moved.mean).toBeCloseTo(limits.mean + shift, 8);
    }),
  );
});
