// Where the boards of `stageline new` come from: built-in pipelines, a line of stages, or a workflow in a CSV file. One
// of the three at a time, since --board names one tab.

import type { Pipeline } from "../shared/definition/pipeline.ts";
import { plainPipeline } from "../shared/definition/plain-pipeline.ts";
import { stagesFromLine } from "../shared/definition/stage-line.ts";
import { templates } from "../shared/definition/templates/templates.ts";
import type { Workflow } from "../shared/definition/workflow/build-workflow.ts";
import type { NewBoard } from "../shared/engine/setup/new-boards.ts";
import { isCurrency } from "../shared/value/currency.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";
import { readWorkflow } from "./workflow-file.ts";

export interface BoardOptions {
  readonly template?: readonly string[];
  readonly board?: string;
  readonly stages?: string;
  readonly workflow?: string;
  readonly noun?: string;
  readonly currency?: string;
}

export type BoardSource =
  | { readonly kind: "boards"; readonly boards: readonly NewBoard[] }
  | {
      readonly kind: "workflow";
      readonly file: string;
      readonly tab: string;
      readonly workflow: Workflow;
    };

/**
 * What the options of `new` ask for.
 *
 * @throws {StagelineError} `usage`, when they name no pipeline, several, or one that is not there; `file`, when the
 * workflow cannot be read
 */
export async function boardSourceOf(options: BoardOptions): Promise<BoardSource> {
  const { template = [], stages, workflow } = options;
  const board = options.board?.trim();
  if (board === "") throw new StagelineError("usage", `--board "${options.board}" is no name for a board`);
  refuseTwoSources(options);
  if (workflow !== undefined) return workflowSource(workflow, namedBoard(board, "--workflow"), options);
  if (stages !== undefined) {
    const tab = namedBoard(board, "--stages");
    return { kind: "boards", boards: [{ tab, pipeline: linePipeline(tab, stages, options) }] };
  }
  if (board !== undefined && template.length > 1) {
    throw new StagelineError("usage", "--board names one board; give one --template with it");
  }
  const boards = template.map((key) => ({
    tab: board ?? templateOf(key).name,
    pipeline: withCurrency(templateOf(key), options),
  }));
  return { kind: "boards", boards };
}

async function workflowSource(file: string, tab: string, options: BoardOptions): Promise<BoardSource> {
  const workflow = await readWorkflow(file, { name: tab, noun: nounOf(options) });
  const { pipeline } = workflow;
  if (pipeline === undefined) return { kind: "workflow", file, tab, workflow };
  return {
    kind: "workflow",
    file,
    tab,
    workflow: { ...workflow, pipeline: withCurrency(pipeline, options) },
  };
}

function nounOf({ noun = "record" }: BoardOptions): string {
  return noun;
}

function refuseTwoSources({ template = [], stages, workflow }: BoardOptions): void {
  const given = [
    ...(template.length === 0 ? [] : ["--template"]),
    ...(stages === undefined ? [] : ["--stages"]),
    ...(workflow === undefined ? [] : ["--workflow"]),
  ];
  if (given.length === 0) {
    throw new StagelineError(
      "usage",
      'say which pipeline: --template <name>, or --board <name> --stages "A > B > Won:won | Lost:lost", or --board <name> --workflow <steps.csv>',
    );
  }
  if (given.length === 1) return;
  throw new StagelineError(
    "usage",
    `${given.join(" and ")} cannot stand together; make one board after the other`,
  );
}

function namedBoard(board: string | undefined, option: string): string {
  if (board !== undefined) return board;
  throw new StagelineError("usage", `${option} needs the name of the board: --board <name>`);
}

/** The built-in pipeline of that name. @throws {StagelineError} `usage`, when there is none */
export function templateOf(key: string): Pipeline {
  const template = templates.find((each) => each.key === key);
  if (template !== undefined) return template.pipeline;
  const keys = templates.map((each) => each.key).join(", ");
  throw new StagelineError("usage", `there is no template "${key}"; there are ${keys}`);
}

function linePipeline(board: string, stages: string, options: BoardOptions): Pipeline {
  const pipeline = plainPipeline({ name: board, noun: nounOf(options) });
  return withCurrency({ ...pipeline, stages: stagesFromLine(stages) }, options);
}

function withCurrency(pipeline: Pipeline, { currency }: BoardOptions): Pipeline {
  if (currency === undefined) return pipeline;
  if (!isCurrency(currency))
    throw new StagelineError("usage", `"${currency}" is not a currency code such as EUR`);
  return { ...pipeline, currency };
}
