// Which steps become stages: every step that one department needs another to start, every branch and every end. Steps
// of one department in a row are one stage, since nothing is handed over between them, unless something is asked of
// the second alone: a field, a deadline, who may move there, whom to tell.

import { identifierFrom } from "../identifier.ts";
import { isNamed, type Step } from "./step.ts";
import { type Way, type Ways, waysFrom } from "./way.ts";
import { usualWay } from "./way-guards.ts";

/** The steps that one stage holds. */
export interface StepStage {
  readonly id: string;
  /** The step that begins it; the stage has its name. */
  readonly head: Step;
  /** All of them, in the order in which they are done. */
  readonly steps: readonly Step[];
  readonly onMainLine: boolean;
}

/**
 * The stages in the order of the pipeline: that of the table, with the usual way in its own order.
 *
 * @example
 * stepStages({ steps: [], ways: [], consequences: new Map(), problems: [] }) //=> []
 */
export function stepStages(all: Ways): readonly StepStage[] {
  const after = new Map<Step, Step>();
  const heads = all.steps.filter((step) => {
    const before = stepBefore(all, step);
    if (before !== undefined) after.set(before, step);
    return before === undefined;
  });
  const path = usualWay(all).filter((step) => step.result !== "parked" && heads.includes(step));
  const onPath = path[Symbol.iterator]();
  const ordered = heads.map((head) => (path.includes(head) ? (onPath.next().value ?? head) : head));
  const taken = new Set<string>();
  return ordered.map((head) => {
    const id = identifierFrom(head.name, taken);
    taken.add(id);
    return { id, head, steps: stepsFrom(after, head), onMainLine: path.includes(head) };
  });
}

/**
 * The stage that holds a step; `undefined` where none does.
 *
 * @example
 * stageOf([], { name: "Ask" }) //=> undefined
 */
export function stageOf(stages: readonly StepStage[], step: Pick<Step, "name">): StepStage | undefined {
  return stages.find(({ steps }) => steps.some(({ name }) => name === step.name));
}

/**
 * The ways into a stage from other stages.
 *
 * @example
 * waysInto({ steps: [], ways: [], consequences: new Map(), problems: [] }, { id: "ask", steps: [] }) //=> []
 */
export function waysInto({ ways }: Ways, stage: Pick<StepStage, "steps">): readonly Way[] {
  return ways.filter(({ from, to }) => stage.steps.includes(to) && !stage.steps.includes(from));
}

/**
 * The ways out of a stage to other stages, the usual one first.
 *
 * @example
 * waysOut({ steps: [], ways: [], consequences: new Map(), problems: [] }, { id: "ask", steps: [] }) //=> []
 */
export function waysOut(all: Ways, stage: Pick<StepStage, "steps">): readonly Way[] {
  return stage.steps.flatMap((step) => waysFrom(all, step)).filter(({ to }) => !stage.steps.includes(to));
}

function stepsFrom(after: ReadonlyMap<Step, Step>, head: Step): readonly Step[] {
  const steps: Step[] = [];
  for (let step: Step | undefined = head; step !== undefined; step = after.get(step)) steps.push(step);
  return steps;
}

// The step of the same stage that comes right before this one.
function stepBefore(all: Ways, step: Step): Step | undefined {
  const [way, ...others] = all.ways.filter(({ to }) => to === step);
  if (way === undefined || others.length > 0 || way.by !== "after" || all.start === step) return undefined;
  const { from } = way;
  const isSame = from.department === step.department && from.result === undefined;
  if (!isSame || from.within !== undefined || asksOfItsOwn(all, step)) return undefined;
  return from;
}

function asksOfItsOwn(all: Ways, step: Step): boolean {
  const isClock = all.steps.some(({ within }) => within?.after !== undefined && isNamed(step, within.after));
  const texts = [step.needsText, ...step.mayEnter, ...step.tell];
  return (
    isClock || step.result !== undefined || step.within !== undefined || texts.some((text) => text !== "")
  );
}
