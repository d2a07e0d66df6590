// What is known and gathered of one row while it is held against the history of its record. Whenever something was
// added to the history, the record is replayed anew: there is one way to know where it stands.

import type { BoardRow } from "../../board/board-row.ts";
import type { Definition, Pipeline } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { type RecordState, replay } from "../../log/replay.ts";
import type { Cell } from "../../table/cell.ts";
import { dayOf, type Moment } from "../../value/moment.ts";
import type { linkTargets } from "../board/record-links.ts";
import type { Run } from "../run.ts";
import type { Subject } from "./entry-making.ts";
import type { Evidence } from "./needs-met.ts";
import type { RowSeal } from "./row-seal.ts";

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
  /** Where the links of a field lead; links are not followed where absent. */
  readonly targetsOf?: ReturnType<typeof linkTargets>;
  /** The greatest count of a record's path entries on any board; that of this board where absent. */
  readonly countOf?: (record: string) => number;
  /** What of a record's invoices is paid; nothing where absent. */
  readonly paidOf?: (record: string) => Evidence["paid"];
  /** In a run that goes by memories: what stands behind the entries that are remembered; absent where they are all. */
  readonly behind?: (record: string) => Behind | undefined;
}

/** A history of which only a memory is at hand; its row shows all of it. */
export interface Behind {
  /** How many entries it has. */
  readonly entries: number;
  /** The latest moment of them. */
  readonly last: Moment;
}

/** A fault of this run at a column of the row. */
export interface RowProblem {
  readonly key: string;
  readonly message: string;
}

/** A row and what became of it so far; the steps of a run add to it in their order. */
export interface Draft {
  readonly board: BoardRun;
  /** As it will stand: with what the book fills in. */
  row: BoardRow;
  readonly id: string;
  /** What the history has and the row does not show: a run that was cut short wrote it. */
  readonly unshown: readonly Entry[];
  readonly entries: Entry[];
  /** Where the record stood when it was replayed last, with so many entries added. */
  replayed?: { readonly added: number; readonly state: RecordState | undefined };
  readonly cells: Record<string, Cell>;
  readonly problems: RowProblem[];
}

/** Where the record stands with what was added; `known` is what the history said before. */
export function stateOf(draft: Draft, known: RecordState | undefined): RecordState | undefined {
  if (draft.entries.length === 0) return known;
  const added = draft.entries.length;
  if (draft.replayed?.added !== added) {
    const state = replay([...draft.board.entriesOf(draft.id), ...draft.entries]).get(draft.id);
    draft.replayed = { added, state };
  }
  return draft.replayed.state;
}

/** The record as its next entry names it. */
export function subjectOf(draft: Draft, state: { readonly n: number }): Subject {
  const { boardId, countOf } = draft.board;
  const n = Math.max(state.n, countOf?.(draft.id) ?? 0);
  return { board: boardId, record: draft.id, name: draft.row.name, n };
}

/** What needs are held against: the row as it stands, what was logged, and what came in for its invoices. */
export function evidenceOf(draft: Draft, state: RecordState | undefined): Evidence {
  const logged = new Set((state?.activities ?? []).map((activity) => activity.kind));
  const paid = draft.board.paidOf?.(draft.id);
  const evidence = { values: draft.row.values, logged, today: dayOf(draft.board.run.now) };
  return paid === undefined ? evidence : { ...evidence, paid };
}
