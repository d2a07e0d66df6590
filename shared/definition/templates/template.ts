// How a built-in pipeline is written down: as short as its description in words, with everything that it leaves
// unsaid filled in here. Stage by stage, field by field, with ids made from the names.

import { StagelineError } from "../../value/stageline-error.ts";
import { identifierFrom } from "../identifier.ts";
import { needsFromText } from "../need-text.ts";
import type { Field, Milestone, Pipeline, Stage } from "../pipeline.ts";
import { plainPipeline } from "../plain-pipeline.ts";
import type { Message, Rule } from "../rule.ts";
import type { RuleWords } from "../rule-text.ts";
import { ruleFromCells } from "../setup/rules-tab.ts";
import { textFromList } from "../setup/setup-tab.ts";
import { plainStage } from "../stage-line.ts";
import { fieldsOf } from "../standard-field.ts";

export interface StagePlan extends Partial<Omit<Stage, "id" | "needs" | "next">> {
  readonly name: string;
  /** As an owner would write it in "Needed first". */
  readonly needs?: string;
  /** Names of the stages that may follow. */
  readonly next?: readonly string[];
}

/** A rule as an owner would write it in the Rules tab. */
export interface RulePlan {
  readonly name: string;
  readonly when: string;
  /** Names of stages. */
  readonly whileIn?: readonly string[];
  readonly onlyIf?: string;
  readonly does: string;
  readonly until?: string;
}

export interface PipelinePlan extends Pick<Pipeline, "name" | "noun" | "currency"> {
  readonly stages: readonly StagePlan[];
  readonly fields: readonly (Pick<Field, "name" | "type"> & Partial<Field>)[];
  readonly milestones?: readonly (Omit<Milestone, "id" | "reachedWhen"> & { readonly field: string })[];
  readonly rules?: readonly RulePlan[];
  readonly messages?: readonly (Omit<Message, "id" | "cc" | "reviewFirst"> & Partial<Message>)[];
  /** Names of the day fields between which a record's period lies. */
  readonly period?: { readonly start: string; readonly end: string };
  /** Names of the fields that no two live records should share. */
  readonly flagsSame?: readonly string[];
}

/**
 * The pipeline of a plan.
 *
 * @throws {StagelineError} `definition`, when a plan names a stage or a field that it does not have
 * @example
 * pipelineFromPlan({ name: "Offers", noun: "deal", stages: [{ name: "Lead" }], fields: [] }).stages[0].id //=> "lead"
 */
export function pipelineFromPlan(plan: PipelinePlan): Pipeline {
  const fields = plan.fields.map(fieldFromPlan);
  const base: Pipeline = {
    ...plainPipeline(plan),
    ...(plan.currency === undefined ? {} : { currency: plan.currency }),
    fields,
  };
  const idOfStage = (name: string) => idNamed(plan.stages, name);
  const stages = plan.stages.map((stage) => stageFromPlan(stage, { words: fieldsOf(base), idOfStage }));
  const milestones = (plan.milestones ?? []).map(({ field, ...milestone }) => ({
    ...milestone,
    id: identifierFrom(milestone.name, new Set()),
    reachedWhen: { by: "field" as const, field: idNamed(plan.fields, field) },
  }));
  const { period } = plan;
  const messages = (plan.messages ?? []).map((message) => ({
    cc: [],
    reviewFirst: false,
    ...message,
    id: identifierFrom(message.name, new Set()),
  }));
  const words = {
    stages,
    fields: fieldsOf(base),
    messages: messages.map((each) => ({ ...each, aliases: [] })),
  };
  return {
    ...base,
    messages,
    rules: (plan.rules ?? []).map((rule) => ruleFromPlan(rule, words)),
    ...(period === undefined
      ? {}
      : { period: { start: idNamed(plan.fields, period.start), end: idNamed(plan.fields, period.end) } }),
    flagsSame: (plan.flagsSame ?? []).map((name) => idNamed(plan.fields, name)),
    stages,
    milestones,
  };
}

function ruleFromPlan(plan: RulePlan, words: RuleWords): Rule {
  const { rule, faults } = ruleFromCells(
    {
      id: identifierFrom(plan.name, new Set()),
      rule: plan.name,
      when: plan.when,
      while_in: textFromList(plan.whileIn ?? []),
      only_if: plan.onlyIf ?? null,
      does: plan.does,
      until: plan.until ?? null,
    },
    words,
  );
  if (rule !== undefined) return rule;
  throw new StagelineError("definition", `${plan.name}: ${faults[0]?.message ?? "the rule cannot be read"}`);
}

function stageFromPlan(
  plan: StagePlan,
  book: { readonly words: readonly Field[]; readonly idOfStage: (name: string) => string },
): Stage {
  const { needs: needsText = "", next = [], kind = "open", ...rest } = plan;
  const { needs, faults } = needsFromText(needsText, book.words);
  const [fault] = faults;
  if (fault !== undefined) throw new StagelineError("definition", `${plan.name}: ${fault}`);
  const onMainLine = kind === "open" || kind === "won";
  const id = book.idOfStage(plan.name);
  return plainStage({ onMainLine, ...rest, id, kind, needs, next: next.map(book.idOfStage) });
}

function fieldFromPlan(plan: Pick<Field, "name" | "type"> & Partial<Field>): Field {
  const id = identifierFrom(plan.name, new Set());
  const carriesOver = plan.personal === true;
  return { options: [], aliases: [], personal: false, unique: false, carriesOver, ...plan, id };
}

function idNamed(things: readonly { readonly name: string }[], name: string): string {
  if (!things.some((thing) => thing.name === name)) {
    throw new StagelineError("definition", `the plan has nothing called "${name}"`);
  }
  return identifierFrom(name, new Set());
}
