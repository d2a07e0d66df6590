// Where a row's record begins and moves: what a new row enters, what a typed stage means, what is refused and goes
// back. The same verdict holds for all of them (move-verdict.ts).

import { stageNamed } from "../../board/board-row.ts";
import type { Identified } from "../../board/identity.ts";
import { mainLineOf, type Stage } from "../../definition/pipeline.ts";
import { rememberedStage } from "../../log/record-memory.ts";
import type { RecordState } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import { factEntry, pathEntry, type Subject, watchedData } from "./entry-making.ts";
import { isClosed, moveVerdict } from "./move-verdict.ts";
import { type Draft, evidenceOf, subjectOf } from "./row-draft.ts";
import { fillDefaults, startRuledAnew } from "./row-fields.ts";
import { reopeningData, settledStage } from "./unshown-entries.ts";

/** Where Reopen takes the record, if it was asked for. */
export interface Reopening {
  readonly to: Stage;
  readonly note: string;
}

/**
 * Begins the record of a new row. It enters the stage that it names when it may, else the first. A copy stays where
 * the copied row was, unless that is closed; another stage that was typed into it is judged like any.
 */
export function begin(draft: Draft, origin: Identified["origin"]): void {
  const { board } = draft;
  const [first] = mainLineOf(board.pipeline);
  if (first === undefined) return;
  const isCopy = origin.how === "copied";
  const { stage } = draft.row;
  const isAsCopied = isCopy && stage !== undefined && stage.id === copiedStage(draft)?.id;
  const isAnew = isAsCopied && isClosed(stage);
  if (!isCopy) fillDefaults(draft);
  else if (isAnew) startRuledAnew(draft, origin.of);
  const wanted = stage === undefined || isAnew ? first : stage;
  const verdict = isAsCopied || wanted === first ? undefined : judge(draft, undefined, wanted);
  const entered = verdict?.allowed === false ? first : wanted;
  const subject = subjectOf(draft, { n: 0 });
  const data = { ...watchedData(board.watched, draft.row.values), ...(isCopy ? { of: origin.of } : {}) };
  const note = verdict?.allowed === true ? verdict.reason : "";
  draft.entries.push(
    pathEntry(board.run, { kind: isCopy ? "copied" : "created", subject, to: entered.id, data, note }),
  );
  if (verdict?.allowed === false) {
    const after = { ...subject, n: subject.n + 1 };
    refuse(draft, { subject: after, to: wanted, back: first, reason: verdict.reason });
  }
}

/** Tells that the row of a removed record is back. */
export function restore(draft: Draft, state: RecordState): void {
  const { run } = draft.board;
  draft.entries.push(
    factEntry(run, { kind: "restored", subject: subjectOf(draft, state), occurrence: run.now }),
  );
}

/**
 * The move that the stage cell or Reopen asks for, or its refusal. It is held against the stage that the history knew
 * before this run; what was undone or refused in this run is settled.
 */
export function move(draft: Draft, state: RecordState, reopening: Reopening | undefined): void {
  const { row, board } = draft;
  const from = board.pipeline.stages.find((stage) => stage.id === state.now.stage);
  const isSettled = draft.entries.some(({ kind }) => kind === "undone" || kind === "refused");
  const to = reopening?.to ?? row.stage;
  if (to === undefined || isSettled || to.id === state.now.stage) return;
  if (reopening === undefined && isSettledStage(draft, to)) return;
  const subject = subjectOf(draft, state);
  const verdict = reopening === undefined ? judge(draft, from, to, state) : reopened(draft, reopening, state);
  if (!verdict.allowed && from !== undefined) {
    refuse(draft, { subject, to, back: from, reason: verdict.reason, reopening });
    return;
  }
  const data = reopening === undefined ? {} : reopeningData(reopening.note);
  const fact = { subject, from: state.now.stage, to: to.id, note: verdict.reason, data };
  draft.entries.push(pathEntry(board.run, { kind: "moved", ...fact }));
}

// Reopen opens what is closed; what a stage asks of those that enter, it asks of a typed one all the same.
function reopened(
  draft: Draft,
  { to, note }: Reopening,
  state: RecordState,
): { allowed: boolean; reason: string } {
  const words = note === "" ? "Reopen" : `Reopen: ${note}`;
  const verdict = draft.row.stage === to ? judge(draft, undefined, to, state) : undefined;
  if (verdict?.allowed === false) return verdict;
  const warning = verdict === undefined || verdict.reason === "" ? "" : `; ${verdict.reason}`;
  return { allowed: true, reason: words + warning };
}

// Whether the cell shows a stage of which a run that was cut short has told what became of it.
function isSettledStage(draft: Draft, stage: Stage): boolean {
  return draft.unshown.some((entry) => settledStage(entry, copiedStage(draft)?.id) === stage.id);
}

// The stage of this pipeline that the copied row showed; on another board, the one that has its name.
function copiedStage({ board, row }: Draft): Stage | undefined {
  const known = rememberedStage(textOf(row.cells["memory"]));
  const own = board.pipeline.stages.find((stage) => stage.id === known);
  if (own !== undefined) return own;
  const stages = board.definition.pipelines.flatMap((pipeline) => pipeline.stages);
  const name = stages.find((stage) => stage.id === known)?.name;
  return name === undefined ? undefined : stageNamed(board.pipeline, name);
}

function judge(
  draft: Draft,
  from: Stage | undefined,
  to: Stage,
  state?: RecordState,
): { allowed: boolean; reason: string } {
  const { definition, pipeline, run } = draft.board;
  const move = {
    to,
    ...(from === undefined ? {} : { from }),
    ...(run.actor === undefined ? {} : { actor: run.actor }),
  };
  return moveVerdict({ definition, pipeline }, move, evidenceOf(draft, state));
}

function refuse(
  draft: Draft,
  refusal: {
    readonly subject: Subject;
    readonly to: Stage;
    readonly back: Stage;
    readonly reason: string;
    /** Absent where nobody asked for Reopen. */
    readonly reopening?: Reopening | undefined;
  },
): void {
  const { run } = draft.board;
  const { subject, to, back, reason, reopening } = refusal;
  const data = reopening === undefined ? {} : reopeningData(reopening.note);
  const occurrence = `${subject.n}\n${to.id}\n${run.now}`;
  draft.entries.push(
    factEntry(run, { kind: "refused", subject, from: back.id, to: to.id, note: reason, data, occurrence }),
  );
  draft.problems.push({ key: "stage", message: `${reason}; put back to "${back.name}"` });
}
