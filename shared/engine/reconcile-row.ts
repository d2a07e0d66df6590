// One row against the history of its record: what people did to it since the last look, as entries; and the cells
// that must be set so that the row tells the truth again. The order matters and is always the same: what the row
// is, what was logged, which fields changed, where it moved, which milestones that earned.

import type { BoardRow } from "../board/board-row.ts";
import { fingerprintOf } from "../board/fingerprint.ts";
import type { Identified } from "../board/identity.ts";
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
import { moveVerdict } from "./move-verdict.ts";
import type { Evidence } from "./needs-met.ts";
import { reachedMilestones } from "./reached-milestones.ts";
import type { Run } from "./run.ts";
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
  /** All entries of a record, in any order. */
  readonly entriesOf: (record: string) => readonly Entry[];
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
  const draft: Draft = { board, row: seen.row, id: seen.id, entries: [], cells: {}, problems: [] };
  if (seen.state === undefined) begin(draft, seen.origin);
  else if (seen.state.removed)
    draft.entries.push(
      factEntry(board.run, {
        kind: "restored",
        subject: subjectOf(draft, seen.state),
        occurrence: board.run.now,
      }),
    );
  const begun = stateOf(draft, seen.state);
  if (begun === undefined) return { entries: [], cells: {}, problems: draft.problems };
  const reopened = takeLog(draft, begun);
  logFields(draft, begun);
  const moved = stateOf(draft, begun) ?? begun;
  if (seen.state !== undefined) move(draft, moved, reopened);
  const before = stateOf(draft, moved) ?? moved;
  logMilestones(draft, before);
  const after = stateOf(draft, before) ?? before;
  settleCells(draft, after);
  return { entries: draft.entries, cells: draft.cells, problems: draft.problems };
}

// Replayed from the log each time that something was added: there is one way to know where a record stands.
function stateOf(draft: Draft, known: RecordState | undefined): RecordState | undefined {
  if (draft.entries.length === 0) return known;
  return replay([...draft.board.entriesOf(draft.id), ...draft.entries]).get(draft.id);
}

function subjectOf(draft: Draft, state: { readonly n: number }): Subject {
  return { board: draft.board.boardId, record: draft.id, name: draft.row.name, n: state.n };
}

function evidenceOf(draft: Draft, state: RecordState | undefined): Evidence {
  const logged = new Set((state?.activities ?? []).map((activity) => activity.kind));
  return { values: draft.row.values, logged, today: dayOf(draft.board.run.now) };
}

// A new row enters the stage that it names when it may, else the first; a copy of something closed begins anew.
function begin(draft: Draft, origin: Identified["origin"]): void {
  const { board, row } = draft;
  const [first] = mainLineOf(board.pipeline);
  if (first === undefined) return;
  const isCopy = origin.how === "copied";
  const closed = row.stage !== undefined && row.stage.kind !== "open" && row.stage.kind !== "parked";
  const wanted = row.stage === undefined || (isCopy && closed) ? first : row.stage;
  const verdict = isCopy || wanted === first ? undefined : judge(draft, undefined, wanted);
  const entered = verdict?.allowed === false ? first : wanted;
  const subject = subjectOf(draft, { n: 0 });
  const data = { ...watchedData(board.watched, row.values), ...(isCopy ? { of: origin.of } : {}) };
  const note = verdict?.allowed === true ? verdict.reason : "";
  draft.entries.push(
    pathEntry(board.run, { kind: isCopy ? "copied" : "created", subject, to: entered.id, data, note }),
  );
  if (verdict?.allowed === false)
    refuse(draft, { subject: { ...subject, n: 1 }, to: wanted, back: first, reason: verdict.reason });
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
  refusal: { readonly subject: Subject; readonly to: Stage; readonly back: Stage; readonly reason: string },
): void {
  const { run } = draft.board;
  const { subject, to, back, reason } = refusal;
  const occurrence = `${subject.n}\n${to.id}\n${run.now}`;
  draft.entries.push(
    factEntry(run, { kind: "refused", subject, from: back.id, to: to.id, note: reason, occurrence }),
  );
  draft.problems.push({ key: "stage", message: `${reason}; put back to "${back.name}"` });
}

/** The stage to which Reopen takes the record, if it was asked for. */
function takeLog(draft: Draft, state: RecordState): Stage | undefined {
  const { run, pipeline } = draft.board;
  const act = logAct(run, { row: draft.row, state, pipeline });
  if (act.fault !== undefined) {
    draft.problems.push({ key: "log", message: act.fault });
    return undefined;
  }
  if (textOf(draft.row.cells["log"]) === "") return undefined;
  draft.entries.push(...act.entries);
  draft.cells["log"] = null;
  draft.cells["log_note"] = null;
  if (act.owner !== undefined) draft.cells[ownerField.id] = act.owner;
  return act.reopenTo;
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

// Against the stage that the history knew before this run: an Undo in the same run has the last word.
function move(draft: Draft, state: RecordState, reopenTo: Stage | undefined): void {
  const { row, board } = draft;
  const from = board.pipeline.stages.find((stage) => stage.id === state.now.stage);
  const wasUndone = draft.entries.some((entry) => entry.kind === "undone");
  const to = reopenTo ?? row.stage;
  if (to === undefined || wasUndone || to.id === state.now.stage) return;
  const verdict =
    reopenTo === undefined ? judge(draft, from, to, state) : { allowed: true, reason: "Reopen" };
  const subject = subjectOf(draft, state);
  if (!verdict.allowed && from !== undefined) {
    refuse(draft, { subject, to, back: from, reason: verdict.reason });
    return;
  }
  draft.entries.push(
    pathEntry(board.run, { kind: "moved", subject, from: state.now.stage, to: to.id, note: verdict.reason }),
  );
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
  const final = { ...row.cells, ...draft.cells };
  const derived = derivedCells(board, {
    state,
    problems: [...row.problems, ...unsettled(draft)],
    evidence: evidenceOf(draft, state),
    fingerprint: fingerprintOf(final, board.keys),
  });
  for (const [key, cell] of Object.entries(derived))
    if (!isSameCell(row.cells[key], cell)) draft.cells[key] = cell;
}

// A fault in the Log cell stays until the cell is changed; a refusal has its own place in the status note.
function unsettled(draft: Draft): BoardRow["problems"] {
  return draft.problems.filter(({ key }) => key === "log").map(({ message }) => ({ tab: "", message }));
}
