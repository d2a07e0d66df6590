// Which milestones a record has earned since the last look: each once, at the first time that is known of it.

import type { Milestone, Pipeline } from "../../definition/pipeline.ts";
import type { RecordState } from "../../log/replay.ts";
import type { FieldValue } from "../../table/field-type.ts";
import type { Moment } from "../../value/moment.ts";
import { isFilled } from "./needs-met.ts";

export interface ReachedMilestone {
  readonly milestone: Milestone;
  readonly at: Moment;
}

/**
 * The milestones that the record has reached and that are not in its history yet.
 *
 * @example
 * reachedMilestones(fixtures.offers, { state: fixtures.standing.state, values: {}, now: parseMoment("2026-11-20T08:30:00Z") }) //=> []
 */
export function reachedMilestones(
  pipeline: Pipeline,
  record: {
    readonly state: RecordState;
    readonly values: Readonly<Record<string, FieldValue>>;
    readonly now: Moment;
  },
): readonly ReachedMilestone[] {
  return pipeline.milestones.flatMap((milestone) => {
    if (record.state.milestones[milestone.id] !== undefined) return [];
    const at = reachedAt(milestone, record);
    return at === undefined ? [] : [{ milestone, at }];
  });
}

function reachedAt(
  { reachedWhen }: Milestone,
  record: {
    readonly state: RecordState;
    readonly values: Readonly<Record<string, FieldValue>>;
    readonly now: Moment;
  },
): Moment | undefined {
  switch (reachedWhen.by) {
    case "stage":
      return record.state.visits.find((visit) => visit.stage === reachedWhen.stage)?.at;
    case "activity":
      return record.state.activities.find((activity) => activity.kind === reachedWhen.activity)?.at;
    case "field":
      return isFilled(record.values[reachedWhen.field]) ? record.now : undefined;
  }
}
