// What a command says and how it ends: words for people on the terminal, JSON for programs, and an exit code that
// both can trust. Results go to standard output, problems and errors to standard error.

import { inspect } from "node:util";
import type { Problem } from "../shared/table/problem.ts";
import { sentenceOf } from "../shared/table/problem.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";
import { clearProgress } from "./progress.ts";
import type { CommonOptions } from "./run-options.ts";

/** 0 done, 1 done with problems, 2 wrong usage, 3 refused and nothing written. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Problems, or pieces of advice, shown on a terminal; the rest is counted. */
const MOST_SHOWN = 20;

export interface Answer {
  readonly exitCode: ExitCode;
  /** For `--json`. */
  readonly json: unknown;
  /** For people. */
  readonly lines: readonly string[];
  readonly problems?: readonly string[];
  /** What is worth a look, for people: it is said after the problems. */
  readonly advice?: readonly string[];
}

/** Says the answer in the way that was asked for, and sets the exit code. */
export function say(answer: Answer, options: CommonOptions): void {
  clearProgress();
  process.exitCode = answer.exitCode;
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify(answer.json, undefined, 2)}\n`);
    return;
  }
  if (options.quiet !== true) for (const line of answer.lines) process.stdout.write(`${forTerminal(line)}\n`);
  sayProblems(answer.problems ?? []);
  if (options.quiet !== true) sayAdvice(answer.advice ?? []);
}

/** Says what is wrong, to people. */
export function sayProblems(problems: readonly string[]): void {
  sayTo(process.stderr, problems);
}

function sayAdvice(advice: readonly string[]): void {
  if (advice.length === 0) return;
  process.stdout.write("Worth a look:\n");
  sayTo(process.stdout, advice);
}

function sayTo(stream: NodeJS.WriteStream, lines: readonly string[]): void {
  for (const line of lines.slice(0, MOST_SHOWN)) stream.write(`${forTerminal(line)}\n`);
  if (lines.length > MOST_SHOWN)
    stream.write(`and ${lines.length - MOST_SHOWN} more; --json lists them all\n`);
}

// Node would end with 1, which says "done with problems"; this is the number that programs use for their own faults.
const FAULT_EXIT_CODE = 70;

/** Says why the work stopped; an error that is not ours is a fault of this program, and is shown whole. */
export function sayError(error: unknown, options: CommonOptions): void {
  clearProgress();
  if (!(error instanceof StagelineError)) {
    process.exitCode = FAULT_EXIT_CODE;
    process.stderr.write(`stageline: a fault of this program, which is worth a report\n${inspect(error)}\n`);
    return;
  }
  process.exitCode = exitCodeOf(error);
  if (options.json === true) {
    const json = { error: { code: error.code, message: error.message } };
    process.stdout.write(`${JSON.stringify(json, undefined, 2)}\n`);
  }
  process.stderr.write(`stageline: ${forTerminal(error.message)}\n`);
}

function exitCodeOf({ code }: StagelineError): ExitCode {
  if (code === "usage") return 2;
  // Nobody may be told that nothing was written when it may have been.
  return code === "unsure" ? 1 : 3;
}

// What people typed may hold characters that steer a terminal.
function forTerminal(line: string): string {
  return line.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

/** The sentences of problems, each once. */
export function sentencesOf(problems: readonly Problem[]): readonly string[] {
  return [...new Set(problems.map(sentenceOf))];
}

/** What to tell of a write beside what was asked for. */
export function writtenLines({
  staleFormulas,
  notes,
}: {
  readonly staleFormulas: readonly string[];
  readonly notes: readonly string[];
}): readonly string[] {
  return [...staleLines(staleFormulas), ...notes];
}

function staleLines(staleFormulas: readonly string[]): readonly string[] {
  if (staleFormulas.length === 0) return [];
  const shown = staleFormulas.slice(0, 10).join(", ");
  const more = staleFormulas.length > 10 ? ` and ${staleFormulas.length - 10} more` : "";
  return [`These formulas show old results until the book is opened: ${shown}${more}`];
}
