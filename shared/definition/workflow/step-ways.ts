// The ways from step to step. A row says what starts it; where it says nothing, it follows the row above, unless
// another row already leads to it. "cancelled" is an end that needs no row of its own.

import { departmentsIn } from "./read-steps.ts";
import { startedWays } from "./started-ways.ts";
import type { Step, StepProblem } from "./step.ts";
import { headerOf, stepProblem } from "./step-columns.ts";
import { consequencesFromText, isCancelledWord } from "./step-consequence.ts";
import type { Consequence, Way, Ways } from "./way.ts";

/**
 * How the steps lead to each other, and what is wrong with the words that say so.
 *
 * @example
 * waysBetween([]).ways //=> []
 */
export function waysBetween(rows: readonly Step[]): Ways {
  const problems: StepProblem[] = [];
  const consequences = new Map(rows.map((step) => [step, readConsequences(step, rows, problems)]));
  const cancelled = rows.find(({ name }) => isCancelledWord(name)) ?? cancelledEnd(rows, consequences);
  const silent = rows.flatMap((from) => silentWays(from, consequences.get(from) ?? [], cancelled));
  const refusing = rows.flatMap((from) => cancellingWays(from, cancelled));
  const ledTo = new Set([...silent, ...refusing].map(({ to }) => to));
  const started = startedWays(rows, ledTo);
  const isMade = cancelled !== undefined && !rows.includes(cancelled);
  return {
    steps: isMade ? [...rows, cancelled] : rows,
    ...(started.start === undefined ? {} : { start: started.start }),
    ways: [...started.ways, ...refusing, ...silent],
    consequences,
    problems: [...problems, ...started.problems],
  };
}

function readConsequences(
  step: Step,
  steps: readonly Step[],
  problems: StepProblem[],
): readonly Consequence[] {
  const { consequences, faults } = consequencesFromText(step.otherwise, {
    steps,
    departments: departmentsIn(steps),
  });
  problems.push(...faults.map((message) => stepProblem(step, "then", message)));
  if (step.otherwise !== "" && step.within === undefined) {
    const message = `nothing says when; write a time such as "5 working days" in "${headerOf("within")}"`;
    problems.push(stepProblem(step, "within", message));
  }
  return consequences;
}

function cancelledEnd(
  rows: readonly Step[],
  consequences: ReadonlyMap<Step, readonly Consequence[]>,
): Step | undefined {
  const first = rows.find(
    (step) =>
      step.answers.some(({ isCancelled }) => isCancelled) ||
      consequences.get(step)?.some(({ kind }) => kind === "cancel"),
  );
  if (first === undefined) return undefined;
  const empty = { department: "", number: "", done: "", needsText: "", startsWhen: "", otherwise: "" };
  return {
    ...empty,
    line: first.line,
    name: "Cancelled",
    result: "lost",
    answers: [],
    mayEnter: [],
    tell: [],
  };
}

function silentWays(
  from: Step,
  consequences: readonly Consequence[],
  cancelled: Step | undefined,
): readonly Way[] {
  return consequences.flatMap((consequence): readonly Way[] => {
    const to =
      consequence.kind === "move" ? consequence.to : consequence.kind === "cancel" ? cancelled : undefined;
    return to === undefined ? [] : [{ from, to, by: "silence" }];
  });
}

function cancellingWays(from: Step, cancelled: Step | undefined): readonly Way[] {
  if (cancelled === undefined) return [];
  return from.answers
    .filter(({ isCancelled }) => isCancelled)
    .map(({ name }) => ({ from, to: cancelled, by: "answer", answer: name }));
}
