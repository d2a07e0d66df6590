// `stageline new`: makes a book with boards, or adds boards to one, from built-in pipelines, from a line of
// stages, or from a workflow of departments and steps.

import type { StepProblem } from "../../shared/definition/workflow/step.ts";
import { refuseBoardName } from "../../shared/engine/setup/board-name.ts";
import { type NewBoard, newBoards } from "../../shared/engine/setup/new-boards.ts";
import type { Tables } from "../../shared/table/table.ts";
import { type BoardOptions, boardSourceOf } from "../board-source.ts";
import { withDashboard } from "../dashboard-plan.ts";
import { say } from "../output.ts";
import { presentDefinition } from "../present-definition.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import type { BookAround } from "../stores/book-store.ts";
import { openStore } from "../stores/open-store.ts";
import { timeZone } from "../time-zone.ts";
import { stepSentence, workflowLines } from "../workflow-file.ts";

export interface NewOptions extends CommonOptions, BoardOptions {
  readonly zone?: string;
  readonly practice?: boolean;
  readonly dryRun?: boolean;
}

export async function makeBoards(path: string, options: NewOptions): Promise<void> {
  const source = await boardSourceOf(options);
  if (source.kind === "boards") {
    await makeAndSay(path, options, { boards: source.boards, lines: [], json: {} });
    return;
  }
  const { file, tab, workflow } = source;
  const { pipeline, problems, explained, notes } = workflow;
  if (pipeline === undefined) {
    refuseWorkflow(file, problems, options);
    return;
  }
  await makeAndSay(path, options, {
    boards: [{ tab, pipeline }],
    lines: workflowLines(workflow),
    json: { stages: explained, notes },
  });
}

interface Making {
  readonly boards: readonly NewBoard[];
  /** Told before what was made. */
  readonly lines: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
}

async function makeAndSay(path: string, options: NewOptions, making: Making): Promise<void> {
  const { boards } = making;
  for (const { tab } of boards) refuseBoardName(tab);
  const store = await openStore(path, {
    book: "there or new",
    ...(options.dryRun === true ? { access: "read" } : {}),
  });
  const plan = (tables: Tables, { zone: hostZone }: BookAround) => {
    const present = presentDefinition(tables, { ...options, hostZone });
    const { source } = store;
    const { now } = runOf(options, { zone: timeZone(present.zone), knownBy: "command", source });
    const made = newBoards(tables, present, { boards, now });
    const at = { now, zone: timeZone(present.zone) };
    return withDashboard({ ...made, result: made.definition }, tables, at);
  };
  const isDry = options.dryRun === true;
  const written = await store.change(plan, { dryRun: isDry });
  const { zone, practice } = written.result;
  const names = boards.map((board) => `"${board.tab}"`).join(" and ");
  const made = isDry ? "Would make" : "Made";
  say(
    {
      exitCode: 0,
      json: {
        book: path,
        boards: boards.map((board) => board.tab),
        zone,
        cells: written.cells,
        ...making.json,
      },
      lines: [
        ...making.lines,
        `${made} the board${boards.length === 1 ? "" : "s"} ${names} in ${path} (time zone ${zone})`,
        ...(practice ? ["Practice: moves that miss something are warned about, not put back"] : []),
      ],
    },
    options,
  );
}

function refuseWorkflow(file: string, problems: readonly StepProblem[], options: NewOptions): void {
  say(
    {
      exitCode: 3,
      json: { lines: problems },
      lines: [`${file} is no pipeline yet; nothing was made`],
      problems: [...new Set(problems.map((problem) => stepSentence(file, problem)))],
    },
    options,
  );
}
