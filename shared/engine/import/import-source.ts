// What an import is given: a table of texts with the line of each row, and which of its columns mean what. Columns
// are named by their header; a name that the file lacks stops the import before anything is written.

import { nameKey } from "../../table/cell.ts";
import { StagelineError } from "../../value/stageline-error.ts";

export interface SourceRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Source {
  readonly header: readonly string[];
  readonly rows: readonly SourceRow[];
}

/** A field of the board and the column that fills it. */
export interface FieldColumn {
  readonly field: string;
  readonly column: string;
}

/** A stage of the board and the column with the day on which a record entered it. */
export interface StageColumn {
  readonly stage: string;
  readonly column: string;
}

/** What to do with stages that the board lacks. */
export type Others = "refuse" | "park" | "skip";

export interface ImportPlan {
  /** The column that tells records apart; it fills a field of its own name. */
  readonly idColumn?: string;
  readonly fields: readonly FieldColumn[];
  readonly stageColumn?: string;
  readonly stageDates: readonly StageColumn[];
  /** For a file of events, one line each: the columns of the case, of the stage entered, and of the time. */
  readonly events?: { readonly case: string; readonly stage: string; readonly at: string };
  readonly others: Others;
}

/** Something that a line of the file holds and that could not be taken as it stands. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

/**
 * The place of a column in the file.
 *
 * @throws {StagelineError} `usage`, when no column has that header
 * @example
 * columnIndex({ header: ["id", "Stage"], rows: [] }, "stage") //=> 1
 */
export function columnIndex(source: Source, column: string): number {
  const exact = source.header.indexOf(column);
  const index = exact >= 0 ? exact : source.header.findIndex((header) => nameKey(header) === nameKey(column));
  if (index >= 0) return index;
  throw new StagelineError(
    "usage",
    `the file has no column "${column}"; its columns are ${source.header.join(", ")}`,
  );
}

/**
 * Headers of the columns that the plan does not take.
 *
 * @example
 * untakenColumns({ header: ["id", "product"], rows: [] }, { idColumn: "id", fields: [], stageDates: [], others: "refuse" })
 * //=> ["product"]
 */
export function untakenColumns(source: Source, plan: ImportPlan): readonly string[] {
  const { events, idColumn, stageColumn } = plan;
  const named = [
    idColumn,
    stageColumn,
    ...plan.fields.map(({ column }) => column),
    ...plan.stageDates.map(({ column }) => column),
    ...(events === undefined ? [] : [events.case, events.stage, events.at]),
  ];
  const taken = new Set(
    named.flatMap((column) => (column === undefined ? [] : [columnIndex(source, column)])),
  );
  return source.header.filter((_, index) => !taken.has(index));
}
