// A workflow that is written down in a form, as it is told back.

import { expect, test } from "vitest";
import {
  type TypedStep,
  typedPipeline,
  workflowPreview,
} from "../../../../shared/report/views/workflow-preview.ts";

function step(name: string, department: string, rest: Partial<TypedStep> = {}): TypedStep {
  return {
    step: name,
    department,
    startsWhen: "",
    answers: "",
    within: "",
    otherwise: "",
    result: "",
    ...rest,
  };
}

const repairs = [
  step("Asked for", "Desk"),
  step("Look at it", "Workshop", { answers: "Yes, No", within: "5 working days", otherwise: "Given back" }),
  step("Repaired", "Workshop", { startsWhen: "Yes to Look at it", result: "won" }),
  step("Given back", "Desk", { startsWhen: "No to Look at it", result: "lost" }),
];

test("steps become stages, with a picture, a reason each, and what happens by itself", () => {
  const { strip, stories, faults } = workflowPreview({ tab: "Repairs", noun: "repair", steps: repairs });
  expect(faults).toEqual([]);
  expect(strip?.title).toBe("Asked for, Look at it, Repaired; beside them: Given back");
  expect(stories.map(({ because }) => because)).toEqual([
    "the workflow starts here",
    "Workshop needs Desk to start it",
    "the work has succeeded",
    "it ends here without success",
  ]);
  expect(stories[1]?.sentences.join("\n")).toContain("5 working days");
});

test("what is wrong is told at its step and its answer, and there is no board of it", () => {
  const steps = [step("Asked for", ""), step("Repaired", "Workshop", { within: "soon", result: "won" })];
  const typed = { tab: "Repairs", noun: "repair", steps };
  expect(workflowPreview(typed).faults.map((fault) => [fault.step, fault.at])).toEqual([
    [0, "department"],
    [1, "within"],
  ]);
  expect(typedPipeline(typed)).toBeUndefined();
});
