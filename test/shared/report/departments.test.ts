// Time per department, told in every form of the report.

import { expect, test } from "vitest";
import { boardReport } from "../../../shared/report/board-report.ts";
import { csvTables } from "../../../shared/report/csv-report.ts";
import { departmentSection } from "../../../shared/report/department-words.ts";
import { dayMoment, pathsIn } from "../../moves.ts";
import { pipelineOf } from "../../pipelines.ts";

const plain = pipelineOf("Orders", "Ask > Answer > Closed:won");
const roles: Readonly<Record<string, string>> = { ask: "Store", answer: "Service" };
const orders = {
  ...plain,
  stages: plain.stages.map((stage) => ({ ...stage, role: roles[stage.id] ?? "Service" })),
};
// Each lay two days with the Store; four went on from Service after three days, the last is there for fifty.
const lines = [1, 2, 3, 4].map((n) => `r${n}: Ask@0 Answer@2 Closed@5`);
const report = boardReport({
  pipeline: orders,
  board: "Orders",
  paths: pathsIn(orders, 100, [...lines, "r5: Ask@48 Answer@50"]),
  entries: [],
  asOf: dayMoment(100),
  rows: new Map(),
});

test("the report holds a row for each role, in days", () => {
  expect(report.departments).toEqual([
    { role: "Store", time: { unit: "days", median: 2, p80: 2, plainMedian: 2, n: 5 }, now: 0 },
    { role: "Service", time: { unit: "days", median: 3, p80: 3, plainMedian: 3, n: 5 }, now: 1 },
  ]);
});

test("text and page tell it as a table", () => {
  expect(departmentSection(report).table?.rows).toEqual([
    { name: "Store", cells: ["0", "2 days (5 stays)", "2 days"] },
    { name: "Service", cells: ["1", "3 days (5 stays)", "3 days"] },
  ]);
});

test("the flat report has its own table", () => {
  const tables = csvTables({ asOf: "2026-04-11", log: { entries: 0, hash: "" }, boards: [report] });
  expect(tables.find(({ name }) => name === "departments")?.rows[1]?.slice(3)).toEqual([
    ...["Service", 1, 3, 3, 3, 5],
  ]);
});

test("a pipeline whose work is all one role's has no such table", () => {
  expect(departmentSection({ departments: report.departments?.slice(0, 1) ?? [] }).table).toBe(undefined);
});
