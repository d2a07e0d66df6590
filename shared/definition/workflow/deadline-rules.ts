// "No answer within" becomes a rule. Where two steps share a clock and what it leads to, one rule watches both, so
// that the clock of an invoice runs on while Accounts has its copy; a move between them does not stop it, a reply does.
// A deadline with nothing behind it is a limit: the record is shown as due, or its department is reminded.

import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { identifierFrom } from "../identifier.ts";
import type { Field } from "../pipeline.ts";
import type { Rule, RuleAction, RuleTrigger, TimeOrigin } from "../rule.ts";
import { isNamed, type Step, type StepProblem, type TimeLimit } from "./step.ts";
import { stepProblem } from "./step-columns.ts";
import { type StepStage, stageOf } from "./step-stages.ts";
import { textFromLimit } from "./time-limit.ts";
import { type Consequence, type Ways, waysFrom } from "./way.ts";

/** What deadlines are made from. */
export interface DeadlineParts {
  readonly all: Ways;
  readonly stages: readonly StepStage[];
  readonly fields: readonly Field[];
}

/**
 * The rules of all deadlines.
 *
 * @example
 * deadlineRules({ all: { steps: [], ways: [], consequences: new Map(), problems: [] }, stages: [], fields: [] }) //=> []
 */
export function deadlineRules(parts: DeadlineParts): readonly Rule[] {
  const byMeaning = new Map<string, Rule>();
  const taken = new Set<string>();
  for (const step of parts.all.steps) {
    const rule = deadlineRule(parts, step, taken);
    if (rule === undefined) continue;
    const meaning = JSON.stringify([rule.when, rule.does]);
    const other = byMeaning.get(meaning);
    if (other === undefined) taken.add(rule.id);
    byMeaning.set(meaning, other === undefined ? rule : together(other, rule));
  }
  return [...byMeaning.values()];
}

/**
 * The working days that a record may stay, where the deadline is one of working days from its own beginning.
 *
 * @example
 * limitDaysOf({ within: { amount: 5, unit: "working days" } }) //=> 5
 */
export function limitDaysOf({ within }: Pick<Step, "within">): number | undefined {
  return within?.unit === "working days" && within.after === undefined ? within.amount : undefined;
}

/**
 * Deadlines that count from something that is not there.
 *
 * @example
 * clockProblems([], []) //=> []
 */
export function clockProblems(steps: readonly Step[], fields: readonly Field[]): readonly StepProblem[] {
  return steps.flatMap((step) => {
    const after = step.within?.after;
    if (after === undefined || steps.some((each) => isNamed(each, after))) return [];
    const field = fieldNamed(fields, after);
    if (field?.type === "day") return [];
    const message =
      field === undefined
        ? `${quoted(after)} is neither a step nor a day; write "${after} (day)" in "Needed first" of this step`
        : `${quoted(after)} is ${field.type}, and time counts from a day; write "${after} (day)" in "Needed first"`;
    return [stepProblem(step, "within", message)];
  });
}

function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  return fields.find((field) => nameKey(field.name) === nameKey(name));
}

function deadlineRule(parts: DeadlineParts, step: Step, taken: ReadonlySet<string>): Rule | undefined {
  const stage = stageOf(parts.stages, step);
  const { within } = step;
  if (within === undefined || stage === undefined) return undefined;
  const does = actionsOf(parts, step);
  if (does.length === 0) return undefined;
  const chases = does.every((action) => action.do === "remind") && step.otherwise !== "";
  const when = triggerOf(parts, { stage, within, chases });
  return {
    id: identifierFrom(`no answer ${step.name}`, taken),
    name: `No answer: ${step.name}`,
    when,
    whileIn: when.on === "every" ? [] : [stage.id],
    onlyIf: [],
    does,
    until: endsOf(when, stage),
  };
}

// A chase comes again and again until somebody moves the record; days are the only time that comes round.
function triggerOf(
  parts: DeadlineParts,
  deadline: { readonly stage: StepStage; readonly within: TimeLimit; readonly chases: boolean },
): RuleTrigger {
  const { stage, within, chases } = deadline;
  const { amount, unit, after } = within;
  if (chases && unit === "days" && after === undefined) return { on: "every", days: amount, stage: stage.id };
  return { on: "time", amount, unit, from: originOf(parts, stage, after) };
}

function originOf(parts: DeadlineParts, stage: StepStage, after: string | undefined): TimeOrigin {
  if (after === undefined) return { of: "entry", stage: stage.id };
  const other = stageOf(parts.stages, parts.all.steps.find((each) => isNamed(each, after)) ?? { name: "" });
  if (other !== undefined) return { of: "entry", stage: other.id };
  return { of: "field", field: fieldNamed(parts.fields, after)?.id ?? "" };
}

function endsOf(when: RuleTrigger, stage: StepStage): Rule["until"] {
  if (when.on !== "time") return [];
  const runsOn = when.from.of === "entry" && when.from.stage !== stage.id;
  return runsOn ? ["a reply"] : ["a reply", "a move"];
}

function actionsOf(parts: DeadlineParts, step: Step): readonly RuleAction[] {
  const consequences = parts.all.consequences.get(step) ?? [];
  if (consequences.length > 0) return consequences.flatMap((each) => actionOf(parts, step, each));
  if (limitDaysOf(step) !== undefined) return [];
  return actionOf(parts, step, { kind: "remind", role: step.department === "" ? "owner" : step.department });
}

function actionOf(parts: DeadlineParts, step: Step, consequence: Consequence): readonly RuleAction[] {
  switch (consequence.kind) {
    case "void":
      return [{ do: "void invoice" }];
    case "remind": {
      const text = `no answer to ${step.name} within ${textFromLimit(step.within ?? { amount: 0, unit: "days" })}`;
      return [{ do: "remind", ...(consequence.role === "owner" ? {} : { role: consequence.role }), text }];
    }
    case "move":
    case "cancel": {
      const to = waysFrom(parts.all, step).find(({ by }) => by === "silence")?.to;
      const stage = to === undefined ? undefined : stageOf(parts.stages, to);
      return stage === undefined ? [] : [{ do: "move", stage: stage.id }];
    }
  }
}

function together(first: Rule, second: Rule): Rule {
  return { ...first, whileIn: [...first.whileIn, ...second.whileIn], until: ["a reply"] };
}
