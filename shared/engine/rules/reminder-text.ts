// The text of a reminder, with what it names of the record put in. A reminder goes to a colleague, and goes even where
// something is missing: then it says what.

import type { Pipeline } from "../../definition/pipeline.ts";
import type { RecordState } from "../../log/replay.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { mergedText } from "../outbox/merged-text.ts";

/** The record of which somebody is reminded. */
export interface ReminderRecord {
  readonly pipeline: Pipeline;
  readonly state: RecordState;
  readonly values: Readonly<Record<string, FieldValue>>;
}

const MISSING = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * The text as it is read.
 *
 * @example
 * reminderText("ask for {{Budget}}; still open: {{Open}}", { pipeline: fixtures.offers, state: fixtures.standing.state, values: {} })
 * //=> "ask for (no Budget); still open: Offered"
 */
export function reminderText(template: string, { pipeline, state, values }: ReminderRecord): string {
  const { text } = mergedText(template, { pipeline, state, row: { values, cells: {} } });
  return text.replace(MISSING, "(no $1)");
}
