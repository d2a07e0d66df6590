// A workflow of one's own, from the page: told back while it is written, and made a board.

import * as z from "zod/mini";
import { exampleNames } from "../../shared/definition/templates/example-names.ts";
import { newPipelineBoard } from "../../shared/engine/acts/new-board.ts";
import { tabFaults } from "../../shared/engine/acts/start-plan.ts";
import {
  type TypedWorkflow,
  typedPipeline,
  type WorkflowPreview,
  workflowPreview,
} from "../../shared/report/views/workflow-preview.ts";
import { answered, type Refusal, refusedForm, text } from "./answer.ts";
import { madeBoard, type Said } from "./fresh-board.ts";

const MOST_STEPS = 100;

const step = z.object({
  step: text,
  department: text,
  startsWhen: text,
  answers: text,
  within: text,
  otherwise: text,
  result: text,
});
const workflow = z.object({ tab: text, noun: text, steps: z.array(step).check(z.maxLength(MOST_STEPS)) });

export function pageWorkflow(request: TypedWorkflow): WorkflowPreview | Refusal {
  return answered(workflow, request, workflowPreview);
}

export function pageWorkflowBoard(request: TypedWorkflow): Said | Refusal {
  return answered(workflow, request, (typed): Said | Refusal => {
    const faults = tabFaults(typed.tab);
    if (faults.length > 0) return refusedForm(faults);
    const pipeline = typedPipeline(typed);
    if (pipeline === undefined)
      return { problem: "Something is wrong with the steps; it is said where it is" };
    const plan = { pipeline, tab: typed.tab, examples: exampleNames(pipeline.noun) };
    return madeBoard((tables, run, fresh) => newPipelineBoard(tables, run, { ...plan, ...fresh }));
  });
}
