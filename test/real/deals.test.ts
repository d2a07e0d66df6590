// 8,800 deals of a hardware seller (Maven Analytics, public domain), against figures that an independent program
// counted from the same file.

import { beforeAll, expect, test } from "vitest";
import { type Entry, moveId } from "../../shared/log/entry.ts";
import type { Paths } from "../../shared/log/paths.ts";
import { pathsOf } from "../../shared/log/paths-builder.ts";
import { conversions } from "../../shared/metrics/conversions.ts";
import { cycles } from "../../shared/metrics/cycles.ts";
import { funnels } from "../../shared/metrics/funnels.ts";
import { ledgers } from "../../shared/metrics/ledgers.ts";
import { outcomes } from "../../shared/metrics/outcomes.ts";
import { parseDay } from "../../shared/value/day.ts";
import { endOfDay, momentInZone, utc } from "../../shared/value/moment.ts";
import { entryOf } from "../moves.ts";
import { idOf, pipelineOf } from "../pipelines.ts";
import { describeReal, realRows } from "./real-data.ts";

const deals = pipelineOf("Deals", "Prospecting > Engaging > Won:won | Lost:lost");
const asOf = endOfDay(parseDay("2017-12-31"), utc);

function pathEntry(record: string, n: number, [stage, day]: readonly [string, string]): Entry {
  const to = idOf(stage);
  const at = momentInZone(day, utc) ?? asOf;
  return entryOf({ record, n, at, to, kind: n === 1 ? "created" : "moved", id: moveId(record, n, to) });
}

function historyOf(row: Readonly<Record<string, string>>): readonly Entry[] {
  const { opportunity_id: record = "", deal_stage: stage = "", engage_date = "", close_date = "" } = row;
  if (engage_date === "") return [pathEntry(record, 1, [stage, ""])];
  const engaged = pathEntry(record, 1, ["Engaging", engage_date]);
  return close_date === "" ? [engaged] : [engaged, pathEntry(record, 2, [stage, close_date])];
}

describeReal("deals", () => {
  let paths: Paths;

  beforeAll(() => {
    const log = realRows("deals/deals.csv").flatMap(historyOf);
    paths = pathsOf(
      deals.stages.map((stage) => stage.id),
      log,
      asOf,
    );
  });

  test("the funnel is 8800, 8300, 4238", () => {
    const funnel = funnels(deals, paths);
    expect(funnel.map(({ reached }) => reached)).toEqual([8800, 8300, 4238, 2473]);
    expect(funnel.map(({ now }) => now)).toEqual([500, 1589, 4238, 2473]);
    expect(funnel[1]?.fromPrevious).toBeCloseTo(0.943182, 6);
  });

  test("of 8300 engaged deals 4238 were won, 2473 lost and 1589 are open", () => {
    const step = conversions(deals, paths)[1];
    expect(step).toMatchObject({
      entered: 8300,
      converted: 4238,
      dropped: 2473,
      pending: 1589,
      firstSeenLater: 0,
    });
    expect(step?.rate).toBeCloseTo(0.510602, 6);
    expect(step?.decided).toBeCloseTo(0.631501, 6);
  });

  test("of the long run the open deals get their share", () => {
    const step = conversions(deals, paths)[1];
    expect(step?.longRun).toBeGreaterThan(step?.rate ?? 1);
    expect(step?.longRunLow).toBeLessThan(step?.longRun ?? 0);
    expect(step?.longRunHigh).toBeGreaterThan(step?.longRun ?? 1);
  });

  test("deals first seen beyond a stage did not enter it", () => {
    expect(conversions(deals, paths)[0]).toMatchObject({ entered: 500, converted: 0, firstSeenLater: 8300 });
  });

  test("the plain median cycle of the won deals is 57 days", () => {
    expect(cycles(deals, paths)).toMatchObject({ n: 4238, plainMedianWonDays: 57 });
  });

  test("63.15 percent of the closed deals were won", () => {
    expect(outcomes(deals, paths)).toMatchObject({ won: 4238, lost: 2473 });
    expect(outcomes(deals, paths).winRate).toBeCloseTo(0.631501, 6);
  });

  test("the ledger of Engaging accounts for every entry", () => {
    expect(ledgers(deals, paths)[1]).toMatchObject({ entries: 8300, advanced: 4238, lost: 2473, here: 1589 });
  });
});
