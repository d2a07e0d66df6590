// What somebody gives a function in a cell, and what it says where that will not do.

import { expect, test } from "vitest";
import type { BoardInCells } from "../../../../shared/report/cell-functions/board-in-cells.ts";
import { milestoneScores } from "../../../../shared/report/cell-functions/milestone-scores.ts";
import { pipelineFunnel } from "../../../../shared/report/cell-functions/pipeline-funnel.ts";
import { stageConversion } from "../../../../shared/report/cell-functions/stage-conversion.ts";
import { stageTime } from "../../../../shared/report/cell-functions/stage-time.ts";
import { openWorld, type World } from "../../../world.ts";
import { dealsPipeline, dealsWorld, worldWith } from "../../engine/deals.ts";
import { activityOf, rangeOf, stagesOf } from "./cells.ts";

const NOON = "2026-11-20T12:00:00+00:00";

function given(world: World, rest: Partial<BoardInCells> = {}): BoardInCells {
  const tables = world.tables();
  return { activity: activityOf(tables), stages: stagesOf(tables), board: "Deals", asOf: NOON, ...rest };
}

test("the board is known by its tab, by the name of its pipeline, and by its id", () => {
  const world = openWorld({ boards: { "Big deals": dealsPipeline } });
  world.add({ Name: "Ada" });
  world.run();
  const lead = (board: string) => pipelineFunnel(given(world, { board }))[1];
  for (const board of ["Big deals", " big DEALS", "big_deals", "Deals"]) {
    expect(lead(board)).toEqual(["Lead", "open", 1, 1, "", 1]);
  }
});

test("a name that nothing has is told with the boards that there are", () => {
  expect(() => pipelineFunnel(given(worldWith("Ada"), { board: "Dels" }))).toThrow(
    'no board is called "Dels"; the history knows deals',
  );
});

test("a pipeline that two boards follow asks which is meant", () => {
  const world = openWorld({ boards: { One: dealsPipeline } });
  const [first] = world.table("Pipelines").rows;
  expect(first).toBeDefined();
  world.add({ Board: "Two", Pipeline: "Deals" }, "Pipelines");
  world.run();
  world.add({ Name: "Ada" }, "One");
  world.add({ Name: "Bob" }, "Two");
  world.run();
  expect(() => pipelineFunnel(given(world))).toThrow(
    'several boards follow the pipeline "Deals"; name one of one, two',
  );
  expect(pipelineFunnel(given(world, { board: "Two" }))[1]).toEqual(["Lead", "open", 1, 1, "", 1]);
});

test("a board on which nothing happened yet has a funnel of nothing", () => {
  const world = dealsWorld();
  world.run();
  expect(pipelineFunnel(given(world))[1]).toEqual(["Lead", "open", 0, 0, "", ""]);
});

test("a renamed stage is the same stage, where the range has its ID; else that is said", () => {
  const world = worldWith("Ada");
  world.edit("Lead", { Stage: "Enquiry" }, "Stages");
  world.run();
  expect(pipelineFunnel(given(world))[1]?.slice(0, 3)).toEqual(["Enquiry", "open", 1]);
  const short = rangeOf(world.tables(), "Stages", 12);
  expect(() => pipelineFunnel(given(world, { stages: short }))).toThrow(
    'the history of "Deals" has stages that the range of Stages does not tell; give it with its hidden column ID: Stages!A:S',
  );
});

test("what happened after the given time does not count", () => {
  const world = worldWith("Ada");
  expect(pipelineFunnel(given(world, { asOf: "2026-11-01T00:00:00+00:00" }))[1]?.[2]).toBe(0);
});

test.each(["", "yesterday", "2026-11-20", 46346])("an as-of of %j is told what it has to be", (asOf) => {
  expect(() => pipelineFunnel(given(worldWith("Ada"), { asOf }))).toThrow(
    `the last argument has to be the time that stands on the Dashboard, Dashboard!$B$1; "${asOf}" is none`,
  );
});

test("a range without its headers is told which column it lacks", () => {
  const world = worldWith("Ada");
  const { activity, stages } = given(world);
  expect(() => pipelineFunnel(given(world, { activity: activity.slice(1) }))).toThrow(
    'the range of Activity lacks the column "At"; give it with its header row: Activity!A:N',
  );
  expect(() => pipelineFunnel(given(world, { stages: stages.slice(1) }))).toThrow(
    'the range of Stages lacks the column "Pipeline"; give it with its header row: Stages!A:S',
  );
});

test("a mistake in Stages is told at its cell instead of a number that the report would not give", () => {
  const world = worldWith("Ada");
  world.edit("Won", { Kind: "wonn" }, "Stages");
  expect(() => pipelineFunnel(given(world))).toThrow(
    'Stages!D5: "wonn" is not one of open, parked, won, lost, avoid; mend it first',
  );
});

test("a stage that the pipeline lacks is told with those that it has", () => {
  const world = worldWith("Ada");
  const wrong = 'stage "Wonn" is not one of Lead, Offer, Proposal, Won, Loop, Parked, Lost';
  expect(() => stageConversion({ ...given(world), from: "Lead", to: "Wonn" })).toThrow(wrong);
  expect(() => stageTime({ ...given(world), stage: "Wonn" })).toThrow(wrong);
});

test("one stage alone has one row", () => {
  expect(stageTime({ ...given(worldWith("Ada")), stage: "lead" }).map(([stage]) => stage)).toEqual([
    "Stage",
    "Lead",
  ]);
});

test("a skipped stage is gone through, between any two stages", () => {
  const world = worldWith("Ada", "Bob");
  world.edit("Ada", { Stage: "Won" });
  world.run();
  const [, row] = stageConversion({ ...given(world), from: "Lead", to: "Proposal" });
  expect(row?.slice(2, 4)).toEqual([2, 1]);
});

test("scores tell what is still open", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Log: "Call" });
  world.run();
  const milestones = rangeOf(world.tables(), "Milestones", 5);
  const [, row] = milestoneScores({ ...given(world), milestones });
  expect(row?.slice(1)).toEqual(["Ada", 2, 10, "Offered, Signed"]);
});
