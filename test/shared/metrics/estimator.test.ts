// The check that METRICS asks of the estimators: a year of leads whose truth is known. Twenty leads come in the
// first month and five percent more in each that follows; a fifth of them will win. Days to the end are
// log-normal: median 60 to a win, 40 to a loss. A sigma of √(2 ln(76.7 ÷ 60)) = 0.7008 makes the true mean of
// days to a win 76.7. One year is noisy, so the figures are those of many years laid over each other.

import { expect, test } from "vitest";
import type { Entry } from "../../../shared/log/entry.ts";
import type { Paths } from "../../../shared/log/paths.ts";
import { pathsOf } from "../../../shared/log/paths-builder.ts";
import { conversion } from "../../../shared/metrics/conversions.ts";
import { cycles } from "../../../shared/metrics/cycles.ts";
import { type SeededRandom, seededRandom } from "../../../shared/statistics/seeded-random.ts";
import { addDays, parseDay } from "../../../shared/value/day.ts";
import { dayMoment, entryOf } from "../../moves.ts";
import { offers } from "../../pipelines.ts";

const SIGMA = Math.sqrt(2 * Math.log(76.7 / 60));
const YEARS = 300;
const YEAR_DAYS = 365;
const MONTH_DAYS = YEAR_DAYS / 12;

function leadOf(random: SeededRandom, record: string, createdDay: number): readonly Entry[] {
  const wins = random.uniform() < 0.2;
  const endDay = createdDay + random.logNormal(wins ? 60 : 40, SIGMA);
  return [
    entryOf({ record, n: 1, at: dayMoment(createdDay), kind: "created", to: "lead", id: `${record}a` }),
    entryOf({
      record,
      n: 2,
      at: dayMoment(endDay),
      kind: "moved",
      to: wins ? "won" : "lost",
      id: `${record}b`,
    }),
  ];
}

function yearOf(random: SeededRandom, name: string): readonly Entry[] {
  const months = Array.from({ length: 12 }, (_, month) => Math.round(20 * 1.05 ** month));
  return months.flatMap((leads, month) =>
    Array.from({ length: leads }, (_, lead) =>
      leadOf(random, `${name}-${month}-${lead}`, (month + random.uniform()) * MONTH_DAYS),
    ).flat(),
  );
}

function storyOf(log: readonly Entry[]): Paths {
  const stageIds = offers.stages.map((stage) => stage.id);
  return pathsOf(stageIds, log, dayMoment(YEAR_DAYS));
}

function meanWonDays({ recordIds, firstVisit, stage, enteredMs }: Paths): number {
  const days = recordIds.flatMap((_, record) => {
    const last = (firstVisit[record + 1] ?? 0) - 1;
    const isWon = offers.stages[stage[last] ?? 0]?.kind === "won";
    return isWon ? [((enteredMs[last] ?? 0) - (enteredMs[last - 1] ?? 0)) / 86_400_000] : [];
  });
  return days.reduce((sum, length) => sum + length, 0) / days.length;
}

const random = seededRandom("a year of leads");
const years = Array.from({ length: YEARS }, (_, year) => yearOf(random, `y${year}`));
const pooled = storyOf(years.flat());
const toWon = { start: "lead", goal: "won" };

test("the long run finds the true fifth, where won ÷ created finds far less", () => {
  const lastQuarter = { from: addDays(parseDay("2026-01-01"), Math.round(YEAR_DAYS - 3 * MONTH_DAYS)) };
  expect(Math.abs((conversion(offers, pooled, toWon).longRun ?? 0) - 0.199)).toBeLessThan(0.004);
  expect(Math.abs((conversion(offers, pooled, toWon).rate ?? 0) - 0.15)).toBeLessThan(0.004);
  expect(Math.abs((conversion(offers, pooled, { ...toWon, ...lastQuarter }).rate ?? 0) - 0.066)).toBeLessThan(
    0.003,
  );
});

test("the median cycle is the true 60 days, where the mean of the won ones is short of 76.7", () => {
  expect(Math.abs((cycles(offers, pooled).medianDays ?? 0) - 60)).toBeLessThan(1);
  expect(Math.abs(meanWonDays(pooled) - 63)).toBeLessThan(1);
});

test("the 95 % interval of the long run holds the truth in about 95 of 100 single years", () => {
  const covering = years.filter((year) => {
    const { longRunLow = 1, longRunHigh = 0 } = conversion(offers, storyOf(year), toWon);
    return longRunLow <= 0.2 && 0.2 <= longRunHigh;
  });
  expect(covering.length / YEARS).toBeGreaterThan(0.92);
  expect(covering.length / YEARS).toBeLessThan(0.98);
});
