// One row against the history of its record: what people did to it since the last look, as entries; and the cells
// that must be set so that the row tells the truth again. The order matters and is always the same: what the row
// is, what was logged, which fields changed, where it moved, which milestones that earned.

import { type BoardRow, stageNamed } from "../board/board-row.ts";
import { fingerprintOf } from "../board/fingerprint.ts";
import type { Identified } from "../board/identity.ts";
import { activityFromWord } from "../definition/activity.ts";
import type { Definition, Pipeline, Stage } from "../definition/pipeline.ts";
import { mainLineOf } from "../definition/pipeline.ts";
import { ownerField } from "../definition/standard-field.ts";
import type { Entry } from "../log/entry.ts";
import { type RecordState, replay } from "../log/replay.ts";
import { type Cell, nameKey, textOf } from "../table/cell.ts";
import type { FieldValue } from "../table/field-type.ts";
import { dayOf } from "../value/moment.ts";
import { derivedCells, isSameCell } from "./derived-cells.ts";
import { factEntry, pathEntry, type Subject, watchedData } from "./entry-making.ts";
import { logAct } from "./log-column.ts";
import { isClosed, moveVerdict } from "./move-verdict.ts";
import type { Evidence } from "./needs-met.ts";
import { reachedMilestones } from "./reached-milestones.ts";
import { type RowSeal, sealFrom, sealText } from "./row-seal.ts";
import type { Run } from "./run.ts";
import { actDone, reopeningData, settledStage, unshownEntries } from "./unshown-entries.ts";
import { textOfValue } from "./watched-field.ts";

/** What all rows of a board share in a run. */
export interface BoardRun {
  readonly run: Run;
  readonly definition: Definition;
  readonly pipeline: Pipeline;
  readonly boardId: string;
  /** Ids of the fields that are logged, without the name. */
  readonly watched: readonly string[];
  /** Keys of the columns that people own. */
  readonly keys: readonly string[];
  /** All entries of a record on this board, in the order of the log. */
  readonly entriesOf: (record: string) => readonly Entry[];
  /** The seal of a record, on whatever row it is; that of its own row where absent. */
  readonly sealOf?: (record: string) => RowSeal | undefined;
  /** The greatest count of a record's path entries on any board; that of this board where absent. */
  readonly countOf?: (record: string) => number;
}

/** A fault of this run at a column of the row. */
export interface RowProblem {
  readonly key: string;
  readonly message: string;
}

export interface RowOutcome {
  readonly entries: readonly Entry[];
  /** Cells to set, by column key. */
  readonly cells: Readonly<Record<string, Cell>>;
  readonly problems: readonly RowProblem[];
}

interface Draft {
  readonly board: BoardRun;
  readonly row: BoardRow;
  readonly id: string;
  /** What the history has and the row does not show: a run that was cut short wrote it. */
  readonly unshown: readonly Entry[];
  readonly entries: Entry[];
  readonly cells: Record<string, Cell>;
  readonly problems: RowProblem[];
}

/**
 * What a row of a known or new record means. `id` is the record's id, minted where the row is new; `state` is what
 * the history says of it, absent for a record that it does not know.
 *
 * @example
 * reconcileRow(fixtures.boardRun, { row: fixtures.newRow, id: "r1", origin: { how: "new" } }).entries[0].kind //=> "created"
 */
export function reconcileRow(
  board: BoardRun,
  seen: {
    readonly row: BoardRow;
    readonly id: string;
    readonly origin: Identified["origin"];
    readonly state?: RecordState;
  },
): RowOutcome {
  const { row, id, origin, state } = seen;
  const unshown = unshownOf(board, row, id);
  const draft: Draft = { board, row, id, unshown, entries: [], cells: {}, problems: [] };
  if (state === undefined) begin(draft, origin);
  else if (state.removed) restore(draft, state);
  const begun = stateOf(draft, state);
  if (begun === undefined) return { entries: [], cells: {}, problems: draft.problems };
  const reopening = takeLog(draft, begun);
  logFields(draft, begun);
  const moved = stateOf(draft, begun) ?? begun;
  if (state !== undefined || reopening !== undefined) move(draft, moved, reopening);
  const before = stateOf(draft, moved) ?? moved;
  logMilestones(draft, before);
  const after = stateOf(draft, before) ?? before;
  settleCells(draft, after);
  return { entries: draft.entries, cells: draft.cells, problems: draft.problems };
}

function unshownOf(board: BoardRun, row: BoardRow, id: string): readonly Entry[] {
  const own = sealFrom(row.knownFingerprint);
  const seal = own.record === id ? own : board.sealOf?.(id);
  return unshownEntries(board.entriesOf(id), seal?.board === board.boardId ? seal : undefined);
}

function restore(draft: Draft, state: RecordState): void {
  const { run } = draft.board;
  draft.entries.push(
    factEntry(run, { kind: "restored", subject: subjectOf(draft, state), occurrence: run.now }),
  );
}

// Replayed from the log each time that something was added: there is one way to know where a record stands.
function stateOf(draft: Draft, known: RecordState | undefined): RecordState | undefined {
  if (draft.entries.length === 0) return known;
  return replay([...draft.board.entriesOf(draft.id), ...draft.entries]).get(draft.id);
}

function subjectOf(draft: Draft, state: { readonly n: number }): Subject {
  const { boardId, countOf } = draft.board;
  const n = Math.max(state.n, countOf?.(draft.id) ?? 0);
  return { board: boardId, record: draft.id, name: draft.row.name, n };
}

function evidenceOf(draft: Draft, state: RecordState | undefined): Evidence {
  const logged = new Set((state?.activities ?? []).map((activity) => activity.kind));
  return { values: draft.row.values, logged, today: dayOf(draft.board.run.now) };
}

// A new row enters the stage that it names when it may, else the first. A copy stays where the copied row was,
// unless that is closed; another stage that was typed into it is judged like any.
function begin(draft: Draft, origin: Identified["origin"]): void {
  const { board, row } = draft;
  const [first] = mainLineOf(board.pipeline);
  if (first === undefined) return;
  const isCopy = origin.how === "copied";
  const isAsCopied = isCopy && row.stage !== undefined && row.stage.id === copiedStage(draft)?.id;
  const wanted = row.stage === undefined || (isAsCopied && isClosed(row.stage)) ? first : row.stage;
  const verdict = isAsCopied || wanted === first ? undefined : judge(draft, undefined, wanted);
  const entered = verdict?.allowed === false ? first : wanted;
  const subject = subjectOf(draft, { n: 0 });
  const data = { ...watchedData(board.watched, row.values), ...(isCopy ? { of: origin.of } : {}) };
  const note = verdict?.allowed === true ? verdict.reason : "";
  draft.entries.push(
    pathEntry(board.run, { kind: isCopy ? "copied" : "created", subject, to: entered.id, data, note }),
  );
  if (verdict?.allowed === false) {
    const after = { ...subject, n: subject.n + 1 };
    refuse(draft, { subject: after, to: wanted, back: first, reason: verdict.reason });
  }
}

// The stage of this pipeline that the copied row showed; on another board, the one that has its name.
function copiedStage({ board, row }: Draft): Stage | undefined {
  const known = textOf(row.cells["known_stage"]);
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

/** Where Reopen takes the record, if it was asked for. */
interface Reopening {
  readonly to: Stage;
  readonly note: string;
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
  if (act.owner !== undefined) draft.cells[ownerField.id] = act.owner;
  draft.cells["log_note"] = null;
  draft.cells["log"] = null;
  return act.reopenTo === undefined ? undefined : { to: act.reopenTo, note: textOf(cells["log_note"]) };
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

function logFields(draft: Draft, state: RecordState): void {
  const { row, board } = draft;
  const changes = board.watched.map(
    (field) => [field, state.fields[field] ?? "", textOfValue(row.values[field])] as const,
  );
  const named = [["name", state.name, row.name] as const].filter(() => row.name !== "");
  for (const [field, from, to] of [...named, ...changes]) {
    const unreadable = row.problems.length > 0 && to === "" && textOf(row.cells[field]) !== "";
    if (from === to || unreadable) continue;
    const occurrence = `${field}\n${board.run.now}\n${to}`;
    draft.entries.push(
      factEntry(board.run, {
        kind: "field",
        subject: subjectOf(draft, state),
        data: { field, from, to },
        occurrence,
      }),
    );
  }
}

// Against the stage that the history knew before this run. What was undone or refused in this run is settled.
function move(draft: Draft, state: RecordState, reopening: Reopening | undefined): void {
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

// The stage cell shows the stage of the history, unless it holds a name that nobody understands: that stays.
function settleCells(draft: Draft, state: RecordState): void {
  const { row, board } = draft;
  const stage = board.pipeline.stages.find((each) => each.id === state.now.stage);
  const isUnknownText = row.stage === undefined && textOf(row.cells["stage"]) !== "";
  if (stage !== undefined && !isUnknownText && row.stage?.id !== stage.id) draft.cells["stage"] = stage.name;
  if (
    stage !== undefined &&
    row.stage?.id === stage.id &&
    nameKey(textOf(row.cells["stage"])) !== nameKey(stage.name)
  ) {
    draft.cells["stage"] = stage.name; // a former name of the stage
  }
  const isTouched = board.keys.some((key) => key in draft.cells);
  const fingerprint = isTouched
    ? fingerprintOf({ ...row.cells, ...draft.cells }, board.keys)
    : row.fingerprint;
  const ids = new Set([...board.entriesOf(draft.id), ...draft.entries].map((entry) => entry.id));
  const derived = derivedCells(board, {
    state,
    problems: [...row.problems, ...unsettled(draft)],
    evidence: evidenceOf(draft, state),
    fingerprint: sealText({ fingerprint, record: draft.id, board: board.boardId, entries: ids.size }),
  });
  for (const [key, cell] of Object.entries(derived))
    if (!isSameCell(row.cells[key], cell)) draft.cells[key] = cell;
}

// A fault in the Log cell stays until the cell is changed; a refusal has its own place in the status note.
function unsettled(draft: Draft): BoardRow["problems"] {
  return draft.problems.filter(({ key }) => key === "log").map(({ message }) => ({ tab: "", message }));
}
