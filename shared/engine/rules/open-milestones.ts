// What a record still has to do. The points of a milestone are earned once and stay; what is open is asked of the row
// as it stands: a hotel that fell through, and whose yes was taken back, has to be arranged again.

import type { Milestone, Pipeline } from "../../definition/pipeline.ts";
import type { RecordState } from "../../log/replay.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { isFilled } from "../row/needs-met.ts";
import { isReached } from "./behind.ts";

/** What is known of a record: what it holds, and which milestones its history has. */
export interface Reaching {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly hasReached: (milestone: Milestone) => boolean;
}

/**
 * The milestones that a record has still before it, in the order of the pipeline.
 *
 * @example
 * openMilestonesOf(fixtures.offers, { values: {}, hasReached: () => false }).map(({ name }) => name) //=> ["Offered"]
 */
export function openMilestonesOf(pipeline: Pipeline, { values, hasReached }: Reaching): readonly Milestone[] {
  return pipeline.milestones.filter((milestone) => {
    const { reachedWhen } = milestone;
    return reachedWhen.by === "field" ? !isFilled(values[reachedWhen.field]) : !hasReached(milestone);
  });
}

/**
 * What {{Open}} puts into a text: the names of what is still open; empty where nothing is.
 *
 * @example
 * openText(fixtures.offers, fixtures.standing.state, {}) //=> "Offered"
 */
export function openText(
  pipeline: Pipeline,
  state: RecordState,
  values: Readonly<Record<string, FieldValue>>,
): string {
  const hasReached = (milestone: Milestone) => isReached(milestone, state);
  return openMilestonesOf(pipeline, { values, hasReached })
    .map(({ name }) => name)
    .join(", ");
}
