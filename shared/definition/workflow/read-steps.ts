// The rows of a workflow, each understood by itself. Departments are called as they were first written; a department
// that does no step is a slip of the pen, and so is every word that is none of those that a column knows.

import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { listOf } from "../setup/setup-tab.ts";
import type { Answer, Step, StepProblem, StepResult, StepRow, StepTable } from "./step.ts";
import { cellAt, type StepColumn, type StepPlaces, stepPlaces, stepProblem } from "./step-columns.ts";
import { limitFromText } from "./time-limit.ts";

const RESULTS: readonly StepResult[] = ["won", "lost", "parked"];

/** What one row is read with. */
interface Reading {
  readonly places: StepPlaces;
  /** Key of a department's name → how it was first written. */
  readonly departments: ReadonlyMap<string, string>;
  readonly problems: StepProblem[];
}

/**
 * The steps of the table, and what is wrong in its cells.
 *
 * @example
 * readSteps({ header: ["Step", "Department"], rows: [{ line: 2, cells: ["Ask", ""] }] }).problems[0].message
 * //=> '"Ask" has no department; write who does it'
 */
export function readSteps(table: StepTable): {
  readonly steps: readonly Step[];
  readonly problems: readonly StepProblem[];
} {
  const { places, problems: headerProblems } = stepPlaces(table);
  if (headerProblems.length > 0) return { steps: [], problems: headerProblems };
  if (table.rows.length === 0) {
    return {
      steps: [],
      problems: [{ line: 1, message: "there is no step below the header; write one a line" }],
    };
  }
  const reading: Reading = { places, departments: departmentsOf(table, places), problems: [] };
  const steps = table.rows.flatMap((row) => stepFrom(row, reading) ?? []);
  return { steps, problems: [...reading.problems, ...twiceNamed(steps)] };
}

/**
 * Every department that does a step, as it was first written.
 *
 * @example
 * departmentsIn([]) //=> []
 */
export function departmentsIn(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.map(({ department }) => department).filter((name) => name !== ""))];
}

function departmentsOf(table: StepTable, places: StepPlaces): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const row of table.rows) {
    const name = cellAt(row, places, "department");
    if (nameKey(name) !== "" && !first.has(nameKey(name))) first.set(nameKey(name), name);
  }
  return first;
}

function stepFrom(row: StepRow, reading: Reading): Step | undefined {
  const cell = (key: StepColumn) => cellAt(row, reading.places, key);
  const name = cell("step");
  if (nameKey(name) === "") {
    say(reading, row, { key: "step", message: "the row names no step; write what it is called" });
    return undefined;
  }
  const result = resultOf(row, reading);
  const within = withinOf(row, reading);
  return {
    line: row.line,
    name,
    department: departmentOf(row, reading),
    number: cell("number"),
    done: cell("done"),
    needsText: cell("needs"),
    startsWhen: cell("startsWhen"),
    answers: answersOf(row, reading),
    ...(within === undefined ? {} : { within }),
    otherwise: cell("then"),
    ...(result === undefined ? {} : { result }),
    mayEnter: knownDepartments(row, reading, "mayEnter"),
    tell: knownDepartments(row, reading, "tell"),
  };
}

function say(reading: Reading, row: StepRow, fault: { readonly key: StepColumn; readonly message: string }) {
  reading.problems.push(stepProblem(row, fault.key, fault.message));
}

function departmentOf(row: StepRow, reading: Reading): string {
  const name = cellAt(row, reading.places, "department");
  if (nameKey(name) === "owner") {
    const message = `${quoted(name)} means the person who has the record; give the department another name`;
    say(reading, row, { key: "department", message });
  }
  const mayBeNobody = cellAt(row, reading.places, "result") !== "";
  if (nameKey(name) === "" && !mayBeNobody) {
    const step = cellAt(row, reading.places, "step");
    say(reading, row, { key: "department", message: `${quoted(step)} has no department; write who does it` });
  }
  return reading.departments.get(nameKey(name)) ?? "";
}

function resultOf(row: StepRow, reading: Reading): StepResult | undefined {
  const text = cellAt(row, reading.places, "result");
  const result = RESULTS.find((each) => each === nameKey(text));
  if (text !== "" && result === undefined) {
    const message = `${quoted(text)} is not one of ${RESULTS.join(", ")}; a step in the middle has none`;
    say(reading, row, { key: "result", message });
  }
  return result;
}

function withinOf(row: StepRow, reading: Reading): Step["within"] {
  const text = cellAt(row, reading.places, "within");
  if (text === "") return undefined;
  const limit = limitFromText(text);
  if (limit === undefined) {
    const message = `${quoted(text)} is no time; write it like "5 working days", "48 hours" or "2 days after <step or day>"`;
    say(reading, row, { key: "within", message });
  }
  return limit;
}

const CANCELLED = /^(.+?)\s*:\s*cancell?ed$/i;

function answersOf(row: StepRow, reading: Reading): readonly Answer[] {
  const seen = new Set<string>();
  return listOf(cellAt(row, reading.places, "answers")).map((word) => {
    const name = CANCELLED.exec(word)?.[1] ?? word;
    if (seen.has(nameKey(name))) {
      say(reading, row, {
        key: "answers",
        message: `the answer ${quoted(name)} stands twice; keep one of them`,
      });
    }
    seen.add(nameKey(name));
    return { name, isCancelled: CANCELLED.test(word) };
  });
}

function knownDepartments(row: StepRow, reading: Reading, key: "mayEnter" | "tell"): readonly string[] {
  const names = listOf(cellAt(row, reading.places, key)).map((word) => {
    const known = reading.departments.get(nameKey(word));
    if (known === undefined) {
      const all = [...reading.departments.values()].join(", ");
      say(reading, row, {
        key,
        message: `${quoted(word)} does none of the steps; the departments are ${all}`,
      });
    }
    return known ?? word;
  });
  return [...new Set(names)];
}

function twiceNamed(steps: readonly Step[]): readonly StepProblem[] {
  const first = new Map<string, Step>();
  return steps.flatMap((step) => {
    const other = first.get(nameKey(step.name));
    if (other === undefined) first.set(nameKey(step.name), step);
    if (other === undefined) return [];
    const message = `${quoted(step.name)} stands in line ${other.line} already; give this step another name`;
    return [stepProblem(step, "step", message)];
  });
}
