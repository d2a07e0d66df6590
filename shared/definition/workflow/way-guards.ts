// What must hold for a workflow to be a pipeline: one way on for every answer, an end that everything can reach, and a
// usual way, that of the first answers, which ends in won. Whatever does not is named at its line.

import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { Step, StepProblem } from "./step.ts";
import { stepProblem } from "./step-columns.ts";
import { type Way, type Ways, waysFrom } from "./way.ts";

/**
 * Everything that keeps the steps from being a pipeline; empty where nothing does.
 *
 * @example
 * wayProblems({ steps: [], ways: [], consequences: new Map(), problems: [] }) //=> []
 */
export function wayProblems(all: Ways): readonly StepProblem[] {
  const own = all.steps.flatMap((step) => [
    ...answerProblems(all, step),
    ...forkProblems(all, step),
    ...endProblems(all, step),
  ]);
  if (own.length > 0) return own;
  return [...unreached(all), ...circles(all), ...usualWayProblems(all)];
}

/**
 * The usual way: from the start along the first answers.
 *
 * @example
 * usualWay({ steps: [], ways: [], consequences: new Map(), problems: [] }) //=> []
 */
export function usualWay(all: Ways): readonly Step[] {
  const path: Step[] = [];
  for (let step = all.start; step !== undefined && !path.includes(step); step = firstAfter(all, step))
    path.push(step);
  return path;
}

function firstAfter(all: Ways, step: Step): Step | undefined {
  return waysFrom(all, step).find(({ by }) => by !== "silence")?.to;
}

function answerProblems(all: Ways, step: Step): readonly StepProblem[] {
  const ways = waysFrom(all, step).filter(({ by }) => by !== "silence");
  if (step.answers.length === 0) return [];
  const vague = ways
    .filter(({ by }) => by === "after")
    .map(({ to }) => {
      const answers = step.answers.map(({ name }) => `"${name} to ${step.name}"`).join(" or ");
      return stepProblem(to, "startsWhen", `${quoted(step.name)} has answers; write ${answers}`);
    });
  const open = step.answers.filter(
    ({ name }) => !ways.some((way) => nameKey(way.answer ?? "") === nameKey(name)),
  );
  return [
    ...vague,
    ...open.map(({ name }) => {
      const message = `nothing follows the answer ${quoted(name)}; let a step start at "${name} to ${step.name}", or write "${name}: cancelled"`;
      return stepProblem(step, "answers", message);
    }),
  ];
}

function forkProblems(all: Ways, step: Step): readonly StepProblem[] {
  const first = new Map<string, Way>();
  return waysFrom(all, step)
    .filter(({ by }) => by !== "silence")
    .flatMap((way) => {
      const key = nameKey(way.answer ?? "");
      const other = first.get(key);
      if (other === undefined) first.set(key, way);
      if (other === undefined || other.to === way.to || (way.by === "after" && step.answers.length > 0))
        return [];
      const cause =
        way.answer === undefined ? `${quoted(step.name)} is done` : `${quoted(way.answer)} is the answer`;
      const message = `${quoted(other.to.name)} starts when ${cause} already, and a record is in one place; give ${quoted(step.name)} an answer for each of them`;
      return [stepProblem(way.to === step ? step : way.to, "startsWhen", message)];
    });
}

function endProblems(all: Ways, step: Step): readonly StepProblem[] {
  const out = waysFrom(all, step);
  if (step.result === "lost" && (out.length > 0 || step.within !== undefined)) {
    const message = `${quoted(step.name)} is lost, so that nothing follows it; take the result away, or what follows`;
    return [stepProblem(step, "result", message)];
  }
  if (step.result !== undefined || out.length > 0) return [];
  const message = `nothing follows ${quoted(step.name)}; write won, lost or parked here, or let a step start "after ${step.name}"`;
  return [stepProblem(step, "result", message)];
}

function unreached(all: Ways): readonly StepProblem[] {
  const { start } = all;
  if (start === undefined) return [];
  const reached = spread([start], (step) => waysFrom(all, step).map(({ to }) => to));
  const strays = all.steps.filter((step) => !reached.has(step));
  // The end "Cancelled" that a row asked for shares its line, and is reached with it.
  return strays
    .filter(({ line }, index) => strays.findIndex((step) => step.line === line) === index)
    .map((step) => {
      const message = `no way leads from ${quoted(start.name)} to ${quoted(step.name)}; let it start after a step that is reached`;
      return stepProblem(step, "startsWhen", message);
    });
}

function circles(all: Ways): readonly StepProblem[] {
  const ends = all.steps.filter(
    (step) => step.result !== undefined && (step.result !== "parked" || isLast(all, step)),
  );
  const into = (step: Step) => all.ways.filter(({ to }) => to === step).map(({ from }) => from);
  const ending = spread(ends, into);
  const caught = all.steps.filter((step) => !ending.has(step));
  const [first] = caught;
  if (first === undefined) return [];
  const names = caught.map(({ name }) => quoted(name)).join(", ");
  return [
    stepProblem(
      first,
      "startsWhen",
      `a record goes round in ${names} and never ends; let an answer lead out of it`,
    ),
  ];
}

function isLast(all: Ways, step: Step): boolean {
  return waysFrom(all, step).length === 0;
}

function usualWayProblems(all: Ways): readonly StepProblem[] {
  const path = usualWay(all);
  const last = path[path.length - 1];
  if (last === undefined) return [];
  const again = firstAfter(all, last);
  if (again !== undefined) {
    const message = `the first answers lead from ${quoted(last.name)} back to ${quoted(again.name)}; put the answer that leads on first`;
    return [stepProblem(last, "answers", message)];
  }
  const firstWon = path.findIndex(({ result }) => result === "won");
  if (firstWon < 0) return [stepProblem(last, "result", noWonMessage(all, last))];
  return path
    .slice(firstWon)
    .filter(({ result }) => result !== "won")
    .map((step) => {
      const message = `${quoted(step.name)} follows ${quoted(path[firstWon]?.name ?? "")}, which is won; write won here as well, or take it away there`;
      return stepProblem(step, "result", message);
    });
}

function noWonMessage(all: Ways, last: Step): string {
  return all.steps.some(({ result }) => result === "won")
    ? `the first answers lead to ${quoted(last.name)} and not to a won end; in "Answers" put the one that leads to won first`
    : `no step is the won end; write won at the step with which the work has succeeded`;
}

function spread(from: readonly Step[], next: (step: Step) => readonly Step[]): ReadonlySet<Step> {
  const seen = new Set(from);
  for (const step of seen) for (const each of next(step)) seen.add(each);
  return seen;
}
