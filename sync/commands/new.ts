// `stageline new`: makes a book with boards, or adds boards to one, from built-in pipelines or from a line of stages.

import { access } from "node:fs/promises";
import { newBook } from "../../local/book/book.ts";
import { openBook } from "../../local/book/book-file.ts";
import { everyDefinition } from "../../shared/definition/definition-versions.ts";
import { identifierFrom } from "../../shared/definition/identifier.ts";
import type { Definition, Pipeline } from "../../shared/definition/pipeline.ts";
import { pipelinesTab } from "../../shared/definition/setup/pipelines-tab.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { stagesFromLine } from "../../shared/definition/stage-line.ts";
import { templates } from "../../shared/definition/templates/templates.ts";
import { bookLayouts } from "../../shared/engine/book-layouts.ts";
import { emptyDefinition, type NewBoard, newBoards } from "../../shared/engine/new-boards.ts";
import { nameKey } from "../../shared/table/cell.ts";
import { tableOf } from "../../shared/table/tab-view.ts";
import type { Tables } from "../../shared/table/table.ts";
import { isCurrency } from "../../shared/value/currency.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { changeBook } from "../book-session.ts";
import { say } from "../output.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import { machineZoneName, timeZone } from "../time-zone.ts";

export interface NewOptions extends CommonOptions {
  readonly template?: readonly string[];
  readonly board?: string;
  readonly stages?: string;
  readonly noun?: string;
  readonly currency?: string;
  readonly zone?: string;
  readonly practice?: boolean;
}

export async function makeBoards(path: string, options: NewOptions): Promise<void> {
  const boards = boardsOf(options);
  for (const { tab } of boards) refuseOwnTab(tab);
  const plan = (tables: Tables) => {
    const present = presentDefinition(tables, options);
    const { now } = runOf(options, timeZone(present.zone), "command");
    const made = newBoards(tables, present, { boards, now });
    return { ...made, result: made.definition };
  };
  const written = await changeBook(path, plan, { open: openOrNew });
  const names = boards.map((board) => `"${board.tab}"`).join(" and ");
  say(
    {
      exitCode: 0,
      json: {
        book: path,
        boards: boards.map((board) => board.tab),
        zone: written.result.zone,
        cells: written.cells,
      },
      lines: [
        `Made the board${boards.length === 1 ? "" : "s"} ${names} in ${path} (time zone ${written.result.zone})`,
        ...(written.result.practice
          ? ["Practice: moves that miss something are warned about, not put back"]
          : []),
      ],
    },
    options,
  );
}

function boardsOf(options: NewOptions): readonly NewBoard[] {
  const { template = [], stages } = options;
  const board = options.board?.trim();
  if (board === "") throw new StagelineError("usage", `--board "${options.board}" is no name for a board`);
  if (template.length === 0 && stages === undefined) {
    throw new StagelineError(
      "usage",
      'say which pipeline: --template <name>, or --board <name> --stages "A > B > Won:won | Lost:lost"',
    );
  }
  if (template.length > 0 && stages !== undefined) {
    throw new StagelineError(
      "usage",
      "--template and --stages cannot stand together; make one board after the other",
    );
  }
  if (stages !== undefined) {
    if (board === undefined)
      throw new StagelineError("usage", "--stages needs the name of the board: --board <name>");
    return [{ tab: board, pipeline: plainPipeline(board, stages, options) }];
  }
  if (board !== undefined && template.length > 1) {
    throw new StagelineError("usage", "--board names one board; give one --template with it");
  }
  return template.map((key) => ({
    tab: board ?? templateOf(key).name,
    pipeline: withCurrency(templateOf(key), options),
  }));
}

function refuseOwnTab(tab: string): void {
  const own = bookLayouts(emptyDefinition({ zone: "UTC", practice: false })).map((layout) => layout.tab);
  if (!own.some((each) => nameKey(each) === nameKey(tab))) return;
  throw new StagelineError(
    "usage",
    `"${tab}" is the name of a tab that Stageline keeps; give the board another name`,
  );
}

function templateOf(key: string): Pipeline {
  const template = templates.find((each) => each.key === key);
  if (template !== undefined) return template.pipeline;
  const keys = templates.map((each) => each.key).join(", ");
  throw new StagelineError("usage", `there is no template "${key}"; there are ${keys}`);
}

function plainPipeline(board: string, stages: string, options: NewOptions): Pipeline {
  const pipeline: Pipeline = {
    id: identifierFrom(board, new Set()),
    name: board,
    noun: options.noun ?? "record",
    workingDays: [1, 2, 3, 4, 5],
    stages: stagesFromLine(stages),
    fields: [],
    milestones: [],
    rules: [],
    messages: [],
  };
  return withCurrency(pipeline, options);
}

function withCurrency(pipeline: Pipeline, { currency }: NewOptions): Pipeline {
  if (currency === undefined) return pipeline;
  if (!isCurrency(currency))
    throw new StagelineError("usage", `"${currency}" is not a currency code such as EUR`);
  return { ...pipeline, currency };
}

function presentDefinition(tables: Tables, options: NewOptions): Definition {
  if (tableOf(tables, pipelinesTab) === undefined) {
    const zone = options.zone ?? machineZoneName();
    return emptyDefinition({ zone: timeZone(zone).name, practice: options.practice === true });
  }
  const earlier = everyDefinition(tables);
  const setup = readSetup(tables, earlier[0], earlier);
  const [problem] = setup.problems;
  if (problem !== undefined) {
    throw new StagelineError(
      "guard",
      `the set-up of this book has a mistake to mend first: ${problem.tab}: ${problem.message}`,
    );
  }
  if (options.zone !== undefined && options.zone !== setup.definition.zone) {
    throw new StagelineError(
      "usage",
      `this book runs in ${setup.definition.zone}; change it in the tab Pipelines`,
    );
  }
  return setup.definition;
}

async function openOrNew(path: string): Promise<ReturnType<typeof newBook>> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere ? openBook(path) : newBook();
}
