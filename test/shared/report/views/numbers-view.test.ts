// The numbers of the sidebar are those of the report.

import { expect, test } from "vitest";
import { reportFromTables } from "../../../../shared/report/report-from-tables.ts";
import { numbersView } from "../../../../shared/report/views/numbers-view.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { worldWith } from "../../engine/deals.ts";
import { demoYear } from "../demo-year.ts";

const NOW = parseMoment("2026-11-20T12:00:00Z");

test("below five, a share is told as so many of so many, without a range", () => {
  const world = worldWith("Ada", "Bob", "Cleo");
  world.edit("Ada", { Budget: 5, Stage: "Offer" });
  world.run();
  const [board] = numbersView(world.tables(), { asOf: NOW }).boards;
  expect(
    board?.stages.map(({ stage, reached, now, goOn, goOnRange }) => [stage, reached, now, goOn, goOnRange]),
  ).toEqual([
    ["Lead", 3, 2, "1 of 3", ""],
    ["Offer", 1, 1, "0 of 1", ""],
    ["Proposal", 0, 0, "", ""],
    ["Won", 0, 0, "", ""],
    ["Loop", 0, 0, "", ""],
  ]);
});

test("a board without records says how to begin, and shows no figure", () => {
  const [board] = numbersView(worldWith().tables(), { asOf: NOW }).boards;
  expect(board).toMatchObject({ records: 0, figures: [], stages: [], sentences: [] });
  expect(board?.needs).toMatch(/^There are no deals yet; /);
});

test("counts are those of the report, on every board of the made-up year", () => {
  const { tables, now } = demoYear();
  const { report } = reportFromTables(tables, { asOf: now });
  const view = numbersView(tables, { asOf: now });
  const counts = (stages: readonly { stage: string; reached: number; now: number }[]) =>
    stages.map(({ stage, reached, now: here }) => [stage, reached, here]);
  expect(view.boards.map(({ board, stages }) => [board, counts(stages)])).toEqual(
    report.boards.map(({ board, stages }) => [board, counts(stages)]),
  );
  expect(view.boards).toHaveLength(8);
});

test("the details tell what the stages are measured by, and no title stands without a sentence", () => {
  const { tables, now } = demoYear();
  const boards = numbersView(tables, { asOf: now }).boards;
  const titles = (tab: string) =>
    boards.find(({ board }) => board === tab)?.details.map(({ title }) => title);
  expect(titles("Sales")).toContain("What the stages are measured by");
  expect(titles("Speaking")).toContain("Before each gig");
  for (const { details } of boards) for (const { sentences } of details) expect(sentences).not.toEqual([]);
});

test("one board may be asked for by its tab", () => {
  const { tables, now } = demoYear();
  expect(numbersView(tables, { asOf: now, board: "coaching" }).boards.map(({ board }) => board)).toEqual([
    "Coaching",
  ]);
});
