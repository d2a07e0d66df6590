// What starts each step, row by row. An empty cell is the row above, where that row leads on at all and nothing else
// leads here; whatever could mean two things is asked back.

import { quoted } from "../../table/shown-cell.ts";
import type { Step, StepProblem } from "./step.ts";
import { stepProblem } from "./step-columns.ts";
import { type StartPhrases, startPhrases, startsFromText } from "./step-starts.ts";
import type { Way, Ways } from "./way.ts";

/**
 * The ways that "Starts when" names, and the step with which the workflow begins; `ledTo` are the steps to which other
 * columns lead.
 *
 * @example
 * startedWays([], new Set()) //=> { ways: [], problems: [] }
 */
export function startedWays(
  rows: readonly Step[],
  ledTo: ReadonlySet<Step>,
): Pick<Ways, "start" | "ways" | "problems"> {
  const phrases = startPhrases(rows);
  const ways: Way[] = [];
  const problems: StepProblem[] = [];
  const starts: Step[] = [];
  for (const [index, to] of rows.entries()) {
    const read = startsOf(to, { above: rows[index - 1], isLedTo: ledTo.has(to), phrases });
    problems.push(...read.faults.map((message) => stepProblem(to, "startsWhen", message)));
    if (read.isStart) starts.push(to);
    for (const { from, answer } of read.causes)
      ways.push({
        from,
        to,
        by: answer === undefined ? "after" : "answer",
        ...(answer === undefined ? {} : { answer }),
      });
  }
  const [start, ...others] = starts;
  problems.push(...startProblems(rows, start, others));
  return { ...(start === undefined ? {} : { start }), ways, problems };
}

function startsOf(
  step: Step,
  place: { readonly above: Step | undefined; readonly isLedTo: boolean; readonly phrases: StartPhrases },
) {
  const { above, isLedTo, phrases } = place;
  if (step.startsWhen !== "") return startsFromText(step.startsWhen, phrases);
  const nothing = { isStart: false, causes: [], faults: [] };
  if (above === undefined) return { ...nothing, isStart: true };
  if (isLedTo) return nothing;
  const fault = unclearAbove(step, above);
  return fault === undefined ? { ...nothing, causes: [{ from: above }] } : { ...nothing, faults: [fault] };
}

function unclearAbove(step: Step, above: Step): string | undefined {
  const [answer] = above.answers;
  if (answer !== undefined) {
    return `the step above has answers; write which of them starts ${quoted(step.name)}, such as "${answer.name} to ${above.name}"`;
  }
  if (above.result !== "lost" && above.result !== "parked") return undefined;
  return `the step above is an end; write what starts ${quoted(step.name)}: "after <step>" or "<answer> to <step>"`;
}

function startProblems(
  rows: readonly Step[],
  start: Step | undefined,
  others: readonly Step[],
): readonly StepProblem[] {
  const [first] = rows;
  if (start === undefined && first !== undefined) {
    return [stepProblem(first, "startsWhen", 'no step starts the workflow; write "start" at the first one')];
  }
  return others.map((step) => {
    const message = `the workflow starts at ${quoted(start?.name ?? "")} already; write "after <step>" or "<answer> to <step>"`;
    return stepProblem(step, "startsWhen", message);
  });
}
