// The guided builder: a table of departments and steps in, a pipeline out, with the reason why each stage became one.
// While anything in the table is unclear there is no pipeline at all, only what is wrong and where.

import type { Pipeline, Stage } from "../pipeline.ts";
import { plainPipeline } from "../plain-pipeline.ts";
import { plainStage } from "../stage-line.ts";
import { type AskedFields, askedFields } from "./asked-fields.ts";
import { clockProblems, deadlineRules, limitDaysOf } from "./deadline-rules.ts";
import { handOverRules } from "./hand-over-rules.ts";
import { readSteps } from "./read-steps.ts";
import { type StageStory, stageStories, workflowNotes } from "./stage-stories.ts";
import type { Step, StepProblem, StepTable } from "./step.ts";
import { type StepStage, stageOf, stepStages, waysOut } from "./step-stages.ts";
import { waysBetween } from "./step-ways.ts";
import type { Ways } from "./way.ts";
import { wayProblems } from "./way-guards.ts";

/** What a table became. */
export interface Workflow {
  /** Absent while there are problems. */
  readonly pipeline?: Pipeline;
  /** By line. */
  readonly problems: readonly StepProblem[];
  /** Why each stage became one, in the order of the stages. */
  readonly explained: readonly StageStory[];
  /** What the table made beside stages, and advice. */
  readonly notes: readonly string[];
}

/**
 * The pipeline of a workflow, or what is wrong with it.
 *
 * @example
 * const rows = [["Ask", "Sales", ""], ["Deliver", "Store", "won"]].map((cells, index) => ({ line: index + 2, cells }));
 * buildWorkflow({ header: ["Step", "Department", "Result"], rows }, { name: "Orders", noun: "order" }).pipeline.stages.map((stage) => stage.kind)
 * //=> ["open", "won"]
 */
export function buildWorkflow(table: StepTable, named: Pick<Pipeline, "name" | "noun">): Workflow {
  const read = readSteps(table);
  const all = waysBetween(read.steps);
  const asked = askedFields(read.steps);
  const wrong = [
    ...read.problems,
    ...all.problems,
    ...asked.problems,
    ...clockProblems(all.steps, asked.fields),
  ];
  const problems = wrong.length > 0 ? wrong : wayProblems(all);
  if (problems.length > 0) return { problems: byLine(problems), explained: [], notes: [] };
  const stages = stepStages(all);
  const parts = { all, stages, fields: asked.fields };
  const deadlines = deadlineRules(parts);
  const taken = new Set(deadlines.map(({ id }) => id));
  const pipeline: Pipeline = {
    ...plainPipeline(named),
    stages: stages.map((stage) => pipelineStage({ all, stages, asked }, stage)),
    fields: asked.fields,
    rules: [...handOverRules(all, stages, taken), ...deadlines],
  };
  return { pipeline, problems, explained: stageStories(parts, pipeline), notes: workflowNotes(parts) };
}

function byLine(problems: readonly StepProblem[]): readonly StepProblem[] {
  return [...problems].sort((left, right) => left.line - right.line);
}

interface StageParts {
  readonly all: Ways;
  readonly stages: readonly StepStage[];
  readonly asked: AskedFields;
}

function pipelineStage({ all, stages, asked }: StageParts, stage: StepStage): Stage {
  const { head, id, onMainLine } = stage;
  const goal = goalOf(stage.steps);
  const limitDays = limitDaysOf(head);
  const next = waysOut(all, stage).flatMap(({ to }) => stageOf(stages, to)?.id ?? []);
  return plainStage({
    id,
    name: head.name,
    kind: head.result ?? "open",
    onMainLine,
    ...(head.number === "" ? {} : { code: head.number }),
    ...(head.department === "" ? {} : { role: head.department }),
    ...(goal === "" ? {} : { goal }),
    ...(limitDays === undefined ? {} : { limitDays }),
    needs: asked.needs.get(head) ?? [],
    next: [...new Set(next)],
    mayEnter: head.mayEnter,
  });
}

// The steps that became one stage stay readable in its goal.
function goalOf([head, ...others]: readonly Step[]): string {
  const said = others.map(({ number, name, done }) => {
    const title = [number, name].filter((text) => text !== "").join(" ");
    return done === "" ? title : `${title}: ${done}`;
  });
  if (said.length === 0) return head?.done ?? "";
  return [head?.done ?? "", ...said].filter((text) => text !== "").join("; then ");
}
