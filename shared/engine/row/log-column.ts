// The Log column: a person picks what happened, it becomes an entry, and the cell is empty again. Some of its words act
// on the record itself: Hand over gives it to the person named beside it, Reopen takes a closed record back, Undo takes
// back its last move, and "New deal from this" makes another. What cannot be done stays in the cell, with the reason.

import type { BoardRow } from "../../board/board-row.ts";
import { activityFromWord, isActivityKind, logWordsFor } from "../../definition/activity.ts";
import type { Pipeline, Stage } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import type { Run } from "../run.ts";
import { factEntry, type Subject } from "./entry-making.ts";
import { isClosed } from "./move-verdict.ts";

export interface LogAct {
  readonly entries: readonly Entry[];
  /** The new owner, after Hand over. */
  readonly owner?: string;
  /** The stage to which Reopen takes the record. */
  readonly reopenTo?: Stage;
  /** Why the Log cell could not be acted on; the cells stay as they are. */
  readonly fault?: string;
}

/** Nothing in the Log cell. */
const NOTHING: LogAct = { entries: [] };

/**
 * What the Log cell of a row asks for.
 *
 * @example
 * logAct(fixtures.run, { row: { cells: { log: "Cal" } }, state: fixtures.standing.state, pipeline: fixtures.offers }).fault
 * //=> '"Cal" is not one of E-mail out, Reply: yes, Reply: no, Reply: later, Call, Meeting, Rescheduled, Note, Hand over, Reopen, Undo, New deal from this'
 */
export function logAct(
  run: Run,
  record: {
    readonly row: Pick<BoardRow, "cells" | "name" | "stage">;
    readonly state: RecordState;
    readonly pipeline: Pipeline;
  },
): LogAct {
  const { row, state, pipeline } = record;
  const word = textOf(row.cells["log"]);
  if (word === "") return NOTHING;
  const kind = activityFromWord(word);
  const note = textOf(row.cells["log_note"]);
  const subject: Subject = { ...state, name: row.name };
  if (kind === undefined)
    return { entries: [], fault: `"${word}" is not one of ${logWordsFor(pipeline.noun).join(", ")}` };
  if (isActivityKind(kind))
    return { entries: [activityEntry(run, { kind, subject, note, count: state.activities.length })] };
  switch (kind) {
    case "hand-over":
      return handOver(run, subject, { to: note, from: textOf(row.cells["owner"]) });
    case "reopen":
      return reopen(record, pipeline);
    case "undo":
      return undo(run, { subject, note }, state);
    case "new-from":
      // It was made before the rows were told (record-from-record.ts).
      return NOTHING;
  }
}

/**
 * The entry of an activity; `count` is how many the record had before, so that two calls on one day are two.
 *
 * @example
 * activityEntry(fixtures.run, { kind: "call", subject: { board: "deals", record: "r1", name: "Ada", n: 1 }, note: "", count: 0 }).kind
 * //=> "call"
 */
export function activityEntry(
  run: Run,
  activity: {
    readonly kind: Entry["kind"];
    readonly subject: Subject;
    readonly note: string;
    readonly count: number;
    readonly at?: Entry["at"];
  },
): Entry {
  const { kind, subject, note, count, at = run.now } = activity;
  return factEntry(run, { kind, subject, note, at, occurrence: `${count}\n${at}\n${note}` });
}

function handOver(
  run: Run,
  subject: Subject,
  owners: { readonly from: string; readonly to: string },
): LogAct {
  if (owners.to === "")
    return { entries: [], fault: "Hand over needs the name of the new owner in Log note" };
  const occurrence = `${subject.n}\n${run.now}\n${owners.to}`;
  return {
    entries: [factEntry(run, { kind: "hand-over", subject, data: owners, occurrence })],
    owner: owners.to,
  };
}

function reopen(
  { row, state }: { readonly row: Pick<BoardRow, "stage">; readonly state: RecordState },
  pipeline: Pipeline,
): LogAct {
  const stageOf = (id: string) => pipeline.stages.find((stage) => stage.id === id);
  const now = stageOf(state.now.stage);
  if (now !== undefined && !isClosed(now)) {
    return {
      entries: [],
      fault: `Reopen is for records that are won, lost or not to be contacted; this one is in "${now.name}"`,
    };
  }
  const wanted = row.stage !== undefined && row.stage.id !== state.now.stage ? row.stage : undefined;
  const target = wanted ?? reopenedStage(pipeline, state);
  return target === undefined ? NOTHING : { entries: [], reopenTo: target };
}

/**
 * The stage to which Reopen takes a closed record where nobody names another: the last open one that it was in.
 *
 * @example
 * reopenedStage(fixtures.offers, fixtures.standing.state)?.name //=> "Lead"
 */
export function reopenedStage(
  { stages }: Pick<Pipeline, "stages">,
  { visits }: Pick<RecordState, "visits">,
): Stage | undefined {
  const before = [...visits].reverse().map((visit) => stages.find(({ id }) => id === visit.stage));
  return before.find((stage) => stage?.kind === "open") ?? stages[0];
}

function undo(
  run: Run,
  { subject, note }: { readonly subject: Subject; readonly note: string },
  state: RecordState,
): LogAct {
  if (state.visits.length < 2)
    return { entries: [], fault: "there is no move to undo: the record is where it began" };
  const { entry, stage } = state.now;
  const data = { of: entry, stage };
  return { entries: [factEntry(run, { kind: "undone", subject, note, data, occurrence: entry })] };
}
