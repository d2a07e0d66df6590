// A workflow as somebody writes it down in a form, and what would become of it: the stages as a picture, each with its
// reason and what follows by itself, or what is wrong and at which step.

import type { Pipeline } from "../../definition/pipeline.ts";
import { buildWorkflow, type Workflow } from "../../definition/workflow/build-workflow.ts";
import type { StageStory } from "../../definition/workflow/stage-stories.ts";
import { headerOf, type StepColumn } from "../../definition/workflow/step-columns.ts";
import { type StageStrip, stageStrip } from "./stage-strip.ts";

/** The columns that the form asks for, in their order. */
const ASKED = ["step", "department", "startsWhen", "answers", "within", "otherwise", "result"] as const;

/** What is asked of a step. */
export type AskedOfStep = (typeof ASKED)[number];

/** A step as it is typed. */
export type TypedStep = Readonly<Record<AskedOfStep, string>>;

export interface TypedWorkflow {
  readonly tab: string;
  /** What a record is called. */
  readonly noun: string;
  readonly steps: readonly TypedStep[];
}

export interface WorkflowFault {
  /** From 0; absent where it is said of all. */
  readonly step?: number;
  /** At which of its answers; absent where it lies in none. */
  readonly at?: AskedOfStep;
  readonly message: string;
}

export interface WorkflowPreview {
  /** Absent while something is wrong. */
  readonly strip?: StageStrip;
  readonly stories: readonly StageStory[];
  readonly notes: readonly string[];
  readonly faults: readonly WorkflowFault[];
}

/**
 * What the workflow would become.
 *
 * @example
 * const step = { step: "Ask", department: "", startsWhen: "", answers: "", within: "", otherwise: "", result: "" };
 * workflowPreview({ tab: "Orders", noun: "order", steps: [step] }).faults[0]
 * //=> { step: 0, at: "department", message: '"Ask" has no department; write who does it' }
 */
export function workflowPreview(typed: TypedWorkflow): WorkflowPreview {
  const { pipeline, explained, notes, problems } = builtWorkflow(typed);
  return {
    ...(pipeline === undefined ? {} : { strip: stageStrip(pipeline) }),
    stories: explained,
    notes,
    faults: problems.map(({ line, column, message }) => {
      const at = ASKED.find((key) => headerFor(key) === column);
      const step = line - 1;
      return {
        ...(step >= 0 && step < typed.steps.length ? { step } : {}),
        ...(at === undefined ? {} : { at }),
        message,
      };
    }),
  };
}

/**
 * The pipeline of the workflow; `undefined` while something is wrong.
 *
 * @example
 * typedPipeline({ tab: "Orders", noun: "order", steps: [] }) //=> undefined
 */
export function typedPipeline(typed: TypedWorkflow): Pipeline | undefined {
  return builtWorkflow(typed).pipeline;
}

// In the table the column is called "Then", which no value of a program may be called.
function headerFor(asked: AskedOfStep): string {
  const column: StepColumn = asked === "otherwise" ? "then" : asked;
  return headerOf(column);
}

function builtWorkflow({ tab, noun, steps }: TypedWorkflow): Workflow {
  const header = ASKED.map(headerFor);
  // A line is told as the step that it is, from 1.
  const rows = steps.map((step, index) => ({ line: index + 1, cells: ASKED.map((key) => step[key]) }));
  return buildWorkflow({ header, rows }, { name: tab.trim() || "Board", noun: noun.trim() || "record" });
}
