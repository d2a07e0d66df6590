// Two pipelines of one book may both have a stage "Lost". Its rows in the Stages tab are found by id, so that the
// second one gets an id of its own when its board is made; all that names the stage goes with it.

import { identifierFrom } from "./identifier.ts";
import type { Milestone, Pipeline } from "./pipeline.ts";
import type { Rule, RuleAction, RuleTrigger } from "./rule.ts";

/**
 * The pipeline with ids of stages that are not among `taken`.
 *
 * @example
 * withDistinctStages(fixtures.offers, new Set(["lost"])).stages.map((stage) => stage.id)
 * //=> ["lead", "offer", "won", "lost_2"]
 */
export function withDistinctStages(pipeline: Pipeline, taken: ReadonlySet<string>): Pipeline {
  const used = new Set([...taken, ...pipeline.stages.map((stage) => stage.id)]);
  const fresh = new Map<string, string>();
  for (const { id } of pipeline.stages) {
    if (!taken.has(id)) continue;
    const distinct = identifierFrom(id, used);
    used.add(distinct);
    fresh.set(id, distinct);
  }
  if (fresh.size === 0) return pipeline;
  const idOf = (id: string) => fresh.get(id) ?? id;
  return {
    ...pipeline,
    stages: pipeline.stages.map((stage) => ({ ...stage, id: idOf(stage.id), next: stage.next.map(idOf) })),
    milestones: pipeline.milestones.map((milestone) => withMilestoneStage(milestone, idOf)),
    rules: pipeline.rules.map((rule) => withRuleStages(rule, idOf)),
  };
}

function withMilestoneStage(milestone: Milestone, idOf: (id: string) => string): Milestone {
  const { reachedWhen } = milestone;
  if (reachedWhen.by !== "stage") return milestone;
  return { ...milestone, reachedWhen: { ...reachedWhen, stage: idOf(reachedWhen.stage) } };
}

function withRuleStages(rule: Rule, idOf: (id: string) => string): Rule {
  return {
    ...rule,
    when: withTriggerStage(rule.when, idOf),
    whileIn: rule.whileIn.map(idOf),
    does: rule.does.map((action): RuleAction => {
      return action.do === "move" ? { ...action, stage: idOf(action.stage) } : action;
    }),
  };
}

function withTriggerStage(trigger: RuleTrigger, idOf: (id: string) => string): RuleTrigger {
  switch (trigger.on) {
    case "enters":
    case "leaves":
    case "every":
      return { ...trigger, stage: idOf(trigger.stage) };
    case "time": {
      const { from } = trigger;
      return from.of === "entry" ? { ...trigger, from: { ...from, stage: idOf(from.stage) } } : trigger;
    }
    case "logged":
    case "changed":
    case "linked":
    case "behind":
      return trigger;
  }
}
