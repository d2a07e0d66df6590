// A planned step that somebody has done: it becomes a note in the history, and its cells are empty for the next one. Only
// the step that was looked at is done: another that was planned meanwhile stays.

import type { Entry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import type { RowCells } from "../../table/layout.ts";
import { quoted } from "../../table/shown-cell.ts";
import { factEntry } from "../row/entry-making.ts";
import type { Run } from "../run.ts";

/** What comes of an act on one record: its entry, and the cells that it sets. */
export interface NotedAct {
  readonly entry: Entry;
  readonly cells: RowCells;
  /** Why it cannot be done, unless it was done already. */
  readonly fault?: string;
}

/** A record as the act finds it. */
export interface ActedRecord {
  readonly name: string;
  readonly cells: RowCells;
  readonly state: Pick<RecordState, "board" | "record" | "n">;
}

/**
 * The note, and the emptied cells. `step` is the text of the step as it was shown; `form` makes a second click the same.
 *
 * @example
 * const record = { name: "Ada", cells: { next_step: "call" }, state: fixtures.standing.state };
 * nextStepDone(fixtures.run, record, { step: "call", form: "form 1" }).entry.note //=> "done: call"
 */
export function nextStepDone(
  run: Run,
  { name, cells, state }: ActedRecord,
  { step, form }: { readonly step: string; readonly form: string },
): NotedAct {
  const note = `done: ${step === "" ? "the next step" : step}`;
  const subject = { ...state, name };
  const entry = factEntry(run, { kind: "note", subject, note, occurrence: `form\n${form}` });
  const done = { entry, cells: { next_step: null, next_step_on: null } };
  const planned = textOf(cells["next_step"]);
  if (planned === step) return done;
  const now = planned === "" ? "has no next step any more" : `has ${quoted(planned)} as its next step by now`;
  return { ...done, fault: `${quoted(name)} ${now}; nothing was changed` };
}
