// What people did to a row since the last look, as entries: the first half of holding it against the history of its
// record. The order matters and is always the same: what the row is, what was logged, which fields changed, where it
// moved, which milestones that earned, what the rules did then.

import type { BoardRow } from "../../board/board-row.ts";
import type { Identified } from "../../board/identity.ts";
import { activityFromWord } from "../../definition/activity.ts";
import { ownerField } from "../../definition/standard-field.ts";
import type { Entry } from "../../log/entry.ts";
import type { RecordState } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { factEntry, pathEntry } from "./entry-making.ts";
import { obeyRules } from "./event-rules.ts";
import { logAct } from "./log-column.ts";
import { completeMerged } from "./merged-fields.ts";
import { isClosed } from "./move-verdict.ts";
import { reachedMilestones } from "./reached-milestones.ts";
import { type BoardRun, type Draft, stateOf, subjectOf } from "./row-draft.ts";
import { completeFields, logFields } from "./row-fields.ts";
import { dropDeadLinks, logLinks } from "./row-links.ts";
import { begin, move, type Reopening, restore } from "./row-path.ts";
import { sealFrom } from "./row-seal.ts";
import { actDone, unshownEntries } from "./unshown-entries.ts";

/** A row whose history of this run is told; its cells are settled when those of all rows are. */
export interface ToldRow {
  readonly draft: Draft;
  /** Where its record stands now; absent where the pipeline has no stage for it. */
  readonly state?: RecordState;
}

/** A row and the record that it is. */
export interface IdentifiedRow {
  readonly row: BoardRow;
  readonly id: string;
  readonly origin: Identified["origin"];
  readonly state?: RecordState;
}

/**
 * What people did to the row, as entries.
 *
 * @example
 * toldRow(fixtures.boardRun, { row: fixtures.newRow, id: "r1", origin: { how: "new" } }).state.now.stage //=> "lead"
 */
export function toldRow(board: BoardRun, { row, id, origin, state }: IdentifiedRow): ToldRow {
  const unshown = unshownOf(board, row, id);
  const draft: Draft = { board, row, id, unshown, entries: [], cells: {}, problems: [] };
  completeFields(draft);
  completeMerged(draft);
  dropDeadLinks(draft, state);
  if (state === undefined) begin(draft, origin);
  else if (state.removed) restore(draft, state);
  const begun = stateOf(draft, state);
  if (begun === undefined) return { draft };
  const reopening = takeLog(draft, begun);
  logFields(draft, stateOf(draft, begun) ?? begun);
  logLinks(draft, begun);
  const moved = stateOf(draft, begun) ?? begun;
  if (state !== undefined || reopening !== undefined) move(draft, moved, reopening);
  const before = stateOf(draft, moved) ?? moved;
  logMilestones(draft, before);
  obeyRules(draft, stateOf(draft, before) ?? before);
  return { draft, state: stateOf(draft, before) ?? before };
}

function unshownOf(board: BoardRun, row: BoardRow, id: string): readonly Entry[] {
  if (board.behind?.(id) !== undefined) return [];
  const own = sealFrom(row.knownFingerprint);
  const seal = own.record === id ? own : board.sealOf?.(id);
  return unshownEntries(board.entriesOf(id), seal?.board === board.boardId ? seal : undefined);
}

function takeLog(draft: Draft, state: RecordState): Reopening | undefined {
  const { run, pipeline } = draft.board;
  const { cells } = draft.row;
  const word = textOf(cells["log"]);
  if (word === "") return undefined;
  const done = actDone(draft.unshown, activityFromWord(word), textOf(cells["log_note"]));
  const act =
    done === undefined
      ? logAct(run, { row: draft.row, state: tried(draft, state), pipeline })
      : { entries: [], ...(done.data["to"] === undefined ? {} : { owner: done.data["to"] }) };
  if (act.fault !== undefined) {
    draft.problems.push({ key: "log", message: act.fault });
    return undefined;
  }
  draft.entries.push(...act.entries);
  // The word goes last: a run that ends before finds it still, and knows from the history that it was done.
  if (act.owner !== undefined) giveTo(draft, act.owner);
  draft.cells["log_note"] = null;
  draft.cells["log"] = null;
  return act.reopenTo === undefined ? undefined : { to: act.reopenTo, note: textOf(cells["log_note"]) };
}

function giveTo(draft: Draft, owner: string): void {
  const { row } = draft;
  const { id } = ownerField;
  draft.cells[id] = owner;
  draft.row = { ...row, cells: { ...row.cells, [id]: owner }, values: { ...row.values, [id]: owner } };
}

// Undo and Reopen beside a typed stage come after it, as if they had been picked a look later. What Undo takes back
// in the same moment is not asked for anything: it is entered and left at once, so that both are history.
function tried(draft: Draft, state: RecordState): RecordState {
  const { row, board } = draft;
  const act = activityFromWord(textOf(row.cells["log"]));
  if (row.stage === undefined || row.stage.id === state.now.stage) return state;
  const from = board.pipeline.stages.find((stage) => stage.id === state.now.stage);
  if (act === "undo") {
    const fact = { subject: subjectOf(draft, state), from: state.now.stage, to: row.stage.id };
    draft.entries.push(pathEntry(board.run, { kind: "moved", ...fact }));
  } else if (act === "reopen" && from !== undefined && !isClosed(from)) move(draft, state, undefined);
  return stateOf(draft, state) ?? state;
}

function logMilestones(draft: Draft, state: RecordState): void {
  const { run, pipeline } = draft.board;
  const values: Readonly<Record<string, FieldValue>> = draft.row.values;
  for (const { milestone, at } of reachedMilestones(pipeline, { state, values, now: run.now })) {
    const subject = subjectOf(draft, state);
    const data = { milestone: milestone.id };
    draft.entries.push(
      factEntry(run, {
        kind: "milestone",
        subject,
        at,
        note: milestone.name,
        data,
        occurrence: milestone.id,
      }),
    );
  }
}
