// Pipelines that tests tell their stories on, made from one line of stages each.

import type { Milestone, Pipeline, Stage, StageKind } from "../shared/definition/pipeline.ts";

/** "Lead > Offer > Won:won | Lost:lost": the main line, then the stages off it. */
export function pipelineOf(name: string, line: string): Pipeline {
  const [main = "", ...others] = line.split("|");
  return {
    id: idOf(name),
    name,
    noun: "record",
    workingDays: [1, 2, 3, 4, 5],
    flagsSame: [],
    stages: [
      ...main.split(">").map((text) => stageOf(text, "on main line")),
      ...others.map((text) => stageOf(text, "off main line")),
    ],
    fields: [],
    milestones: [],
    rules: [],
    messages: [],
  };
}

/** "Confirm receipt" is the stage "confirm_receipt". */
export function idOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
}

function stageOf(text: string, place: "on main line" | "off main line"): Stage {
  const [name = "", kind = "open"] = text.trim().split(":");
  return {
    id: idOf(name),
    name,
    kind: kind as StageKind,
    onMainLine: place === "on main line",
    needs: [],
    next: [],
    mayEnter: [],
    enforce: "refuse",
    aliases: [],
  };
}

export const offers = pipelineOf("Offers", "Lead > Offer > Won:won | Lost:lost");

/** With a parking place, a parallel track, people to avoid and a stage after the win. */
export const shop = pipelineOf(
  "Shop",
  "Lead > Offer > Won:won > Loop:won | Sample | Parked:parked | Lost:lost | Avoid:avoid",
);

/** Three milestones worth 10 points: one by a stage, one by an activity, one by a field. */
export const coaching: Pipeline = {
  ...pipelineOf("Coaching", "Calls > Launched:won | Left:lost"),
  milestones: [
    milestone("first_broadcast", 5, { by: "field", field: "broadcast" }),
    milestone("form_live", 3, { by: "field", field: "form" }),
    milestone("launched", 2, { by: "stage", stage: "launched" }),
  ],
};

function milestone(id: string, points: number, reachedWhen: Milestone["reachedWhen"]): Milestone {
  return { id, name: id.replace("_", " "), points, reachedWhen };
}
