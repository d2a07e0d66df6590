// The board on which the tests of the engine tell their stories: deals that need a budget to become an offer, a
// day besides to become a proposal, and a role to be invoiced.

import type { Pipeline } from "../../../shared/definition/pipeline.ts";
import type { Rule } from "../../../shared/definition/rule.ts";
import { pipelineFromPlan } from "../../../shared/definition/templates/template.ts";
import { openWorld, type World, type WorldPlan } from "../../world.ts";

export const dealsPipeline: Pipeline = {
  ...pipelineFromPlan({
    name: "Deals",
    noun: "deal",
    currency: "EUR",
    stages: [
      { name: "Lead" },
      { name: "Offer", needs: "Budget", limitDays: 5 },
      { name: "Proposal", needs: "Budget; Deadline" },
      { name: "Won", kind: "won" },
      { name: "Loop", kind: "won" },
      { name: "Parked", kind: "parked" },
      { name: "Lost", kind: "lost" },
    ],
    fields: [
      { name: "Budget", type: "money" },
      { name: "Deadline", type: "day" },
      { name: "E-mail", type: "e-mail" },
      { name: "Phone", type: "phone" },
      { name: "Signed", type: "yes/no" },
    ],
  }),
  milestones: [
    { id: "offered", name: "Offered", points: 5, reachedWhen: { by: "stage", stage: "offer" } },
    { id: "signed", name: "Signed", points: 3, reachedWhen: { by: "field", field: "signed" } },
    { id: "called", name: "Called", points: 2, reachedWhen: { by: "activity", activity: "call" } },
  ],
};

/** The same with a temperature that rules keep. */
export const ruledDeals: Pipeline = {
  ...dealsPipeline,
  fields: [
    ...dealsPipeline.fields,
    {
      id: "temperature",
      name: "Temperature",
      type: "choice",
      options: ["Cold", "Warm", "Hot", "Won", "Lost"],
      default: "Cold",
      aliases: [],
      personal: false,
      unique: false,
      carriesOver: false,
    },
  ],
  rules: [
    setting("Warm", { on: "logged", activity: "reply-yes" }, { onlyWhen: "Cold" }),
    setting("Hot", { on: "enters", stage: "proposal" }),
    setting("Won", { on: "enters", stage: "won" }),
    setting("Lost", { on: "enters", stage: "lost" }),
    setting("Warm", { on: "leaves", stage: "lost" }),
  ],
};

function setting(value: string, when: Rule["when"], only: { readonly onlyWhen?: string } = {}): Rule {
  const condition = { test: "is" as const, field: "temperature", value: only.onlyWhen ?? "" };
  return {
    id: `${value.toLowerCase()}_${when.on}`,
    name: `${value} when it ${when.on}`,
    when,
    whileIn: [],
    onlyIf: only.onlyWhen === undefined ? [] : [{ anyOf: [condition] }],
    does: [{ do: "set", field: "temperature", value }],
    until: [],
  };
}

/** Installations, which name the deal that they came from and the one that they follow. */
export const works = pipelineFromPlan({
  name: "Works",
  noun: "installation",
  stages: [{ name: "Survey" }, { name: "Done", kind: "won" }],
  fields: [
    { name: "Sale", type: "record link", options: ["Deals"] },
    { name: "Follows", type: "record link" },
  ],
});

/** A book with the board "Deals". */
export function dealsWorld(plan: Partial<WorldPlan> = {}): World {
  return openWorld({ boards: { Deals: dealsPipeline }, ...plan });
}

/** The same with these leads, once the engine has seen them. */
export function worldWith(...names: readonly string[]): World {
  const world = dealsWorld();
  world.add(names.map((name) => ({ Name: name })));
  world.run();
  return world;
}

/** The deals pipeline with some stages said otherwise, by name. */
export function withStages(
  changes: Readonly<Record<string, Partial<Pipeline["stages"][number]>>>,
  pipeline: Pipeline = dealsPipeline,
): Pipeline {
  return { ...pipeline, stages: pipeline.stages.map((stage) => ({ ...stage, ...changes[stage.name] })) };
}
