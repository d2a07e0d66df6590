// Hand-overs that nobody took up, as the report of the board tells them from which they were handed over.

import type { Board, Definition } from "../definition/pipeline.ts";
import type { DroppedBaton } from "../engine/links/dropped-batons.ts";
import type { Moment } from "../value/moment.ts";
import type { RecordRow } from "./record-row.ts";

export interface HandOverReport {
  readonly record: string;
  readonly name: string;
  /** Empty where nobody owns it. */
  readonly owner: string;
  readonly stage: string;
  /** What it became; the board by its tab. */
  readonly to: { readonly board: string; readonly record: string; readonly name: string };
  /** Its row is gone, or nobody has touched it. */
  readonly why: DroppedBaton["why"];
  readonly since: Moment;
  /** Working days since then. */
  readonly days: number;
}

/**
 * Those of a board, the longest waiting first; `rows` are what its records hold now.
 *
 * @example
 * handOverReports([], { definition: fixtures.book, board: fixtures.book.boards[0], rows: new Map() }) //=> []
 */
export function handOverReports(
  batons: readonly DroppedBaton[],
  on: {
    readonly definition: Definition;
    readonly board: Board;
    readonly rows: ReadonlyMap<string, RecordRow>;
  },
): readonly HandOverReport[] {
  const { definition, board, rows } = on;
  const stages = definition.pipelines.find(({ id }) => id === board.pipeline)?.stages ?? [];
  const tabOf = (id: string) => definition.boards.find((each) => each.id === id)?.tab ?? id;
  return batons
    .filter((baton) => baton.board === board.id)
    .map(({ record, name, stage, to, why, since, days }) => ({
      ...{ record, name, owner: rows.get(record)?.owner ?? "" },
      stage: stages.find(({ id }) => id === stage)?.name ?? stage,
      ...{ to: { ...to, board: tabOf(to.board) }, why, since, days },
    }));
}
