// Workflows for tests: written as an owner writes them, a line a step; or drawn at random, always sound.

import fc from "fast-check";
import { readCsv } from "../../../../local/csv-file.ts";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import { buildWorkflow, type Workflow } from "../../../../shared/definition/workflow/build-workflow.ts";
import type { StepTable } from "../../../../shared/definition/workflow/step.ts";

const named = { name: "Orders", noun: "order" };

/** What the CSV text becomes. */
export function workflowOf(csv: string): Workflow {
  return buildWorkflow(readCsv(Buffer.from(csv), "steps.csv"), named);
}

/** What a table of cells becomes. */
export function workflowOfTable(table: StepTable): Workflow {
  return buildWorkflow(table, named);
}

/** The pipeline of the CSV text; problems fail the test. */
export function pipelineOfCsv(csv: string): Pipeline {
  const { pipeline, problems } = workflowOf(csv);
  if (pipeline === undefined) throw new Error(problems.map((problem) => JSON.stringify(problem)).join("\n"));
  return pipeline;
}

/** The problems of the CSV text, as the command shows them. */
export function problemsOfCsv(csv: string): readonly string[] {
  return workflowOf(csv).problems.map(({ line, column = "-", message }) => `${line} ${column}: ${message}`);
}

const DEPARTMENTS = ["Desk", "Store", "Accounts", "Courier"];
const HEADER = [
  ...["Step", "Department", "Starts when", "What is done", "Needed first", "Answers"],
  ...["No answer within", "Then", "Result", "Who may move here", "Tell"],
];

const BRANCHES = ["cancelled", "lost", "rests", "back"] as const;
type Branch = (typeof BRANCHES)[number];

const bareStep: fc.Arbitrary<DrawnStep> = fc.record({
  department: fc.constantFrom(...DEPARTMENTS),
  /** Answers beside the first one; each is a branch of its own. */
  branches: fc.array(fc.constantFrom(...BRANCHES), { maxLength: 2 }),
  time: fc.constant(""),
  outcome: fc.constant(""),
  needs: fc.constant(""),
  mayEnter: fc.constant([]),
  tell: fc.constant([]),
});
const fullStep: fc.Arbitrary<DrawnStep> = fc.record({
  department: fc.constantFrom(...DEPARTMENTS),
  branches: fc.array(fc.constantFrom(...BRANCHES), { maxLength: 3 }),
  time: fc.constantFrom("1 working day", "5 working days after Crew 0", "2 days", "36 hours", "1 week"),
  outcome: fc.constantFrom("", "cancelled", "remind Desk", "remind owner; cancelled; void the invoice"),
  needs: fc.constantFrom(
    ...["", "Cost (money)", "Cost; Slip (link) or Note", "Paid is yes", "Due (day) within 5 days"],
  ),
  mayEnter: fc.subarray(DEPARTMENTS, { maxLength: 2 }),
  tell: fc.subarray(DEPARTMENTS, { maxLength: 2 }),
});
interface DrawnStep {
  readonly department: string;
  readonly branches: readonly Branch[];
  readonly time: string;
  readonly outcome: string;
  readonly needs: string;
  readonly mayEnter: readonly string[];
  readonly tell: readonly string[];
}

/** A sound workflow: a line of steps to a won end, with branches that end, rest, are cancelled, or lead back. */
export const workflowTables: fc.Arbitrary<StepTable> = fc
  .array(fc.oneof(bareStep, fullStep), { minLength: 1, maxLength: 12 })
  .map((drawn) => {
    const steps = drawn.flatMap((step, index) => rowsOf(step, { index, before: drawn[index - 1] }));
    const back = steps.map(([name = ""]) => name).filter((name) => name.endsWith("back"));
    // Each department does one step, so that each of them may be named wherever a department may.
    const crew = DEPARTMENTS.map((department, index) => {
      const causes = [index === 0 ? "start" : `after Crew ${index - 1}`];
      if (index === LAST_CREW) causes.push(...back.map((name) => `after ${name}`));
      return [`Crew ${index}`, department, causes.join("; ")];
    });
    const end = ["Done", "Desk", causeOf(drawn.length, drawn[drawn.length - 1]), "", "", "", "", "", "won"];
    return tableOf([...crew, ...steps, end]);
  });

const LAST_CREW = DEPARTMENTS.length - 1;

function rowsOf(
  step: DrawnStep,
  place: { readonly index: number; readonly before: DrawnStep | undefined },
): readonly (readonly string[])[] {
  const { index, before } = place;
  const others = step.branches.map(
    (branch, at) => `${branch} ${at}${branch === "cancelled" ? ": cancelled" : ""}`,
  );
  const answers = others.length === 0 ? "" : ["Yes", ...others].join(", ");
  const row = [
    `Step ${index}`,
    step.department,
    causeOf(index, before),
    `Does ${index}`,
    step.needs,
    answers,
  ];
  return [
    [...row, step.time, step.outcome, "", step.mayEnter.join(", "), step.tell.join(", ")],
    ...step.branches.flatMap((branch, at) => branchRows(branch, { index, at })),
  ];
}

function branchRows(
  branch: Branch,
  place: { readonly index: number; readonly at: number },
): readonly (readonly string[])[] {
  const { index, at } = place;
  const row = [
    `Branch ${index} ${at} ${branch}`,
    "Store",
    `${branch} ${at} to Step ${index}`,
    "",
    "",
    "",
    "",
    "",
  ];
  switch (branch) {
    case "cancelled":
      return [];
    case "lost":
      return [[...row, "lost"]];
    case "rests":
      return [[...row, "parked"]];
    case "back":
      return [row];
  }
}

function causeOf(index: number, before: DrawnStep | undefined): string {
  if (index === 0) return `after Crew ${LAST_CREW}`;
  return before !== undefined && before.branches.length > 0
    ? `Yes to Step ${index - 1}`
    : `after Step ${index - 1}`;
}

function tableOf(rows: readonly (readonly string[])[]): StepTable {
  return { header: HEADER, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

const word = fc.constantFrom(
  ...[
    "start",
    "after",
    "to",
    "of",
    "or",
    ";",
    ",",
    '"',
    ":",
    "is",
    "cancelled",
    "remind",
    "owner",
    "void the invoice",
  ],
  ...[
    "Ask",
    "Yes",
    "No",
    "Desk",
    "Store",
    "won",
    "lost",
    "parked",
    "5 working days",
    "2 days after",
    "(day)",
    "(money)",
  ],
  ...[
    "\u0000",
    "\n",
    "\ud800",
    "Yes to Ask",
    "after Ask",
    "Cost",
    "E-mail",
    "Name",
    "Stage",
    "Owner",
    "logged",
    "Call",
  ],
);
const junkCell = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  { weight: 6, arbitrary: word },
  fc.array(word, { maxLength: 4 }).map((words) => words.join(" ")),
  fc.string({ unit: "binary", maxLength: 8 }),
);

/** A table of anything, mostly under the right headers. */
export const junkTables: fc.Arbitrary<StepTable> = fc
  .tuple(
    fc.subarray(HEADER, { minLength: 2 }),
    fc.array(fc.array(junkCell, { maxLength: 12 }), { maxLength: 6 }),
  )
  .map(([some, rows]) => ({
    header: [...new Set(["Step", "Department", ...some])],
    rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  }));

/** A short sound workflow in which some cells are overwritten by anything. */
export const spoiledTables: fc.Arbitrary<StepTable> = fc
  .tuple(workflowTables, fc.array(fc.tuple(fc.nat(), fc.nat(), junkCell), { minLength: 1, maxLength: 2 }))
  .map(([table, spoils]) =>
    spoils.reduce((spoiled, [row, column, cell]) => overwritten(spoiled, { row, column, cell }), table),
  );

function overwritten(
  table: StepTable,
  spoil: { readonly row: number; readonly column: number; readonly cell: string },
): StepTable {
  const at = spoil.row % table.rows.length;
  const place = spoil.column % HEADER.length;
  const rows = table.rows.map((row, index) =>
    index === at
      ? { ...row, cells: HEADER.map((_, each) => (each === place ? spoil.cell : (row.cells[each] ?? ""))) }
      : row,
  );
  return { ...table, rows };
}
