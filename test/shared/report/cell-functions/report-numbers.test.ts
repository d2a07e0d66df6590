// The functions in cells give the numbers of the report, to the last digit, on every built-in pipeline.

import { describe, expect, test } from "vitest";
import { milestoneScores } from "../../../../shared/report/cell-functions/milestone-scores.ts";
import { pipelineFunnel } from "../../../../shared/report/cell-functions/pipeline-funnel.ts";
import { stageConversion } from "../../../../shared/report/cell-functions/stage-conversion.ts";
import { stageTime } from "../../../../shared/report/cell-functions/stage-time.ts";
import { reportFromTables } from "../../../../shared/report/report-from-tables.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { demoYear } from "../demo-year.ts";
import { activityOf, rangeOf, stagesOf } from "./cells.ts";
import { conversionRow, funnelRows, milestoneRows, timeRows } from "./report-rows.ts";

const { tables, now } = demoYear();
const ranges = { activity: activityOf(tables), stages: stagesOf(tables) };

describe.each([
  ["today", now],
  ["half a year ago", parseMoment("2026-05-20T12:00:00Z")],
] as const)("as of %s", (_, asOf) => {
  const { boards } = reportFromTables(tables, { asOf }).report;

  test.each(boards.map((each) => [each.board, each] as const))("%s", (board, report) => {
    const given = { ...ranges, board, asOf };
    expect(pipelineFunnel(given).slice(1)).toEqual(funnelRows(report));
    expect(stageTime(given).slice(1)).toEqual(timeRows(report));
    for (const step of [...report.steps.slice(0, 1), ...report.steps.slice(-1)]) {
      const [, row] = stageConversion({ ...given, from: step.from, to: step.to });
      expect(row).toEqual(conversionRow(step));
    }
  });

  test("milestone scores of every board that has milestones", () => {
    const scored = boards.filter(({ milestones }) => milestones.length > 0);
    expect(scored.map(({ board }) => board)).toEqual(["Coaching", "Speaking", "Photography"]);
    for (const report of scored) {
      const given = { ...ranges, milestones: rangeOf(tables, "Milestones", 5), board: report.board, asOf };
      expect(milestoneScores(given).slice(1)).toEqual(milestoneRows(report));
    }
  });
});

test("a range of Stages that ends before its IDs gives the same numbers while no stage was renamed", () => {
  const short = { ...ranges, stages: rangeOf(tables, "Stages", 12) };
  for (const { board } of reportFromTables(tables, { asOf: now }).report.boards) {
    expect(pipelineFunnel({ ...short, board, asOf: now })).toEqual(
      pipelineFunnel({ ...ranges, board, asOf: now }),
    );
  }
});
