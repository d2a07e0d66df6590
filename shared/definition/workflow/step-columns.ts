// The columns of a workflow. Only the first two must be there; a column that is none of these is a problem, since what
// stands in it would be lost. The headers are those of the set-up tabs where they mean the same.

import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { Step, StepProblem, StepRow, StepTable } from "./step.ts";

/** Key and header of each column, with the other words that people write for it. */
const COLUMNS = [
  { key: "number", header: "Number", aliases: ["no", "no.", "#", "code"] },
  { key: "step", header: "Step", aliases: ["name", "activity"] },
  { key: "department", header: "Department", aliases: ["who", "role", "responsible"] },
  { key: "startsWhen", header: "Starts when", aliases: ["starts", "start"] },
  { key: "done", header: "What is done", aliases: ["goal", "what", "description"] },
  { key: "needs", header: "Needed first", aliases: ["needs"] },
  { key: "answers", header: "Answers", aliases: ["answer", "possible answers"] },
  { key: "within", header: "No answer within", aliases: ["deadline", "within"] },
  { key: "then", header: "Then", aliases: ["otherwise"] },
  { key: "result", header: "Result", aliases: ["kind", "end"] },
  { key: "mayEnter", header: "Who may move here", aliases: ["only", "confirmed by"] },
  { key: "tell", header: "Tell", aliases: ["cc", "copy to"] },
] as const;

export type StepColumn = (typeof COLUMNS)[number]["key"];

const REQUIRED: readonly StepColumn[] = ["step", "department"];

/** The place of each column that the table has. */
export type StepPlaces = ReadonlyMap<StepColumn, number>;

/**
 * The header of a column, as messages name it.
 *
 * @example
 * headerOf("within") //=> "No answer within"
 */
export function headerOf(key: StepColumn): string {
  return COLUMNS.find((column) => column.key === key)?.header ?? key;
}

/**
 * Where each column stands, and what is wrong with the header.
 *
 * @example
 * stepPlaces({ header: ["Step"], rows: [] }).problems[0].message
 * //=> 'the column "Department" is missing; a workflow needs "Step" and "Department"'
 */
export function stepPlaces(table: StepTable): {
  readonly places: StepPlaces;
  readonly problems: readonly StepProblem[];
} {
  const places = new Map<StepColumn, number>();
  const problems: StepProblem[] = [];
  for (const [index, title] of table.header.entries()) {
    const key = columnNamed(title);
    if (key === undefined) problems.push({ line: 1, column: title, message: strangerMessage(title) });
    else if (places.has(key)) problems.push({ line: 1, column: title, message: twiceMessage(title, key) });
    else places.set(key, index);
  }
  const missing = REQUIRED.filter((key) => !places.has(key));
  return { places, problems: [...problems, ...missing.map(missingProblem)] };
}

/**
 * What stands in a column of a row, with each run of white space as one space; an empty text where it has none.
 *
 * @example
 * cellAt({ line: 2, cells: ["  Check   stock "] }, new Map([["step", 0]]), "step") //=> "Check stock"
 */
export function cellAt(row: StepRow, places: StepPlaces, key: StepColumn): string {
  const index = places.get(key);
  const text = index === undefined ? "" : (row.cells[index] ?? "");
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/**
 * A problem of a step at one of its columns.
 *
 * @example
 * stepProblem({ line: 4 }, "then", "when").column //=> "Then"
 */
export function stepProblem(step: Pick<Step, "line">, key: StepColumn, message: string): StepProblem {
  return { line: step.line, column: headerOf(key), message };
}

function columnNamed(title: string): StepColumn | undefined {
  const wanted = nameKey(title);
  return COLUMNS.find(({ header, aliases }) => [header, ...aliases].some((word) => nameKey(word) === wanted))
    ?.key;
}

function strangerMessage(title: string): string {
  const headers = COLUMNS.map(({ header }) => header).join(", ");
  return `${quoted(title)} is no column of a workflow; the columns are ${headers}`;
}

function twiceMessage(title: string, key: StepColumn): string {
  return `${quoted(title)} is a second column for "${headerOf(key)}"; keep one of them`;
}

function missingProblem(key: StepColumn): StepProblem {
  const needed = REQUIRED.map((each) => `"${headerOf(each)}"`).join(" and ");
  return { line: 1, message: `the column "${headerOf(key)}" is missing; a workflow needs ${needed}` };
}
