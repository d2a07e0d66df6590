// When and where a rule works, compared with another: in which stages, under which conditions, how soon.

import type { Pipeline } from "../../definition/pipeline.ts";
import type { Rule } from "../../definition/rule.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import { excludeEachOther } from "./impossible-conditions.ts";

/** Whether two rules ever work on one record at one moment: certainly, perhaps, or never. */
export type Meeting = "certain" | "possible" | "never";

/**
 * Whether two rules meet: same moment, stages in common, conditions that do not exclude each other.
 *
 * @example
 * const nudge = { id: "r", name: "Nudge", when: { on: "enters", stage: "offer" }, whileIn: [], onlyIf: [], does: [], until: [] };
 * meetingOf(fixtures.offers, nudge, nudge) //=> "certain"
 */
export function meetingOf(pipeline: Pipeline, left: Rule, right: Rule): Meeting {
  if (JSON.stringify(left.when) !== JSON.stringify(right.when) || !shareStages(left, right)) return "never";
  const words = { fields: fieldsOf(pipeline), currency: pipeline.currency };
  if (excludeEachOther(left.onlyIf, right.onlyIf, words)) return "never";
  const isSame = JSON.stringify(left.onlyIf) === JSON.stringify(right.onlyIf);
  return isSame && left.until.join() === right.until.join() ? "certain" : "possible";
}

/**
 * The stage in which a record counts as the rule works, where its trigger says so: whoever leaves a stage was in it.
 *
 * @example
 * stageOfTrigger({ on: "enters", stage: "offer" }) //=> "offer"
 */
export function stageOfTrigger(when: Rule["when"]): string | undefined {
  return when.on === "enters" || when.on === "leaves" || when.on === "every" ? when.stage : undefined;
}

/**
 * Whether the rule works in that stage.
 *
 * @example
 * worksIn({ whileIn: [] }, "offer") //=> true
 */
export function worksIn({ whileIn }: Pick<Rule, "whileIn">, stage: string): boolean {
  return whileIn.length === 0 || whileIn.includes(stage);
}

/**
 * Whether a time that counts from a stage's entry is over before another one begins; only where that is certain,
 * whatever days off lie between.
 *
 * @example
 * isSooner({ amount: 3, unit: "days" }, { amount: 5, unit: "working days" }) //=> true
 */
export function isSooner(left: Span, right: Span): boolean {
  if (left.unit === right.unit) return left.amount < right.amount;
  if (left.unit === "working days") return false;
  return daysOf(left) < daysOf(right) - (left.unit === "hours" || right.unit === "hours" ? 1 : 0);
}

/** An amount of time. */
export interface Span {
  readonly amount: number;
  readonly unit: "working days" | "days" | "hours";
}

// At least so many days pass, whatever the unit.
function daysOf({ amount, unit }: Span): number {
  return unit === "hours" ? amount / 24 : amount;
}

function shareStages(left: Rule, right: Rule): boolean {
  return (
    left.whileIn.length === 0 || right.whileIn.length === 0 || left.whileIn.some((id) => worksIn(right, id))
  );
}
