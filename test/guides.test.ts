// What the guides show works as they show it.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pipelineOfCsv, workflowOf } from "./shared/definition/workflow/workflows.ts";

const [, repairs = ""] = /```csv\n(.*?)```/s.exec(readFileSync("guides/workflow.md", "utf8")) ?? [];

test("the repair shop of the workflow guide becomes the pipeline that the guide tells of", () => {
  const { stages, rules } = pipelineOfCsv(repairs);
  expect(
    stages.map(({ name, kind, role }) => `${name}: ${kind}${role === undefined ? "" : `, ${role}`}`),
  ).toEqual([
    ...["Repair asked for: open, Desk", "Look at it: open, Workshop", "Estimate sent: open, Desk"],
    ...["Not to be repaired: lost, Desk", "Repair: open, Workshop", "Bill: open, Accounts"],
    ...["Paid and fetched: won, Desk", "Cancelled: lost"],
  ]);
  expect(stages.find(({ id }) => id === "repair")?.goal).toBe("Mend it; then Test: Does it work?");
  expect(rules.find(({ name }) => name === "No answer: Estimate sent")?.does).toEqual([
    { do: "move", stage: "cancelled" },
  ]);
});

test("the reason that the workflow guide quotes is the one that is given", () => {
  const story = workflowOf(repairs).explained.find(({ stage }) => stage === "Look at it");
  expect(story?.because).toBe("Workshop needs Desk to start it");
});
