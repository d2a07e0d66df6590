// 1,434 building-permit applications (CoSeLoG receipt phase, doi:10.4121/uuid:a07386a5-7be3-4367-9535-70bc9e77dbe6),
// with loops and skipped steps, against figures that an independent program counted from the same file.

import { beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { type Entry, moveId } from "../../shared/log/entry.ts";
import { pathsOf } from "../../shared/log/paths-builder.ts";
import { type Conversion, conversions } from "../../shared/metrics/conversions.ts";
import { ledgers } from "../../shared/metrics/ledgers.ts";
import { parseMoment } from "../../shared/value/moment.ts";
import { entryOf } from "../moves.ts";
import { idOf, pipelineOf } from "../pipelines.ts";
import { describeReal, realJson, realRows } from "./real-data.ts";

const Reference = z.object({
  funnel: z.object({
    stages: z.array(z.string()),
    reach: z.array(z.number()),
    conversion: z.array(z.object({ from: z.string(), reached: z.number(), later: z.number() })),
  }),
});

const asOf = parseMoment("2013-01-01T00:00:00Z");

function permitsPipeline(mainLine: readonly string[], activities: readonly string[]) {
  const others = [...new Set(activities)].filter((name) => !mainLine.includes(name));
  return pipelineOf(
    "Permits",
    `${mainLine.join(" > ")} | ${others.map((name) => `${name}:parked`).join(" | ")}`,
  );
}

function historyOf(rows: readonly Readonly<Record<string, string>>[]): readonly Entry[] {
  const counts = new Map<string, number>();
  return rows.map(({ case: record = "", activity = "", timestamp = "" }) => {
    const n = (counts.get(record) ?? 0) + 1;
    counts.set(record, n);
    const to = idOf(activity);
    const kind = n === 1 ? "created" : "moved";
    return entryOf({ record, n, kind, to, at: parseMoment(timestamp), id: moveId(record, n, to) });
  });
}

describeReal("permits", () => {
  let reference: z.infer<typeof Reference>["funnel"];
  let steps: readonly Conversion[];
  let isBalanced: boolean;

  beforeAll(() => {
    reference = Reference.parse(realJson("permits/reference.json")).funnel;
    const rows = realRows("permits/events.csv");
    const pipeline = permitsPipeline(
      reference.stages,
      rows.map((row) => row["activity"] ?? ""),
    );
    const paths = pathsOf(
      pipeline.stages.map((stage) => stage.id),
      historyOf(rows),
      asOf,
    );
    steps = conversions(pipeline, paths);
    isBalanced = ledgers(pipeline, paths).length === pipeline.stages.length;
  });

  test("every step is entered and converted by the cases that the reference counted", () => {
    expect(
      steps.map(({ from, entered, converted }) => ({ from, reached: entered, later: converted })),
    ).toEqual(reference.conversion.map(({ from, reached, later }) => ({ from: idOf(from), reached, later })));
  });

  test("the ledgers balance through all loops", () => {
    expect(isBalanced).toBe(true);
  });
});
