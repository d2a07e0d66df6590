// The Milestones tab: one row per behaviour or event that is worth points, and what earns them in one sentence:
// "stage Launched", "Call logged", or the name of a field that is filled in (a yes/no field: answered yes).

import { isBlank, textOf } from "../../table/cell.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { activityFromWord, isActivityKind, wordOfActivity } from "../activity.ts";
import { type Named, namedIn } from "../named.ts";
import type { Milestone, MilestoneTrigger } from "../pipeline.ts";
import { pipelineColumn, type RowFault, rowOf, setupTab, textColumn } from "./setup-tab.ts";
import { unknownStage } from "./unknown-stage.ts";

/** The tab of the milestones, one row each. */
export const milestonesTab = setupTab("milestones", "Milestones", [
  pipelineColumn,
  textColumn("milestone", "Milestone", { widthCharacters: 30, note: "What you call it; rename it freely" }),
  textColumn("points", "Points", {
    widthCharacters: 8,
    format: "number",
    note: "What it is worth; empty: 1",
  }),
  textColumn("reached_when", "Reached when", {
    widthCharacters: 30,
    note: "stage Launched, or Call logged, or the name of a field that is filled in (yes/no: yes)",
  }),
]);

/** What a trigger may name. */
export interface MilestoneWords {
  readonly stages: readonly (Named & { readonly id: string })[];
  readonly fields: readonly (Named & { readonly id: string })[];
}

/**
 * The row of a milestone.
 *
 * @example
 * milestoneCells(fixtures.offers, fixtures.offers.milestones[0], fixtures.offers).reached_when //=> "stage Offer"
 */
export function milestoneCells(
  pipeline: { readonly name: string },
  milestone: Milestone,
  words: MilestoneWords,
): RowCells {
  return rowOf({
    pipeline: pipeline.name,
    milestone: milestone.name,
    points: milestone.points,
    reached_when: textFromTrigger(milestone.reachedWhen, words),
    id: milestone.id,
  });
}

/**
 * What a row says, and the faults in it; a milestone without points is worth one.
 *
 * @example
 * milestoneFromCells({ milestone: "Offered", reached_when: "stage Ofer" }, fixtures.offers).faults[0].message
 * //=> '"Ofer" is not one of the stages Lead, Offer, Won, Lost'
 */
export function milestoneFromCells(
  cells: RowCells,
  words: MilestoneWords,
): { readonly milestone?: Milestone; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const points = readCell(cells["points"] ?? null, { type: "number" });
  if (points.fault !== undefined) faults.push({ key: "points", message: points.fault });
  const worth = typeof points.value === "number" ? points.value : 1;
  if (worth < 0) faults.push({ key: "points", message: `"${worth}" is below 0` });
  const trigger = triggerFromText(textOf(cells["reached_when"]), words);
  if (typeof trigger === "string") faults.push({ key: "reached_when", message: trigger });
  if (faults.length > 0 || isBlank(cells["milestone"]) || typeof trigger === "string") return { faults };
  return {
    milestone: {
      id: textOf(cells["id"]),
      name: textOf(cells["milestone"]),
      points: worth,
      reachedWhen: trigger,
    },
    faults,
  };
}

// A name that would be read as something else stands in double quotes.
const LOOKS_OTHERWISE = /^stage\s|\slogged$|^"/i;

function textFromTrigger(trigger: MilestoneTrigger, words: MilestoneWords): string {
  switch (trigger.by) {
    case "stage":
      return `stage ${words.stages.find((stage) => stage.id === trigger.stage)?.name ?? trigger.stage}`;
    case "activity":
      return `${isActivityKind(trigger.activity) ? wordOfActivity(trigger.activity) : trigger.activity} logged`;
    case "field": {
      const name = words.fields.find((field) => field.id === trigger.field)?.name ?? trigger.field;
      return LOOKS_OTHERWISE.test(name) ? `"${name.replace(/"/g, '""')}"` : name;
    }
  }
}

function triggerFromText(text: string, words: MilestoneWords): MilestoneTrigger | string {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text)?.[1]?.replace(/""/g, '"');
  const stageName = /^stage\s+(.+)$/is.exec(text)?.[1];
  const stage = stageName === undefined ? undefined : namedIn(words.stages, stageName);
  if (stage !== undefined) return { by: "stage", stage: stage.id };
  const activity = activityFromWord(/^(.+)\s+logged$/i.exec(text)?.[1] ?? "");
  if (activity !== undefined && isActivityKind(activity)) return { by: "activity", activity };
  const field = namedIn(words.fields, quoted ?? text);
  if (field !== undefined) return { by: "field", field: field.id };
  if (stageName !== undefined) return unknownStage(stageName, words.stages);
  return `"${text}" is no milestone; write "stage" and a stage, an activity and "logged", or the name of a field`;
}
