// The cells of a row that the engine owns: since when, until when, the score, what is missing in words, and hidden
// what the history says of it in short and what the row looked like when it was last seen. All of it follows from the log, the definition and the row: it can be wiped
// and comes back.

import type { BoardRow } from "../../board/board-row.ts";
import type { Definition, Pipeline, Stage } from "../../definition/pipeline.ts";
import type { RecordState } from "../../log/replay.ts";
import type { Cell } from "../../table/cell.ts";
import type { RowCells } from "../../table/layout.ts";
import { serialFromDay } from "../../value/day.ts";
import { dayOf } from "../../value/moment.ts";
import { addWorkingDays } from "../../value/working-calendar.ts";
import { calendarOf } from "../run.ts";
import { isClosed, moveVerdict, needsReason } from "./move-verdict.ts";
import type { Evidence } from "./needs-met.ts";

/** The row as it will stand, and where its record is. */
export interface Standing {
  readonly state: RecordState;
  readonly problems: BoardRow["problems"];
  readonly evidence: Evidence;
  /** The text of the row's memory (row-memory.ts); empty for none. */
  readonly memory: string;
  /** The text of the row's seal (row-seal.ts). */
  readonly fingerprint: string;
}

/**
 * The engine's cells of a row, by column key.
 *
 * @example
 * derivedCells({ definition: fixtures.book, pipeline: fixtures.offers }, fixtures.standing).since //=> { serial: 46346 }
 */
export function derivedCells(
  book: { readonly definition: Definition; readonly pipeline: Pipeline },
  standing: Standing,
): RowCells {
  const { state, memory, fingerprint } = standing;
  const { now } = state;
  const stage = book.pipeline.stages.find((each) => each.id === now.stage);
  const since = dayOf(now.at);
  const limitDays = stage?.limitDays;
  const due =
    limitDays === undefined
      ? undefined
      : addWorkingDays(calendarOf(book.definition, book.pipeline), since, limitDays);
  const hasScore = book.pipeline.milestones.length > 0;
  return {
    since: { serial: serialFromDay(since) },
    due: due === undefined ? null : { serial: serialFromDay(due) },
    ...(hasScore ? { score: scoreOf(book.pipeline, state) } : {}),
    status_note: statusNote(book, standing, stage),
    memory: memory === "" ? null : memory,
    fingerprint,
  };
}

/**
 * Points of the milestones that a record has reached.
 *
 * @example
 * scoreOf(fixtures.offers, { milestones: {} }) //=> 0
 */
export function scoreOf(pipeline: Pipeline, state: Pick<RecordState, "milestones">): number {
  return pipeline.milestones.reduce(
    (sum, milestone) => (state.milestones[milestone.id] === undefined ? sum : sum + milestone.points),
    0,
  );
}

/**
 * Whether two cells show the same, so that writing the one over the other would change nothing.
 *
 * @example
 * isSameCell({ serial: 46110 }, 46110) //=> true
 */
export function isSameCell(left: Cell | undefined, right: Cell | undefined): boolean {
  return plain(left) === plain(right);
}

function plain(cell: Cell | undefined): string | number | boolean {
  if (cell === undefined || cell === null) return "";
  if (typeof cell !== "object") return cell;
  return "serial" in cell ? cell.serial : cell.error;
}

// A refusal stays in sight until the move is made, or would be allowed now.
function statusNote(
  book: { readonly definition: Definition; readonly pipeline: Pipeline },
  { state, problems, evidence }: Standing,
  stage: Stage | undefined,
): string | null {
  const notes: string[] = [];
  const { refused } = state;
  const target = book.pipeline.stages.find((each) => each.id === refused?.to);
  if (refused !== undefined && target !== undefined && stage !== undefined) {
    const verdict = moveVerdict(book, { from: stage, to: target }, evidence);
    // A closed record whose refusal has another reason was to be opened by Reopen.
    const isReopening = isClosed(stage) && verdict.reason !== refused.note;
    const shown = isReopening ? moveVerdict(book, { to: target }, evidence) : verdict;
    if (!shown.allowed) notes.push(shown.reason);
  }
  if (state.now.reason !== undefined) notes.push(state.now.reason);
  const warns = book.definition.practice || stage?.enforce === "warn";
  const lacking = stage !== undefined && warns ? needsReason(book.pipeline, stage, evidence) : undefined;
  if (lacking !== undefined) notes.push(lacking);
  notes.push(...problems.map((problem) => problem.message));
  return notes.length === 0 ? null : [...new Set(notes)].join("; ");
}
