// A workflow in a CSV file, read into a pipeline, and the pipeline in words. What reads CSV knows a hundred encodings, and
// is loaded only for a file: most boards come from elsewhere.

import { buildWorkflow, type Workflow } from "../shared/definition/workflow/build-workflow.ts";
import type { StageStory } from "../shared/definition/workflow/stage-stories.ts";
import type { StepProblem } from "../shared/definition/workflow/step.ts";

/** The pipeline of the file at `path`; what the file itself has wrong comes before what its steps have wrong. */
export async function readWorkflow(
  path: string,
  named: { readonly name: string; readonly noun: string },
): Promise<Workflow> {
  const { readCsvFile } = await import("../local/csv-file.ts");
  const file = readCsvFile(path);
  if (file.problems.length > 0) return { problems: file.problems, explained: [], notes: [] };
  return buildWorkflow(file, named);
}

/** The pipeline in words: its stages in order, each with its reason and what follows. */
export function workflowLines({ explained, notes }: Workflow): readonly string[] {
  const stages = explained.flatMap((story, index) => [
    `${String(index + 1).padStart(3)}. ${stageTitle(story)}: ${story.because}`,
    ...story.sentences.map((sentence) => `       ${sentence}`),
  ]);
  return [...stages, ...notes];
}

/** The problem as the terminal shows it. */
export function stepSentence(path: string, { line, column, message }: StepProblem): string {
  return `${path}: line ${line}${column === undefined ? "" : `, ${column}`}: ${message}`;
}

function stageTitle({ stage, kind, onMainLine, department }: StageStory): string {
  const marks = [
    ...(department === undefined ? [] : [department]),
    ...(kind === "open" ? (onMainLine ? [] : ["branch"]) : [kind]),
  ];
  return marks.length === 0 ? stage : `${stage} (${marks.join(", ")})`;
}
