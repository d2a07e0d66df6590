// A workflow as an owner writes it down: one row a step, with the department that does it, what starts it and what
// may come of it. Everything here is what the row says, understood but not yet tied to the other rows.

import { nameKey } from "../../table/cell.ts";
import type { TimeUnit } from "../rule.ts";

/** A table of texts as a file has it. */
export interface StepTable {
  readonly header: readonly string[];
  readonly rows: readonly StepRow[];
}

export interface StepRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A mistake in the table: its line, its column where it lies in one, and what would be right. */
export interface StepProblem {
  readonly line: number;
  /** Header of the column. */
  readonly column?: string;
  readonly message: string;
}

/** One of the answers that a step waits for. */
export interface Answer {
  readonly name: string;
  /** Whether the answer itself says that it ends as cancelled. */
  readonly isCancelled: boolean;
}

/** How long a step waits. */
export interface TimeLimit {
  readonly amount: number;
  readonly unit: TimeUnit;
  /** A step or a day field from which it counts; absent: from the day on which the step began. */
  readonly after?: string;
}

/** Where a way ends, or rests. */
export type StepResult = "won" | "lost" | "parked";

export interface Step {
  readonly line: number;
  readonly name: string;
  /** Empty where nobody does it: an end may have none. */
  readonly department: string;
  /** As the owner numbers it; empty where it has none. */
  readonly number: string;
  /** What is done, in the owner's words. */
  readonly done: string;
  /** The cell "Needed first". */
  readonly needsText: string;
  /** The cell "Starts when". */
  readonly startsWhen: string;
  readonly answers: readonly Answer[];
  readonly within?: TimeLimit;
  /** The cell "Then". */
  readonly otherwise: string;
  readonly result?: StepResult;
  /** Departments that alone may move a record here. */
  readonly mayEnter: readonly string[];
  /** Departments that get a copy of the hand-over. */
  readonly tell: readonly string[];
}

/**
 * Whether a step is the one that a name means.
 *
 * @example
 * isNamed({ name: "Check stock" }, "check  STOCK") //=> true
 */
export function isNamed(step: Pick<Step, "name">, name: string): boolean {
  return nameKey(step.name) === nameKey(name);
}
