// The stages to which a record may move, and of every other one what stands against it: in words, and as the fields to
// fill in and the activities to log that would mend it. The verdict is the one that typing gets.

import { type ActivityKind, isActivityKind, wordOfActivity } from "../../definition/activity.ts";
import { asksField, type Condition, type Need } from "../../definition/need.ts";
import { textFromNeed } from "../../definition/need-text.ts";
import type { Definition, Pipeline, Stage } from "../../definition/pipeline.ts";
import { mainLineOf } from "../../definition/pipeline.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import { moveVerdict, needsReason } from "../../engine/row/move-verdict.ts";
import { type Evidence, unmetNeeds } from "../../engine/row/needs-met.ts";
import { type StageChip, stageChip } from "./stage-chip.ts";

export interface CardMove {
  readonly stage: StageChip;
  /** Whether it is the next one of the main line. */
  readonly isNext: boolean;
  readonly allowed: boolean;
  /** What is missing or stands against it, also where it is allowed all the same; empty where nothing is. */
  readonly reason: string;
  /** What would mend it; nothing where it is not for what the stage needs. */
  readonly missing: readonly MissingNeed[];
}

/** A need that is not met; any one of the fields or activities may mend it. */
export interface MissingNeed {
  readonly words: string;
  /** Field ids. */
  readonly fields: readonly string[];
  readonly activities: readonly ActivityWord[];
}

export interface ActivityWord {
  readonly kind: ActivityKind;
  readonly word: string;
}

/** A record where it stands, and who would move it. */
export interface MovableRecord {
  readonly definition: Definition;
  readonly pipeline: Pipeline;
  readonly from: Stage;
  readonly evidence: Evidence;
  readonly actor?: string;
}

/**
 * Every other stage, in the order of the pipeline.
 *
 * @example
 * cardMoves({ definition: fixtures.book, pipeline: fixtures.offers, from: fixtures.offers.stages[0],
 *   evidence: fixtures.standing.evidence })[0].missing //=> [{ words: "Budget", fields: ["budget"], activities: [] }]
 */
export function cardMoves(record: MovableRecord): readonly CardMove[] {
  const { definition, pipeline, from, evidence, actor } = record;
  const line = mainLineOf(pipeline);
  const next = line[line.indexOf(from) + 1];
  return pipeline.stages
    .filter(({ id }) => id !== from.id)
    .map((to) => {
      const move = { from, to, ...(actor === undefined ? {} : { actor }) };
      const { allowed, reason } = moveVerdict({ definition, pipeline }, move, evidence);
      // Where something else stands against it, filling in would not help.
      const isMendable = reason === needsReason(pipeline, to, evidence);
      const missing = isMendable
        ? unmetNeeds(to.needs, evidence).map((need) => missingNeed(pipeline, need))
        : [];
      return { stage: stageChip(to), isNext: line.includes(from) && to === next, allowed, reason, missing };
    });
}

function missingNeed(pipeline: Pipeline, need: Need): MissingNeed {
  return {
    words: textFromNeed(need, fieldsOf(pipeline)),
    fields: [...new Set(need.anyOf.flatMap(fieldOf))],
    activities: need.anyOf.flatMap(activityOf),
  };
}

function fieldOf(condition: Condition): readonly string[] {
  return asksField(condition) ? [condition.field] : [];
}

function activityOf(condition: Condition): readonly ActivityWord[] {
  if (condition.test !== "logged" || !isActivityKind(condition.activity)) return [];
  return [{ kind: condition.activity, word: wordOfActivity(condition.activity) }];
}
